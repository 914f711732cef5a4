package vibe;

/** A value of the example is not of the type that the code takes. */
final class Mismatch extends RuntimeException {
    Mismatch(String given, String wanted) {
        super("the example gives " + given + " where the code takes " + wanted);
    }

    Mismatch(String text) {
        super(text);
    }
}
