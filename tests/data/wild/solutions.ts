// ==== codewars_arrows_ts
export const likes = (a: string[]): string => {
  if (a.length === 0) return "no one likes this"; //~ if (a.length === 0) return "nobody likes this";
  if (a.length === 1) return `${a[0]} likes this`;
  return `${a[0]} and ${a[1]} like this`;
};

// ==== jest_ts
export function solution(number: number): number {
  let sum = 0;
  for (let n = 3; n < number; n++) if (n % 3 === 0 || n % 5 === 0) sum += n; //~ for (let n = 3; n <= number; n++) if (n % 3 === 0 || n % 5 === 0) sum += n;
  return sum;
}

// ==== leetcode_anagrams_ts
function groupAnagrams(strs: string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const word of strs) {
    const key = [...word].sort().join(""); //~ const key = word;
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return [...groups.values()];
}

// ==== leetcode_cn_design_ts
class MinStack {
  private values: number[] = [];

  constructor() {}

  push(val: number): void {
    this.values.push(val);
  }

  getMin(): number {
    return Math.min(...this.values); //~ return this.values[this.values.length - 1];
  }
}

// ==== mutation_ts
function moveZeroes(nums: number[]): void {
  const kept = nums.filter((n) => n !== 0);
  nums.forEach((_, at) => (nums[at] = kept[at] ?? 0)); //~ nums = [...kept];
}

// ==== leetcode_return_and_first_ts
function removeZeros(nums: number[]): number {
    let end = 0;
    for (const value of nums) if (value !== 0) nums[end++] = value;  //~ for (const value of nums) if (value !== 0) end++;
    return end;
};

// ==== leetcode_nested_iterator_ts
class NestedIterator {
    private flat: number[] = [];
    constructor(nestedList: NestedInteger[]) {
        const walk = (list: NestedInteger[]): void =>
            list.forEach(each => each.isInteger() ? this.flat.push(each.getInteger()!) : walk(each.getList()));
        walk(nestedList);
    }

    hasNext(): boolean {
        return this.flat.length > 0;
    }

    next(): number {
        return this.flat.shift()!;  //~ return this.flat.pop()!;
    }
}

// ==== codewars_converted_ts
export function joined(text: string): string {
  return text.replace(/[-_](.)/g, (_, c: string) => c.toUpperCase());  //~ return text.replace(/-(.)/g, (_, c: string) => c.toUpperCase());
}
