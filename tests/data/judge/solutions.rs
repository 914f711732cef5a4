// ==== two_sum
use std::collections::HashMap;

impl Solution {
    pub fn two_sum(nums: Vec<i32>, target: i32) -> Vec<i32> {
        let mut seen = HashMap::new();
        for (i, x) in nums.iter().enumerate() {
            if let Some(&j) = seen.get(&(target - x)) {
                return vec![j, i as i32]; //~ return vec![j, j];
            }
            seen.insert(*x, i as i32);
        }
        vec![]
    }
}
// ==== reverse_string
impl Solution {
    pub fn reverse_string(s: &mut Vec<char>) {
        s.reverse(); //~ s.sort();
    }
}
// ==== rotate
impl Solution {
    pub fn rotate(nums: &mut Vec<i32>, k: i32) {
        let n = nums.len();
        nums.rotate_right(k as usize % n); //~ nums.rotate_left(k as usize % n);
    }
}
// ==== remove_duplicates
impl Solution {
    pub fn remove_duplicates(nums: &mut Vec<i32>) -> i32 {
        nums.dedup(); //~
        nums.len() as i32
    }
}
// ==== reverse_list
// Definition for singly-linked list.
// #[derive(PartialEq, Eq, Clone, Debug)]
// pub struct ListNode {
//   pub val: i32,
//   pub next: Option<Box<ListNode>>
// }
impl Solution {
    pub fn reverse_list(mut head: Option<Box<ListNode>>) -> Option<Box<ListNode>> {
        let mut last = None;
        while let Some(mut node) = head {
            head = node.next.replace(last.take().unwrap_or_else(|| Box::new(ListNode::new(0)))); //~ head = node.next.take();
            last = Some(node);
        }
        Self::without_end(last)
    }

    fn without_end(list: Option<Box<ListNode>>) -> Option<Box<ListNode>> {
        let mut values = vec![];
        let mut at = list.as_ref();
        while let Some(node) = at {
            values.push(node.val);
            at = node.next.as_ref();
        }
        values.pop();
        values.into_iter().rev().fold(None, |next, val| Some(Box::new(ListNode { val, next })))
    }
}
// ==== add_two_numbers
#[derive(PartialEq, Eq, Clone, Debug)]
pub struct ListNode {
    pub val: i32,
    pub next: Option<Box<ListNode>>,
}

pub struct Solution {}

impl Solution {
    pub fn add_two_numbers(l1: Option<Box<ListNode>>, l2: Option<Box<ListNode>>) -> Option<Box<ListNode>> {
        Self::add(l1, l2, 0)
    }

    fn add(l1: Option<Box<ListNode>>, l2: Option<Box<ListNode>>, carry: i32) -> Option<Box<ListNode>> {
        if l1.is_none() && l2.is_none() && carry == 0 { //~ if l1.is_none() && l2.is_none() {
            return None;
        }
        let (a, l1) = l1.map_or((0, None), |node| (node.val, node.next));
        let (b, l2) = l2.map_or((0, None), |node| (node.val, node.next));
        let sum = a + b + carry;
        Some(Box::new(ListNode { val: sum % 10, next: Self::add(l1, l2, sum / 10) }))
    }
}

fn main() {
    println!("{:?}", Solution::add_two_numbers(None, None));
}
// ==== merge_k_lists
use std::cmp::Reverse;
use std::collections::BinaryHeap;

impl Solution {
    pub fn merge_k_lists(lists: Vec<Option<Box<ListNode>>>) -> Option<Box<ListNode>> {
        let mut heap = BinaryHeap::new();
        for mut list in lists {
            while let Some(node) = list {
                heap.push(Reverse(node.val));
                list = node.next; //~ list = None;
            }
        }
        let mut values = vec![];
        while let Some(Reverse(val)) = heap.pop() {
            values.push(val);
        }
        values.into_iter().rev().fold(None, |next, val| Some(Box::new(ListNode { val, next })))
    }
}
// ==== invert_tree
use std::cell::RefCell;
use std::rc::Rc;

