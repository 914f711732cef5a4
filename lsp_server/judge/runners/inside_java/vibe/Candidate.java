package vibe;

import java.io.IOException;
import java.lang.reflect.*;
import java.nio.file.*;
import java.util.*;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes of the candidate: finds what is to be called, by name and by number of arguments, and calls it. */
final class Candidate {
    private static final Map<Class<?>, Object> OUTER = new IdentityHashMap<>();
    private final List<Class<?>> classes;

    Candidate(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.map(path -> folder.relativize(path).toString()).filter(name -> name.endsWith(".class"))
                .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.')).sorted()
                .map(Candidate::load).filter(Objects::nonNull).collect(Collectors.toList());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Candidate.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError error) {
            return null;
        }
    }

    Class<?> named(String name) {
        return classes.stream().filter(kind -> kind.getSimpleName().equals(name)).findFirst()
            .orElseThrow(() -> new Undefined(name));
    }

    /** `public static void main(String[])`, that of a public class first. */
    Method main() {
        return classes.stream().sorted(Comparator.comparing(kind -> !Modifier.isPublic(kind.getModifiers())))
            .flatMap(kind -> Arrays.stream(kind.getDeclaredMethods()))
            .filter(method -> method.getName().equals("main") && Modifier.isStatic(method.getModifiers())
                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String[].class}))
            .findFirst().orElseThrow(() -> new Undefined("main"));
    }

    /** The method of `owner`; of any class where the file has no such class or that has no such method. */
    Call find(String owner, String name, List<?> values) {
        List<Class<?>> order = new ArrayList<>(classes);
        order.sort(Comparator.comparing(kind -> !kind.getSimpleName().equals(owner)));
        for (Class<?> kind : order) {
            List<Executable> overloads = methods(kind, name);
            if (!overloads.isEmpty()) return fitting(overloads, name, values);
        }
        throw new Undefined(name);
    }

    static List<Executable> methods(Class<?> kind, String name) {
        return Arrays.stream(kind.getDeclaredMethods())
            .filter(method -> method.getName().equals(name) && !Modifier.isPrivate(method.getModifiers()) && !method.isBridge())
            .sorted(Comparator.comparing(method -> !Modifier.isPublic(method.getModifiers()))).collect(Collectors.toList());
    }

    static boolean isInner(Class<?> kind) {
        return kind.isMemberClass() && !Modifier.isStatic(kind.getModifiers());
    }

    /** An object of the class that `kind` stands in, always the same. */
    static Object outer(Class<?> kind) {
        return OUTER.computeIfAbsent(kind.getDeclaringClass(), around -> {
            try {
                return make(around, List.of()).on(null);
            } catch (RuntimeException error) {
                throw error;
            } catch (Throwable error) {
                throw new Mismatch("an object", around.getSimpleName() + ", which cannot be made");
            }
        });
    }

    static Call make(Class<?> kind, List<?> values) {
        return fitting(List.of(kind.getDeclaredConstructors()), kind.getSimpleName(), values);
    }

    /** The first overload that takes the values. */
    static Call fitting(List<? extends Executable> overloads, String name, List<?> values) {
        RuntimeException refused = null;
        for (Executable each : overloads) {
            if (values.size() == Call.takes(each)) {
                try {
                    return new Call(each, values);
                } catch (Mismatch error) {
                    refused = refused == null ? error : refused;
                }
            }
        }
        if (refused != null) throw refused;
        if (overloads.isEmpty()) throw new Undefined(name);
        throw new Mismatch("the example gives " + values.size() + " values, `" + name + "` takes another number");
    }
}
