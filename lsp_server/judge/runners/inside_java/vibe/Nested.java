package vibe;

import java.lang.reflect.InvocationTargetException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** LeetCode's `NestedInteger`, a number or a list of such: from plain objects and back. */
final class Nested {
    private static final String NAME = "NestedInteger";

    private Nested() {}

    static boolean is(Class<?> kind) {
        return kind.getSimpleName().equals(NAME);
    }

    static Object read(Object value, Class<?> kind) {
        try {
            if (value instanceof BigInteger) return kind.getConstructor(int.class).newInstance(((BigInteger) value).intValueExact());
            Object made = kind.getConstructor().newInstance();
            for (Object item : Values.list(value, "a " + NAME)) kind.getMethod("add", kind).invoke(made, read(item, kind));
            return made;
        } catch (ReflectiveOperationException | ArithmeticException error) {
            throw new Mismatch("a value", "a " + NAME + ", which cannot be made of it");
        }
    }

    static Object plain(Object nested) {
        if ((boolean) asked(nested, "isInteger")) return asked(nested, "getInteger");
        List<Object> items = new ArrayList<>();
        for (Object item : (List<?>) asked(nested, "getList")) items.add(plain(item));
        return items;
    }

    private static Object asked(Object nested, String method) {
        try {
            return nested.getClass().getMethod(method).invoke(nested);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException error) {
            throw new IllegalStateException(error);
        }
    }
}
