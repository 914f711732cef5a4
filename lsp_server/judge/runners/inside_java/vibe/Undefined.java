package vibe;

/** The file defines nothing of the name that is to be called. */
final class Undefined extends RuntimeException {
    Undefined(String name) {
        super(name);
    }
}
