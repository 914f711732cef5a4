package vibe

import (
	"reflect"
	"sort"
)

// nodes writes what readNode reads. A list may have no end; the writer stops at its limit.
func (w *writer) nodes(start reflect.Value) {
	kind, name := start.Type(), "ListNode"
	if has(kind, "Left") || has(kind, "Children") || has(kind, "TopLeft") {
		name = "TreeNode"
	}
	w.tagged("nodes", func() {
		w.put(`["` + name + `",[`)
		list := &itemWriter{w, ""}
		switch {
		case start.IsNil():
		case has(kind, "TopLeft"):
			list.byLevel(start, list.bits, corners...)
		case has(kind, "Random"):
			list.random(start)
		case has(kind, "Children"):
			list.children(start)
		case has(kind, "Neighbors"):
			list.graph(start)
		case has(kind, "Left") && has(kind, "Next"):
			list.levels(start)
		case has(kind, "Left"):
			list.tree(start)
		default:
			list.linked(start, list.single(kind))
		}
		w.put("]]")
	})
}

// itemWriter puts commas between items.
type itemWriter struct {
	*writer
	separator string
}

func (w *itemWriter) next() {
	w.put(w.separator)
	w.separator = ","
}

func (w *itemWriter) value(node reflect.Value) {
	w.next()
	w.write(field(node, "Val"), 0)
}

// linked ends where a circular list begins again.
func (w *itemWriter) linked(head reflect.Value, one func(reflect.Value)) {
	for at := head; !at.IsNil(); {
		w.next()
		one(at)
		if at = field(at, "Next"); !at.IsNil() && at.Pointer() == head.Pointer() {
			return
		}
	}
}

// single writes a node, and what is wrong with it in a list that had several levels.
func (w *itemWriter) single(kind reflect.Type) func(reflect.Value) {
	before, several := reflect.Zero(kind), has(kind, "Prev") && has(kind, "Child")
	return func(at reflect.Value) {
		w.write(field(at, "Val"), 0)
		if several && field(at, "Prev").Pointer() != before.Pointer() {
			w.put(`,"wrong prev"`)
		}
		if several && !field(at, "Child").IsNil() {
			w.put(`,"child left"`)
		}
		before = at
	}
}

func (w *itemWriter) gaps(count int) {
	for ; count > 0; count-- {
		w.next()
		w.put("null")
	}
}

func (w *itemWriter) tree(root reflect.Value) {
	left := field(root, "Left")
	if !left.IsNil() && field(left, "Right").Pointer() == root.Pointer() {
		w.ring(root)
	} else {
		w.byLevel(root, w.value, "Left", "Right")
	}
}

// ring writes a tree that was made a ring, along Right.
func (w *itemWriter) ring(start reflect.Value) {
	for at := start; !at.IsNil(); {
		w.value(at)
		if at = field(at, "Right"); at.Pointer() == start.Pointer() {
			return
		}
	}
}

func (w *itemWriter) bits(node reflect.Value) {
	w.next()
	bit := map[bool]string{true: "1", false: "0"}
	w.put("[" + bit[field(node, "IsLeaf").Bool()] + "," + bit[field(node, "Val").Bool()] + "]")
}

func (w *itemWriter) byLevel(root reflect.Value, one func(reflect.Value), below ...string) {
	missing := 0
	for waiting := []reflect.Value{root}; len(waiting) > 0; waiting = waiting[1:] {
		node := waiting[0]
		if node.IsNil() {
			missing++
			continue
		}
		w.gaps(missing)
		missing = 0
		one(node)
		for _, link := range below {
			waiting = append(waiting, field(node, link))
		}
	}
}

func (w *itemWriter) levels(root reflect.Value) {
	for !root.IsNil() {
		below := reflect.Zero(root.Type())
		for at := root; !at.IsNil(); at = field(at, "Next") {
			w.value(at)
			for _, side := range []string{"Left", "Right"} {
				if below.IsNil() {
					below = field(at, side)
				}
			}
		}
		w.next()
		w.put(`"#"`)
		root = below
	}
}

func (w *itemWriter) random(head reflect.Value) {
	index := map[uintptr]int{}
	for at := head; !at.IsNil(); at = field(at, "Next") {
		if _, seen := index[at.Pointer()]; seen {
			break
		}
		index[at.Pointer()] = len(index)
	}
	w.linked(head, func(at reflect.Value) {
		w.put("[")
		w.write(field(at, "Val"), 0)
		if target, found := index[field(at, "Random").Pointer()]; found {
			w.put(",")
			w.write(reflect.ValueOf(target), 0)
			w.put("]")
		} else {
			w.put(",null]")
		}
	})
}

func (w *itemWriter) children(root reflect.Value) {
	w.value(root)
	missing := 1
	for waiting := []reflect.Value{root}; len(waiting) > 0; waiting = waiting[1:] {
		children := field(waiting[0], "Children")
		for k := 0; k < children.Len(); k++ {
			w.gaps(missing)
			missing = 0
			w.value(children.Index(k))
			waiting = append(waiting, children.Index(k))
		}
		missing++
	}
}

func (w *itemWriter) graph(start reflect.Value) {
	nodes, numbers := map[int64]reflect.Value{}, []int64{}
	for waiting := []reflect.Value{start}; len(waiting) > 0; waiting = waiting[1:] {
		node := waiting[0]
		number := field(node, "Val").Int()
		if _, seen := nodes[number]; seen {
			continue
		}
		nodes[number], numbers = node, append(numbers, number)
		neighbors := field(node, "Neighbors")
		for k := 0; k < neighbors.Len(); k++ {
			waiting = append(waiting, neighbors.Index(k))
		}
	}
	sort.Slice(numbers, func(i, j int) bool { return numbers[i] < numbers[j] })
	for _, number := range numbers {
		w.next()
		neighbors := field(nodes[number], "Neighbors")
		w.items(neighbors.Len(), func(k int) { w.write(field(neighbors.Index(k), "Val"), 0) })
	}
}
