package resolve

import (
	"go/types"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// phi joins what comes in over a block's edges. In a loop the value depends on
// itself:
//
//	t1 = phi [entry: "", body: t2]
//	t2 = t1 + x + ","
//
// While the edges are evaluated t1 stands for a mark; an edge that comes back
// as mark + rest says that rest is repeated.
func (r *Resolver) phi(v *ssa.Phi) template.Value {
	if m, ok := r.busy[v]; ok {
		return r.self(m)
	}
	if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString == 0 && inLoop(v.Block()) {
		return r.holeOf(v) // a counter
	}
	var ways int
	out, id := loop(r, r.busy, ssa.Value(v), func() []template.Value {
		var ins []template.Value
		for i, e := range v.Edges {
			from := v.Block().Preds[i]
			if e == v {
				continue
			}
			ins = append(ins, r.evalEdge(e, from, v.Block()))
		}
		ways = len(ins)
		return ins
	})
	if ways == 0 || isSelf(out) || out.Any(func(h *template.Hole) bool { return h.IsSelf(id) }) {
		return r.holeOf(v)
	}
	return r.named(out, v)
}

// inLoop reports whether a block is the head of a loop.
func inLoop(b *ssa.BasicBlock) bool {
	for _, p := range b.Preds {
		if b.Dominates(p) {
			return true
		}
	}
	return false
}

// last returns the instruction that ends a block.
func last(b *ssa.BasicBlock) ssa.Instruction { return b.Instrs[len(b.Instrs)-1] }

func isSelf(v template.Value) bool {
	h, ok := v.Hole()
	return ok && h.IsAnySelf()
}

func isText(v template.Value) bool { return v.Kind == template.IsText }

// closeLoop joins the values that come into a loop's head, where the head's
// own value is the self mark id: entries, and edges that repeat something.
func closeLoop(id int, ins []template.Value) template.Value {
	mark := func(h *template.Hole) bool { return h.IsSelf(id) }
	var entries, loops []template.Value
	for _, in := range ins {
		if h, ok := in.Hole(); ok && h.IsSelf(id) {
			continue // unchanged by this way through the loop
		}
		if in.Any(mark) {
			loops = append(loops, in)
		} else {
			entries = append(entries, in)
		}
	}
	if len(entries) == 0 && !slices.ContainsFunc(loops, isText) {
		return template.TextValue(template.HoleSet(template.SelfHole(id)))
	}
	// A loop in which this one lies may have joined entry and mark already, so
	// that no way in is without the mark: then the entry is in closeText's plain.
	entry := template.TextValue(nil)
	if len(entries) > 0 {
		entry = template.JoinValues(entries...)
	}
	// The ways of text through the loop are one body with alternatives: where
	// two edges lead back, a separator may stand on one of them only.
	var bodies []template.Set
	for _, l := range loops {
		switch {
		case isText(l) && isText(entry):
			bodies = append(bodies, l.Text)
		case l.Kind == template.IsList:
			entry = closeList(id, entry, l)
		default:
			return template.UnknownValue("changes its shape in a loop")
		}
	}
	switch {
	case len(bodies) > 0 && !isText(entry):
		return template.UnknownValue("changes its shape in a loop")
	case len(bodies) > 0:
		entry = closeText(id, entry, template.Join(bodies...))
	}
	if isText(entry) && len(entry.Text) == 0 {
		return template.TextValue(template.HoleSet(template.SelfHole(id))) // never entered
	}
	if len(loops) == 0 {
		entry.Text, entry.Lists = rounded(entry.Text), roundedLists(entry.Lists)
	}
	return entry
}

// closeText is closeLoop for text: self + body means that body is repeated
// behind the entry, body + self in front of it.
func closeText(id int, entry template.Value, loop template.Set) template.Value {
	var behind, front, plain template.Set
	for _, t := range loop {
		switch {
		case !hasSelf(id, t):
			plain = append(plain, t) // s = "x" on one way through the loop
		case t[0].Hole != nil && t[0].Hole.IsSelf(id) && !hasSelf(id, t[1:]):
			if len(t) > 1 {
				behind = append(behind, t[1:])
			}
		case t[len(t)-1].Hole != nil && t[len(t)-1].Hole.IsSelf(id) && !hasSelf(id, t[:len(t)-1]):
			front = append(front, t[:len(t)-1])
		default:
			return template.UnknownValue("is put together in a loop from its own parts")
		}
	}
	base := template.Join(entry.Text, plain)
	if body, sep, ok := separated(behind); ok {
		base = template.Cross(base, repeat(template.One(body), sep))
	} else if len(behind) > 0 {
		base = template.Cross(base, repeat(behind, ""))
	}
	if len(front) > 0 {
		base = template.Cross(repeat(front, ""), base)
	}
	return template.TextValue(base)
}

// separated reports whether what a loop adds differs from round to round only
// in a separator at one end, which is then taken to stand between the rounds:
//
//	if i > 0 { s += "," }
//	s += x
//
// The condition itself is not looked at: punctuation that is left out for
// another reason is taken for a separator, too.
func separated(bodies template.Set) (body template.Template, sep string, ok bool) {
	if len(bodies) != 2 {
		return nil, "", false
	}
	short, long := bodies[0], bodies[1]
	if len(short.String()) > len(long.String()) {
		short, long = long, short
	}
	if len(short.Holes()) == 0 {
		return nil, "", false
	}
	s, l := short.String(), long.String()
	switch {
	case strings.HasPrefix(l, s):
		sep = l[len(s):]
	case strings.HasSuffix(l, s):
		sep = l[:len(l)-len(s)]
	}
	wordy := strings.ContainsFunc(sep, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '{' || r == '}'
	})
	return short, sep, sep != "" && !wordy
}

func hasSelf(id int, t template.Template) bool {
	found := false
	t.Walk(func(h *template.Hole) { found = found || h.IsSelf(id) })
	return found
}

// repeat returns the set that is body once for every element of something.
func repeat(body template.Set, sep string) template.Set {
	h := &template.Hole{Expr: repeatExpr(body), Type: "string", Origin: template.Origin{Kind: template.Repeat, Inputs: []template.Set{body}, Sep: sep}}
	return template.HoleSet(h)
}

// repeatExpr names a repeated part by the first hole that it repeats.
func repeatExpr(body template.Set) string {
	for _, t := range body {
		for _, h := range t.Holes() {
			return h.Expr + "..."
		}
	}
	return "..."
}

// closeList is closeLoop for slices: [self..., x] means one x for every
// iteration behind the entry.
func closeList(id int, entry template.Value, loop template.Value) template.Value {
	if entry.Kind != template.IsList {
		// var parts []string: a nil slice evaluates to empty text.
		if entry.Kind != template.IsText || len(entry.Text) != 1 || len(entry.Text[0]) != 0 {
			return template.UnknownValue("is a list that a loop makes from something else")
		}
		entry = template.ListValue()
	}
	var bodies []template.Value
	for _, l := range loop.Lists {
		if len(l) == 0 || !isSelf(l[0].Value) {
			return template.UnknownValue("is a list that is rearranged in a loop")
		}
		for _, it := range l[1:] {
			bodies = append(bodies, it.Value)
		}
	}
	if len(bodies) > template.MaxItems {
		return template.UnknownValue(template.TooLong)
	}
	out := template.Value{Kind: template.IsList}
	for _, e := range entry.Lists {
		l := append(template.List{}, e...)
		for _, b := range bodies {
			l = append(l, template.Item{Value: b, Many: true})
		}
		out.Lists = append(out.Lists, l)
	}
	return out
}
