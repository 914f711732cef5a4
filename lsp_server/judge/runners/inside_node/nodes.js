// LeetCode's linked lists and trees: its classes, arrays to nodes by the type, and nodes back to arrays.
"use strict";

const { Chain } = require("./codec");
const kinds = require("./node_kinds");
const nested = require("./nested");

const NAMES = { ListNode: "list", TreeNode: "binary" };
const LINKS = ["left", "right", "next", "random", "child"];
const LISTS = ["children", "neighbors"];
const MOST_NODES = 1_000_000;
const LIST_OF = /\[\]\s*$|^\s*(readonly\s+)?(Array|ReadonlyArray)</;

/** `variant`: which of LeetCode's many classes `Node` is meant, see `node_variant.py`. */
function kindNamed(name, variant) {
  return kinds[NAMES[name] ?? (variant || "children")];
}

/** Which of the classes a type names, null when it is about something else. */
function kindOf(type) {
  return /\b(ListNode|TreeNode)\b/.exec(type)?.[1] ?? (/\b_?Node\b/.test(type) ? "Node" : null);
}

/** The arguments of a call: arrays become nodes where the type says so.
 *
 * A node given as a number is the node of the first tree that has this value.
 */
function build(values, types, loaded, variant) {
  const built = [];
  firstChain = [];
  values.forEach((value, k) => {
    if (nested.isMeant(types[k])) {
      built.push(nested.built(value, types[k]));
      return;
    }
    const name = kindOf(types[k] ?? "") ?? (value instanceof Chain ? "ListNode" : null);
    built.push(name ? one(name, value, types[k], built[0], loaded, variant) : value);
  });
  return built;
}

function one(name, value, type, first, loaded, variant) {
  const kind = kindNamed(name, variant);
  const cls = (name === "Node" && loaded.get("_Node")) || loaded.get(name) || globalThis[name];
  if (value === null) return null;
  if (value instanceof Chain) return chained(value, one(name, value.items, "", first, loaded, variant));
  if (!Array.isArray(value)) return found(first, value);
  const make = (items) => kind.build(items, (fields) => Object.assign(new cls(fields.val), kind.empty(), fields));
  return LIST_OF.test(type) ? value.map((items) => (items === null ? null : make(items))) : make(value);
}

/** The nodes of the first chain of the call. */
let firstChain = [];

function chained({ enter, join, loop }, start) {
  const nodes = reachable(start);
  const shared = firstChain[join] ?? null;
  if (!nodes.length) return shared;
  const last = nodes[nodes.length - 1];
  if (shared) last.next = shared;
  if (loop >= 0) last.next = nodes[loop];
  if (!firstChain.length) firstChain = nodes;
  return nodes[enter];
}

/** All nodes that can be reached, each once, those nearest first: a tree level by level. */
function reachable(...starts) {
  const seen = new Set();
  const add = (node) => { if (node !== null && typeof node === "object" && "val" in node) seen.add(node); };
  starts.forEach(add);
  for (const node of seen) { // grows while it is walked
    if (seen.size > MOST_NODES) break;
    for (const link of LINKS) add(node[link] ?? null);
    for (const links of LISTS) for (const other of node[links] ?? []) add(other);
  }
  return [...seen];
}

/** Of a node in the first chain; -1 for a node that is none of it. */
function place(node) {
  return node === null ? null : firstChain.indexOf(node);
}

const whole = () => firstChain[0] ?? null;

function found(root, value) {
  const waiting = [root];
  while (waiting.length) {
    const node = waiting.shift();
    if (node === null || typeof node !== "object") continue;
    if (node.val === value) return node;
    waiting.push(node.left ?? null, node.right ?? null);
  }
  return value;
}

/** A function that tells `[name, items]` of a node, null of anything else. */
function shape(variant) {
  return (value, most) => {
    const name = nameOf(value);
    return name && [name, kindNamed(name, variant).items(value, most)];
  };
}

function nameOf(value) {
  const name = value.constructor?.name;
  if (name === "ListNode" || name === "TreeNode") return name;
  if (name === "Node" || name === "_Node") return "val" in value ? "Node" : null;
  const keys = name === "Object" ? Object.keys(value).sort().join() : "";
  return { "next,val": "ListNode", "left,right,val": "TreeNode" }[keys] ?? null;
}

/** The constructors that the site provides: `new TreeNode(1, left, right)`. */
function classes(variant) {
  const made = {};
  for (const name of ["ListNode", "TreeNode", "Node"]) {
    const { fields, empty } = kindNamed(name, variant);
    made[name] = { [name]: function (...values) {
      Object.assign(this, empty());
      fields.forEach((field, k) => { if (values[k] !== undefined) this[field] = values[k]; });
    } }[name];
  }
  return { ...made, _Node: made.Node, NestedInteger: nested.NestedInteger };
}

module.exports = { build, classes, kindOf, place, reachable, shape, whole };
