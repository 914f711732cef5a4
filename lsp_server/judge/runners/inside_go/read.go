// Package vibe calls a candidate: values of an example come in as wire text, what is returned goes out as JSON.
// The candidate's own types, asked by reflection, say how a value is read and written.
package vibe

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// mismatch is what reading panics with: a value of the example is not of the type that the code takes.
type mismatch string

func refuse(format string, details ...any) {
	panic(mismatch("the example gives " + fmt.Sprintf(format, details...)))
}

// reader is a cursor over wire text (see runners/wire.py). before holds the arguments that were read already: a node can
// be named by its number in a tree among them.
type reader struct {
	words  []string
	before []reflect.Value
}

func newReader(wire string) *reader { return &reader{words: strings.Split(wire, " ")} }

func (r *reader) kind() byte { return r.words[0][0] }

func (r *reader) word() string {
	word := r.words[0]
	r.words = r.words[1:]
	return word[1:]
}

func (r *reader) null() bool {
	if r.kind() != 'n' {
		return false
	}
	r.word()
	return true
}

var names = map[byte]string{'n': "null", 't': "a bool", 'f': "a bool", 'i': "an int", 'd': "a float", 's': "a string",
	'l': "a list", 'm': "a map"}

// scalar is the word after its first letter, which must be one of kinds.
func (r *reader) scalar(kinds string, wanted string) string {
	if !strings.ContainsRune(kinds, rune(r.kind())) {
		refuse("%s where the code takes %s", names[r.kind()], wanted)
	}
	return r.word()
}

func (r *reader) list(wanted string) int {
	size, _ := strconv.Atoi(r.scalar("l", wanted))
	return size
}

var unescape = strings.NewReplacer(`\\`, `\`, `\s`, " ", `\n`, "\n")

func (r *reader) text(wanted string) string { return unescape.Replace(r.scalar("s", wanted)) }

// skip passes over one value.
func (r *reader) skip() {
	left := 0
	switch r.kind() {
	case 'c':
		r.word()
		left = 1
	case 'l':
		left = r.list("")
	case 'm':
		left, _ = strconv.Atoi(r.word())
		left *= 2
	default:
		r.word()
	}
	for ; left > 0; left-- {
		r.skip()
	}
}

func (r *reader) read(kind reflect.Type) reflect.Value {
	value := reflect.New(kind).Elem()
	switch kind.Kind() {
	case reflect.Bool:
		value.SetBool(r.kind() == 't')
		r.scalar("tf", "a bool")
	case reflect.Uint8, reflect.Int32:
		r.readCharacter(value)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int64:
		r.readInt(value)
	case reflect.Uint, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		r.readUint(value)
	case reflect.Float32, reflect.Float64:
		number, _ := strconv.ParseFloat(r.scalar("id", "a float"), 64)
		value.SetFloat(number)
	case reflect.String:
		value.SetString(r.text("a string"))
	case reflect.Slice:
		r.readSlice(value)
	case reflect.Array:
		r.readArray(value)
	case reflect.Map:
		r.readMap(value)
	case reflect.Pointer:
		r.readPointer(value)
	case reflect.Interface:
		r.readAny(value)
	case reflect.Struct:
		if !isNested(kind) {
			refuse("%s where the code takes %s", names[r.kind()], kind)
		}
		r.readNested(value)
	default:
		refuse("%s where the code takes %s", names[r.kind()], kind)
	}
	return value
}

func (r *reader) readInt(value reflect.Value) {
	word := r.scalar("i", "an int")
	number, err := strconv.ParseInt(word, 10, 64)
	if err != nil || value.OverflowInt(number) {
		refuse("%s, which %s cannot hold", word, value.Type())
	}
	value.SetInt(number)
}

func (r *reader) readUint(value reflect.Value) {
	word := r.scalar("i", "an int")
	number, err := strconv.ParseUint(word, 10, 64)
	if err != nil || value.OverflowUint(number) {
		refuse("%s, which %s cannot hold", word, value.Type())
	}
	value.SetUint(number)
}

// readCharacter reads byte and rune, which are numbers to Go, from a string of one character too.
func (r *reader) readCharacter(value reflect.Value) {
	if r.kind() == 's' {
		text := []rune(r.text(""))
		if len(text) != 1 {
			refuse("a string of another length where the code takes a %s", value.Type())
		}
		r.words = append([]string{"i" + strconv.Itoa(int(text[0]))}, r.words...)
	}
	if value.Kind() == reflect.Int32 {
		r.readInt(value)
	} else {
		r.readUint(value)
	}
}

func (r *reader) readSlice(value reflect.Value) {
	if r.null() {
		return
	}
	size := r.list("a list")
	value.Set(reflect.MakeSlice(value.Type(), 0, size))
	for ; size > 0; size-- {
		value.Set(reflect.Append(value, r.read(value.Type().Elem())))
	}
}

func (r *reader) readArray(value reflect.Value) {
	if size := r.list("a list"); size != value.Len() {
		refuse("a list of %d where the code takes %s", size, value.Type())
	}
	for k := 0; k < value.Len(); k++ {
		value.Index(k).Set(r.read(value.Type().Elem()))
	}
}

func (r *reader) readMap(value reflect.Value) {
	size, _ := strconv.Atoi(r.scalar("m", "a map"))
	value.Set(reflect.MakeMap(value.Type()))
	for ; size > 0; size-- {
		key := r.read(value.Type().Key())
		value.SetMapIndex(key, r.read(value.Type().Elem()))
	}
}

func (r *reader) readPointer(value reflect.Value) {
	if isNode(value.Type()) {
		value.Set(r.readNode(value.Type()))
	} else if !r.null() {
		value.Set(reflect.New(value.Type().Elem()))
		value.Elem().Set(r.read(value.Type().Elem()))
	}
}

var natural = map[byte]reflect.Type{'t': reflect.TypeOf(true), 'f': reflect.TypeOf(true), 'i': reflect.TypeOf(0),
	'd': reflect.TypeOf(0.5), 's': reflect.TypeOf(""), 'l': reflect.TypeOf([]any{}), 'm': reflect.TypeOf(map[any]any{})}

func (r *reader) readAny(value reflect.Value) {
	if !r.null() {
		value.Set(r.read(natural[r.kind()]))
	}
}
