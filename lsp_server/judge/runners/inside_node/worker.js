// The process that a candidate in JavaScript or TypeScript runs in: `node worker.js serve|program`.
//
// Speaks the protocol of `inside/supervisor.py`: commands come on descriptor 3, replies go to 4, one line each. Shares
// everything with the candidate, so it holds no secret and is believed nothing. What it uses of the runtime is taken
// before the candidate is loaded, so that a patched prototype hurts nobody but its owner.
"use strict";

const fs = require("fs");
const { described } = require("./errors");
const { load, loadProgram } = require("./load");
const { run } = require("./forms");

const COMMANDS = 3;
const REPLIES = 4;
const CHUNK = 65536;
const { writeSync, readSync, readFileSync } = fs;
const { stringify, parse } = JSON;
const task = parse(readFileSync("task.json", "utf8"));
const source = readFileSync(task.file, "utf8");
let unread = Buffer.alloc(0);

// What is printed must have left when a reply is sent; Node queues what a pipe does not take at once.
for (const stream of [process.stdout, process.stderr]) stream._handle?.setBlocking?.(true);

function send(text) {
  let rest = Buffer.from(text + "\n");
  while (rest.length) rest = rest.subarray(writeSync(REPLIES, rest));
}

/** The next command as [token, payload], null at the end. */
function command() {
  for (let end; (end = unread.indexOf(10)) < 0; ) {
    const chunk = Buffer.alloc(CHUNK);
    const size = readSync(COMMANDS, chunk);
    if (!size) return null;
    unread = Buffer.concat([unread, chunk.subarray(0, size)]);
  }
  const end = unread.indexOf(10);
  const line = unread.toString("utf8", 0, end);
  unread = unread.subarray(end + 1);
  const space = line.indexOf(" ");
  return [line.slice(0, space), line.slice(space + 1)];
}

async function serve() {
  const loaded = load(source, task);
  let waiting = null;
  process.on("uncaughtException", (error) => waiting?.(error));
  process.on("beforeExit", () => waiting?.(new Error("It waits for something that never comes.")));
  send(stringify({ ready: true, errors: loaded.errors }));
  for (let next; (next = command()); ) {
    const [token, payload] = next;
    const stray = new Promise((_, reject) => { waiting = reject; waiting.token = token; });
    let reply;
    try {
      reply = await Promise.race([run(loaded, parse(payload), task), stray]);
    } catch (error) {
      reply = failed(error, loaded);
    }
    waiting = null;
    stray.catch(() => {});
    send(`${token} ${reply}`);
  }
  process.reallyExit(0);
}

function failed(error, loaded) {
  return error?.tooLarge ? stringify({ too_large: true }) : stringify({ error: described(error, loaded) });
}

/** The file as a program of its own. It ends when it has nothing more to do, or by `process.exit`. */
function program() {
  const [token] = command();
  const started = performance.now();
  let error = null;
  process.on("uncaughtException", (thrown) => {
    error = thrown;
    process.exit(1);
  });
  process.on("exit", (status) => {
    const ms = performance.now() - started;
    if (!error && status) error = Object.assign(new Error(`with status ${status}`), { name: "Exit" });
    send(`${token} ${error ? failed(error, loaded) : stringify({ ms })}`);
  });
  const loaded = loadProgram(source, task);
}

process.argv[2] === "program" ? program() : serve();
