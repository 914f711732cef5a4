package vibe

import "reflect"

// A Nested is LeetCode's NestedInteger: a number, or a list of such. The fields are those that are put before a candidate.
func isNested(kind reflect.Type) bool {
	return kind.Kind() == reflect.Struct && kind.Name() == "NestedInteger" && kind.NumField() == 3
}

func (r *reader) readNested(value reflect.Value) {
	if r.kind() == 'i' {
		value.FieldByName("Whole").SetBool(true)
		r.readInt(value.FieldByName("Value"))
		return
	}
	r.readSlice(value.FieldByName("List"))
}

func (w *writer) nested(value reflect.Value, depth int) {
	if value.FieldByName("Whole").Bool() {
		w.write(value.FieldByName("Value"), depth+1)
		return
	}
	w.write(value.FieldByName("List"), depth+1)
}
