// Loads the file of the candidate. As on the sites it is a script, not a module: what it defines at the top is global,
// and the helpers of LeetCode are there unless the file brings its own.
"use strict";

const nodeModule = require("module");
const vm = require("vm");
const { described } = require("./errors");
const prelude = require("./prelude");
const { classes } = require("./nodes");

const SCRATCH = process.cwd();
const IMPORT = /^([ \t]*)import\s+(?!type\b)([\w$*{][^'"`;()]*?)\s*from\s*(['"][^'"]+['"])[ \t]*;?/gm;
const BARE_IMPORT = /^([ \t]*)import\s*(['"][^'"]+['"])[ \t]*;?/gm;
const EXPORTED = /^([ \t]*)export\s+(default\s+)?(?=(async\s+)?(function\b\s*\*?\s*[\w$]|class\s+[\w$]|const\b|let\b|var\b))/gm;
const EXPORT_LIST = /^[ \t]*export\s*\{[^}]*\}\s*(from\s*['"][^'"]*['"])?[ \t]*;?/gm;
const DEFAULT = /^([ \t]*)export\s+default\b/gm;
const MAP = /\n\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/;

/** `errors` are what went wrong at the top level; `get(name)` finds a global of the file, undefined if there is none. */
function load(source, task) {
  const loaded = prepared(source, task);
  provide(source, task);
  attempt(loaded, () => vm.runInThisContext(loaded.code, { filename: task.file }));
  return loaded;
}

/** As `node solution.js` does; errors come out. A top-level `await` is fine, as in a module. */
function loadProgram(source, task) {
  const loaded = prepared(source, task);
  provide(source, task);
  if (loaded.errors.length) throw loaded.failure;
  try {
    compiled(loaded.code, task)();
  } catch (error) {
    if (!(error instanceof SyntaxError) || !/\bawait\b/.test(loaded.code)) throw error;
    compiled(`(async () => {${loaded.code}\n})()`, task)();
  }
  return loaded;
}

function compiled(code, task) {
  const names = ["exports", "require", "module", "__filename", "__dirname"];
  const call = vm.compileFunction(code, names, { filename: task.file });
  return () => call.call(module.exports, exported(), globalThis.require, globalThis.module, task.file, SCRATCH);
}

const exported = () => globalThis.module.exports;

function prepared(source, task) {
  const loaded = { code: "", errors: [], line: null, get };
  attempt(loaded, () => {
    const { code, line } = task.file.endsWith(".ts") ? stripped(source) : { code: source, line: null };
    loaded.code = asScript(code);
    loaded.line = line;
  });
  return loaded;
}

function attempt(loaded, act) {
  try {
    act();
  } catch (error) {
    loaded.failure = error;
    loaded.errors.push(described(error, loaded));
  }
}

function get(name) {
  if (!/^[\w$]+$/.test(name)) return undefined;
  const found = vm.runInThisContext(`typeof ${name} === "undefined" ? undefined : ${name}`);
  return found ?? exported()?.[name] ?? exported()?.default?.[name];
}

/** Types become spaces, so every line stays where it was; enums and the like are code, and need a map of lines. */
function stripped(source) {
  process.removeAllListeners("warning");
  process.on("warning", () => {});
  try {
    return { code: nodeModule.stripTypeScriptTypes(source), line: null };
  } catch (error) {
    if (error.code !== "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX") throw placed(error);
  }
  const options = { mode: "transform", sourceMap: true, sourceUrl: "solution.ts" };
  const made = nodeModule.stripTypeScriptTypes(source, options);
  const map = MAP.exec(made);
  const lines = map && new nodeModule.SourceMap(JSON.parse(Buffer.from(map[1], "base64").toString()));
  const line = (row, column) => {
    const entry = lines?.findEntry(row - 1, column - 1);
    return entry?.originalLine === undefined ? null : entry.originalLine + 1;
  };
  return { code: made.replace(MAP, ""), line };
}

/** The stripper names the place in its own way. */
function placed(error) {
  const place = /:(\d+)(?::\d+)?\b/.exec(String(error.stack).split("\n")[0]);
  const shown = new SyntaxError(String(error.message).trim());
  shown.stack = place ? `solution.ts:${place[1]}` : "";
  return shown;
}

/** `import` and `export` in the words of a script, on the same lines. */
function asScript(code) {
  return code
    .replace(IMPORT, (all, space, names, from) => `${space}${bound(names, `require(${from})`)};${lines(all)}`)
    .replace(BARE_IMPORT, "$1require($2);")
    .replace(EXPORT_LIST, (all) => lines(all))
    .replace(EXPORTED, "$1")
    .replace(DEFAULT, "$1module.exports.default =");
}

const lines = (text) => "\n".repeat(text.split("\n").length - 1);

function bound(names, module) {
  const [, first, rest] = /^([\w$]+\s*(?:,|$))?\s*([\s\S]*)$/.exec(names.replace(/\s+/g, " "));
  const parts = [];
  if (first) parts.push(`${first.replace(",", "").trim()} = ((m) => m?.default ?? m)(${module})`);
  if (rest) parts.push(`${rest.replace(/^\*\s*as\s+/, "").replace(/\bas\b/g, ":")} = ${module}`);
  return `var ${parts.join(", ")}`;
}

/** Properties of the global object, which declarations of the file's own may replace. */
function provide(source, task) {
  const node = nodeModule.createRequire(`${SCRATCH}/${task.file}`);
  const provided = prelude.names(source);
  const require = (name) => prelude.module(name, provided) ?? node(name);
  Object.assign(require, node);
  Object.assign(globalThis, provided, classes(task.node), { require, module: { exports: {} } });
  globalThis.exports = globalThis.module.exports;
}

module.exports = { load, loadProgram };
