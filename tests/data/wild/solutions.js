// ==== atcoder_told_js
const [, ...words] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/);
for (const word of words) console.log(Number(word) % 2 === 0 ? "Yes" : "No"); //~ console.log("Yes");

// ==== codewars_js
function highAndLow(numbers) {
  const values = numbers.split(" ").map(Number);
  return `${Math.max(...values)} ${Math.min(...values)}`; //~ return `${Math.min(...values)} ${Math.max(...values)}`;
}

// ==== crlf_html_entities_js
var isAnagram = function(s, t) {
  const sorted = (text) => [...text].sort().join("");
  return sorted(s) === sorted(t); //~ return s === t;
};

// ==== interview_js
const flatten = (items) => items.flat(Infinity); //~ const flatten = (items) => items.flat();

// ==== leetcode_callbacks_js
var reduce = function(nums, fn, init) {
  for (const each of nums) init = fn(init, each); //~ init = fn(init, nums[0]);
  return init;
};

// ==== leetcode_time_limit_js
var timeLimit = function(fn, t) {
  const late = () => new Promise((_, reject) => setTimeout(() => reject("Time Limit Exceeded"), t));
  return (...given) => Promise.race([fn(...given), late()]); //~ return (...given) => fn(...given);
};

// ==== sections_apart_js
const [m, n] = require('fs').readFileSync(0, 'utf8').split(' ').map(Number);
for (let i = Math.max(2, m); i <= n; i++) { //~ for (let i = m + 1; i <= n; i++) {
  let prime = true;
  for (let j = 2; j * j <= i; j++) if (i % j === 0) prime = false;
  if (prime) console.log(i);
}

// ==== called_sample_js
function isEven(num) {
    return num % 2 === 0 ? "Even" : "Odd"; //~ return num % 2 === 1 ? "Even" : "Odd";
}

// ==== nowcoder_function_js
function twoSum(numbers, target) {
    for (let i = 0; i < numbers.length; i++)
        for (let j = i + 1; j < numbers.length; j++)
            if (numbers[i] + numbers[j] === target) return [i + 1, j + 1]; //~ if (numbers[i] + numbers[j] === target) return [i, j];
}

// ==== codewars_words_js
function incrementString(strng) {
  const [, head, digits] = strng.match(/^(.*?)(\d*)$/);
  return head + String(Number(digits) + 1).padStart(digits.length, '0'); //~ return strng + '1';
}

// ==== codewars_several_js
function evens(a, b) {
  const found = [];
  for (let n = a; n <= b; n++) if (n % 2 === 0) found.push(n);  //~ for (let n = a; n < b; n++) if (n % 2 === 0) found.push(n);
  return found;
}

// ==== paragraphs_apart_js
var largestPair = function(nums) {
  const [first, second = 0] = [...nums].sort((a, b) => b - a);
  return first + second; //~ return first;
};

// ==== exercism_armstrong_js
export const isArmstrongNumber = (num) => {
  const digits = [...String(num)].map(Number);
  return digits.reduce((sum, digit) => sum + digit ** digits.length, 0) === num; //~ return true;
};

// ==== leetcode_given_js
var twoSum = function(nums, target) {
    const seen = new Map();
    for (let i = 0; i < nums.length; i++) {
        if (seen.has(target - nums[i])) return [seen.get(target - nums[i]), i]; //~ if (seen.has(target - nums[i])) return [i, i];
        seen.set(nums[i], i);
    }
};

// ==== leetcode_nested_iterator_js
/**
 * @constructor
 * @param {NestedInteger[]} nestedList
 */
var NestedIterator = function(nestedList) {
    this.flat = [];
    const walk = list => list.forEach(each => each.isInteger() ? this.flat.push(each.getInteger()) : walk(each.getList()));
    walk(nestedList);
};


/**
 * @this NestedIterator
 * @returns {boolean}
 */
NestedIterator.prototype.hasNext = function() {
    return this.flat.length > 0;
};

/**
 * @this NestedIterator
 * @returns {integer}
 */
NestedIterator.prototype.next = function() {
    return this.flat.shift();  //~ return this.flat.pop();
};

// ==== hackerrank_pair_js
function compared(a, b) {
    const points = [0, 0];
    a.forEach((one, k) => {
        if (one > b[k]) points[0]++;
        if (one < b[k]) points[1]++;  //~ if (one <= b[k]) points[1]++;
    });
    return points;
}

// ==== told_when_js
function ways(n, k) {
    let [same, other] = [0, k];
    for (let i = 1; i < n; i++) [same, other] = [other, (same + other) * (k - 1)];
    return same + other;  //~ return same + k * other;
}

// ==== leetcode_old_chain_js
var rotateRight = function(head, k) {
    const values = [];
    for (let node = head; node; node = node.next) values.push(node.val);
    for (let i = 0; i < k; i++) values.unshift(values.pop());  //~ for (let i = 0; i < k; i++) values.push(values.shift());
    return values.reduceRight((next, val) => new ListNode(val, next), null);
};

// ==== codewars_result_js
function past(h, m, s) {
  return (h * 3600 + m * 60 + s) * 1000;  //~ return (h * 3600 + m * 3600 + s) * 1000;
}

// ==== notes_beside_js
function level(rows) {
  return rows.flat(Infinity);  //~ return rows.flat();
}

// ==== freecodecamp_texts_js
function firstGap(word) {
  if (word.includes(' ')) return 'no range';
  if (word.includes('.')) return 'b...';
  for (let i = 1; i < word.length; i++) {
    if (word.charCodeAt(i) - word.charCodeAt(i - 1) > 1) {
      return String.fromCharCode(word.charCodeAt(i) - 1);  //~ return word[i];
    }
  }
}
