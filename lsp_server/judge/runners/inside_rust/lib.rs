//! The harness for Rust, compiled once as a crate: a candidate's own types say, by the traits `Read` and `Write`, how a
//! value of an example is read and how a result is written.

pub mod nodes;
pub mod read;
pub mod serve;
pub mod write;
