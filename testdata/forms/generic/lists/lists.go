// Package lists has the generic helpers that every project writes.
package lists

import "cmp"

// Map is f of each element.
func Map[T, R any](in []T, f func(T) R) []R {
	out := make([]R, 0, len(in))
	for _, x := range in {
		out = append(out, f(x))
	}
	return out
}

// Filter keeps some elements.
func Filter[S ~[]T, T any](in S, keep func(T) bool) S {
	var out S
	for _, x := range in {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

// Dedupe drops repeated elements of a sorted list, in place.
func Dedupe[T cmp.Ordered](in []T) []T {
	if len(in) == 0 {
		return in
	}
	last := 0
	for i := range in {
		if in[i] != in[last] {
			last++
			in[last] = in[i]
		}
	}
	return in[:last+1]
}

// Fold puts the elements together.
func Fold[T, R any](in []T, f func(R, T) R, start R) R {
	for _, x := range in {
		start = f(start, x)
	}
	return start
}

// Must drops an error that can't be.
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Each calls f with each element.
func Each[T any](in []T, f func(T, int)) {
	for i, x := range in {
		f(x, i)
	}
}

// From reads a value out of anything; what it has of type T is not all that it
// is given of that type.
func From[T any](from any, otherwise T) T {
	if v, ok := from.(T); ok {
		return v
	}
	return otherwise
}

// GroupBy returns the elements by what a function makes of them.
func GroupBy[K comparable, T any](in []T, by func(T) K) map[K][]T {
	out := map[K][]T{}
	for _, t := range in {
		out[by(t)] = append(out[by(t)], t)
	}
	return out
}

// KeyBy is GroupBy for what is there once.
func KeyBy[K comparable, T any](in []T, by func(T) K) map[K]T {
	out := map[K]T{}
	for _, t := range in {
		out[by(t)] = t
	}
	return out
}
