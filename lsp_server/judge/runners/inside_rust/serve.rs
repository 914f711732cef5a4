//! The loop of the worker: a command in on descriptor 3, a reply out on 4 (see the docstring of runners/__init__.py).
//! A payload is `room mutated aside value`: the most characters of a result, the place of the argument that the example
//! speaks of (-1: none), the aside (see judge/arranged.py), and the list of the arguments as wire text.

use crate::read::{Mismatch, Reader};
use crate::write::{Failed, TooLarge, Write, Writer};
use std::fs::File;
use std::io::{BufRead, BufReader, Write as _};
use std::os::unix::io::FromRawFd;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::Mutex;
use std::time::Instant;

const COMMANDS: i32 = 3;
const REPLIES: i32 = 4;
const MOST_TEXT: usize = 2000;
const FILE: &str = "solution.rs";

/// What a call panics with when the file has nothing of that name.
pub struct NotDefined(pub String);

/// What `isBadVersion`, `guess` and the like know.
static HIDDEN: AtomicI64 = AtomicI64::new(0);

pub fn hidden() -> i64 {
    HIDDEN.load(Ordering::Relaxed)
}

/// What came of one example; the values are JSON.
pub struct Report {
    room: usize,
    mutated: i64,
    value: String,
    first: String,
    changed: String,
    milliseconds: f64,
}

impl Report {
    pub fn json<T: Write + ?Sized>(&mut self, value: &T) -> String {
        let mut out = Writer::new(self.room);
        value.write(&mut out);
        self.room -= out.text.len();
        out.text
    }

    pub fn timed<T>(&mut self, call: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let result = call();
        self.milliseconds += started.elapsed().as_secs_f64() * 1000.0;
        result
    }

    pub fn result<T: Write + ?Sized>(&mut self, value: &T) {
        self.value = self.json(value);
    }

    /// An argument that the call may have changed.
    pub fn argument<T: Write + ?Sized>(&mut self, place: i64, value: &T) {
        if place == self.mutated {
            self.changed = self.json(value);
        }
        if place == 0 && self.value == "null" {
            self.first = self.json(value);
        }
    }
}

/// A design class: `operate` makes the object for the first name and calls it for the others.
pub fn design(from: &mut Reader, told: &mut Report, mut operate: impl FnMut(&str, &mut Reader, &mut Report) -> String) {
    from.arguments(2);
    let names: Vec<String> = crate::read::Read::read(from);
    from.arguments(names.len());
    let results: Vec<String> = names.iter().map(|name| operate(name, from, told)).collect();
    told.value = format!("[{}]", results.join(","));
}

/// Where a panic happened, and what it said: the hook knows the first, the payload the second.
static LINE: Mutex<Option<u32>> = Mutex::new(None);

pub fn serve(example: impl Fn(&mut Reader, &mut Report)) {
    std::panic::set_hook(Box::new(|panic| {
        let line = panic.location().filter(|place| place.file().ends_with(FILE)).map(|place| place.line());
        *LINE.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = line;
    }));
    let (commands, mut replies) = unsafe { (File::from_raw_fd(COMMANDS), File::from_raw_fd(REPLIES)) };
    replies.write_all(b"{\"ready\":true}\n").unwrap();
    for line in BufReader::new(commands).lines() {
        let line = line.unwrap();
        let parts: Vec<&str> = line.splitn(5, ' ').collect();
        HIDDEN.store(parts[3][1..].parse().unwrap_or(0), Ordering::Relaxed);
        let reply = run(parts[1].parse().unwrap(), parts[2].parse().unwrap(), parts[4], &example);
        let _ = std::io::stdout().flush();
        replies.write_all(format!("{} {{{}}}\n", parts[0], reply).as_bytes()).unwrap();
    }
    std::process::exit(0);
}

fn run(room: usize, mutated: i64, wire: &str, example: &impl Fn(&mut Reader, &mut Report)) -> String {
    let none = String::new;
    let mut told = Report { room, mutated, value: none(), first: none(), changed: none(), milliseconds: 0.0 };
    match catch_unwind(AssertUnwindSafe(|| example(&mut Reader::new(wire), &mut told))) {
        Ok(()) => success(&told),
        Err(reason) => failure(reason),
    }
}

fn success(told: &Report) -> String {
    let mut reply = format!("\"value\":{}", told.value);
    for (name, value) in [("first", &told.first), ("mutated", &told.changed)] {
        if !value.is_empty() {
            reply += &format!(",\"{}\":{}", name, value);
        }
    }
    format!("{},\"ms\":{:?}", reply, told.milliseconds)
}

fn failure(reason: Box<dyn std::any::Any + Send>) -> String {
    let line = LINE.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).take();
    if reason.is::<TooLarge>() {
        return "\"too_large\":true".to_string();
    }
    if let Some(Mismatch(text)) = reason.downcast_ref() {
        return described("ArgumentMismatch", text, None);
    }
    if let Some(Failed(text)) = reason.downcast_ref() {
        return described("Err", text, None);
    }
    if let Some(NotDefined(name)) = reason.downcast_ref() {
        return described("NotDefinedError", name, None);
    }
    let text = reason.downcast_ref::<String>().map(String::as_str);
    described("panic", text.or_else(|| reason.downcast_ref::<&str>().copied()).unwrap_or(""), line)
}

fn described(kind: &str, text: &str, line: Option<u32>) -> String {
    let mut out = Writer::new(usize::MAX);
    text.chars().take(MOST_TEXT).collect::<String>().write(&mut out);
    let line = line.map_or("null".to_string(), |line| line.to_string());
    format!("\"error\":{{\"types\":[\"{}\"],\"text\":{},\"line\":{}}}", kind, out.text, line)
}
