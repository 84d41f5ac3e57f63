package analyzer

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// An element is a piece of a key as the question sees it.
type element struct {
	registry.AmbPart
	hole *template.Hole // nil for text, and for what is fixed for the process
	free bool           // free text by what it is
	open bool           // of no fixed length or form
	// loose says that it may hold the separators: it is free text, or what a
	// caller hands over as it is. Of other open text that is not known.
	loose  bool
	chosen bool   // somebody else chooses it: free text, an id
	not    string // the characters that text of its kind has not
}

// fixedWidth stands for text whose length is the same for all inputs: a
// digest, a time in a layout, %08x. How long it is does not matter.
const fixedWidth = `[0-9a-f]{4}`

// maxElements bounds the keys that are asked: the work grows with the square.
// A longer one is said to be undecided.
const maxElements = 40

// shared asks the engine whether two inputs share a key of shape t.
func (k *keyambiguous) shared(u *keyuse.Use, t template.Template) *ambiguity {
	es := k.elements(u, t)
	if es == nil || !k.mark(es) {
		return nil
	}
	a := &ambiguity{template: t, parts: es, pattern: k.fitting(t)}
	if len(es) > maxElements {
		a.undecided = fmt.Sprintf("it has more than %d parts", maxElements)
		return a
	}
	c, decided := ask(es)
	switch {
	case !decided:
		a.undecided = "the forms of its parts are too large"
		return a
	case c == nil, !k.all && !oneText(es, c.Sides):
		return nil
	}
	a.shared = c.Key
	a.sides = differing(c.Sides)
	for _, e := range es {
		if e.Marked && e.hole != nil && !slices.Contains(a.free, e.hole) {
			a.free = append(a.free, e.hole)
		}
	}
	return a
}

// ask asks whether two inputs that differ in a marked element share a key.
func ask(es []element) (c *registry.Collision, decided bool) {
	parts := make([]registry.AmbPart, len(es))
	for i, e := range es {
		parts[i] = e.AmbPart
	}
	return registry.Ambiguous(parts)
}

// oneText reports whether what stands in the key twice is one text in each of
// two inputs: in name+"-"+name nothing else can be. An example where it is not
// says nothing.
func oneText(es []element, sides [2]registry.Side) bool {
	for _, side := range sides {
		texts := map[string]string{}
		for _, v := range side.Values {
			texts[v.Segment] = v.Text
		}
		for i, a := range es {
			for _, b := range es[:i] {
				if isTwin(a, b) && texts[a.Name] != texts[b.Name] {
					return false
				}
			}
		}
	}
	return true
}

// isTwin reports whether two parts are the same value.
func isTwin(a, b element) bool {
	if a.hole == nil || b.hole == nil || strings.TrimRight(a.Name, "'") != strings.TrimRight(b.Name, "'") {
		return false
	}
	x, y := a.hole.Origin, b.hole.Origin
	return x.Kind == y.Kind && x.Owner == y.Owner && x.Index == y.Index && x.Name == y.Name && slices.Equal(x.Path, y.Path)
}

// differing leaves out of the sides what is the same in both.
func differing(sides [2]registry.Side) (out [2][]sideValue) {
	for i, v := range sides[0].Values {
		w := sides[1].Values[i]
		if v.Text != w.Text {
			out[0] = append(out[0], sideValue{v.Segment, v.Text})
			out[1] = append(out[1], sideValue{w.Segment, w.Text})
		}
	}
	return out
}

