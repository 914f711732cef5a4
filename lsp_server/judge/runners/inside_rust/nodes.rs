//! LeetCode's linked lists and trees. The types themselves are the candidate's; they implement `Linked` or `Tree`.

use crate::read::{refuse, Read, Reader};
use crate::write::{Write, Writer};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

pub trait Linked: Sized {
    fn make(val: i32, next: Option<Box<Self>>) -> Self;
    fn val(&self) -> i32;
    fn next(&self) -> &Option<Box<Self>>;
}

pub type Link<T> = Option<Rc<RefCell<T>>>;

pub trait Tree: Sized + 'static {
    fn make(val: i32) -> Self;
    fn val(&self) -> i32;
    fn side(&mut self, right: bool) -> &mut Link<Self>;
}

/// Both of `Linked` and `Tree`, for types with the fields that they have on the site.
#[macro_export]
macro_rules! linked {
    ($name:ident) => {
        impl vibe::nodes::Linked for $name {
            fn make(val: i32, next: Option<Box<Self>>) -> Self {
                $name { val, next }
            }
            fn val(&self) -> i32 {
                self.val
            }
            fn next(&self) -> &Option<Box<Self>> {
                &self.next
            }
        }
    };
}

#[macro_export]
macro_rules! tree {
    ($name:ident) => {
        impl vibe::nodes::Tree for $name {
            fn make(val: i32) -> Self {
                $name { val, left: None, right: None }
            }
            fn val(&self) -> i32 {
                self.val
            }
            fn side(&mut self, right: bool) -> &mut vibe::nodes::Link<Self> {
                if right { &mut self.right } else { &mut self.left }
            }
        }
    };
}

impl<T: Linked> Read for Option<Box<T>> {
    fn read(from: &mut Reader) -> Option<Box<T>> {
        if from.null() {
            return None;
        }
        let values: Vec<i32> = (0..from.list("a linked list")).map(|_| i32::read(from)).collect();
        values.into_iter().rev().fold(None, |next, val| Some(Box::new(T::make(val, next))))
    }
}

impl<T: Linked> Write for Option<Box<T>> {
    fn write(&self, out: &mut Writer) {
        let mut values = Vec::new();
        let mut at = self;
        while let Some(node) = at {
            values.push(node.val());
            at = node.next();
        }
        out.tagged("nodes", |out| {
            out.put("[\"ListNode\",");
            out.items(&values);
            out.put("]");
        });
    }
}

impl<T: Tree> Read for Link<T> {
    fn read(from: &mut Reader) -> Link<T> {
        if from.null() {
            return None;
        }
        if from.kind() == 'i' {
            let wanted = i32::read(from);
            return Some(found(from, wanted));
        }
        let size = from.list("a tree");
        let root = node::<T>(from, size)?;
        let mut parents = VecDeque::from(vec![root.clone()]);
        for k in 1..size {
            let parent = match parents.front() {
                Some(parent) => parent.clone(),
                None => refuse("a tree with a node that has no parent".to_string()),
            };
            if let Some(child) = node::<T>(from, size) {
                *parent.borrow_mut().side(k % 2 == 0) = Some(child.clone());
                parents.push_back(child);
            }
            if k % 2 == 0 {
                parents.pop_front();
            }
        }
        from.trees.push(root.clone());
        Some(root)
    }
}

fn node<T: Tree>(from: &mut Reader, size: usize) -> Link<T> {
    if size == 0 || from.null() { None } else { Some(Rc::new(RefCell::new(T::make(i32::read(from))))) }
}

fn found<T: Tree>(from: &Reader, wanted: i32) -> Rc<RefCell<T>> {
    let trees = from.trees.iter().filter_map(|tree| tree.clone().downcast::<RefCell<T>>().ok());
    let mut waiting: VecDeque<Rc<RefCell<T>>> = trees.collect();
    while let Some(node) = waiting.pop_front() {
        if node.borrow().val() == wanted {
            return node;
        }
        for right in [false, true] {
            waiting.extend(node.borrow_mut().side(right).clone());
        }
    }
    refuse("the number of a node that its tree does not hold".to_string())
}

/// Level by level, gaps as null, none at the end. A tree with a cycle is larger than anybody wants to read.
impl<T: Tree> Write for Link<T> {
    fn write(&self, out: &mut Writer) {
        out.tagged("nodes", |out| {
            out.put("[\"TreeNode\",[");
            let (mut gaps, mut separator) = (String::new(), "");
            let mut waiting = VecDeque::from(vec![self.clone()]);
            while let Some(link) = waiting.pop_front() {
                if let Some(node) = link {
                    out.put(&std::mem::take(&mut gaps));
                    out.put(std::mem::replace(&mut separator, ","));
                    node.borrow().val().write(out);
                    waiting.push_back(node.borrow_mut().side(false).clone());
                    waiting.push_back(node.borrow_mut().side(true).clone());
                } else {
                    gaps += std::mem::replace(&mut separator, ",");
                    gaps += "null";
                }
            }
            out.put("]]");
        });
    }
}
