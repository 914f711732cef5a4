// LeetCode's `NestedInteger`, a number or a list of such, which it gives to a file that does not define it.
"use strict";

const NAME = "NestedInteger";
const LIST_OF = /NestedInteger\s*(?:\[\]|>)/;

class NestedInteger {
  #value;
  #items = [];

  constructor(value) {
    this.#value = value ?? null;
  }

  isInteger() {
    return this.#value !== null;
  }

  getInteger() {
    return this.#value;
  }

  setInteger(value) {
    this.#value = value;
    this.#items = [];
  }

  add(elem) {
    this.#value = null;
    this.#items.push(elem);
  }

  getList() {
    return this.#items;
  }
}

const isMeant = (type) => new RegExp(`\\b${NAME}\\b`).test(type ?? "");

/** Numbers and lists as what the type says: one of such, or a list of them. */
function built(value, type) {
  return LIST_OF.test(type) ? value.map(one) : one(value);
}

function one(value) {
  if (!Array.isArray(value)) return new NestedInteger(value);
  const made = new NestedInteger();
  for (const item of value) made.add(one(item));
  return made;
}

/** What was made of such objects as numbers and lists; anything else as it is. */
function plain(value) {
  if (value?.constructor?.name !== NAME) return value;
  return value.isInteger() ? value.getInteger() : value.getList().map(plain);
}

module.exports = { NestedInteger, built, isMeant, plain };
