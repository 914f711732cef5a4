package vibe;

import java.util.*;

/** Nodes as the items of the array that LeetCode writes for them. No more than `most`: a list may have no end. */
final class NodeItems {
    private final List<Object> items = new ArrayList<>();
    private final int most;

    private NodeItems(int most) {
        this.most = most;
    }

    static List<Object> of(Object start, int most) {
        NodeItems found = new NodeItems(most);
        Set<String> fields = new HashSet<>();
        for (java.lang.reflect.Field field : start.getClass().getDeclaredFields()) fields.add(field.getName());
        if (fields.contains("topLeft")) found.quad(start);
        else if (fields.contains("random")) found.random(start);
        else if (fields.contains("children")) found.children(start);
        else if (fields.contains("neighbors")) found.graph(start);
        else if (fields.contains("left") && fields.contains("next")) found.levels(start);
        else if (fields.contains("left")) found.tree(start);
        else found.linked(start);
        return found.items;
    }

    static String kind(Class<?> node) {
        return Arrays.stream(node.getDeclaredFields()).anyMatch(field -> Set.of("left", "children", "topLeft").contains(field.getName()))
            ? "TreeNode" : "ListNode";
    }

    private boolean full() {
        return items.size() > most;
    }

    private void linked(Object head) {
        boolean several = Nodes.has(head.getClass(), "prev") && Nodes.has(head.getClass(), "child");
        Object before = null;
        for (Object at = head; at != null && !full(); at = next(at, head)) {
            items.add(Nodes.get(at, "val"));
            if (several && Nodes.get(at, "prev") != before) items.add("wrong prev");
            if (several && Nodes.get(at, "child") != null) items.add("child left");
            before = at;
        }
    }

    /** Null where a circular list begins again. */
    private static Object next(Object at, Object head) {
        Object next = Nodes.get(at, "next");
        return next == head ? null : next;
    }

    private void tree(Object root) {
        Object left = Nodes.get(root, "left");
        if (left != null && Nodes.get(left, "right") == root) ring(root);
        else byLevel(root, node -> Nodes.get(node, "val"), "left", "right");
    }

    /** A tree that was made a ring, along `right`. */
    private void ring(Object start) {
        for (Object at = start; at != null && !full(); ) {
            items.add(Nodes.get(at, "val"));
            at = Nodes.get(at, "right");
            if (at == start) return;
        }
    }

    private void quad(Object root) {
        byLevel(root, node -> Arrays.asList(bit(node, "isLeaf"), bit(node, "val")), Nodes.CORNERS);
    }

    private static int bit(Object node, String name) {
        return (Boolean) Nodes.get(node, name) ? 1 : 0;
    }

    private void byLevel(Object root, java.util.function.Function<Object, Object> item, String... below) {
        Deque<Object> waiting = new LinkedList<>(List.of(root));
        while (!waiting.isEmpty() && !full()) {
            Object node = waiting.poll();
            items.add(node == null ? null : item.apply(node));
            if (node == null) continue;
            for (String link : below) waiting.add(Nodes.get(node, link));
        }
        while (items.get(items.size() - 1) == null) items.remove(items.size() - 1);
    }

    private void levels(Object root) {
        while (root != null && !full()) {
            Object below = null;
            for (Object at = root; at != null && !full(); at = Nodes.get(at, "next")) {
                items.add(Nodes.get(at, "val"));
                if (below == null) below = Nodes.get(at, Nodes.get(at, "left") != null ? "left" : "right");
            }
            items.add("#");
            root = below;
        }
    }

    private void random(Object head) {
        Map<Object, Integer> index = new IdentityHashMap<>();
        for (Object at = head; at != null && index.putIfAbsent(at, index.size()) == null; at = Nodes.get(at, "next")) {}
        for (Object at = head; at != null && !full(); at = next(at, head)) {
            items.add(Arrays.asList(Nodes.get(at, "val"), index.get(Nodes.get(at, "random"))));
        }
    }

    private void children(Object root) {
        Deque<Object> waiting = new ArrayDeque<>(List.of(root));
        items.add(Nodes.get(root, "val"));
        int gaps = 1;
        for (; !waiting.isEmpty() && !full(); gaps++) {
            for (Object child : Nodes.links(waiting.poll(), "children")) {
                for (; gaps > 0; gaps--) items.add(null);
                items.add(Nodes.get(child, "val"));
                waiting.add(child);
            }
        }
    }

    private void graph(Object start) {
        Map<Integer, Object> nodes = new TreeMap<>();
        Deque<Object> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            Object node = waiting.pop();
            if (nodes.putIfAbsent((Integer) Nodes.get(node, "val"), node) == null) waiting.addAll(Nodes.links(node, "neighbors"));
        }
        for (Object node : nodes.values()) {
            List<Object> numbers = new ArrayList<>();
            for (Object other : Nodes.links(node, "neighbors")) numbers.add(Nodes.get(other, "val"));
            items.add(numbers);
        }
    }
}
