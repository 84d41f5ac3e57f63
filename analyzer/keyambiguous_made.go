package analyzer

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// A making is what is known of a part by those who write it.
type making uint8

// The makings.
const (
	unmade   making = iota // nobody who writes it is seen
	ofOthers               // it is the field of a type of another package, or what is written there isn't known
	outside                // it comes from outside: the package's callers or who sends a request choose it
	written                // this package writes it, and nothing of what it writes is free text
)

// maxMakers bounds how far those who write a part are followed.
const maxMakers = 4

// making asks those who write a part what it can be: the stores to the field
// that it is, or the calls of the function whose parameter it is where only this
// package calls that. is is the expression of what they write, "" for any text.
//
//	func newSpec(name string) spec { return spec{Name: name} }
//	func login() spec              { return newSpec("login") } // {spec.Name} is "login"
func (k *keyambiguous) making(h *template.Hole) (_ making, is string) {
	if h.Origin.Kind == template.Param && len(h.Origin.Path) == 0 {
		return k.written(makerKey{owner: h.Origin.Owner, index: h.Origin.Index}, func() (template.Set, bool) {
			return k.uses.Given(h.Origin.Owner, h.Origin.Index)
		})
	}
	if isFound(h) {
		return ofOthers, ""
	}
	if isCut(h) {
		if by, _ := k.writing(slices.Concat(h.Origin.Inputs...)); by == outside {
			return outside, ""
		}
		return ofOthers, ""
	}
	f, tag := k.fieldOf(h)
	switch {
	case f == nil:
		return unmade, ""
	case decoded(tag):
		return outside, ""
	case f.Pkg() != k.pass.Pkg:
		return ofOthers, ""
	}
	return k.written(makerKey{field: f}, func() (template.Set, bool) { return k.uses.Stored(f) })
}

// A makerKey is what is written by someone, a field or a parameter, and by how
// many others it was asked for. What is made of it twice asks for it twice:
//
//	n.Text = n.Left.Text + n.Right.Text
type makerKey struct {
	field *types.Var
	owner string
	index int
	asked int
}

// made is what is known of it.
type made struct {
	by making
	is string
}

// written says what a field or parameter is, by the set of what is written to it.
func (k *keyambiguous) written(key makerKey, set func() (template.Set, bool)) (making, string) {
	key.asked = k.asked
	m, ok := k.made[key]
	if !ok {
		m.by = outside
		if s, ok := set(); ok {
			m.by, m.is = k.writing(s)
		}
		k.made[key] = m
	}
	return m.by, m.is
}

// writing says what a part is that can be each of a set.
func (k *keyambiguous) writing(set template.Set) (_ making, is string) {
	if k.asked >= maxMakers {
		return ofOthers, ""
	}
	k.asked++
	defer func() { k.asked-- }()
	var forms []string
	known := true
	for _, t := range set {
		form := ""
		for _, p := range t {
			if p.Hole == nil {
				form += literal(p.Lit)
				continue
			}
			e := k.element(p.Hole, false)
			if e.loose {
				return outside, ""
			}
			known = known && !e.open
			form += "(?:" + registry.PartForm(e.AmbPart) + ")"
		}
		if !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	if !known || len(forms) > maxLiterals {
		return ofOthers, ""
	}
	return written, "(?:" + strings.Join(forms, "|") + ")"
}

// isFound reports whether a part is what a regular expression has found: it has
// the form that the expression gives it.
func isFound(h *template.Hole) bool {
	return slices.ContainsFunc(h.Evidence, func(e template.Evidence) bool {
		return e.Kind == template.ByFunc && e.Depth == 0 && strings.HasPrefix(plainName(e.Text), "(regexp.Regexp).Find")
	})
}

// isCut reports whether a part is what is left of a text that was cut.
//
//	_, after, _ := strings.Cut(raw, ":")
func isCut(h *template.Hole) bool {
	return h.Origin.Kind == template.Result && len(h.Origin.Inputs) > 0 && slices.ContainsFunc(h.Evidence, func(e template.Evidence) bool {
		return e.Kind == template.ByFunc && e.Depth == 0 && (strings.HasPrefix(e.Text, "strings.") || strings.HasPrefix(e.Text, "bytes."))
	})
}

// fieldOf returns the field of a named struct type that a part is, with its
// tag; nil if it is none.
func (k *keyambiguous) fieldOf(h *template.Hole) (*types.Var, string) {
	full := ""
	switch o := h.Origin; {
	case o.Kind == template.Field:
		full = o.Name
	case o.Kind == template.Param && len(o.Path) > 0:
		for _, e := range h.Evidence {
			if e.Kind == template.ByField && e.Depth == 0 && strings.HasSuffix(e.Text, "."+o.Path[len(o.Path)-1]) {
				full = e.Text
			}
		}
	}
	typ, field, ok := cutLast(full, ".")
	if !ok {
		return nil, ""
	}
	path, name, ok := cutLast(typ, ".")
	if !ok {
		return nil, ""
	}
	pkg := packageOf(k.pass.Pkg, path, map[*types.Package]bool{})
	if pkg == nil {
		return nil, ""
	}
	obj := pkg.Scope().Lookup(name)
	if obj == nil {
		return nil, ""
	}
	s, ok := obj.Type().Underlying().(*types.Struct)
	if !ok {
		return nil, ""
	}
	for i := range s.NumFields() {
		if f := s.Field(i); f.Name() == field {
			return f, s.Tag(i)
		}
	}
	return nil, ""
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// decoded reports whether a field is filled by what decodes messages and
// requests. A tag of a configuration says that who runs the program fills it.
func decoded(tag string) bool {
	has := func(name string) bool {
		v, ok := reflect.StructTag(tag).Lookup(name)
		return ok && v != "-"
	}
	return slices.ContainsFunc([]string{"json", "protobuf", "form", "query", "uri", "param", "params", "path", "header", "schema", "xml", "msgpack", "cbor"}, has) &&
		!slices.ContainsFunc([]string{"mapstructure", "env", "envconfig", "koanf", "toml", "flag"}, has)
}
