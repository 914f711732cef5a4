//! Values of an example as the candidate's own types. The wire format is described in runners/wire.py.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::hash::Hash;
use std::rc::Rc;

/// What reading panics with: a value of the example is not of the type that the code takes.
pub struct Mismatch(pub String);

pub fn refuse(text: String) -> ! {
    std::panic::panic_any(Mismatch(format!("the example gives {}", text)))
}

/// A cursor over wire text. `trees` are those that were read already: a node can be named by its number in one of them.
pub struct Reader {
    words: std::vec::IntoIter<String>,
    pub trees: Vec<Rc<dyn Any>>,
}

impl Reader {
    pub fn new(wire: &str) -> Reader {
        let words: Vec<String> = wire.split(' ').map(String::from).collect();
        Reader { words: words.into_iter(), trees: Vec::new() }
    }

    pub fn kind(&self) -> char {
        self.words.as_slice().first().and_then(|word| word.chars().next()).unwrap_or('-')
    }

    pub fn null(&mut self) -> bool {
        self.kind() == 'n' && self.words.next().is_some()
    }

    /// The word after its first letter, which must be one of `kinds`.
    pub fn scalar(&mut self, kinds: &str, wanted: &str) -> String {
        if !kinds.contains(self.kind()) {
            refuse(format!("{} where the code takes {}", named(self.kind()), wanted));
        }
        self.words.next().unwrap()[1..].to_string()
    }

    pub fn list(&mut self, wanted: &str) -> usize {
        self.scalar("l", wanted).parse().unwrap()
    }

    /// The arguments of one call: their number is looked at, they themselves are read one by one.
    pub fn arguments(&mut self, wanted: usize) {
        let given = self.list("arguments");
        if given != wanted {
            refuse(format!("{} values, the code takes {}", given, wanted));
        }
    }

    pub fn skip(&mut self) {
        let left = match self.kind() {
            'l' => self.list(""),
            'm' => 2 * self.scalar("m", "").parse::<usize>().unwrap(),
            _ => self.words.next().map_or(0, |_| 0),
        };
        for _ in 0..left {
            self.skip();
        }
    }
}

fn named(kind: char) -> &'static str {
    match kind {
        'n' => "null",
        't' | 'f' => "a bool",
        'i' => "an int",
        'd' => "a float",
        's' => "a string",
        'l' => "a list",
        'm' => "a map",
        _ => "nothing",
    }
}

pub trait Read: Sized {
    fn read(from: &mut Reader) -> Self;
}

macro_rules! whole {
    ($($kind:ty)*) => { $(impl Read for $kind {
        fn read(from: &mut Reader) -> $kind {
            let word = from.scalar("i", "an int");
            word.parse().unwrap_or_else(|_| refuse(format!("{}, which {} cannot hold", word, stringify!($kind))))
        }
    })* };
}
whole!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

impl Read for f64 {
    fn read(from: &mut Reader) -> f64 {
        from.scalar("id", "a float").parse().unwrap()
    }
}

impl Read for f32 {
    fn read(from: &mut Reader) -> f32 {
        f64::read(from) as f32
    }
}

impl Read for bool {
    fn read(from: &mut Reader) -> bool {
        let value = from.kind() == 't';
        from.scalar("tf", "a bool");
        value
    }
}

impl Read for String {
    fn read(from: &mut Reader) -> String {
        let mut text = String::new();
        let word = from.scalar("s", "a string");
        let mut letters = word.chars();
        while let Some(letter) = letters.next() {
            text.push(match letter {
                '\\' => match letters.next() {
                    Some('s') => ' ',
                    Some('n') => '\n',
                    other => other.unwrap_or('\\'),
                },
                other => other,
            });
        }
        text
    }
}

/// A borrowed text outlives the call: nobody knows how long the candidate keeps it.
impl Read for &'static str {
    fn read(from: &mut Reader) -> &'static str {
        Box::leak(String::read(from).into_boxed_str())
    }
}

impl Read for char {
    fn read(from: &mut Reader) -> char {
        let text = String::read(from);
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => letter,
            _ => refuse("a string of another length where the code takes a char".to_string()),
        }
    }
}

macro_rules! sequence {
    ($($kind:ident: $($bound:path),*;)*) => { $(impl<T: Read $(+ $bound)*> Read for $kind<T> {
        fn read(from: &mut Reader) -> $kind<T> {
            (0..from.list("a list")).map(|_| T::read(from)).collect()
        }
    })* };
}
sequence! { Vec: Sized; VecDeque: Sized; HashSet: Eq, Hash; BTreeSet: Ord; BinaryHeap: Ord; }

macro_rules! mapping {
    ($($kind:ident: $($bound:path),*;)*) => { $(impl<K: Read $(+ $bound)*, V: Read> Read for $kind<K, V> {
        fn read(from: &mut Reader) -> $kind<K, V> {
            let size: usize = from.scalar("m", "a map").parse().unwrap();
            (0..size).map(|_| (K::read(from), V::read(from))).collect()
        }
    })* };
}
mapping! { HashMap: Eq, Hash; BTreeMap: Ord; }

impl<T: Read, const N: usize> Read for [T; N] {
    fn read(from: &mut Reader) -> [T; N] {
        let items = Vec::<T>::read(from);
        let size = items.len();
        items.try_into().unwrap_or_else(|_| refuse(format!("a list of {} where the code takes one of {}", size, N)))
    }
}

macro_rules! tuple {
    ($size:expr, $($kind:ident)*) => { impl<$($kind: Read),*> Read for ($($kind,)*) {
        fn read(from: &mut Reader) -> Self {
            from.arguments($size);
            ($($kind::read(from),)*)
        }
    } };
}
tuple!(2, A B);
tuple!(3, A B C);
tuple!(4, A B C D);

/// Not for every T: that would leave no room for `Option<Box<ListNode>>`.
macro_rules! optional {
    ($($kind:ty)*) => { $(impl Read for Option<$kind> {
        fn read(from: &mut Reader) -> Option<$kind> {
            if from.null() { None } else { Some(Read::read(from)) }
        }
    })* };
}
optional!(i32 i64 u32 u64 usize f64 bool char String);

impl<T: Read> Read for Option<Vec<T>> {
    fn read(from: &mut Reader) -> Option<Vec<T>> {
        if from.null() { None } else { Some(Read::read(from)) }
    }
}
