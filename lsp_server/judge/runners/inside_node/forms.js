// Runs one example, in each of the forms that an example can have, and writes down what came of it.
"use strict";

const nodes = require("./nodes");
const { plain } = require("./nested");
const { Encoder, decode } = require("./codec");
const prelude = require("./prelude");
const { follow } = require("./recipes");
const { NotACopyError, NotDefinedError, shown } = require("./errors");

const now = performance.now.bind(performance);
const { stringify } = JSON;

/** A reply as JSON. */
async function run(loaded, example, task) {
  const form = FORMS[example.form];
  if (!form) throw new Error(`An example of the form ${example.form} cannot be run in this language.`);
  const encoder = new Encoder(task.room, nodes.shape(task.node));
  const parts = Object.entries(await form(loaded, example, task, encoder));
  return `{${parts.map(([name, text]) => `${stringify(name)}:${text}`).join(",")}}`;
}

async function argumentsForm(loaded, example, task, encoder) {
  if (example.aside?.startsWith("f")) return scripted(loaded, example, task, encoder);
  const call = knowing(callable(loaded, task), task);
  const types = example.inputs.map((_, k) => task.types[k] ?? "");
  const values = nodes.build(example.inputs.map(([, value], k) => decode(value, types[k])), task.types, loaded, task.node);
  const aside = example.aside ?? "v";
  const given = aside === "n" ? nodes.reachable(...values) : [];
  prelude.hide(Number(aside.slice(1)));
  const started = now();
  const result = await call(...values);
  const reply = { ms: String(now() - started) };
  if (aside in ASIDES) return { ...reply, value: encoder.encode(ASIDES[aside](result ?? null)) };
  if (given.length && nodes.reachable(result).some((node) => given.includes(node))) throw new NotACopyError();
  const names = example.inputs.map(([name]) => name);
  const place = names.indexOf(example.mutated);
  if (result == null && values.length) reply.first = final(values[0], types[0], encoder);
  if (place >= 0 && place < values.length) reply.mutated = final(values[place], types[place], encoder);
  reply.value = final(result ?? null, task.returns, encoder);
  if (example.wants_repr || result === undefined) reply.repr = stringify(shown(result));
  return reply;
}

/** A solution that is not just called: `recipes.js`. */
async function scripted(loaded, example, task, encoder) {
  const inputs = example.inputs.map(([name, value]) => [name, decode(value)]);
  const started = now();
  const result = await follow(example.aside.slice(1), () => callable(loaded, task), inputs, task);
  return { ms: String(now() - started), value: encoder.encode(result ?? null) };
}

/** What is reported instead of the result: `judge/arranged.py`. */
const ASIDES = { p: nodes.place, w: nodes.whole };

/** LeetCode's "First Bad Version" in JavaScript is a function that is given the API, and returns the solution. */
function knowing(call, task) {
  return task.parameters.join() === "isBadVersion" ? call(prelude.known.isBadVersion) : call;
}

/** null stands for an empty list or tree where the type says that one is meant. */
function final(value, type, encoder) {
  const kind = value == null && nodes.kindOf(type ?? "");
  return kind ? `{"t":"nodes","v":["${kind}",[]]}` : encoder.encode(plain(value));
}

/** The method of a new `Solution`, or the function; the other of the two where a candidate chose so. */
function callable(loaded, task) {
  const owner = loaded.get(task.owner || "Solution");
  const subject = typeof owner === "function" && task.name in (owner.prototype ?? {}) ? new owner() : null;
  const method = subject && ((...values) => subject[task.name](...values));
  const plain = loaded.get(task.name) ?? (typeof owner?.[task.name] === "function" ? owner[task.name].bind(owner) : null);
  const order = task.kind === "method" ? [method, plain] : [plain, method];
  const found = order.find((candidate) => typeof candidate === "function");
  if (!found) throw new NotDefinedError(task.name);
  return found;
}

/** A design class: the first operation makes the object, the others are called on it in order. */
async function operationsForm(loaded, example, task, encoder) {
  const inputs = Object.fromEntries(example.inputs);
  const [operations, values] = [decode(inputs.operations), inputs.arguments];
  const cls = loaded.get(operations[0]) ?? loaded.get(task.name);
  if (typeof cls !== "function") throw new NotDefinedError(operations[0]);
  const given = (k) => {
    const types = task.methods[k ? operations[k] : "constructor"] ?? [];
    return nodes.build((values[k] ?? []).map((value, place) => decode(value, types[place])), types, loaded, task.node);
  };
  const results = [null];
  const started = now();
  const subject = new cls(...given(0));
  for (let k = 1; k < operations.length; k++) results.push((await subject[operations[k]](...given(k))) ?? null);
  return { ms: String(now() - started), value: encoder.encode(results) };
}

const FORMS = { arguments: argumentsForm, operations: operationsForm };

module.exports = { run };
