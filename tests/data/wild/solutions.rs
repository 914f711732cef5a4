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
