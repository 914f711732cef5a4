// How the problems that LeetCode has for JavaScript use a solution: call what it returns, count its calls, and so on.
// `problem/binding/scripted.py` says which of the ways an example means.
"use strict";

const { performance } = require("perf_hooks");
const { NotDefinedError } = require("./errors");

const METHOD = /^(\w+)\.prototype\.(\w+)$/;
const CLOCK_MS = 5;

const MEMOIZED = {
  sum: (a, b) => a + b,
  fib: (n) => (n <= 1 ? 1 : MEMOIZED.fib(n - 1) + MEMOIZED.fib(n - 2)),
  factorial: (n) => (n <= 1 ? 1 : MEMOIZED.factorial(n - 1) * n),
};

/** `call` finds the solution; `names` and `values` are what the example states; `rest` is what follows the arguments. */
const RECIPES = {
  spread: ({ call, values }) => call()(...values[0]),
  made: async ({ made, rest }) => (await made())(...(Array.isArray(rest) ? rest : [rest])),
  counter: ({ made, rest }) => inTurn(rest, made(), (counter) => counter()),
  methods: ({ made, rest }) => inTurn(rest, made(), (object, name) => object[name]()),
  thunk: ({ values }) => values[0](),
  async outcome({ values }) {
    try {
      return { value: await values[0]() };
    } catch (error) {
      return { error: error?.message ?? String(error) };
    }
  },
  async once({ call, values: [fn, calls] }) {
    const { counted, count } = counting(fn);
    const results = [];
    await inTurn(calls, call()(counted), async (limited, given) => {
      const value = await limited(...given);
      if (value !== undefined) results.push({ calls: count(), value });
    });
    return results;
  },
  memoize({ call, values: [name, actions, given] }) {
    const { counted, count } = counting(MEMOIZED[name]);
    const step = (memoized, action, k) => (action === "call" ? memoized(...given[k]) : count());
    return inTurn(actions, call()(counted), step);
  },
  async curried({ call, values: [fn, calls] }) {
    let curried = await call()(fn);
    for (const given of calls) curried = await curried(...given);
    return curried;
  },
  generator({ call, values: [count] }) {
    const generator = call()();
    return Array.from({ length: count }, () => generator.next().value);
  },
  async elapsed({ call, values: [wanted] }) {
    const started = performance.now();
    await call()(wanted);
    const spent = performance.now() - started;
    return spent >= wanted - CLOCK_MS ? wanted : Math.floor(spent); // how much later, the machine decides
  },
  prototype({ task, names, values: [first, ...others] }) {
    const [, cls, name] = METHOD.exec(task.name);
    const subject = cls === "Date" ? new Date(first) : first;
    if (typeof subject?.[name] !== "function") throw new NotDefinedError(task.name);
    return subject[name](...(names[1] === "args" ? others[0] : others));
  },
};

function counting(fn) {
  let calls = 0;
  const counted = (...given) => {
    calls++;
    return fn(...given);
  };
  return { counted, count: () => calls };
}

async function inTurn(items, subject, step) {
  const [results, made] = [[], await subject];
  for (let k = 0; k < items.length; k++) results.push((await step(made, items[k], k)) ?? null);
  return results;
}

/** `find` gives the solution, or throws when there is none. */
function follow(recipe, find, inputs, task) {
  const [names, values] = [inputs.map(([name]) => name), inputs.map(([, value]) => value)];
  const made = () => find()(...values.slice(0, -1));
  return RECIPES[recipe]({ call: find, made, task, names, values, rest: values.at(-1) });
}

module.exports = { follow };