// elements returns t as the question sees it, nil if there is nothing to ask:
// fewer than two parts that vary.
func (k *keyambiguous) elements(u *keyuse.Use, t template.Template) []element {
	var es []element
	forms := k.registered(t)
	object := k.objectStays(t)
	vary := 0
	seps := k.marks(t)
	for i, p := range t {
		switch {
		case p.Hole == nil:
			es = append(es, element{AmbPart: registry.AmbPart{Lit: p.Lit}})
		case p.Hole.Origin.Kind == template.Repeat:
			body := k.repeated(p.Hole, seps)
			es = append(es, body...)
			vary += len(body) // in -all, each round
		case stays(p.Hole), object && ofReceiver(p.Hole) && k.p.tenants.read(p.Hole).carrier == nil:
			es = append(es, element{AmbPart: registry.AmbPart{Lit: "<" + p.Hole.Expr + ">"}})
		default:
			e := k.element(p.Hole, i > 0 && prefixesLength(t, i))
			if e.open && !k.all && k.isChecked(p.Hole.Type) {
				e.Is = without(around(t, i))
				e.open, e.free = false, false
			}
			if is := forms[p.Hole]; is != "" {
				e.Is, e.open = is, false
			}
			es = append(es, e)
			vary++
		}
	}
	if vary < 2 {
		return nil
	}
	k.tested(u, es)
	for i := range es {
		if touches(es, i) && !k.all {
			es[i] = es[i].ofOneLength()
		}
		es[i] = seps.around(es, i).of(es[i])
	}
	unique(es)
	return es
}

// touches reports whether part i has another one beside it.
func touches(es []element, i int) bool {
	return i > 0 && sideBySide(es[i-1], es[i]) || i < len(es)-1 && sideBySide(es[i], es[i+1])
}

// sideBySide reports whether nothing stands between two parts that follow each
// other: each round of a list may begin with a separator.
func sideBySide(a, b element) bool {
	return a.Name != "" && b.Name != "" && (b.hole == nil || b.hole.Opening() == "")
}

// ofOneLength is e as text that is always as long, where nobody is known to
// choose how long it is.
func (e element) ofOneLength() element {
	if e.hole != nil && !e.chosen && (e.open && e.Is == "" || e.Is == plainText) {
		e.Is, e.open = fixedWidth, false
	}
	return e
}

// registeredText is the form of a segment that can be anything.
const registeredText = "text"

// registered returns the forms that the registry gives to the holes of t: by
// the pattern that t fits, else by what the tenant looks like.
func (k *keyambiguous) registered(t template.Template) map[*template.Hole]string {
	if k.p.reg == nil {
		return nil
	}
	out := map[*template.Hole]string{}
	for _, h := range t.Holes() {
		if c := k.p.tenants.read(h).carrier; c != nil && c.is != registeredText && h.Form == template.FormText {
			out[h] = c.is
		}
	}
	shape, holes := shapeOf(t)
	if covers := k.p.reg.Cover(shape); len(covers) > 0 {
		for _, fill := range covers[0].Fills {
			v := valueOf(fill.Parts, holes)
			if len(v) == 1 && v[0].Hole != nil && v[0].Hole.Form == template.FormText && fill.Misfit == "" && fill.Segment.Is != registeredText {
				out[v[0].Hole] = fill.Segment.Is
			}
		}
	}
	return out
}

// fitting names the pattern that t fits.
func (k *keyambiguous) fitting(t template.Template) string {
	if f := k.p.fit(t); f.pattern != nil {
		return f.pattern.Name
	}
	return ""
}

// element reads one hole.
func (k *keyambiguous) element(h *template.Hole, lengthBefore bool) element {
	e := element{hole: h, AmbPart: registry.AmbPart{Name: h.String(), Form: string(h.Form)}}
	switch {
	case lengthBefore:
		e.Form = string(template.FormQuoted) // it says itself where it ends
		return e
	case h.Origin.Kind == template.Digest:
		if h.Form != template.FormQuoted {
			e.Is = fixedWidth
		}
		return e
	}
	switch h.Form {
	case template.FormTime, template.FormFixed:
		e.Is = fixedWidth
		return e
	case template.FormEnum:
		e.Is = oneOf(literalsIn(h))
		return e
	case template.FormInt:
		if !k.all {
			e.Form = string(template.FormUint) // that a number is negative is not known
		}
		return e
	case template.FormEscape, template.FormBase64:
		e.Is = encoded(h)
		e.free = k.isFree(h)
		return e
	case template.FormText:
	default:
		return e
	}
	if strings.HasPrefix(h.Type, "map[") {
		e.Is = printedMap
		return e
	}
	if lits := k.constants(h.Type); lits != nil {
		e.Is = oneOf(lits)
		return e
	}
	e.Is = narrowed(h)
	e.open = e.Is == ""
	return k.chosen(e)
}

