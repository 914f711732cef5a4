// Bundles the extension (Node) and its panel (browser) into dist/: two files and what KaTeX needs. Nothing is fetched later.
import { context } from 'esbuild'

const flags = new Set(process.argv.slice(2))

const common = {
  bundle: true,
  minify: flags.has('--minify'),
  sourcemap: flags.has('--minify') ? false : 'linked',
  logLevel: 'warning',
  outdir: 'dist',
}

const builds = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: { panel: 'webview/main.ts' },
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty' },
    assetNames: 'fonts/[name]',
  },
]

for (const build of await Promise.all(builds.map((options) => context(options)))) {
  if (flags.has('--watch')) await build.watch()
  else {
    await build.rebuild()
    await build.dispose()
  }
}
