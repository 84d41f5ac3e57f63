package resolve

import (
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A range over a number tests at the end of each round. Where it is done, it
// was never begun, or a round more has been added to what its head knows:
//
//	for i := range len(xs) { s += ":" + xs[i] }
//	s = "" | {":" + xs...} + ":" + xs[i]      that is: {":" + xs...}
//
// Where ways through a round meet again before it ends, the round more is the
// first:
//
//	for i := range len(xs) { if i%2 == 0 { s += ":" + xs[i] } else { s += "=" + xs[i] } }
//	s = "" | ":" + xs[i] + {…} | "=" + xs[i] + {…}      that is: {":" + xs… | "=" + xs…}

// rounded is s with what such a loop leaves as what it repeats.
func rounded(s template.Set) template.Set {
	for _, short := range s {
		var rounds template.Template
		rest := slices.DeleteFunc(slices.Clone(s), func(long template.Template) bool {
			r, ok := oneMore(short, long)
			if ok {
				rounds = r
			}
			return ok
		})
		if rounds != nil {
			rest = slices.DeleteFunc(rest, func(t template.Template) bool { return t.String() == short.String() })
			return rounded(template.Join(rest, template.One(rounds)))
		}
	}
	return s
}

// oneMore reports whether long is short, any number of rounds and one round
// more, and returns short and any number of rounds.
func oneMore(short, long template.Template) (template.Template, bool) {
	n := len(short)
	if len(long) < n+2 {
		return nil, false
	}
	if rounds, ok := roundsOf(long[n]); ok && long[:n].String() == short.String() {
		last := long[n+1:].String()
		for _, body := range rounds.Inputs[0] {
			if t := body.String(); last == t || last == template.Escape(rounds.Sep)+t {
				return long[: n+1 : n+1], true
			}
		}
	}
	end := len(long) - 1
	if rounds, ok := roundsOf(long[end]); ok && rounds.Sep == "" {
		first, ok := strings.CutPrefix(long[:end].String(), short.String())
		if ok && slices.ContainsFunc(rounds.Inputs[0], func(body template.Template) bool { return body.String() == first }) {
			return append(short[:n:n], long[end]), true
		}
	}
	return nil, false
}

// roundsOf returns where a part that is repeated comes from.
func roundsOf(p template.Part) (template.Origin, bool) {
	if p.Hole == nil || p.Hole.Origin.Kind != template.Repeat {
		return template.Origin{}, false
	}
	return p.Hole.Origin, true
}

// roundedLists is rounded for lists.
func roundedLists(ls []template.List) []template.List {
	for i, short := range ls {
		n := len(short)
		for j, long := range ls {
			if len(long) != n+2 || !long[n].Many || long[n+1].Many || !sameValue(long[n].Value, long[n+1].Value) ||
				!slices.EqualFunc(long[:n], short, func(a, b template.Item) bool { return a.Many == b.Many && sameValue(a.Value, b.Value) }) {
				continue
			}
			out := slices.Clone(ls)
			out[j] = long[: n+1 : n+1]
			return roundedLists(slices.Delete(out, i, i+1))
		}
	}
	return ls
}

func sameValue(a, b template.Value) bool {
	return a.Kind == b.Kind && a.Kind == template.IsText && a.Text.String() == b.Text.String()
}
