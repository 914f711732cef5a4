// What LeetCode provides for every solution in JavaScript: queues by datastructures-js, and lodash as `_`.
"use strict";

const lodash = require("./lodash");
const queues = require("./queues");

const MODULES = { lodash: () => lodash, underscore: () => lodash };
const QUEUES = /^@?datastructures-js\/(priority-queue|queue|deque|stack)$/;
const OLD = /\.\s*(?:element|priority)\b|\{\s*(?:element|priority)\b/;

let hidden = 0;

/** The number that the functions of `known` know (see `judge/arranged.py`). */
function hide(number) {
  hidden = number;
}

const known = {
  isBadVersion: (version) => version >= hidden,
  guess: (num) => Math.sign(hidden - num),
};

/** In version 5 a priority queue handed out `{element, priority}`; whether a file counts on that, it shows. */
function names(source) {
  return { ...queues.classes(OLD.test(source)), ...known, _: lodash };
}

/** What `require(name)` gives, undefined when it is not for us to say. */
function module_(name, provided) {
  return QUEUES.test(name) ? provided : MODULES[name]?.();
}

module.exports = { hide, known, names, module: module_ };