impl Solution {
    pub fn invert_tree(root: Option<Rc<RefCell<TreeNode>>>) -> Option<Rc<RefCell<TreeNode>>> {
        if let Some(node) = &root {
            let mut node = node.borrow_mut();
            let left = Self::invert_tree(node.left.take());
            let right = Self::invert_tree(node.right.take());
            node.left = right; //~ node.left = left.clone();
            node.right = left;
        }
        root
    }
}
// ==== lowest_common_ancestor
use std::cell::RefCell;
use std::rc::Rc;

type Tree = Option<Rc<RefCell<TreeNode>>>;

impl Solution {
    pub fn lowest_common_ancestor(
        root: Option<Rc<RefCell<TreeNode>>>,
        p: Option<Rc<RefCell<TreeNode>>>,
        q: Option<Rc<RefCell<TreeNode>>>,
    ) -> Option<Rc<RefCell<TreeNode>>> {
        let (a, b) = (p.as_ref()?.borrow().val, q.as_ref()?.borrow().val);
        let mut at = root;
        while let Some(node) = at {
            let val = node.borrow().val;
            at = if a < val && b < val {
                node.borrow().left.clone()
            } else if a > val && b > val { //~ } else if a >= val && b >= val {
                node.borrow().right.clone()
            } else {
                return Some(node);
            };
        }
        None
    }
}
// ==== level_order
use std::cell::RefCell;
use std::rc::Rc;

impl Solution {
    pub fn level_order(root: Option<Rc<RefCell<TreeNode>>>) -> Vec<Vec<i32>> {
        let mut levels = vec![];
        Self::walk(&root, 0, &mut levels);
        levels
    }

    fn walk(node: &Option<Rc<RefCell<TreeNode>>>, depth: usize, levels: &mut Vec<Vec<i32>>) {
        if let Some(node) = node {
            if levels.len() == depth {
                levels.push(vec![]);
            }
            levels[depth].push(node.borrow().val);
            Self::walk(&node.borrow().left, depth + 1, levels);
            Self::walk(&node.borrow().right, depth + 1, levels); //~
        }
    }
}
// ==== is_symmetric
use std::cell::RefCell;
use std::rc::Rc;

impl Solution {
    pub fn is_symmetric(root: Option<Rc<RefCell<TreeNode>>>) -> bool {
        fn mirrored(a: &Option<Rc<RefCell<TreeNode>>>, b: &Option<Rc<RefCell<TreeNode>>>) -> bool {
            match (a, b) {
                (None, None) => true,
                (Some(a), Some(b)) => {
                    let (a, b) = (a.borrow(), b.borrow());
                    a.val == b.val && mirrored(&a.left, &b.right) && mirrored(&a.right, &b.left) //~ a.val == b.val && mirrored(&a.left, &b.left) && mirrored(&a.right, &b.right)
                }
                _ => false,
            }
        }
        let root = root.unwrap();
        let root = root.borrow();
        mirrored(&root.left, &root.right)
    }
}
// ==== flatten
use std::cell::RefCell;
use std::rc::Rc;

impl Solution {
    pub fn flatten(root: &mut Option<Rc<RefCell<TreeNode>>>) {
        let mut last = None;
        Self::walk(root.clone(), &mut last);
    }

    fn walk(node: Option<Rc<RefCell<TreeNode>>>, last: &mut Option<Rc<RefCell<TreeNode>>>) {
        if let Some(node) = node {
            let left = node.borrow_mut().left.take();
            let right = node.borrow_mut().right.take();
            Self::walk(right, last);
            Self::walk(left, last); //~
            node.borrow_mut().right = last.take();
            *last = Some(node);
        }
    }
}
// ==== is_valid
impl Solution {
    pub fn is_valid(s: String) -> bool {
        let mut open = vec![];
        for c in s.chars() {
            match c {
                '(' => open.push(')'),
                '[' => open.push(']'),
                '{' => open.push('}'),
                _ => {
                    if open.pop() != Some(c) {
                        return false;
                    }
                }
            }
        }
        open.is_empty() //~ true
    }
}
// ==== group_anagrams
use std::collections::HashMap;

