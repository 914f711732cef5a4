// An error as plain data: its class and their bases, its text, and the line of the candidate's file.
"use strict";

const { inspect } = require("util");

const MOST_TEXT = 2000;
const MOST_KINDS = 20;
const AT = /solution\.[jt]s:(\d+)(?::(\d+))?/;
const OUT_OF_MEMORY = /^(Array buffer allocation failed|Invalid string length)$/;

/** The file defines nothing of the name that was to be called. */
class NotDefinedError extends Error {}

/** A copy was asked for, and a node of the argument came back. */
class NotACopyError extends Error {
  message = "the result holds a node of the argument, it is no copy";
}

/** `loaded.line` leads from a line of what was run to the line of the file, where they differ. */
function described(error, loaded) {
  if (!(error instanceof Error) && typeof error?.stack !== "string") {
    return { types: ["Thrown"], text: shown(error), line: null };
  }
  return { types: kinds(error), text: String(error.message).slice(0, MOST_TEXT), line: line(error, loaded) };
}

function kinds(error) {
  const names = [];
  for (let kind = error; kind && names.length < MOST_KINDS; kind = Object.getPrototypeOf(kind)) {
    const name = Object.hasOwn(kind, "constructor") ? kind.constructor?.name : Object.hasOwn(kind, "name") && kind.name;
    if (typeof name === "string" && name) names.push(name);
  }
  return OUT_OF_MEMORY.test(error.message) ? ["MemoryError", ...names] : names.length ? names : ["Error"];
}

function line(error, loaded) {
  const found = AT.exec(String(error.stack));
  if (!found) return null;
  const [row, column] = [Number(found[1]), Number(found[2] ?? 1)];
  return loaded?.line ? loaded.line(row, column) : row;
}

function shown(value) {
  try {
    return inspect(value, { depth: 2, breakLength: Infinity }).slice(0, MOST_TEXT);
  } catch {
    return "(something that cannot be shown)";
  }
}

module.exports = { NotACopyError, NotDefinedError, described, shown };
