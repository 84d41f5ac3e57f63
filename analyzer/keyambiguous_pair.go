package analyzer

import (
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// betweenKeys returns how two of the keys that one expression can be are
// shared: what the longer one has in front of (or behind) free text can be
// written into the free text of the shorter one.
//
//	raw := ctx.Value(header).(string)
//	if id != "" {
//		return "vk:" + id + ":" + raw
//	}
//	return raw // "vk:a:b"
func (k *keyambiguous) betweenKeys(u *keyuse.Use, s template.Set) *ambiguity {
	for _, short := range s {
		for _, long := range s {
			if len(long) <= len(short) {
				continue
			}
			if a := k.forged(short, long); a != nil {
				return a
			}
		}
	}
	return nil
}

// forged returns the key that short's free text can be written to become of
// long's shape.
func (k *keyambiguous) forged(short, long template.Template) *ambiguity {
	for i, p := range short {
		if p.Hole == nil || !k.writable(p.Hole) {
			continue
		}
		middle, ok := between(long, short[:i], short[i+1:])
		if !ok || !slices.ContainsFunc(middle.Holes(), func(h *template.Hole) bool { return h.Expr == p.Hole.Expr }) {
			continue // nothing in common: two kinds of keys, that their text should tell apart
		}
		if a := k.example(short, long, middle, p.Hole); a != nil {
			return a
		}
	}
	return nil
}

// writable reports whether whoever sends a value chooses all of it.
func (k *keyambiguous) writable(h *template.Hole) bool {
	if k.all {
		return h.Form == template.FormText && !stays(h) && isTextType(h.Type) && k.constants(h.Type) == nil && narrowed(h) == ""
	}
	return !stays(h) && k.element(h, false).free
}

// between returns what long has between a beginning and an end that are the
// same as others'.
func between(long, before, after template.Template) (template.Template, bool) {
	runes := splitText(long)
	head, tail := splitText(before), splitText(after)
	if len(runes) < len(head)+len(tail) {
		return nil, false
	}
	for i, p := range head {
		if !samePiece(p, runes[i]) {
			return nil, false
		}
	}
	for i, p := range tail {
		if !samePiece(p, runes[len(runes)-len(tail)+i]) {
			return nil, false
		}
	}
	return template.Concat(runes[len(head) : len(runes)-len(tail)]), true
}

// splitText returns t with its text cut into runes.
func splitText(t template.Template) template.Template {
	var out template.Template
	for _, p := range t {
		if p.Hole != nil {
			out = append(out, p)
			continue
		}
		for _, r := range p.Lit {
			out = append(out, template.Part{Lit: string(r)})
		}
	}
	return out
}

func samePiece(a, b template.Part) bool {
	if a.Hole == nil || b.Hole == nil {
		return a.Hole == nil && b.Hole == nil && a.Lit == b.Lit
	}
	return a.Hole.Expr == b.Hole.Expr
}

// example writes the text of middle into the hole free of short.
func (k *keyambiguous) example(short, long, middle template.Template, free *template.Hole) *ambiguity {
	a := &ambiguity{template: long, free: []*template.Hole{free}, pattern: k.fitting(long)}
	letter := 'a'
	var inside strings.Builder
	extra := false
	for _, p := range middle {
		if p.Hole == nil {
			inside.WriteString(p.Lit)
			continue
		}
		if p.Hole.Expr != free.Expr {
			// A digest is never empty, so that its absence says that this is a
			// key of another kind.
			extra = extra || !stays(p.Hole) && p.Hole.Origin.Kind != template.Digest
		}
		text := example(k.element(p.Hole, false), letter)
		letter++
		inside.WriteString(text)
		a.sides[0] = append(a.sides[0], sideValue{p.Hole.String(), text})
	}
	if !extra {
		return nil // the longer key says no more than the shorter
	}
	a.sides[1] = []sideValue{{free.String(), inside.String()}}
	var key strings.Builder
	for _, p := range short {
		switch {
		case p.Hole == nil:
			key.WriteString(p.Lit)
		case p.Hole == free:
			key.WriteString(inside.String())
		case stays(p.Hole):
			key.WriteString("<" + p.Hole.Expr + ">")
		default:
			key.WriteString(example(k.element(p.Hole, false), letter))
			letter++
		}
	}
	a.shared = key.String()
	return a
}

// example is a text that a part can be.
func example(e element, letter rune) string {
	if e.Is == "" && e.Form == "" {
		return string(letter)
	}
	c, _ := registry.Ambiguous([]registry.AmbPart{{Name: "a", Form: e.Form, Is: e.Is}, {Name: "b"}})
	if c == nil {
		return string(letter)
	}
	return c.Sides[0].Values[0].Text
}
