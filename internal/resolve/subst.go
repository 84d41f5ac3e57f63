package resolve

import (
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
)

// Instantiate replaces owner's parameters in v by what arg gives for each
// index; what arg does not know stays a hole.
func (r *Resolver) Instantiate(v template.Value, owner string, arg func(index int) (template.Value, bool)) template.Value {
	return r.instantiate(v, owner, nil, arg)
}

// instantiate is Instantiate with a first look at whole holes.
func (r *Resolver) instantiate(v template.Value, owner string, whole func(*template.Hole) (template.Value, bool), arg func(int) (template.Value, bool)) template.Value {
	s := &subst{r: r, owner: owner, whole: whole, arg: arg}
	return s.value(v)
}

// A subst replaces the parameters of one function.
type subst struct {
	r     *Resolver
	owner string
	whole func(*template.Hole) (template.Value, bool)
	arg   func(int) (template.Value, bool)
	args  map[int]argument
	// elem, while a repeated part is laid out, is the element that stands for
	// the elements of the parameter list.
	elem *template.Value
}

type argument struct {
	value template.Value
	ok    bool
}

func (s *subst) argOf(i int) (template.Value, bool) {
	if a, ok := s.args[i]; ok {
		return a.value, a.ok
	}
	v, ok := s.arg(i)
	if s.args == nil {
		s.args = map[int]argument{}
	}
	s.args[i] = argument{v, ok}
	return v, ok
}

func (s *subst) mine(h *template.Hole) bool {
	return h.Origin.Kind == template.Param && h.Origin.Owner == s.owner
}

func (s *subst) value(v template.Value) template.Value {
	if !v.Any(s.mine) {
		return v
	}
	if h, ok := v.Hole(); ok && s.mine(h) && len(h.Via) == 0 {
		if out, ok := s.hole(h); ok {
			return out
		}
		return v
	}
	switch v.Kind {
	case template.IsText:
		return template.TextValue(s.set(v.Text))
	case template.IsList:
		out := template.Value{Kind: template.IsList}
		for _, l := range v.Lists {
			out.Lists = append(out.Lists, s.items(l)...)
		}
		if len(out.Lists) > template.MaxAlternatives {
			return template.UnknownValue(template.TooMany)
		}
		return out
	}
	out := template.Value{Kind: template.IsRecord, Type: v.Type}
	for _, f := range v.Fields {
		out.Fields = append(out.Fields, template.Named{Name: f.Name, Value: s.value(f.Value)})
	}
	return out
}

// items lays out a list: a repeated item becomes the items of the caller's
// list when that is known.
func (s *subst) items(l template.List) []template.List {
	out := []template.List{{}}
	for _, it := range l {
		var ways []template.List
		if lists, ok := s.listsOf(it); ok {
			for _, known := range lists {
				var w template.List
				for _, el := range known {
					w = append(w, template.Item{Value: s.withElement(it.Value, el.Value), Many: el.Many})
				}
				ways = append(ways, w)
			}
		} else {
			ways = []template.List{{{Value: s.value(it.Value), Many: it.Many}}}
		}
		var next []template.List
		for _, a := range out {
			for _, w := range ways {
				next = append(next, append(append(template.List{}, a...), w...))
			}
		}
		if len(next) > template.MaxAlternatives {
			return []template.List{{{Value: template.UnknownValue(template.TooMany), Many: true}}}
		}
		out = next
	}
	return out
}

// listsOf returns the caller's lists that a repeated item ranges over.
func (s *subst) listsOf(it template.Item) ([]template.List, bool) {
	if !it.Many {
		return nil, false
	}
	return s.listIn(it.Value)
}

// listIn returns the known lists of the parameter whose elements v mentions.
func (s *subst) listIn(v template.Value) ([]template.List, bool) {
	var lists []template.List
	found := false
	v.Any(func(h *template.Hole) bool {
		if found || !s.mine(h) {
			return false
		}
		for i, p := range h.Origin.Path {
			if p != template.Element {
				continue
			}
			a, ok := s.argOf(h.Origin.Index)
			if !ok {
				return false
			}
			a = s.walk(a, h.Origin.Path[:i], h)
			if a.Kind == template.IsList || a.Kind == template.IsText && len(a.Text) == 1 && len(a.Text[0]) == 0 {
				lists, found = s.r.asLists(a), true
			}
			return false
		}
		return false
	})
	return lists, found
}

// withElement is value while el stands for the elements of the list.
func (s *subst) withElement(v, el template.Value) template.Value {
	old := s.elem
	s.elem = &el
	defer func() { s.elem = old }()
	return s.value(v)
}

func (s *subst) set(set template.Set) template.Set {
	out := make([]template.Set, 0, len(set))
	for _, t := range set {
		parts := make([]template.Set, 0, len(t))
		for _, p := range t {
			if p.Hole == nil {
				parts = append(parts, template.Text(p.Lit))
				continue
			}
			parts = append(parts, s.part(p.Hole))
		}
		out = append(out, template.Cross(parts...))
	}
	return template.Join(out...)
}

// part replaces one hole inside text.
func (s *subst) part(h *template.Hole) template.Set {
	switch {
	case s.mine(h):
		given, ok := s.hole(h)
		if !ok {
			break
		}
		via := h.Via
		out := s.r.KeyText(given, nil)
		if h.IsFormat() {
			out, via = s.r.printf(out, s.operands(h)), via[1:]
		}
		for _, st := range via {
			out = applyStep(st, h.Form, out)
		}
		return out
	case h.Origin.Kind == template.Repeat:
		return s.repeat(h)
	case len(h.Origin.Inputs) > 0:
		c := *h
		c.Origin.Inputs = make([]template.Set, len(h.Origin.Inputs))
		for i, in := range h.Origin.Inputs {
			c.Origin.Inputs[i] = s.set(in)
		}
		return template.HoleSet(&c)
	}
	return template.HoleSet(h)
}