impl Solution {
    pub fn group_anagrams(strs: Vec<String>) -> Vec<Vec<String>> {
        let mut groups: HashMap<Vec<u8>, Vec<String>> = HashMap::new();
        for s in strs {
            let mut key = s.clone().into_bytes();
            key.sort_unstable(); //~
            groups.entry(key).or_default().push(s);
        }
        groups.into_values().collect()
    }
}
// ==== my_pow
impl Solution {
    pub fn my_pow(x: f64, n: i32) -> f64 {
        x.powi(n) //~ x.powi(n.abs())
    }
}
// ==== exist
impl Solution {
    pub fn exist(board: Vec<Vec<char>>, word: String) -> bool {
        let mut board = board;
        let word: Vec<char> = word.chars().collect();
        for i in 0..board.len() {
            for j in 0..board[0].len() {
                if Self::walk(&mut board, &word, i, j) {
                    return true;
                }
            }
        }
        false
    }

    fn walk(board: &mut [Vec<char>], word: &[char], i: usize, j: usize) -> bool {
        if word.is_empty() {
            return true;
        }
        if i >= board.len() || j >= board[0].len() || board[i][j] != word[0] {
            return false;
        }
        board[i][j] = '#'; //~
        let found = [(i + 1, j), (i.wrapping_sub(1), j), (i, j + 1), (i, j.wrapping_sub(1))]
            .iter()
            .any(|&(a, b)| Self::walk(board, &word[1..], a, b));
        board[i][j] = word[0];
        found
    }
}
// ==== surrounded_regions
impl Solution {
    pub fn solve(board: &mut Vec<Vec<char>>) {
        let (m, n) = (board.len(), board[0].len());
        for i in 0..m {
            for j in 0..n {
                if i == 0 || j == 0 || i == m - 1 || j == n - 1 { //~ if i == 0 || j == 0 || j == n - 1 {
                    keep(board, i, j);
                }
            }
        }
        for row in board.iter_mut() {
            for c in row.iter_mut() {
                *c = if *c == 'K' { 'O' } else { 'X' };
            }
        }
    }
}

fn keep(board: &mut Vec<Vec<char>>, i: usize, j: usize) {
    if i >= board.len() || j >= board[0].len() || board[i][j] != 'O' {
        return;
    }
    board[i][j] = 'K';
    keep(board, i + 1, j);
    keep(board, i.wrapping_sub(1), j);
    keep(board, i, j + 1);
    keep(board, i, j.wrapping_sub(1));
}
// ==== set_zeroes
use std::collections::BTreeSet;

impl Solution {
    pub fn set_zeroes(matrix: &mut Vec<Vec<i32>>) {
        let (mut rows, mut columns) = (BTreeSet::new(), BTreeSet::new());
        for (i, row) in matrix.iter().enumerate() {
            for (j, &x) in row.iter().enumerate() {
                if x == 0 {
                    rows.insert(i);
                    columns.insert(j);
                }
            }
        }
        for (i, row) in matrix.iter_mut().enumerate() {
            for (j, x) in row.iter_mut().enumerate() {
                if rows.contains(&i) || columns.contains(&j) { //~ if rows.contains(&i) && columns.contains(&j) {
                    *x = 0;
                }
            }
        }
    }
}
// ==== permute
impl Solution {
    pub fn permute(mut nums: Vec<i32>) -> Vec<Vec<i32>> {
        let mut found = vec![];
        Self::walk(&mut nums, 0, &mut found);
        found
    }

