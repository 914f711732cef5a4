package vibe;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.*;

/** What the candidate returned, as the JSON that inside/codec.py decodes: pure ASCII, one line, at most `room` long. */
final class Json {
    static final class TooLarge extends RuntimeException {}

    private static final int MOST_DEPTH = 100;
    private final StringBuilder out = new StringBuilder();
    private final int room;

    private Json(int room) {
        this.room = room;
    }

    static String of(Object value, int room) {
        Json json = new Json(room);
        json.write(value, 0);
        return json.out.toString();
    }

    private Json put(String text) {
        if (out.length() + text.length() > room) throw new TooLarge();
        out.append(text);
        return this;
    }

    private void write(Object value, int depth) {
        if (depth > MOST_DEPTH) opaque("deep", "...");
        else if (value == null || value instanceof Boolean || isWhole(value)) put(String.valueOf(value));
        else if (value instanceof Number) real(((Number) value).doubleValue());
        else if (value instanceof Character || value instanceof CharSequence) text(value.toString());
        else if (value.getClass().isArray()) array(value, depth);
        else if (value instanceof Map) map((Map<?, ?>) value, depth);
        else if (value instanceof Set) tagged("set", () -> list((Set<?>) value, depth));
        else if (value instanceof Iterable) list((Iterable<?>) value, depth);
        else if (value instanceof Optional) write(((Optional<?>) value).orElse(null), depth + 1);
        else if (value instanceof Map.Entry) entry((Map.Entry<?, ?>) value, depth);
        else if (Nested.is(value.getClass())) write(Nested.plain(value), depth);
        else if (Nodes.isNode(value.getClass())) nodes(NodeItems.kind(value.getClass()), NodeItems.of(value, room));
        else opaque(value.getClass().getSimpleName(), String.valueOf(value));
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte
            || value instanceof BigInteger;
    }

    /** An empty linked list or tree is null, which only the type of the result tells. */
    static String ofNodes(Class<?> kind, int room) {
        Json json = new Json(room);
        json.nodes(NodeItems.kind(kind), List.of());
        return json.out.toString();
    }

    private void nodes(String kind, List<?> items) {
        tagged("nodes", () -> list(List.of(kind, items), 0));
    }

    private void real(double value) {
        if (Double.isFinite(value)) put(Double.toString(value));
        else put("{\"t\":\"float\",\"v\":\"" + (Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf") + "\"}");
    }

    private void text(String value) {
        put("\"");
        for (char c : value.toCharArray()) {
            put(c < 0x20 || c > 0x7e || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        put("\"");
    }

    private void array(Object array, int depth) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) items.add(Array.get(array, i));
        list(items, depth);
    }

    private void list(Iterable<?> items, int depth) {
        String separator = "[";
        for (Object item : items) {
            put(separator).write(item, depth + 1);
            separator = ",";
        }
        put(separator.equals("[") ? "[]" : "]");
    }

    private void entry(Map.Entry<?, ?> entry, int depth) {
        list(Arrays.asList(entry.getKey(), entry.getValue()), depth);
    }

    private void map(Map<?, ?> map, int depth) {
        tagged("dict", () -> list(map.entrySet(), depth));
    }

    private void opaque(String kind, String text) {
        tagged("opaque", () -> list(List.of(kind, text), 0));
    }

    private void tagged(String tag, Runnable value) {
        put("{\"t\":\"" + tag + "\",\"v\":");
        value.run();
        put("}");
    }
}
