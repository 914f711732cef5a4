package vibe

import (
	"reflect"
	"strconv"
	"strings"
)

// What LeetCode's custom judges do with nodes and hidden numbers: Chain in inside/codec.py, asides in judge/arranged.py.

const mostNodes = 1000000

// Hidden is what isBadVersion, guess and the like know.
var Hidden int

// firstChain holds the nodes of the first chain of the call.
var firstChain []reflect.Value

// notACopy is what a call panics with when a copy was asked for and a node of an argument came back.
type notACopy struct{}

func (r *reader) chain(kind reflect.Type) reflect.Value {
	var numbers [3]int
	for k, text := range strings.Split(r.word(), ",") {
		numbers[k], _ = strconv.Atoi(text)
	}
	enter, join, loop := numbers[0], numbers[1], numbers[2]
	nodes, shared := reachable(r.readNode(kind)), reflect.Zero(kind)
	if join >= 0 && join < len(firstChain) {
		shared = firstChain[join]
	}
	if len(nodes) == 0 {
		return shared
	}
	last := nodes[len(nodes)-1]
	if !shared.IsNil() {
		set(last, "Next", shared)
	}
	if loop >= 0 {
		set(last, "Next", nodes[loop])
	}
	if firstChain == nil {
		firstChain = nodes
	}
	return nodes[enter]
}

// reachable lists all nodes that can be reached, each once, those nearest first: a tree level by level.
func reachable(starts ...reflect.Value) (found []reflect.Value) {
	seen := map[uintptr]bool{}
	add := func(node reflect.Value) {
		if node.IsValid() && isNode(node.Type()) && !node.IsNil() && !seen[node.Pointer()] {
			seen[node.Pointer()] = true
			found = append(found, node)
		}
	}
	for _, start := range starts {
		add(start)
	}
	for k := 0; k < len(found) && k < mostNodes; k++ {
		for _, link := range []string{"Left", "Right", "Next", "Random", "Child"} {
			add(field(found[k], link))
		}
		for _, list := range []string{"Children", "Neighbors"} {
			for all, i := field(found[k], list), 0; all.IsValid() && i < all.Len(); i++ {
				add(all.Index(i))
			}
		}
	}
	return found
}

// place of a node in the first chain, as JSON; -1 for a node that is none of it.
func place(node reflect.Value) string {
	if node.IsNil() {
		return "null"
	}
	for k, other := range firstChain {
		if other.Pointer() == node.Pointer() {
			return strconv.Itoa(k)
		}
	}
	return "-1"
}

func refuseShared(result reflect.Value, given []reflect.Value) {
	seen := map[uintptr]bool{}
	for _, node := range given {
		seen[node.Pointer()] = true
	}
	for _, node := range reachable(result) {
		if seen[node.Pointer()] {
			panic(notACopy{})
		}
	}
}
