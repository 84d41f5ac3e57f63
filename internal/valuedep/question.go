package valuedep

import (
	"fmt"
	"strings"
)

// questions returns the sinks of a function that its callers have to look at,
// one of those that ask the same of them: a wrapper that is called ten times by a
// wrapper that is called ten times asks once.
//
//	func (s *Store) rename(id string) { s.put(id, a); s.put(id, b); s.put(id, c) }
func questions(sinks []*Sink) []*Sink {
	var out []*Sink
	seen := map[string]bool{}
	for _, s := range sinks {
		if len(s.lift) == 0 || s.depth >= maxLift {
			continue
		}
		if q := s.question(); !seen[q] {
			seen[q] = true
			out = append(out, s)
		}
	}
	return out
}

// question is all by which the sinks of a function's callers can differ.
func (s *Sink) question() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %d %v %v %v %v %p %q %q", s.kind, s.depth, s.remote, s.errors, s.Miss, s.Handles, s.holder, s.store, s.Text)
	for _, ds := range [][]*Dep{s.Key, s.lift} {
		b.WriteByte(';')
		for _, d := range ds {
			fmt.Fprintf(&b, " %d %p %d %q %q %d %v %v %v %v %v", d.Kind, d.Fn, d.Index, d.Name, d.Path, d.Via, d.Called, d.Whole, d.Beside, d.Apart, d.Picked)
		}
	}
	return b.String()
}
