package vibe;

import java.util.*;

/** What LeetCode's custom judges do with nodes and hidden numbers: `Chain` in inside/codec.py, asides in arranged.py. */
public final class Chains {
    private static final String[] LINKS = {"left", "right", "next", "random", "child"};
    private static final int MOST_NODES = 1_000_000;
    private static List<Object> first = List.of();
    private static long hidden;

    private Chains() {}

    static final class NotACopy extends RuntimeException {
        NotACopy() {
            super("the result holds a node of the argument, it is no copy");
        }
    }

    /** As it stands in the wire text. */
    static final class Chain {
        final int enter;
        final int join;
        final int loop;
        final List<?> items;

        Chain(String[] numbers, List<?> items) {
            enter = Integer.parseInt(numbers[0]);
            join = Integer.parseInt(numbers[1]);
            loop = Integer.parseInt(numbers[2]);
            this.items = items;
        }
    }

    static void begin(String aside) {
        first = List.of();
        hidden = aside.length() > 1 ? Long.parseLong(aside.substring(1)) : 0;
    }

    /** What `isBadVersion`, `guess` and the like know; called by what is provided for them. */
    public static long hidden() {
        return hidden;
    }

    static Object build(Chain chain, Class<?> kind) {
        List<Object> nodes = reachable(Nodes.read(chain.items, kind, List.of()));
        Object shared = chain.join >= 0 && chain.join < first.size() ? first.get(chain.join) : null;
        if (nodes.isEmpty()) return shared;
        Object last = nodes.get(nodes.size() - 1);
        if (shared != null) Nodes.set(last, "next", shared);
        if (chain.loop >= 0) Nodes.set(last, "next", nodes.get(chain.loop));
        if (first.isEmpty()) first = nodes;
        return nodes.get(chain.enter);
    }

    /** All nodes that can be reached, each once, those nearest first: a tree level by level. */
    private static List<Object> reachable(Object start) {
        List<Object> found = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        if (start != null && seen.add(start)) found.add(start);
        for (int k = 0; k < found.size() && k < MOST_NODES; k++) {
            for (Object next : following(found.get(k))) if (next != null && seen.add(next)) found.add(next);
        }
        return found;
    }

    private static List<Object> following(Object node) {
        List<Object> found = new ArrayList<>();
        for (String link : LINKS) if (Nodes.has(node.getClass(), link)) found.add(Nodes.get(node, link));
        for (String list : Nodes.LISTS) if (Nodes.has(node.getClass(), list)) found.addAll(Nodes.links(node, list));
        return found;
    }

    /** Of a node in the first chain, as JSON; -1 for a node that is none of it. */
    static String place(Object node) {
        if (node == null) return "null";
        for (int k = 0; k < first.size(); k++) if (first.get(k) == node) return String.valueOf(k);
        return "-1";
    }

    static Object whole() {
        return first.isEmpty() ? null : first.get(0);
    }

    static void refuseShared(Object result, List<Object> arguments) {
        Set<Object> given = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object argument : arguments) {
            if (argument != null && Nodes.isNode(argument.getClass())) given.addAll(reachable(argument));
        }
        for (Object node : result == null ? List.of() : reachable(result)) if (given.contains(node)) throw new NotACopy();
    }
}
