// Values as JSON, both ways: the counterpart of `inside/codec.py`, which says what the tags mean.
"use strict";

const vm = require("vm");
const { shown } = require("./errors");

const MOST_DEPTH = 100;
const { stringify } = JSON;
const { isArray } = Array;

class TooLargeError extends Error {
  tooLarge = true;
}

/** Writes values as text. `shape(value)` tells `[kind, items]` for linked lists and trees, null for anything else. */
class Encoder {
  constructor(room, shape) {
    this.room = room;
    this.shape = shape;
    this.above = new Set();
  }

  encode(value) {
    this.spend(1);
    const scalar = SCALARS[typeof value];
    if (scalar) return this.text(scalar(value));
    if (value === null) return "null";
    if (this.above.has(value)) return opaque("cycle", "...");
    if (this.above.size >= MOST_DEPTH) return opaque("deep", "...");
    this.above.add(value);
    try {
      return this.object(value);
    } finally {
      this.above.delete(value);
    }
  }

  spend(amount) {
    this.room -= amount;
    if (this.room < 0) throw new TooLargeError();
  }

  text(written) {
    this.spend(written.length);
    return written;
  }

  object(value) {
    if (isArray(value)) return this.items(value);
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return this.items(value);
    if (value instanceof Map) return tagged("dict", this.pairs([...value]));
    if (value instanceof Set) return tagged("set", this.items([...value]));
    const nodes = this.shape(value, this.room);
    if (nodes) return tagged("nodes", `[${stringify(nodes[0])}, ${this.items(nodes[1])}]`);
    if (value instanceof Number || value instanceof String || value instanceof Boolean) return this.encode(value.valueOf());
    const plain = [Object.prototype, null].includes(Object.getPrototypeOf(value));
    if (plain) return tagged("dict", this.pairs(Object.entries(value)));
    return this.text(opaque(value.constructor?.name ?? "object", shown(value)));
  }

  items(values) {
    const parts = [];
    for (let k = 0; k < values.length; k++) parts.push(this.encode(values[k]));
    return `[${parts.join(",")}]`;
  }

  pairs(pairs) {
    return `[${pairs.map(([key, value]) => `[${this.encode(key)},${this.encode(value)}]`).join(",")}]`;
  }
}

const tagged = (tag, text) => `{"t":"${tag}","v":${text}}`;
const opaque = (kind, text) => tagged("opaque", stringify([String(kind), text]));

function number(value) {
  if (!Number.isFinite(value)) return tagged("float", stringify(String(value).replace("Infinity", "inf")));
  return Object.is(value, -0) ? "-0.0" : String(value);
}

function bigint(value) {
  const digits = value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
  return tagged("int", stringify(digits));
}

const SCALARS = {
  number,
  bigint,
  string: stringify,
  boolean: String,
  undefined: () => opaque("undefined", "undefined"),
  function: (value) => opaque("function", shown(value)),
  symbol: (value) => opaque("symbol", shown(value)),
};

/** The inverse, for the inputs of examples. `type` is the type that the signature names. */
function decode(data, type = "") {
  if (isArray(data)) return data.map((item) => decode(item, type));
  if (data === null || typeof data !== "object") return /\bbigint\b/.test(type) && Number.isInteger(data) ? BigInt(data) : data;
  return DECODERS[data.t](data.v, type);
}

const DECODERS = {
  int: (v, type) => {
    const value = v.startsWith("-") ? -BigInt(v.slice(1)) : BigInt(v);
    return /\bbigint\b/i.test(type) ? value : Number(value);
  },
  float: (v) => Number(v.replace("inf", "Infinity")),
  bytes: (v) => Buffer.from(v, "hex"),
  code: (v) => vm.runInThisContext(`(${v}\n)`, { filename: "example" }),
  chain: ([items, enter, join, loop]) => new Chain(decode(items), enter, join, loop),
  tuple: (v, type) => v.map((item) => decode(item, type)),
  set: (v, type) => new Set(v.map((item) => decode(item, type))),
  dict: (v, type) => {
    const pairs = v.map(([key, item]) => [decode(key), decode(item, type)]);
    return pairs.every(([key]) => typeof key === "string") && !/\bMap\b/.test(type) ? Object.fromEntries(pairs) : new Map(pairs);
  },
};

/** Nodes of which an argument is one: `Chain` in `inside/codec.py`. */
class Chain {
  constructor(items, enter, join, loop) {
    Object.assign(this, { items, enter, join, loop });
  }
}

module.exports = { Chain, Encoder, decode };
