package vibe

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

const (
	commands, replies = 3, 4
	mostStack         = 64 << 20
	mostText          = 2000
	mostFrames        = 64
)

// notDefined is what a call panics with when the file has nothing of that name.
type notDefined string

// report is what came of one example; the values are JSON.
type report struct {
	room                  int
	mutated               int
	aside                 byte
	value, first, changed string
	spent                 time.Duration
	given                 []reflect.Value
}

func (r *report) json(value reflect.Value) string {
	w := &writer{room: r.room}
	w.write(value, 0)
	r.room -= w.Len()
	return w.String()
}

// result is the JSON of what was returned, or what the aside wants to know of it (see judge/arranged.py).
func (r *report) result(value reflect.Value) string {
	if isNode(value.Type()) && r.aside == 'p' {
		return place(value)
	}
	if isNode(value.Type()) && r.aside == 'n' {
		refuseShared(value, r.given)
	}
	return r.json(value)
}

// Call serves the examples of a function.
func Call(function any) {
	serve(func(arguments *reader, told *report) {
		values := read(arguments, reflect.TypeOf(function))
		if told.aside == 'n' {
			told.given = reachable(values...)
		}
		results := timed(told, reflect.ValueOf(function), values)
		told.value = results
		if told.aside == 'w' && len(firstChain) > 0 {
			told.value = told.json(firstChain[0])
			return
		}
		if len(values) > 0 && results == "null" {
			told.first = told.json(values[0])
		}
		if told.mutated >= 0 && told.mutated < len(values) {
			told.changed = told.json(values[told.mutated])
		}
	})
}

// Design serves the examples of a design class: the constructor makes the object, its methods are called by name.
func Design(constructor any) {
	serve(func(script *reader, told *report) {
		if script.list("a script") != 2 {
			refuse("no operations")
		}
		names := script.read(reflect.TypeOf([]string{})).Interface().([]string)
		script.list("the arguments")
		results := make([]string, len(names))
		var object reflect.Value
		for k, name := range names {
			if k == 0 {
				object, results[0] = construct(script, told, constructor), "null"
				continue
			}
			method := object.MethodByName(strings.ToUpper(name[:1]) + name[1:])
			if !method.IsValid() {
				panic(notDefined(name))
			}
			results[k] = timed(told, method, read(script, method.Type()))
		}
		told.value = "[" + strings.Join(results, ",") + "]"
	})
}

// construct returns a pointer, which has the methods of both kinds of receivers.
func construct(script *reader, told *report, constructor any) reflect.Value {
	values := read(script, reflect.TypeOf(constructor))
	started := time.Now()
	made := reflect.ValueOf(constructor).Call(values)[0]
	told.spent += time.Since(started)
	if made.Kind() == reflect.Pointer || made.Kind() == reflect.Interface {
		return made
	}
	pointer := reflect.New(made.Type())
	pointer.Elem().Set(made)
	return pointer
}

// read reads a list of arguments as the types of a function.
func read(arguments *reader, function reflect.Type) []reflect.Value {
	given, wanted := arguments.list("arguments"), function.NumIn()
	if given < wanted {
		refuse("%d values, the code takes %d", given, wanted)
	}
	arguments.before = nil
	for k := 0; k < wanted; k++ {
		arguments.before = append(arguments.before, arguments.read(function.In(k)))
	}
	for k := wanted; k < given; k++ {
		arguments.skip()
	}
	return arguments.before
}

// timed calls, and returns the JSON of the result: of several, of their list; null for none.
func timed(told *report, function reflect.Value, values []reflect.Value) string {
	started := time.Now()
	results := function.Call(values)
	told.spent += time.Since(started)
	switch len(results) {
	case 0:
		return "null"
	case 1:
		return told.result(results[0])
	}
	list := make([]any, len(results))
	for k, result := range results {
		list[k] = result.Interface()
	}
	return told.json(reflect.ValueOf(list))
}

func serve(example func(*reader, *report)) {
	debug.SetMaxStack(mostStack)
	in, out := bufio.NewReader(os.NewFile(commands, "commands")), os.NewFile(replies, "replies")
	fmt.Fprintln(out, `{"ready":true}`)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			os.Exit(0)
		}
		parts := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 5)
		room, _ := strconv.Atoi(parts[1])
		mutated, _ := strconv.Atoi(parts[2])
		firstChain = nil
		Hidden, _ = strconv.Atoi(parts[3][1:])
		told := &report{room: room, mutated: mutated, aside: parts[3][0]}
		fmt.Fprintf(out, "%s {%s}\n", parts[0], run(newReader(parts[4]), told, example))
	}
}

func run(in *reader, told *report, example func(*reader, *report)) (reply string) {
	defer func() {
		if reason := recover(); reason != nil {
			reply = failed(reason)
		}
	}()
	example(in, told)
	reply = `"value":` + told.value
	if told.first != "" {
		reply += `,"first":` + told.first
	}
	if told.changed != "" {
		reply += `,"mutated":` + told.changed
	}
	return fmt.Sprintf(`%s,"ms":%g`, reply, told.spent.Seconds()*1000)
}

func failed(reason any) string {
	switch reason := reason.(type) {
	case tooLarge:
		return `"too_large":true`
	case mismatch:
		return described("ArgumentMismatch", string(reason), "null")
	case notACopy:
		return described("NotACopy", "the result holds a node of the argument, it is no copy", "null")
	case notDefined:
		return described("NotDefinedError", string(reason), "null")
	case error:
		return described("panic", reason.Error(), line())
	}
	return described("panic", fmt.Sprint(reason), line())
}

func described(kind, text, line string) string {
	w := &writer{room: 1 << 30}
	w.text(strings.ToValidUTF8(text[:min2(len(text), mostText)], "?"))
	return fmt.Sprintf(`"error":{"types":["%s"],"text":%s,"line":%s}`, kind, w.String(), line)
}

func min2(a, b int) int {
	if a < b {
		return a
	}
	return b
}

// line is where the candidate panicked, seen from the function that recovers.
func line() string {
	callers := make([]uintptr, mostFrames)
	frames := runtime.CallersFrames(callers[:runtime.Callers(0, callers)])
	for {
		frame, more := frames.Next()
		if filepath.Base(frame.File) == "solution.go" {
			return strconv.Itoa(frame.Line)
		}
		if !more {
			return "null"
		}
	}
}
