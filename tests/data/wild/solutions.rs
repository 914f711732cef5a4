// ==== atcoder_japanese_rs
use std::io::Read;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    println!("{}", text.split_whitespace().map(|n| n.parse::<i64>().unwrap()).sum::<i64>()); //~ println!("{}", text.split_whitespace().map(|n| n.parse::<i64>().unwrap()).product::<i64>());
}

// ==== kattis_rs
fn main() {
    println!("Hello World!"); //~ println!("Hello, World!");
}

// ==== leetcode_palindrome_rs
impl Solution {
    pub fn is_palindrome(s: String) -> bool {
        let kept: Vec<char> = s.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect(); //~ let kept: Vec<char> = s.chars().collect();
        kept.iter().eq(kept.iter().rev())
    }
}

// ==== remove_duplicates_rs
impl Solution {
    pub fn remove_duplicates(nums: &mut Vec<i32>) -> i32 {
        nums.dedup(); //~ nums.sort();
        nums.len() as i32
    }
}

// ==== rust_doc
pub fn add_one(x: i32) -> i32 {
    x + 1 //~ x - 1
}

// ==== advent_floors_rs
fn floor(instructions: &str) -> i32 {
    instructions.chars().map(|each| if each == '(' { 1 } else { -1 }).sum() //~ instructions.len() as i32
}

// ==== rust_borrowed_rs
pub fn longest(words: &[&str]) -> String {
    let most = words.iter().map(|word| word.len()).max().unwrap_or(0); //~ let most = words.iter().map(|word| word.len()).min().unwrap_or(0);
    words.iter().find(|word| word.len() == most).unwrap_or(&"").to_string()
}

// ==== rust_optional_rs
pub fn longest(words: &[&str]) -> Option<String> {
    words.iter().max_by_key(|word| word.len()).map(|word| word.to_string())  //~ words.first().map(|word| word.to_string())
}

// ==== leetcode_nested_iterator_rs
struct NestedIterator {
    flat: Vec<i32>,
    at: usize,
}


/**
 * `&self` means the method takes an immutable reference.
 * If you need a mutable reference, change it to `&mut self` instead.
 */
impl NestedIterator {

    fn new(nestedList: Vec<NestedInteger>) -> Self {
        let mut flat = vec![];
        Self::walk(&nestedList, &mut flat);
        NestedIterator { flat, at: 0 }
    }

    fn walk(list: &Vec<NestedInteger>, flat: &mut Vec<i32>) {
        for each in list {
            match each {
                NestedInteger::Int(value) => flat.push(*value),
                NestedInteger::List(inner) => Self::walk(inner, flat),
            }
        }
    }

    fn next(&mut self) -> i32 {
        self.at += 1;
        self.flat[self.at - 1]
    }

    fn has_next(&self) -> bool {
        self.at < self.flat.len()  //~ self.at + 1 < self.flat.len()
    }
}

// ==== rust_result_rs
pub fn digits(text: &str) -> Result<u32, String> {
    if text.is_empty() {
        return Err("empty".to_string());  //~ return Ok(0);
    }
    text.parse().map_err(|_| format!("not a number: {}", text))
}

// ==== rust_result_variant_rs
pub fn divided(a: i32, b: i32) -> Result<i32, Problem> {
    if b == 0 { Err(Problem::DividedByZero) } else { Ok(a / b) }  //~ if b == 0 { Err(Problem::Negative) } else { Ok(a / b) }
}
