package vibe

import (
	"reflect"
	"strconv"
)

// LeetCode's nodes, by the fields they have: arrays to nodes and nodes back to arrays, its own way of writing each.
// Next: a linked list; with Random: pairs; with Child: several levels; Left and Right: a tree; with Next too: levels that
// end in "#"; Children: an n-ary tree; Neighbors: a graph of 1 … n; TopLeft and so on: a quad tree.

var corners = []string{"TopLeft", "TopRight", "BottomLeft", "BottomRight"}

// Circular is true where lists of the type Node are given as circles.
var Circular bool

func has(kind reflect.Type, name string) bool {
	_, found := kind.Elem().FieldByName(name)
	return found
}

func isNode(kind reflect.Type) bool {
	if kind.Kind() != reflect.Pointer || kind.Elem().Kind() != reflect.Struct || !has(kind, "Val") {
		return false
	}
	return has(kind, "Next") || has(kind, "Left") || has(kind, "Children") || has(kind, "Neighbors") || has(kind, "TopLeft")
}

func field(node reflect.Value, name string) reflect.Value { return node.Elem().FieldByName(name) }

func set(node reflect.Value, name string, value reflect.Value) {
	if place := field(node, name); place.IsValid() {
		place.Set(value)
	}
}

func (r *reader) node(kind reflect.Type) reflect.Value {
	made := reflect.New(kind.Elem())
	value := field(made, "Val")
	value.Set(r.read(value.Type()))
	return made
}

func (r *reader) readNode(kind reflect.Type) reflect.Value {
	if r.null() {
		return reflect.Zero(kind)
	}
	if r.kind() == 'c' {
		return r.chain(kind)
	}
	if r.kind() != 'l' && has(kind, "Left") {
		return r.found(kind)
	}
	size := r.list(kind.String())
	if size == 0 {
		return reflect.Zero(kind)
	}
	switch {
	case has(kind, "TopLeft"):
		return r.quad(kind, size)
	case has(kind, "Random"):
		return r.randomList(kind, size)
	case has(kind, "Children"):
		return r.children(kind, size)
	case has(kind, "Neighbors"):
		return r.graph(kind, size)
	case has(kind, "Left"):
		return r.tree(kind, size)
	case has(kind, "Child"):
		return r.levels(kind, size)
	}
	return r.linked(kind, size)
}

func (r *reader) found(kind reflect.Type) reflect.Value {
	wanted := field(r.node(kind), "Val").Interface()
	waiting := append([]reflect.Value{}, r.before...)
	for ; len(waiting) > 0; waiting = waiting[1:] {
		node := waiting[0]
		if node.Type() != kind || node.IsNil() {
			continue
		}
		if field(node, "Val").Interface() == wanted {
			return node
		}
		waiting = append(waiting, field(node, "Left"), field(node, "Right"))
	}
	refuse("the number of a node that its tree does not hold")
	return reflect.Value{}
}

func (r *reader) tree(kind reflect.Type, size int) reflect.Value {
	if r.null() {
		return reflect.Zero(kind)
	}
	root := r.node(kind)
	parents := []reflect.Value{root}
	for k := 1; k < size; k++ {
		if len(parents) == 0 {
			refuse("a tree with a node that has no parent")
		}
		if !r.null() {
			child := r.node(kind)
			set(parents[0], map[int]string{1: "Left", 0: "Right"}[k%2], child)
			set(child, "Parent", parents[0])
			parents = append(parents, child)
		}
		if k%2 == 0 {
			parents = parents[1:]
		}
	}
	return root
}

func (r *reader) linked(kind reflect.Type, size int) reflect.Value {
	head := r.node(kind)
	tail := head
	for k := 1; k < size; k++ {
		next := r.node(kind)
		set(tail, "Next", next)
		set(next, "Prev", tail)
		tail = next
	}
	if Circular && kind.Elem().Name() == "Node" {
		set(tail, "Next", head)
	}
	return head
}

func (r *reader) quad(kind reflect.Type, size int) reflect.Value {
	root := r.corner(kind)
	parents := []reflect.Value{root}
	for left := size - 1; left > 0; parents = parents[1:] {
		for _, name := range corners {
			if left--; left >= 0 && !r.null() {
				child := r.corner(kind)
				set(parents[0], name, child)
				parents = append(parents, child)
			}
		}
	}
	return root
}

// corner reads the pair of isLeaf and val.
func (r *reader) corner(kind reflect.Type) reflect.Value {
	if r.list("a pair") != 2 {
		refuse("a node that is no pair of two numbers")
	}
	made := reflect.New(kind.Elem())
	for _, name := range []string{"IsLeaf", "Val"} {
		set(made, name, reflect.ValueOf(r.scalar("i", "a number") != "0"))
	}
	return made
}

func (r *reader) randomList(kind reflect.Type, size int) reflect.Value {
	nodes, targets := make([]reflect.Value, size), make([]int, size)
	for k := range nodes {
		if r.list("a pair") != 2 {
			refuse("a node that is no pair of value and index")
		}
		nodes[k], targets[k] = r.node(kind), -1
		if !r.null() {
			targets[k], _ = strconv.Atoi(r.scalar("i", "an index"))
		}
	}
	for k, target := range targets {
		if k+1 < size {
			set(nodes[k], "Next", nodes[k+1])
		}
		if target >= 0 && target < size {
			set(nodes[k], "Random", nodes[target])
		}
	}
	return nodes[0]
}

// levels: after the end of a level (null), each further null passes over one node; the next value is the child there.
func (r *reader) levels(kind reflect.Type, size int) reflect.Value {
	none := reflect.Zero(kind)
	root, head, tail, parent := none, none, none, none
	for ; size > 0; size-- {
		if r.null() {
			if !tail.IsNil() {
				parent = head
			} else if !parent.IsNil() {
				parent = field(parent, "Next")
			}
			head, tail = none, none
			continue
		}
		next := r.node(kind)
		set(next, "Prev", tail)
		if !tail.IsNil() {
			set(tail, "Next", next)
		} else if head = next; !parent.IsNil() {
			set(parent, "Child", next)
		}
		if tail = next; root.IsNil() {
			root = next
		}
	}
	return root
}

func (r *reader) children(kind reflect.Type, size int) reflect.Value {
	root := r.node(kind)
	parent, waiting := root, []reflect.Value{}
	for k := 1; k < size; k++ {
		if !r.null() {
			child := r.node(kind)
			set(parent, "Children", reflect.Append(field(parent, "Children"), child))
			waiting = append(waiting, child)
		} else if k > 1 {
			parent, waiting = waiting[0], waiting[1:]
		}
	}
	return root
}

func (r *reader) graph(kind reflect.Type, size int) reflect.Value {
	nodes := make([]reflect.Value, size)
	for k := range nodes {
		nodes[k] = newReader("i" + strconv.Itoa(k+1)).node(kind)
	}
	for _, node := range nodes {
		for left := r.list("a list of neighbors"); left > 0; left-- {
			number, _ := strconv.Atoi(r.scalar("i", "a number"))
			set(node, "Neighbors", reflect.Append(field(node, "Neighbors"), nodes[number-1]))
		}
	}
	return nodes[0]
}
