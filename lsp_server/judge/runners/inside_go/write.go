package vibe

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

const mostDepth = 100

type tooLarge struct{}

// writer collects the JSON that inside/codec.py decodes: pure ASCII, one line, at most room characters.
type writer struct {
	strings.Builder
	room int
}

func (w *writer) put(text string) {
	if w.Len()+len(text) > w.room {
		panic(tooLarge{})
	}
	w.WriteString(text)
}

func (w *writer) items(count int, one func(int)) {
	w.put("[")
	for k := 0; k < count; k++ {
		if k > 0 {
			w.put(",")
		}
		one(k)
	}
	w.put("]")
}

func (w *writer) tagged(tag string, value func()) {
	w.put(`{"t":"` + tag + `","v":`)
	value()
	w.put("}")
}

func (w *writer) write(value reflect.Value, depth int) {
	if depth > mostDepth {
		w.opaque("deep", "...")
		return
	}
	switch value.Kind() {
	case reflect.Invalid:
		w.put("null")
	case reflect.Bool:
		w.put(strconv.FormatBool(value.Bool()))
	case reflect.Int32:
		w.rune(rune(value.Int()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int64:
		w.put(strconv.FormatInt(value.Int(), 10))
	case reflect.Uint8:
		w.byte(byte(value.Uint()))
	case reflect.Uint, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w.put(strconv.FormatUint(value.Uint(), 10))
	case reflect.Float32, reflect.Float64:
		w.float(value.Float(), value.Type().Bits())
	case reflect.String:
		w.text(value.String())
	case reflect.Slice, reflect.Array:
		w.items(value.Len(), func(k int) { w.write(value.Index(k), depth+1) })
	case reflect.Map:
		w.mapping(value, depth)
	case reflect.Pointer, reflect.Interface:
		w.pointed(value, depth)
	case reflect.Struct:
		if isNested(value.Type()) {
			w.nested(value, depth)
		} else {
			w.opaque(value.Type().Name(), fmt.Sprint(value))
		}
	default:
		w.opaque(value.Type().Name(), fmt.Sprint(value))
	}
}

// Runes is true where the function says that its result holds runes, which at run time are no other than int32.
var Runes bool

func (w *writer) rune(value rune) {
	if Runes && value >= ' ' {
		w.text(string(value))
	} else {
		w.put(strconv.Itoa(int(value)))
	}
}

// byte is a character to the statements, unless it cannot be one.
func (w *writer) byte(value byte) {
	if value < ' ' {
		w.put(strconv.Itoa(int(value)))
	} else {
		w.text(string(rune(value)))
	}
}

func (w *writer) float(value float64, bits int) {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		text := strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(value, 'g', -1, bits), "+"))
		w.tagged("float", func() { w.text(text) })
		return
	}
	text := strconv.FormatFloat(value, 'g', -1, bits)
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	w.put(text)
}

func (w *writer) text(value string) {
	if !utf8.ValidString(value) {
		w.tagged("bytes", func() { w.put(fmt.Sprintf(`"%x"`, value)) })
		return
	}
	w.put(`"`)
	for _, point := range value {
		switch {
		case point >= 0x10000:
			w.put(fmt.Sprintf(`\u%04x\u%04x`, 0xd7c0+(point>>10), 0xdc00+(point&0x3ff)))
		case point < ' ' || point > '~' || point == '"' || point == '\\':
			w.put(fmt.Sprintf(`\u%04x`, point))
		default:
			w.put(string(point))
		}
	}
	w.put(`"`)
}

// mapping writes a map to bool or to an empty struct as a map too: whether it is meant as a set, nobody can tell.
func (w *writer) mapping(value reflect.Value, depth int) {
	keys := value.MapKeys()
	w.tagged("dict", func() {
		w.items(len(keys), func(k int) {
			w.put("[")
			w.write(keys[k], depth+1)
			w.put(",")
			w.write(value.MapIndex(keys[k]), depth+1)
			w.put("]")
		})
	})
}

func (w *writer) pointed(value reflect.Value, depth int) {
	switch {
	case isNode(value.Type()):
		w.nodes(value)
	case value.IsNil():
		w.put("null")
	default:
		w.write(value.Elem(), depth+1)
	}
}

func (w *writer) opaque(kind, text string) {
	texts := []string{kind, text}
	w.tagged("opaque", func() { w.items(2, func(k int) { w.text(strings.ToValidUTF8(texts[k], "?")) }) })
}
