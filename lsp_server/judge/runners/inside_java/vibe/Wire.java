package vibe;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Wire text (see runners/wire.py) as plain objects: null, Boolean, BigInteger, Double, String, List, Map.
 * What they are to become is for Values to say.
 */
final class Wire {
    private final String[] words;
    private int at;

    Wire(String text) {
        words = text.split(" ", -1);
    }

    Object read() {
        String word = words[at++];
        String rest = word.substring(1);
        switch (word.charAt(0)) {
            case 'n': return null;
            case 't': return true;
            case 'f': return false;
            case 'i': return new BigInteger(rest);
            case 'd': return real(rest);
            case 's': return text(rest);
            case 'c': return new Chains.Chain(rest.split(","), (List<?>) read());
            case 'l': return list(Integer.parseInt(rest));
            default: return map(Integer.parseInt(rest));
        }
    }

    private static Double real(String text) {
        switch (text) {
            case "inf": return Double.POSITIVE_INFINITY;
            case "-inf": return Double.NEGATIVE_INFINITY;
            case "nan": return Double.NaN;
            default: return Double.valueOf(text);
        }
    }

    private static String text(String escaped) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\') {
                c = escaped.charAt(++i);
                c = c == 's' ? ' ' : c == 'n' ? '\n' : c;
            }
            out.append(c);
        }
        return out.toString();
    }

    private List<Object> list(int size) {
        List<Object> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) items.add(read());
        return items;
    }

    private Map<Object, Object> map(int size) {
        Map<Object, Object> found = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = read();
            found.put(key, read());
        }
        return found;
    }
}