    fn walk(nums: &mut Vec<i32>, k: usize, found: &mut Vec<Vec<i32>>) {
        if k == nums.len() {
            found.push(nums.clone());
        }
        for i in k..nums.len() {
            nums.swap(k, i);
            Self::walk(nums, k + 1, found);
            nums.swap(k, i); //~
        }
    }
}
// ==== fizz_buzz
impl Solution {
    pub fn fizz_buzz(n: i32) -> Vec<String> {
        (1..=n) //~ (1..n)
            .map(|i| match (i % 3, i % 5) {
                (0, 0) => "FizzBuzz".to_string(),
                (0, _) => "Fizz".to_string(),
                (_, 0) => "Buzz".to_string(),
                _ => i.to_string(),
            })
            .collect()
    }
}
// ==== minimum_cost
impl Solution {
    pub fn minimum_cost(costs: Vec<i32>, times: i32) -> i64 {
        costs.iter().map(|&c| c as i64 * times as i64).sum() //~ costs.iter().map(|&c| (c * times) as i64).sum()
    }
}
// ==== next_greatest_letter
impl Solution {
    pub fn next_greatest_letter(letters: Vec<char>, target: char) -> char {
        let i = letters.partition_point(|&c| c <= target); //~ let i = letters.partition_point(|&c| c < target);
        letters[i % letters.len()]
    }
}
// ==== kids_with_candies
impl Solution {
    pub fn kids_with_candies(candies: Vec<i32>, extra_candies: i32) -> Vec<bool> {
        let most = *candies.iter().max().unwrap();
        candies.iter().map(|c| c + extra_candies >= most).collect() //~ candies.iter().map(|c| c + extra_candies > most).collect()
    }
}
// ==== reverse_words
impl Solution {
    pub fn reverse_words(s: String) -> String {
        s.split_whitespace().rev().collect::<Vec<_>>().join(" ") //~ s.split(' ').rev().collect::<Vec<_>>().join(" ")
    }
}
// ==== convert_temperature
impl Solution {
    pub fn convert_temperature(celsius: f64) -> Vec<f64> {
        vec![celsius + 273.15, celsius * 1.80 + 32.00] //~ vec![celsius + 273.0, celsius * 1.80 + 32.00]
    }
}
// ==== lru_cache
use std::collections::{HashMap, VecDeque};

struct LRUCache {
    capacity: usize,
    values: HashMap<i32, i32>,
    order: VecDeque<i32>,
}

/**
 * `&self` means the method takes an immutable reference.
 * If you need a mutable reference, change it to `&mut self` instead.
 */
impl LRUCache {
    fn new(capacity: i32) -> Self {
        LRUCache { capacity: capacity as usize, values: HashMap::new(), order: VecDeque::new() }
    }

    fn get(&mut self, key: i32) -> i32 {
        match self.values.get(&key).copied() {
            Some(value) => {
                self.touch(key); //~
                value
            }
            None => -1,
        }
    }

    fn put(&mut self, key: i32, value: i32) {
        if !self.values.contains_key(&key) && self.values.len() == self.capacity {
            if let Some(old) = self.order.pop_front() {
                self.values.remove(&old);
            }
        }
        self.touch(key);
        self.values.insert(key, value);
    }

    fn touch(&mut self, key: i32) {
        self.order.retain(|&k| k != key);
        self.order.push_back(key);
    }
}
// ==== min_stack
struct MinStack {
    values: Vec<(i32, i32)>,
}

impl MinStack {
    fn new() -> Self {
        Self { values: vec![] }
    }

    fn push(&mut self, val: i32) {
        let least = self.values.last().map_or(val, |top| val.min(top.1)); //~ let least = self.values.last().map_or(val, |_| val);
        self.values.push((val, least));
    }

    fn pop(&mut self) {
        self.values.pop();
    }

    fn top(&self) -> i32 {
        self.values.last().unwrap().0
    }

    fn get_min(&self) -> i32 {
        self.values.last().unwrap().1
    }
}
// ==== median_finder
#[derive(Default)]
struct MedianFinder {
    numbers: Vec<i32>,
}

impl MedianFinder {
    fn new() -> Self {
        Default::default()
    }

    fn add_num(&mut self, num: i32) {
        let at = self.numbers.partition_point(|&x| x < num);
        self.numbers.insert(at, num);
    }

    fn find_median(&self) -> f64 {
        let n = self.numbers.len();
        (self.numbers[(n - 1) / 2] + self.numbers[n / 2]) as f64 / 2.0 //~ ((self.numbers[(n - 1) / 2] + self.numbers[n / 2]) / 2) as f64
    }
}
// ==== trie
use std::collections::HashMap;

#[derive(Default)]
struct Trie {
    next: HashMap<char, Trie>,
    ends: bool,
}

