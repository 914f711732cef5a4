// How each of LeetCode's node classes is written as an array: its fields in the order of its constructor, the array to
// nodes, and nodes to the array. `make(fields)` makes a node; `most` is how many items are wanted at most.
"use strict";

const fieldsOf = (...fields) => ({ fields, empty: () => Object.fromEntries(fields.map((f) => [f, f === "val" ? 0 : null])) });

/** Values in level order with null for gaps; gaps at the end are dropped. */
function levels(root, next, most, value = (node) => node.val) {
  const items = [];
  const waiting = [root];
  for (let k = 0; k < waiting.length && items.length <= most; k++) {
    const node = waiting[k];
    items.push(node ? value(node) : null);
    if (node) waiting.push(...next(node));
  }
  while (items.length && items.at(-1) === null) items.pop();
  return items;
}

function complete(items, make, sides) {
  if (!items.length || items[0] === null) return null;
  const root = make(items[0]);
  const waiting = [root];
  let at = 1;
  for (let k = 0; k < waiting.length && at < items.length; k++) {
    for (const side of sides) {
      const item = items[at++];
      if (item === null || item === undefined) continue;
      waiting.push((waiting[k][side] = make(item)));
    }
  }
  return root;
}

const tree = (items, make) => complete(items, (val) => make({ val }), ["left", "right"]);
const binaryItems = (root, most) => levels(root, (node) => [node.left, node.right], most);

function chain(items, make) {
  let head = null;
  for (let k = items.length - 1; k >= 0; k--) head = make({ val: items[k], next: head });
  return head;
}

function along(head, field, most) {
  const items = [];
  for (let node = head; node && items.length <= most; node = node[field]) {
    items.push(node.val);
    if (node[field] === head) break;
  }
  return items;
}

const list = {
  ...fieldsOf("val", "next"),
  build: chain,
  items(head, most) {
    const items = [];
    for (let node = head; node && items.length <= most; node = node.next) items.push(node.val);
    return items;
  },
};

const binary = { ...fieldsOf("val", "left", "right"), build: tree, items: binaryItems };

const children = {
  fields: ["val", "children"],
  empty: () => ({ val: undefined, children: [] }),
  build(items, make) {
    if (!items.length) return null;
    const root = make({ val: items[0], children: [] });
    const waiting = [root];
    let parent = 0;
    for (const val of items.slice(2)) {
      if (val === null) {
        parent += 1;
        continue;
      }
      const child = make({ val, children: [] });
      waiting[parent].children.push(child);
      waiting.push(child);
    }
    return root;
  },
  items(root, most) {
    const items = [root.val, null];
    const waiting = [root];
    for (let k = 0; k < waiting.length && items.length <= most; k++) {
      for (const child of waiting[k].children ?? []) {
        items.push(child.val);
        waiting.push(child);
      }
      items.push(null);
    }
    while (items.at(-1) === null) items.pop();
    return items;
  },
};

const neighbors = {
  fields: ["val", "neighbors"],
  empty: () => ({ val: 0, neighbors: [] }),
  build(items, make) {
    const nodes = items.map((_, k) => make({ val: k + 1, neighbors: [] }));
    items.forEach((near, k) => (nodes[k].neighbors = near.map((val) => nodes[val - 1])));
    return nodes[0] ?? null;
  },
  items(first, most) {
    const byValue = new Map([[first.val, first]]);
    for (const node of byValue.values()) {
      for (const other of node.neighbors) if (!byValue.has(other.val)) byValue.set(other.val, other);
      if (byValue.size > most) break;
    }
    return [...byValue.keys()].sort((a, b) => a - b).map((val) => byValue.get(val).neighbors.map((node) => node.val));
  },
};

const random = {
  ...fieldsOf("val", "next", "random"),
  build(items, make) {
    const nodes = items.map(([val]) => make({ val }));
    nodes.forEach((node, k) => {
      node.next = nodes[k + 1] ?? null;
      node.random = items[k][1] === null ? null : nodes[items[k][1]];
    });
    return nodes[0] ?? null;
  },
  items(head, most) {
    const places = new Map();
    for (let node = head; node && places.size <= most && !places.has(node); node = node.next) places.set(node, places.size);
    return [...places.keys()].map((node) => [node.val, places.get(node.random) ?? null]);
  },
};

const CORNERS = ["topLeft", "topRight", "bottomLeft", "bottomRight"];
const quad = {
  ...fieldsOf("val", "isLeaf", ...CORNERS),
  build: (items, make) => complete(items, ([isLeaf, val]) => make({ isLeaf: !!isLeaf, val: !!val }), CORNERS),
  items: (root, most) => levels(root, (node) => CORNERS.map((c) => node[c]), most, (node) => [+!!node.isLeaf, +!!node.val]),
};

const multilevel = {
  ...fieldsOf("val", "prev", "next", "child"),
  build(items, make) {
    let [level, parent, skip, head] = [[], null, 0, null];
    for (const val of items) {
      if (val !== null) {
        const node = make({ val, prev: level.at(-1) ?? null });
        if (level.length) level.at(-1).next = node;
        else if (parent) parent[skip].child = node;
        head ??= node;
        level.push(node);
      } else if (level.length) [parent, skip, level] = [level, 0, []];
      else skip += 1;
    }
    return head;
  },
  items(head, most) {
    const items = [];
    for (let first = head; first && items.length <= most; ) {
      const level = [];
      for (let node = first; node && level.length <= most; node = node.next) level.push(node);
      level.forEach((node, k) => items.push(node.val, ...(node.prev == level[k - 1] ? [] : ["wrong prev"])));
      const place = level.findIndex((node) => node.child);
      first = place < 0 ? null : level[place].child;
      if (first) items.push(null, ...Array(place).fill(null));
    }
    return items;
  },
};

const next = {
  ...fieldsOf("val", "left", "right", "next"),
  build: tree,
  items(root, most) {
    const items = [];
    for (let first = root; first && items.length <= most; ) {
      let below = null;
      for (let node = first; node && items.length <= most; node = node.next) {
        items.push(node.val);
        below ??= node.left ?? node.right;
      }
      items.push("#");
      first = below;
    }
    return items;
  },
};

const parent = {
  ...fieldsOf("val", "left", "right", "parent"),
  build(items, make) {
    const root = tree(items, make);
    const waiting = [root];
    for (const node of waiting) {
      for (const child of [node?.left, node?.right]) if (child) waiting.push(Object.assign(child, { parent: node }));
    }
    return root;
  },
  items: binaryItems,
};

/** A search tree, or the ring of a sorted list that it was turned into. */
const ring = {
  ...fieldsOf("val", "left", "right"),
  build: tree,
  items: (root, most) => (root.left?.right === root ? along(root, "right", most) : binaryItems(root, most)),
};

const circle = {
  ...fieldsOf("val", "next"),
  build(items, make) {
    const head = chain(items, make);
    let last = head;
    while (last?.next) last = last.next;
    if (last) last.next = head;
    return head;
  },
  items: (head, most) => along(head, "next", most),
};

module.exports = { list, binary, children, neighbors, random, quad, multilevel, next, parent, ring, circle };
