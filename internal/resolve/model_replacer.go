package resolve

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// replacerModel is (*strings.Replacer).Replace, where the call of NewReplacer
// is in sight and what it looks for is known: in literal text it is done, with
// new parts that may have holes; of holes it is noted.
//
//	strings.NewReplacer("{org}", orgID, "{id}", id).Replace("item:{org}:{id}")
func replacerModel(r *Resolver, v *ssa.Call, index int) (template.Value, bool) {
	made, ok := r.Maker(v.Call.Args[0])
	if !ok || calledBy(made) != "strings.NewReplacer" {
		return partModel(1)(r, v, index)
	}
	lists := r.asLists(r.eval(made.Call.Args[0]))
	if len(lists) != 1 || len(lists[0])%2 != 0 {
		return partModel(1)(r, v, index)
	}
	var pairs []replacement
	for i := 0; i < len(lists[0]); i += 2 {
		old, ok := single(r.KeyText(lists[0][i].Value, nil))
		if !ok || old == "" || lists[0][i].Many || lists[0][i+1].Many {
			return partModel(1)(r, v, index)
		}
		pairs = append(pairs, replacement{old, r.KeyText(lists[0][i+1].Value, nil)})
	}
	var out []template.Set
	for _, t := range r.textIn(v.Call.Args[1], v.Block()) {
		var sets []template.Set
		for _, p := range t {
			if p.Hole != nil {
				sets = append(sets, template.HoleSet(replacedIn(p.Hole, pairs)))
				continue
			}
			sets = append(sets, replaceAll(p.Lit, pairs)...)
		}
		out = append(out, template.Cross(sets...))
	}
	return template.TextValue(template.Join(out...)), true
}

// A replacement is a text and what stands in its place.
type replacement struct {
	old  string
	with template.Set
}

// calledBy is the full name of the function that a call is of.
func calledBy(call *ssa.Call) string {
	if fn := calleeFunc(call.Common()); fn != nil {
		return fullName(fn)
	}
	return ""
}

// replaceAll does what a Replacer does: at each place the first text that
// stands there is replaced.
func replaceAll(s string, pairs []replacement) []template.Set {
	var out []template.Set
	start := 0
next:
	for i := 0; i < len(s); {
		for _, p := range pairs {
			if strings.HasPrefix(s[i:], p.old) {
				out = append(out, template.Text(s[start:i]), p.with)
				i += len(p.old)
				start = i
				continue next
			}
		}
		i++
	}
	return append(out, template.Text(s[start:]))
}

// replacedIn notes replacements by plain text on a hole. Those of single
// runes, which escapers are made of, are one step: none sees what another has
// put there.
func replacedIn(h *template.Hole, pairs []replacement) *template.Hole {
	var args []string
	escaper := true
	for _, p := range pairs {
		with, ok := single(p.with)
		escaper = escaper && ok && utf8.RuneCountInString(p.old) == 1
		if ok {
			args = append(args, p.old, with)
		}
	}
	if escaper {
		return noted(template.Step{Func: template.Replacer, Args: args}, template.FormText, h)
	}
	for i := 0; i < len(args); i += 2 {
		h = noted(template.Step{Func: "strings.ReplaceAll", Args: args[i : i+2]}, template.FormText, h)
	}
	return h
}
