package vibe;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.*;

/**
 * LeetCode's nodes, by the fields they have: arrays to nodes and nodes back to arrays, its own way of writing each.
 * next: a linked list; with random: pairs; with child: several levels; left and right: a tree; with next too: levels
 * that end in "#"; children: an n-ary tree; neighbors: a graph of 1 … n; topLeft and so on: a quad tree.
 */
final class Nodes {
    static final List<String> LISTS = List.of("children", "neighbors");
    private static final String[] LINKS = {"next", "left", "children", "neighbors", "topLeft"};
    static final String[] CORNERS = {"topLeft", "topRight", "bottomLeft", "bottomRight"};
    /** Lists of the class `Node` are given as circles. */
    static boolean circular;

    private Nodes() {}

    static boolean isNode(Class<?> kind) {
        return has(kind, "val") && Arrays.stream(LINKS).anyMatch(link -> has(kind, link));
    }

    static boolean has(Class<?> kind, String name) {
        return field(kind, name) != null;
    }

    private static Field field(Class<?> kind, String name) {
        try {
            Field field = kind.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException error) {
            return null;
        }
    }

    static Object get(Object node, String name) {
        try {
            return field(node.getClass(), name).get(node);
        } catch (IllegalAccessException error) {
            throw new IllegalStateException(error);
        }
    }

    static void set(Object node, String name, Object value) {
        Field field = field(node.getClass(), name);
        try {
            if (field != null) field.set(node, value);
        } catch (IllegalAccessException error) {
            throw new IllegalStateException(error);
        }
    }

    /** Made by whatever constructor there is, then every field is set. */
    private static Object node(Class<?> kind, Object value) {
        Constructor<?> shortest = Arrays.stream(kind.getDeclaredConstructors())
            .min(Comparator.comparing(Constructor::getParameterCount)).orElseThrow();
        shortest.setAccessible(true);
        Object[] zeros = Arrays.stream(shortest.getParameterTypes()).map(Nodes::zero).toArray();
        if (Candidate.isInner(kind)) zeros[0] = Candidate.outer(kind);
        try {
            Object made = shortest.newInstance(zeros);
            set(made, "val", Values.read(value, field(kind, "val").getGenericType(), List.of()));
            for (String list : LISTS) set(made, list, new ArrayList<>());
            return made;
        } catch (ReflectiveOperationException error) {
            throw new Mismatch("a node", kind.getSimpleName() + ", which cannot be made");
        }
    }

    private static Object zero(Class<?> type) {
        return type == int.class ? (Object) 0 : type == boolean.class ? false : null;
    }

    static Object read(Object value, Class<?> kind, List<Object> before) {
        if (value instanceof Chains.Chain) return Chains.build((Chains.Chain) value, kind);
        if (!(value instanceof List)) return found(value, kind, before);
        Deque<Object> items = new LinkedList<>((List<?>) value);
        if (items.isEmpty()) return null;
        if (has(kind, "topLeft")) return quad(items, kind);
        if (has(kind, "random")) return random(items, kind);
        if (has(kind, "children")) return children(items, kind);
        if (has(kind, "neighbors")) return graph(items, kind);
        if (has(kind, "left")) return tree(items, kind);
        return has(kind, "child") ? levels(items, kind) : linked(items, kind);
    }

    private static Object found(Object value, Class<?> kind, List<Object> before) {
        Object wanted = Values.read(value, field(kind, "val").getGenericType(), List.of());
        Deque<Object> waiting = new LinkedList<>(before);
        while (!waiting.isEmpty()) {
            Object node = waiting.poll();
            if (node == null || node.getClass() != kind) continue;
            if (wanted.equals(get(node, "val"))) return node;
            waiting.add(get(node, "left"));
            waiting.add(get(node, "right"));
        }
        throw new Mismatch("the example names a node by a number that its tree does not hold");
    }