// printedMap is what fmt prints of a map, as long as its own keys and values
// have no brackets: https://pkg.go.dev/fmt
const printedMap = `map\[[^\[\]]*\]`

// plainText is text without separators.
const plainText = `[0-9A-Za-z]+`

// plainWords name text that a machine wrote, without separators.
var plainWords = setOf("hash sha sha1 sha256 md5 digest checksum etag fingerprint ulid timestamp ts date day month year port version ver hex crc")

// oneOf is the expression that matches each of the texts.
func oneOf(lits []string) string {
	if len(lits) == 0 {
		return ""
	}
	out := make([]string, len(lits))
	for i, l := range lits {
		out[i] = regexp.QuoteMeta(l)
	}
	return "(?:" + strings.Join(out, "|") + ")"
}

func literalsIn(h *template.Hole) []string {
	var out []string
	for _, in := range h.Origin.Inputs {
		for _, t := range in {
			if s, ok := t.Text(); ok && s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// stays reports whether a hole has the same text in every key that is compared
// with this one: what is fixed for the process, and what a wrapper's callers
// choose.
func stays(h *template.Hole) bool {
	if isFixed(h) || ofProgram(h) {
		return true
	}
	if slices.Contains(h.Origin.Path, template.Element) {
		return false // for k := range labels
	}
	n := nameOf(h.Expr)
	return len(n) > 0 && isKeyName(n) && (h.Origin.Kind == template.Param || h.Origin.Kind == template.Field || affixes[singular(n[len(n)-1])])
}

// ofProgram reports whether a part is a name in the program: of a type or a
// function.
func ofProgram(h *template.Hole) bool {
	return slices.ContainsFunc(h.Evidence, func(e template.Evidence) bool {
		return e.Kind == template.ByFunc && (strings.Contains(e.Text, "reflect.Type).") || strings.Contains(e.Text, "runtime.Func)."))
	})
}

// ofReceiver reports whether a part is a field of the method's object.
func ofReceiver(h *template.Hole) bool {
	return h.Origin.Kind == template.Param && h.Origin.Index == template.Recv && len(h.Origin.Path) > 0
}

// objectStays reports whether the fields of the method's object are a setting
// of it, and the inputs come from elsewhere: in cache.name+":"+path, but not in
// a method that makes a key of what its object is.
func (k *keyambiguous) objectStays(t template.Template) bool {
	return slices.ContainsFunc(t.Holes(), func(h *template.Hole) bool { return !stays(h) && !ofReceiver(h) })
}

// prefixesLength reports whether the part before t[i] is its length:
// fmt.Sprintf("%d:%s", len(name), name). Digits that nothing ends are none,
// since the text may begin with more of them.
func prefixesLength(t template.Template, i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		h := t[j].Hole
		if h == nil {
			continue
		}
		ended := j < i-1 && !strings.ContainsAny(t[j+1].Lit[:1], "0123456789") || h.Form == template.FormFixed
		return ended && h.IsLength() && slices.ContainsFunc(h.Origin.Inputs[0], func(of template.Template) bool { return of.String() == t[i:i+1].String() })
	}
	return false
}

// unique gives two parts of one name different ones.
func unique(es []element) {
	seen := map[string]int{}
	for i, e := range es {
		if e.Name == "" {
			continue
		}
		if seen[e.Name]++; seen[e.Name] > 1 {
			es[i].Name += strings.Repeat("'", seen[e.Name]-1)
		}
	}
}
