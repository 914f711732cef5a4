package vibe;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.*;
import java.util.function.Function;
import java.util.function.Supplier;

/** Plain objects as what the candidate's own types say: `List<List<Integer>>`, `char[][]`, `TreeNode`. */
final class Values {
    private static final Map<Class<?>, Function<Object, Object>> SCALARS = new HashMap<>();
    private static final Map<Class<?>, Supplier<Collection<Object>>> COLLECTIONS = new LinkedHashMap<>();

    static {
        scalar(int.class, Integer.class, value -> (int) whole(value, "an int", Integer.MIN_VALUE, Integer.MAX_VALUE));
        scalar(long.class, Long.class, value -> whole(value, "a long", Long.MIN_VALUE, Long.MAX_VALUE));
        scalar(short.class, Short.class, value -> (short) whole(value, "a short", Short.MIN_VALUE, Short.MAX_VALUE));
        scalar(byte.class, Byte.class, value -> (byte) whole(value, "a byte", Byte.MIN_VALUE, Byte.MAX_VALUE));
        scalar(double.class, Double.class, Values::real);
        scalar(float.class, Float.class, value -> (float) real(value));
        scalar(boolean.class, Boolean.class, value -> as(Boolean.class, value, "a boolean"));
        scalar(char.class, Character.class, Values::character);
        scalar(String.class, CharSequence.class, value -> as(String.class, value, "a String"));
        scalar(BigInteger.class, BigInteger.class, value -> as(BigInteger.class, value, "a BigInteger"));
        scalar(BigDecimal.class, BigDecimal.class, value -> new BigDecimal(String.valueOf(value)));
        scalar(Object.class, Number.class, Values::natural);
        COLLECTIONS.put(ArrayList.class, ArrayList::new);
        COLLECTIONS.put(LinkedList.class, LinkedList::new);
        COLLECTIONS.put(ArrayDeque.class, ArrayDeque::new);
        COLLECTIONS.put(PriorityQueue.class, PriorityQueue::new);
        COLLECTIONS.put(LinkedHashSet.class, LinkedHashSet::new);
        COLLECTIONS.put(TreeSet.class, TreeSet::new);
        COLLECTIONS.put(HashSet.class, HashSet::new);
    }

    private Values() {}

    private static void scalar(Class<?> one, Class<?> other, Function<Object, Object> read) {
        SCALARS.put(one, read);
        SCALARS.put(other, read);
    }

    /** `before` are the arguments that were read already: a node can be named by its number in a tree among them. */
    static Object read(Object value, Type type, List<Object> before) {
        if (type instanceof WildcardType) return read(value, ((WildcardType) type).getUpperBounds()[0], before);
        Class<?> raw = raw(type);
        if (value == null && !raw.isPrimitive()) return null;
        Function<Object, Object> scalar = SCALARS.get(raw);
        if (scalar != null) return scalar.apply(value);
        if (raw.isArray()) return array(value, type, before);
        if (Map.class.isAssignableFrom(raw)) return map(value, raw, type, before);
        if (Iterable.class.isAssignableFrom(raw)) return collection(value, raw, type, before);
        if (raw == Optional.class) return Optional.of(read(value, inner(type, 0), before));
        if (Nested.is(raw)) return Nested.read(value, raw);
        if (Nodes.isNode(raw)) return Nodes.read(value, raw, before);
        throw new Mismatch(named(value), raw.getSimpleName());
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class) return (Class<?>) type;
        if (type instanceof ParameterizedType) return raw(((ParameterizedType) type).getRawType());
        if (type instanceof GenericArrayType) {
            return Array.newInstance(raw(((GenericArrayType) type).getGenericComponentType()), 0).getClass();
        }
        return Object.class;
    }

    private static Type inner(Type type, int place) {
        return type instanceof ParameterizedType ? ((ParameterizedType) type).getActualTypeArguments()[place] : Object.class;
    }

    private static Object array(Object value, Type type, List<Object> before) {
        Type one = type instanceof GenericArrayType
            ? ((GenericArrayType) type).getGenericComponentType() : ((Class<?>) type).getComponentType();
        List<?> items = list(value, "an array");
        Object array = Array.newInstance(raw(one), items.size());
        for (int i = 0; i < items.size(); i++) Array.set(array, i, read(items.get(i), one, before));
        return array;
    }

    private static Object collection(Object value, Class<?> raw, Type type, List<Object> before) {
        Collection<Object> made = COLLECTIONS.entrySet().stream().filter(row -> raw.isAssignableFrom(row.getKey()))
            .findFirst().orElseThrow(() -> new Mismatch(named(value), raw.getSimpleName())).getValue().get();
        for (Object item : list(value, "a " + raw.getSimpleName())) made.add(read(item, inner(type, 0), before));
        return made;
    }

    private static Object map(Object value, Class<?> raw, Type type, List<Object> before) {
        Map<Object, Object> made = raw.isAssignableFrom(LinkedHashMap.class) ? new LinkedHashMap<>() : new TreeMap<>();
        Map<?, ?> given = as(Map.class, value, "a Map");
        given.forEach((key, item) -> made.put(read(key, inner(type, 0), before), read(item, inner(type, 1), before)));
        return made;
    }

    static List<?> list(Object value, String wanted) {
        return as(List.class, value, wanted);
    }

    private static <T> T as(Class<T> kind, Object value, String wanted) {
        if (!kind.isInstance(value)) throw new Mismatch(named(value), wanted);
        return kind.cast(value);
    }

    private static long whole(Object value, String wanted, long least, long most) {
        BigInteger number = as(BigInteger.class, value, wanted);
        if (number.bitLength() > 63 || number.longValue() < least || number.longValue() > most) {
            throw new Mismatch("the example gives " + number + ", which " + wanted + " cannot hold");
        }
        return number.longValue();
    }

    private static double real(Object value) {
        return as(Number.class, value, "a double").doubleValue();
    }

    private static Object character(Object value) {
        String text = as(String.class, value, "a char");
        if (text.length() != 1) throw new Mismatch("a string of another length", "a char");
        return text.charAt(0);
    }

    private static Object natural(Object value) {
        if (!(value instanceof BigInteger)) return value;
        BigInteger number = (BigInteger) value;
        if (number.bitLength() < 32) return number.intValue();
        return number.bitLength() < 64 ? (Object) number.longValue() : number;
    }

    private static String named(Object value) {
        if (value == null) return "null";
        return value instanceof List ? "a list" : value instanceof Map ? "a map" : value instanceof String ? "a string"
            : value instanceof Boolean ? "a boolean" : value instanceof Double ? "a fraction" : "an integer";
    }
}