    private static Object tree(Deque<Object> items, Class<?> kind) {
        if (items.peek() == null) return null;
        Object root = node(kind, items.poll());
        Deque<Object> parents = new ArrayDeque<>(List.of(root));
        for (boolean right = false; !items.isEmpty(); right = !right) {
            if (parents.isEmpty()) throw new Mismatch("the example gives a tree with a node that has no parent");
            Object value = items.poll();
            Object parent = parents.peek();
            if (value != null) {
                Object child = node(kind, value);
                set(parent, right ? "right" : "left", child);
                set(child, "parent", parent);
                parents.add(child);
            }
            if (right) parents.poll();
        }
        return root;
    }

    private static Object linked(Deque<Object> items, Class<?> kind) {
        Object head = null;
        Object tail = null;
        for (Object value : items) {
            Object next = node(kind, value);
            set(next, "prev", tail);
            if (tail == null) head = next;
            else set(tail, "next", next);
            tail = next;
        }
        if (circular && kind.getSimpleName().equals("Node")) set(tail, "next", head);
        return head;
    }

    private static Object quad(Deque<Object> items, Class<?> kind) {
        Object root = corner(items.poll(), kind);
        Deque<Object> parents = new ArrayDeque<>(List.of(root));
        while (!items.isEmpty()) {
            Object parent = parents.remove();
            for (String corner : CORNERS) {
                Object pair = items.poll();
                if (pair == null) continue;
                set(parent, corner, corner(pair, kind));
                parents.add(get(parent, corner));
            }
        }
        return root;
    }

    /** The pair of `isLeaf` and `val`. */
    private static Object corner(Object pair, Class<?> kind) {
        List<?> two = Values.list(pair, "a pair");
        Object made = node(kind, !two.get(1).equals(java.math.BigInteger.ZERO));
        set(made, "isLeaf", !two.get(0).equals(java.math.BigInteger.ZERO));
        return made;
    }

    private static Object random(Deque<Object> pairs, Class<?> kind) {
        List<Object> nodes = new ArrayList<>();
        for (Object pair : pairs) nodes.add(node(kind, Values.list(pair, "a pair").get(0)));
        int k = 0;
        for (Object pair : pairs) {
            Object target = Values.list(pair, "a pair").get(1);
            if (k + 1 < nodes.size()) set(nodes.get(k), "next", nodes.get(k + 1));
            if (target != null) set(nodes.get(k), "random", nodes.get(((Number) target).intValue()));
            k++;
        }
        return nodes.get(0);
    }

    /** After the end of a level (null), each further null passes over one node; the next value is the child there. */
    private static Object levels(Deque<Object> items, Class<?> kind) {
        Object root = null;
        Object head = null;
        Object tail = null;
        Object parent = null;
        for (Object value : items) {
            if (value == null) {
                parent = tail != null ? head : parent == null ? null : get(parent, "next");
                head = tail = null;
                continue;
            }
            Object next = node(kind, value);
            set(next, "prev", tail);
            if (tail != null) set(tail, "next", next);
            else if (parent != null) set(parent, "child", next);
            if (tail == null) head = next;
            if (root == null) root = next;
            tail = next;
        }
        return root;
    }

    private static Object children(Deque<Object> items, Class<?> kind) {
        Object root = node(kind, items.poll());
        Object parent = root;
        Deque<Object> waiting = new ArrayDeque<>();
        for (Object value : items) {
            if (value != null) {
                Object child = node(kind, value);
                links(parent, "children").add(child);
                waiting.add(child);
            } else if (parent != root || !links(root, "children").isEmpty()) {
                parent = waiting.poll();
            }
        }
        return root;
    }

    private static Object graph(Deque<Object> lists, Class<?> kind) {
        List<Object> nodes = new ArrayList<>();
        for (int k = 1; k <= lists.size(); k++) nodes.add(node(kind, java.math.BigInteger.valueOf(k)));
        int k = 0;
        for (Object list : lists) {
            List<Object> neighbors = links(nodes.get(k++), "neighbors");
            for (Object number : Values.list(list, "a list of neighbors")) neighbors.add(nodes.get(((Number) number).intValue() - 1));
        }
        return nodes.get(0);
    }

    @SuppressWarnings("unchecked")
    static List<Object> links(Object node, String name) {
        Object links = get(node, name);
        return links == null ? List.of() : (List<Object>) links;
    }
}
