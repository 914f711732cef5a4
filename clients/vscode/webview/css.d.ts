// Styles are bundled by esbuild; they have nothing to say to TypeScript.
declare module '*.css'
