package vibe;

import java.lang.reflect.*;
import java.util.ArrayList;
import java.util.List;

/**
 * One call of the candidate, its arguments read as the types that it declares. A class inside another one is made with
 * an object of that one, which its constructors take first.
 */
final class Call {
    final List<Object> arguments = new ArrayList<>();
    double milliseconds;
    private final Executable called;

    Call(Executable called, List<?> values) {
        this.called = called;
        Type[] types = called.getGenericParameterTypes();
        int first = types.length - takes(called); // the outer object is among them, or not, as the compiler likes
        for (int k = first; k < types.length; k++) arguments.add(Values.read(values.get(k - first), types[k], arguments));
    }

    /** How many values it takes from an example. */
    static int takes(Executable called) {
        return called.getParameterCount() - (isInner(called) ? 1 : 0);
    }

    private static boolean isInner(Executable called) {
        return called instanceof Constructor && Candidate.isInner(called.getDeclaringClass());
    }

    /** On a new object of its class, unless it is static. Whatever the candidate throws comes out as it is. */
    Object run() throws Throwable {
        if (called instanceof Constructor || Modifier.isStatic(called.getModifiers())) return on(null);
        return on(Candidate.make(called.getDeclaringClass(), List.of()).on(null));
    }

    Object on(Object subject) throws Throwable {
        called.setAccessible(true);
        List<Object> given = new ArrayList<>(arguments);
        if (isInner(called)) given.add(0, Candidate.outer(called.getDeclaringClass()));
        Object[] values = given.toArray();
        long started = System.nanoTime();
        try {
            if (called instanceof Constructor) return ((Constructor<?>) called).newInstance(values);
            return ((Method) called).invoke(subject, values);
        } catch (InvocationTargetException error) {
            throw error.getCause();
        } finally {
            milliseconds = (System.nanoTime() - started) / 1e6;
        }
    }

    Class<?> returns() {
        return called instanceof Method ? ((Method) called).getReturnType() : called.getDeclaringClass();
    }

    Class<?> parameter(int place) {
        return called.getParameterTypes()[place];
    }
}