// operands returns what is printed with a format that is a parameter.
func (s *subst) operands(h *template.Hole) []operand {
	var out []operand
	for _, in := range h.Origin.Inputs {
		body, many := repeated(in)
		lists, known := s.listIn(template.TextValue(body))
		if !many || !known || len(lists) != 1 {
			out = append(out, operand{value: template.TextValue(s.set(body)), many: many})
			continue
		}
		for _, el := range lists[0] {
			out = append(out, operand{value: s.withElement(template.TextValue(body), el.Value), many: el.Many})
		}
	}
	return out
}

// repeated returns the body of a set that is one repeated part, or the set.
func repeated(s template.Set) (body template.Set, many bool) {
	if h, ok := template.TextValue(s).Hole(); ok && h.Origin.Kind == template.Repeat {
		return h.Origin.Inputs[0], true
	}
	return s, false
}

// repeat lays out a repeated part over the caller's list.
func (s *subst) repeat(h *template.Hole) template.Set {
	body := template.TextValue(h.Origin.Inputs[0])
	lists, ok := s.listIn(body)
	if !ok {
		return repeat(s.set(h.Origin.Inputs[0]), h.Origin.Sep)
	}
	sep := template.Text(h.Origin.Sep)
	var out []template.Set
	for _, l := range lists {
		var sets []template.Set
		for i, el := range l {
			one := s.r.KeyText(s.withElement(body, el.Value), nil)
			if el.Many {
				one = repeat(one, h.Origin.Sep)
			}
			if i > 0 && h.Origin.Sep != "" {
				sets = append(sets, sep)
			}
			sets = append(sets, one)
		}
		out = append(out, template.Cross(sets...))
	}
	return template.Join(out...)
}

// hole replaces a parameter by the caller's argument, with what the callee
// knew of it as outer evidence, when the argument is known.
func (s *subst) hole(h *template.Hole) (template.Value, bool) {
	if s.whole != nil {
		if v, ok := s.whole(h); ok {
			return v, true
		}
	}
	a, ok := s.argOf(h.Origin.Index)
	if !ok {
		return a, false
	}
	if p := h.Origin.Path; len(p) == 1 && p[0] == template.Called {
		return s.called(h, a), true
	}
	out := outer(s.walk(a, h.Origin.Path, h), h)
	if h.Present {
		zero := ""
		if h.Form == template.FormInt || h.Form == template.FormUint {
			zero = "0"
		}
		return presentValue(out, zero), true
	}
	return out, true
}

// walk follows a path of fields and elements from the caller's argument.
func (s *subst) walk(v template.Value, path []string, h *template.Hole) template.Value {
	for i, name := range path {
		index, isElem := template.IsElement(name)
		if isElem && index >= 0 && v.Kind == template.IsList {
			v = itemAt(v, index)
			continue
		}
		if isElem && index < 0 {
			if s.elem != nil && (v.Kind == template.IsList || v.Kind == template.IsText) {
				v = *s.elem
				continue
			}
			if v.Kind == template.IsList {
				v = template.JoinValues(itemsAt(v.Lists, -1)...)
				continue
			}
		} else if v.Kind == template.IsRecord {
			if f, ok := v.Field(name); ok {
				v = f
				continue
			}
		}
		return s.rest(v, path[i:], h)
	}
	return v
}

// itemAt returns the element of a list at an index. There is none where the
// callers give fewer: what reads it would not run.
func itemAt(v template.Value, index int) template.Value {
	at := itemsAt(v.Lists, index)
	if len(at) == 0 {
		return template.UnknownValue("is an element that is not there")
	}
	return template.JoinValues(at...)
}

// rest is the part of a path that leads out of what is known: a hole that is
// called as the caller calls it, and means what the callee knows of it.
func (s *subst) rest(v template.Value, path []string, h *template.Hole) template.Value {
	c := *h
	c.Via = nil
	base, ok := v.Hole()
	if !ok || base.IsAnySelf() {
		if v.Kind == template.IsText && len(v.Text) > 0 && path[0] == template.Element {
			return v
		}
		c.Origin = template.Origin{Kind: template.Field, Name: h.Expr}
		return template.TextValue(template.HoleSet(&c))
	}
	suffix, all := "", base.Origin.Path
	for _, p := range path {
		longer := false
		if all, longer = longerPath(all, p); !longer {
			continue
		}
		if isElement(p) {
			suffix += p
		} else {
			suffix += "." + p
		}
	}
	c.Expr = base.Expr + suffix
	c.Origin = base.Origin
	c.Unchecked = base.Unchecked
	if base.Origin.Kind == template.Param {
		c.Origin.Path = all
	} else if base.Origin.Kind == template.Unk {
		c.Origin = template.Origin{Kind: template.Local, Reason: base.Origin.Reason, Pos: base.Origin.Pos}
		c.Expr = strings.TrimPrefix(c.Expr, "*.")
	}
	c.Evidence = nil
	out := (&c).Known(template.Evidence{Kind: template.ByName, Text: c.Expr})
	// What the callee knows of a field is known of the field itself.
	for _, e := range h.Evidence {
		if e.Kind != template.ByName || strings.Contains(e.Text, ".") {
			out = out.Known(e)
		}
	}
	return template.TextValue(template.HoleSet(out))
}
