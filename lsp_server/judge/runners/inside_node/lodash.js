// The functions of lodash that solutions on the sites use, by its public documentation. Not the whole library.
"use strict";

const rank = (by) => (typeof by === "function" ? by : by === undefined ? (value) => value : (value) => value?.[by]);
const list = (values) => (values == null ? [] : Array.isArray(values) || typeof values === "string" ? [...values] : Object.values(values));
const compared = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function best(values, by, wins) {
  const of = rank(by);
  let found;
  list(values).forEach((value, k) => { if (k === 0 || wins(of(value), of(found))) found = value; });
  return found;
}

function uniqBy(values, by) {
  const seen = new Set();
  return list(values).filter((value) => !seen.has(rank(by)(value)) && seen.add(rank(by)(value)));
}

function grouped(values, by, start, add) {
  const groups = {};
  for (const value of list(values)) groups[rank(by)(value)] = add(groups[rank(by)(value)] ?? start(), value);
  return groups;
}

function range(start, end, step) {
  if (end === undefined) [start, end] = [0, start];
  step ??= end < start ? -1 : 1;
  return Array.from({ length: Math.max(0, Math.ceil((end - start) / (step || 1))) }, (_, k) => start + k * step);
}

function orderBy(values, by = [undefined], orders = []) {
  const keys = [by].flat().map(rank);
  const signs = [orders].flat().map((order) => (order === "desc" ? -1 : 1));
  return list(values).sort((a, b) => {
    for (let k = 0; k < keys.length; k++) {
      const order = compared(keys[k](a), keys[k](b));
      if (order) return order * (signs[k] ?? 1);
    }
    return 0;
  });
}

const lodash = {
  range,
  orderBy,
  uniqBy,
  sortBy: (values, ...by) => orderBy(values, by.length ? by.flat() : [undefined]),
  uniq: (values) => uniqBy(values),
  sum: (values) => list(values).reduce((a, b) => a + b, 0),
  sumBy: (values, by) => list(values).map(rank(by)).reduce((a, b) => a + b, 0),
  mean: (values) => lodash.sum(values) / list(values).length,
  max: (values) => best(values, undefined, (a, b) => a > b),
  min: (values) => best(values, undefined, (a, b) => a < b),
  maxBy: (values, by) => best(values, by, (a, b) => a > b),
  minBy: (values, by) => best(values, by, (a, b) => a < b),
  groupBy: (values, by) => grouped(values, by, () => [], (group, value) => [...group, value]),
  countBy: (values, by) => grouped(values, by, () => 0, (count) => count + 1),
  keyBy: (values, by) => grouped(values, by, () => null, (_, value) => value),
  partition: (values, test) => [list(values).filter(rank(test)), list(values).filter((value) => !rank(test)(value))],
  chunk: (values, size = 1) => range(0, list(values).length, size).map((k) => list(values).slice(k, k + size)),
  zip: (...lists) => range(Math.max(0, ...lists.map((l) => l.length))).map((k) => lists.map((l) => l[k])),
  flatten: (values) => list(values).flat(),
  flattenDeep: (values) => list(values).flat(Infinity),
  compact: (values) => list(values).filter(Boolean),
  first: (values) => list(values)[0],
  head: (values) => list(values)[0],
  last: (values) => list(values).at(-1),
  take: (values, n = 1) => list(values).slice(0, n),
  drop: (values, n = 1) => list(values).slice(n),
  reverse: (values) => values.reverse(),
  fill: (values, ...how) => values.fill(...how),
  difference: (values, ...others) => list(values).filter((value) => !others.flat().includes(value)),
  intersection: (first, ...others) => uniqBy(first).filter((value) => others.every((other) => other.includes(value))),
  union: (...lists) => uniqBy(lists.flat()),
  without: (values, ...gone) => list(values).filter((value) => !gone.includes(value)),
  cloneDeep: structuredClone,
  clone: (value) => (Array.isArray(value) ? [...value] : { ...value }),
  isEqual: require("util").isDeepStrictEqual,
  isEmpty: (value) => list(value instanceof Map || value instanceof Set ? [...value] : value).length === 0,
  isNil: (value) => value == null,
  times: (n, make = (k) => k) => range(n).map((k) => make(k)),
  clamp: (value, low, high) => Math.min(Math.max(value, low), high),
  size: (values) => list(values).length,
  map: (values, act) => list(values).map(rank(act)),
  filter: (values, act) => list(values).filter(rank(act)),
  forEach: (values, act) => (list(values).forEach(act), values),
  each: (values, act) => (list(values).forEach(act), values),
  reduce: (values, act, ...start) => list(values).reduce(act, ...start),
  find: (values, act) => list(values).find(rank(act)),
  findIndex: (values, act) => list(values).findIndex(rank(act)),
  every: (values, act) => list(values).every(rank(act)),
  some: (values, act) => list(values).some(rank(act)),
  includes: (values, value) => list(values).includes(value),
  keys: (value) => Object.keys(value ?? {}),
  values: (value) => Object.values(value ?? {}),
  entries: (value) => Object.entries(value ?? {}),
  toPairs: (value) => Object.entries(value ?? {}),
  fromPairs: (pairs) => Object.fromEntries(pairs),
  mapValues: (value, act) => Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rank(act)(item)])),
  invert: (value) => Object.fromEntries(Object.entries(value).map(([key, item]) => [item, key])),
  repeat: (text, n) => text.repeat(n),
  padStart: (text, ...how) => String(text).padStart(...how),
  identity: (value) => value,
};

module.exports = lodash;
