// Command sent calls every method of go-redis's clients that takes arguments
// besides a context (before v8: any), with arguments that say which parameter they are ("p1",
// "p1.0", "p1.Key"), and prints the Redis command that would be sent: one
// JSON object a line. Nothing is sent. The tests of internal/stores hold
// their rows for go-redis and Redis's own command table against each other
// with it.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"reflect"
	"time"

	v6 "github.com/go-redis/redis"
	v7 "github.com/go-redis/redis/v7"
	v8 "github.com/go-redis/redis/v8"
	v9 "github.com/redis/go-redis/v9"
)

// A call is a method and the command it made.
type call struct {
	Client string   `json:"client"` // import path
	Method string   `json:"method"`
	Args   []string `json:"args"`
}

func main() {
	out := json.NewEncoder(os.Stdout)
	for _, c := range calls() {
		if err := out.Encode(c); err != nil {
			fmt.Fprintln(os.Stderr, "sent:", err)
			os.Exit(1)
		}
	}
}

func calls() []call {
	var sent []any
	record9 := &hook9{func(args []any) { sent = args }}
	client9 := v9.NewClient(&v9.Options{})
	client9.AddHook(record9)
	client8 := v8.NewClient(&v8.Options{})
	client8.AddHook(&hook8{func(args []any) { sent = args }})
	client7 := v7.NewClient(&v7.Options{})
	client7.AddHook(&hook7{func(args []any) { sent = args }})
	client6 := v6.NewClient(&v6.Options{})
	client6.WrapProcess(func(func(v6.Cmder) error) func(v6.Cmder) error {
		return func(cmd v6.Cmder) error {
			sent = cmd.Args()
			return errNotSent
		}
	})

	var all []call
	for path, client := range map[string]any{
		"github.com/redis/go-redis/v9": client9,
		"github.com/go-redis/redis/v8": client8,
		"github.com/go-redis/redis/v7": client7,
		"github.com/go-redis/redis":    client6,
	} {
		v := reflect.ValueOf(client)
		for i := range v.NumMethod() {
			sent = nil
			if try(v.Method(i), client == client9 || client == client8); sent == nil {
				continue // no command, or refused before it was made
			}
			c := call{Client: path, Method: v.Type().Method(i).Name}
			for _, arg := range sent {
				c.Args = append(c.Args, fmt.Sprint(arg))
			}
			all = append(all, c)
		}
	}
	return all
}

// try calls a method that has parameters, after a context where methods begin
// with one; one that panics for its arguments is passed over.
func try(m reflect.Value, withContext bool) {
	t := m.Type()
	var in []reflect.Value
	if t.NumIn() > 0 && t.In(0) == reflect.TypeFor[context.Context]() {
		in = append(in, reflect.ValueOf(context.Background()))
	}
	if t.NumOut() != 1 || t.NumIn() == len(in) || withContext != (len(in) == 1) {
		return
	}
	for i := len(in); i < t.NumIn(); i++ {
		if t.In(i).Kind() == reflect.Func || t.In(i).Kind() == reflect.Chan {
			return
		}
		in = append(in, value(t.In(i), fmt.Sprintf("p%d", i)))
	}
	defer func() { _ = recover() }()
	if t.IsVariadic() {
		m.CallSlice(in)
		return
	}
	m.Call(in)
}

// value makes a value of type t whose strings begin with name.
func value(t reflect.Type, name string) reflect.Value {
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.String:
		v.SetString(name)
	case reflect.Interface:
		if t.NumMethod() == 0 {
			v.Set(reflect.ValueOf(name))
		}
	case reflect.Int, reflect.Int8, reflect.Int64:
		v.SetInt(2)
		if t == reflect.TypeFor[time.Duration]() {
			v.SetInt(int64(time.Minute))
		}
	case reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(value(t.Elem(), name))
	case reflect.Slice:
		// Six are enough for three pairs and for two triples.
		for i := range 6 {
			v = reflect.Append(v, value(t.Elem(), fmt.Sprintf("%s.%d", name, i)))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		v.SetMapIndex(value(t.Key(), name+".key"), value(t.Elem(), name+".value"))
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() && (f.Type.Kind() == reflect.String || f.Type.Kind() == reflect.Slice || f.Type.Kind() == reflect.Interface) {
				v.Field(i).Set(value(f.Type, name+"."+f.Name))
			}
		}
	}
	return v
}

var errNotSent = errors.New("not sent")

type hook9 struct{ record func([]any) }

func (h *hook9) DialHook(v9.DialHook) v9.DialHook {
	return func(context.Context, string, string) (net.Conn, error) { return nil, errNotSent }
}

func (h *hook9) ProcessHook(v9.ProcessHook) v9.ProcessHook {
	return func(_ context.Context, cmd v9.Cmder) error {
		h.record(cmd.Args())
		return errNotSent
	}
}

func (h *hook9) ProcessPipelineHook(next v9.ProcessPipelineHook) v9.ProcessPipelineHook { return next }

type hook8 struct{ record func([]any) }

func (h *hook8) BeforeProcess(ctx context.Context, cmd v8.Cmder) (context.Context, error) {
	h.record(cmd.Args())
	return ctx, errNotSent
}

func (h *hook8) AfterProcess(context.Context, v8.Cmder) error { return nil }

func (h *hook8) BeforeProcessPipeline(ctx context.Context, _ []v8.Cmder) (context.Context, error) {
	return ctx, errNotSent
}

func (h *hook8) AfterProcessPipeline(context.Context, []v8.Cmder) error { return nil }

type hook7 struct{ record func([]any) }

func (h *hook7) BeforeProcess(ctx context.Context, cmd v7.Cmder) (context.Context, error) {
	h.record(cmd.Args())
	return ctx, errNotSent
}

func (h *hook7) AfterProcess(context.Context, v7.Cmder) error { return nil }

func (h *hook7) BeforeProcessPipeline(ctx context.Context, _ []v7.Cmder) (context.Context, error) {
	return ctx, errNotSent
}

func (h *hook7) AfterProcessPipeline(context.Context, []v7.Cmder) error { return nil }