impl Trie {
    fn new() -> Self {
        Self::default()
    }

    fn insert(&mut self, word: String) {
        let mut at = self;
        for c in word.chars() {
            at = at.next.entry(c).or_default();
        }
        at.ends = true;
    }

    fn search(&self, word: String) -> bool {
        self.find(&word).map_or(false, |node| node.ends) //~ self.find(&word).is_some()
    }

    fn starts_with(&self, prefix: String) -> bool {
        self.find(&prefix).is_some()
    }

    fn find(&self, word: &str) -> Option<&Trie> {
        word.chars().try_fold(self, |node, c| node.next.get(&c))
    }
}
// ==== num_array
struct NumArray(Vec<i32>);

impl NumArray {
    fn new(nums: Vec<i32>) -> Self {
        let mut sums = vec![0];
        for x in nums {
            sums.push(sums[sums.len() - 1] + x);
        }
        NumArray(sums)
    }

    fn sum_range(&self, left: i32, right: i32) -> i32 {
        self.0[right as usize + 1] - self.0[left as usize] //~ self.0[right as usize] - self.0[left as usize]
    }
}
// ==== first_bad_version
impl Solution {
    pub fn first_bad_version(&self, n: i32) -> i32 {
        let (mut low, mut high) = (1, n);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.isBadVersion(middle) { high = middle } else { low = middle + 1 }
        }
        low //~ low - 1
    }
}
// ==== guess_number
impl Solution {
    unsafe fn guessNumber(n: i32) -> i32 {
        let (mut low, mut high) = (1i64, n as i64);
        loop {
            let middle = (low + high) / 2;
            match guess(middle as i32) {
                0 => return middle as i32, //~ 0 => return 0,
                1 => low = middle + 1,
                _ => high = middle - 1,
            }
        }
    }
}
// ==== gcd
fn gcd(a: i32, b: i32) -> i32 {
    if b == 0 { a } else { gcd(b, a % b) } //~ if b == 0 { a } else { gcd(b, a / b) }
}

fn main() {
    assert_eq!(gcd(12, 18), 6);
}
// ==== sum_of_numbers
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let numbers: Vec<i64> = text.split_whitespace().map(|x| x.parse().unwrap()).collect();
    println!("{}", numbers[1..].iter().sum::<i64>()); //~ println!("{}", numbers.iter().sum::<i64>());
}
// ==== way_too_long_words
use std::io::{self, BufRead};

fn main() {
    for word in io::stdin().lock().lines().skip(1).map(|line| line.unwrap()) {
        let n = word.len();
        if n > 10 { //~ if n > 12 {
            println!("{}{}{}", &word[..1], n - 2, &word[n - 1..]);
        } else {
            println!("{}", word);
        }
    }
}
// ==== nested_depth_sum
impl Solution {
    pub fn depth_sum(nested_list: Vec<NestedInteger>) -> i32 {
        Self::sum(&nested_list, 1)
    }

    fn sum(list: &[NestedInteger], depth: i32) -> i32 {
        list.iter().map(|each| match each {
            NestedInteger::Int(value) => value * depth, //~ NestedInteger::Int(value) => *value,
            NestedInteger::List(inner) => Self::sum(inner, depth + 1),
        }).sum()
    }
}
// ==== mini_parser
impl Solution {
    pub fn deserialize(s: String) -> NestedInteger {
        Self::parse(s.as_bytes(), &mut 0)
    }

    fn parse(s: &[u8], at: &mut usize) -> NestedInteger {
        if s[*at] != b'[' {
            let start = *at;
            while *at < s.len() && s[*at] != b',' && s[*at] != b']' {
                *at += 1;
            }
            return NestedInteger::Int(std::str::from_utf8(&s[start..*at]).unwrap().parse().unwrap());
        }
        let mut items = vec![];
        *at += 1;
        while s[*at] != b']' {
            items.push(Self::parse(s, at)); //~ items = vec![Self::parse(s, at)];
            if s[*at] == b',' {
                *at += 1;
            }
        }
        *at += 1;
        NestedInteger::List(items)
    }
}
