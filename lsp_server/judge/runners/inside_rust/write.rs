//! What the candidate returned, as the JSON that inside/codec.py decodes: pure ASCII, one line.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};

/// What writing panics with, when there is more than anybody wants to read.
pub struct TooLarge;

/// What writing panics with where the result is an `Err`, with what that says of itself.
pub struct Failed(pub String);

pub struct Writer {
    pub text: String,
    room: usize,
}

impl Writer {
    pub fn new(room: usize) -> Writer {
        Writer { text: String::new(), room }
    }

    pub fn put(&mut self, text: &str) {
        if self.text.len() + text.len() > self.room {
            std::panic::panic_any(TooLarge);
        }
        self.text.push_str(text);
    }

    pub fn items<'a, T: Write + 'a>(&mut self, items: impl IntoIterator<Item = &'a T>) {
        let mut separator = "[";
        for item in items {
            self.put(separator);
            item.write(self);
            separator = ",";
        }
        self.put(if separator == "[" { "[]" } else { "]" });
    }

    pub fn tagged(&mut self, tag: &str, value: impl FnOnce(&mut Writer)) {
        self.put(&format!("{{\"t\":\"{}\",\"v\":", tag));
        value(self);
        self.put("}");
    }

    fn pairs<'a, K: Write + 'a, V: Write + 'a>(&mut self, pairs: impl Iterator<Item = (&'a K, &'a V)>) {
        let mut separator = "[";
        for (key, value) in pairs {
            self.put(separator);
            self.put("[");
            key.write(self);
            self.put(",");
            value.write(self);
            self.put("]");
            separator = ",";
        }
        self.put(if separator == "[" { "[]" } else { "]" });
    }
}

pub trait Write {
    fn write(&self, out: &mut Writer);
}

macro_rules! plain {
    ($($kind:ty)*) => { $(impl Write for $kind {
        fn write(&self, out: &mut Writer) {
            out.put(&self.to_string());
        }
    })* };
}
plain!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize bool);

impl Write for f64 {
    fn write(&self, out: &mut Writer) {
        if self.is_finite() {
            out.put(&format!("{:?}", self));
        } else {
            let name = if self.is_nan() { "nan" } else if *self > 0.0 { "inf" } else { "-inf" };
            out.tagged("float", |out| name.write(out));
        }
    }
}

impl Write for f32 {
    fn write(&self, out: &mut Writer) {
        f64::from(*self).write(out);
    }
}

impl Write for () {
    fn write(&self, out: &mut Writer) {
        out.put("null");
    }
}

impl Write for str {
    fn write(&self, out: &mut Writer) {
        out.put("\"");
        for unit in self.encode_utf16() {
            match unit {
                0x20..=0x7e if unit != 0x22 && unit != 0x5c => out.put(&char::from(unit as u8).to_string()),
                _ => out.put(&format!("\\u{:04x}", unit)),
            }
        }
        out.put("\"");
    }
}

impl Write for String {
    fn write(&self, out: &mut Writer) {
        self.as_str().write(out);
    }
}

impl Write for char {
    fn write(&self, out: &mut Writer) {
        self.to_string().write(out);
    }
}

impl<T: Write + ?Sized> Write for &T {
    fn write(&self, out: &mut Writer) {
        (**self).write(out);
    }
}

impl<T: Write + ?Sized> Write for &mut T {
    fn write(&self, out: &mut Writer) {
        (**self).write(out);
    }
}

impl<T: Write> Write for [T] {
    fn write(&self, out: &mut Writer) {
        out.items(self);
    }
}

impl<T: Write, const N: usize> Write for [T; N] {
    fn write(&self, out: &mut Writer) {
        out.items(self);
    }
}

macro_rules! sequence {
    ($($kind:ident)*) => { $(impl<T: Write> Write for $kind<T> {
        fn write(&self, out: &mut Writer) {
            out.items(self);
        }
    })* };
}
sequence!(Vec VecDeque);

impl<T: Write + Ord> Write for BinaryHeap<T> {
    fn write(&self, out: &mut Writer) {
        out.items(self);
    }
}

macro_rules! set {
    ($($kind:ident)*) => { $(impl<T: Write> Write for $kind<T> {
        fn write(&self, out: &mut Writer) {
            out.tagged("set", |out| out.items(self));
        }
    })* };
}
set!(HashSet BTreeSet);

macro_rules! mapping {
    ($($kind:ident)*) => { $(impl<K: Write, V: Write> Write for $kind<K, V> {
        fn write(&self, out: &mut Writer) {
            out.tagged("dict", |out| out.pairs(self.iter()));
        }
    })* };
}
mapping!(HashMap BTreeMap);

macro_rules! tuple {
    ($($kind:ident $place:tt)*) => { impl<$($kind: Write),*> Write for ($($kind,)*) {
        fn write(&self, out: &mut Writer) {
            let mut _separator = "[";
            $(out.put(std::mem::replace(&mut _separator, ","));
            self.$place.write(out);)*
            out.put("]");
        }
    } };
}
tuple!(A 0 B 1);
tuple!(A 0 B 1 C 2);
tuple!(A 0 B 1 C 2 D 3);

/// Not for every T: that would leave no room for `Option<Box<ListNode>>`.
macro_rules! optional {
    ($($kind:ty)*) => { $(impl Write for Option<$kind> {
        fn write(&self, out: &mut Writer) {
            match self {
                Some(value) => value.write(out),
                None => out.put("null"),
            }
        }
    })* };
}
optional!(i32 i64 u32 u64 usize f64 bool char String);

/// What went wrong is no value: the example ends with it.
impl<T: Write, E: std::fmt::Debug> Write for Result<T, E> {
    fn write(&self, out: &mut Writer) {
        match self {
            Ok(value) => value.write(out),
            Err(error) => std::panic::panic_any(Failed(format!("{:?}", error))),
        }
    }
}

impl<T: Write> Write for Option<Vec<T>> {
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => out.put("null"),
        }
    }
}
