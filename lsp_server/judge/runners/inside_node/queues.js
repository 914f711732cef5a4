// The queues of datastructures-js, by their public documentation: versions 5 and 6 of the priority queue, queue, deque,
// stack.
"use strict";

class Heap {
  constructor(before, items = []) {
    this.before = before;
    this.heap = [];
    for (const item of items) this.add(item);
  }

  add(item) {
    const { heap, before } = this;
    let at = heap.push(item) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!before(item, heap[up])) break;
      heap[at] = heap[up];
      at = up;
    }
    heap[at] = item;
  }

  take() {
    const { heap, before } = this;
    const first = heap[0];
    const item = heap.pop();
    if (!heap.length) return first;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child += 1;
      if (!before(heap[child], item)) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = item;
    return first;
  }

  sorted() {
    const rest = new Heap(this.before, this.heap);
    return this.heap.map(() => rest.take());
  }
}

/** `rank(value)` gives what decides; `sign` 1: the smallest first, -1: the largest. */
function ordered(rank, sign) {
  return (one, other) => {
    const [a, b] = [rank(one), rank(other)];
    return sign > 0 ? a < b : a > b;
  };
}

function priorityQueue(name, before, pairs) {
  const kept = (element, priority) => (pairs ? { element, priority } : element);
  return {
    [name]: class {
      #heap;
      #priority;
      constructor(options, items) {
        this.#priority = typeof options === "object" && options ? options.priority : typeof options === "function" ? options : null;
        this.#heap = new Heap(before(options, pairs));
        for (const item of items ?? []) this.enqueue(item);
      }
      static fromArray(items, options) { return new this(options, items); }
      enqueue(element, priority = this.#priority && this.#priority.length < 2 ? this.#priority(element) : element) {
        this.#heap.add(kept(element, priority));
        return this;
      }
      push(...values) { return this.enqueue(...values); }
      dequeue() { return this.isEmpty() ? null : this.#heap.take(); }
      pop() { return this.dequeue(); }
      front() { return this.#heap.heap[0] ?? null; }
      back() { return this.toArray().at(-1) ?? null; }
      size() { return this.#heap.heap.length; }
      isEmpty() { return this.size() === 0; }
      toArray() { return this.#heap.sorted(); }
      clear() { this.#heap.heap.length = 0; }
      contains(test) { return this.#heap.heap.some(test); }
      remove(test) {
        const gone = this.#heap.heap.filter(test);
        this.#heap = new Heap(this.#heap.before, this.#heap.heap.filter((item) => !test(item)));
        return gone;
      }
      *[Symbol.iterator]() { while (!this.isEmpty()) yield this.dequeue(); }
    },
  }[name];
}

const bySize = (sign) => (options, pairs) => {
  if (typeof options?.compare === "function") return byCompare(options, pairs);
  const rank = typeof options === "function" ? options : options?.priority;
  return ordered(pairs ? (item) => item.priority : rank ?? ((item) => item), sign);
};

function byCompare(options, pairs) {
  const compare = typeof options === "function" ? options : options?.compare;
  if (!compare) return ordered(pairs ? (item) => item.priority : (item) => item, 1);
  return pairs ? (a, b) => compare(a.element, b.element) < 0 : (a, b) => compare(a, b) < 0;
}

/** A ring, so that both ends are as fast. */
class Deque {
  #items = new Array(16);
  #first = 0;
  #size = 0;
  constructor(items = []) { for (const item of items) this.pushBack(item); }
  static fromArray(items) { return new this(items); }
  #at(place) { return (this.#first + place) & (this.#items.length - 1); }
  #grow() {
    if (this.#size < this.#items.length) return;
    this.#items = [...this.toArray(), ...new Array(this.#size)];
    this.#first = 0;
  }
  pushBack(item) {
    this.#grow();
    this.#items[this.#at(this.#size++)] = item;
    return this;
  }
  pushFront(item) {
    this.#grow();
    this.#first = this.#at(this.#items.length - 1);
    this.#size += 1;
    this.#items[this.#first] = item;
    return this;
  }
  popFront() {
    if (!this.#size) return null;
    const item = this.#items[this.#first];
    this.#items[this.#first] = undefined;
    this.#first = this.#at(1);
    this.#size -= 1;
    return item;
  }
  popBack() {
    if (!this.#size) return null;
    const place = this.#at(--this.#size);
    const item = this.#items[place];
    this.#items[place] = undefined;
    return item;
  }
  front() { return this.#size ? this.#items[this.#first] : null; }
  back() { return this.#size ? this.#items[this.#at(this.#size - 1)] : null; }
  size() { return this.#size; }
  isEmpty() { return this.#size === 0; }
  toArray() { return Array.from({ length: this.#size }, (_, k) => this.#items[this.#at(k)]); }
  clear() { while (this.#size) this.popBack(); }
  clone() { return new this.constructor(this.toArray()); }
  *[Symbol.iterator]() { yield* this.toArray(); }
}

class Queue extends Deque {
  enqueue(item) { return this.pushBack(item); }
  dequeue() { return this.popFront(); }
  push(item) { return this.pushBack(item); }
  pop() { return this.popFront(); }
}

class Stack extends Deque {
  push(item) { return this.pushBack(item); }
  pop() { return this.popBack(); }
  peek() { return this.back(); }
}

function classes(pairs) {
  return {
    PriorityQueue: priorityQueue("PriorityQueue", byCompare, pairs),
    MinPriorityQueue: priorityQueue("MinPriorityQueue", bySize(1), pairs),
    MaxPriorityQueue: priorityQueue("MaxPriorityQueue", bySize(-1), pairs),
    Queue,
    Deque,
    Stack,
  };
}

module.exports = { classes };
