package computed

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

func keyOf[T any](prefix string, v T) string { return fmt.Sprintf("%s:%v", prefix, v) }

func mapped[T, R any](in []T, f func(T) R) []R {
	out := make([]R, 0, len(in))
	for _, v := range in {
		out = append(out, f(v))
	}
	return out
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func ptr[T any](v T) *T { return &v }

func pick[T any](cond bool, a, b T) T {
	if cond {
		return a
	}
	return b
}

type boxed[T any] struct {
	name string
	v    T
}

func (b boxed[T]) key() string { return b.name + ":" + fmt.Sprint(b.v) }

// Generic functions, of this package and of the standard library.
var generic = []any{
	func(x string) string { return keyOf("g", x) },                                                           // want `^g:{x}$`
	func(n int) string { return keyOf("g", n) },                                                              // want `^g:{n}$`
	func(x string) string { return strings.Join(mapped([]string{x, "b"}, plus), ",") },                       // want `{x` `open`
	func(x string) string { return "m:" + must(x, nil) },                                                     // want `^m:{x}$`
	func(x string) string { return "p:" + *ptr(x) },                                                          // want `^p:{x}$`
	func(x string, b bool) string { return pick(b, "t:", "f:") + x },                                         // want `^f:{x} \| t:{x}$`
	func(x string) string { return boxed[string]{"b", x}.key() },                                             // want `^b:{x}$`
	func(x string) string { return "s:" + slices.Max([]string{x, "a"}) },                                     // want `^s:a \| s:{x}$`
	func(x string) string { return "s:" + strings.Join(slices.Sorted(maps.Keys(map[string]int{x: 1})), "") }, // want `x` `open`
	func(x string) string { return "s:" + strings.Join(slices.Compact([]string{x, x}), ",") },                // want `x` `open`
	func(x string) string { // want `^s:.*{.*x.*}` `open`
		k := "s:"
		for v := range slices.Values([]string{x}) {
			k += v
		}
		return k
	},
}
