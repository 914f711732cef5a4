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
