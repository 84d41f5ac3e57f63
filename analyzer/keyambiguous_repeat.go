package analyzer

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// repeated is a part that is repeated: a list of free text, and with
// -keyambiguous.all any list, as two rounds of it, which is enough for what
// keeps its elements apart to be mistaken. Any other list is one part, since
// its elements are all of one kind, and whose list it is stands elsewhere.
func (k *keyambiguous) repeated(h *template.Hole, ctl string) []element {
	whole := element{hole: h}
	whole.Name, whole.Is, whole.open = h.String(), k.listForm(h, ctl, 0), true
	var body template.Template
	for _, t := range repeatedOf(h) {
		if len(t.Holes()) > len(body.Holes()) {
			body = t
		}
	}
	var rounds []element
	for round := range 2 {
		if round > 0 && h.Origin.Sep != "" {
			rounds = append(rounds, element{AmbPart: registry.AmbPart{Lit: h.Origin.Sep}})
		}
		for i, p := range body {
			switch {
			case p.Hole == nil:
				rounds = append(rounds, element{AmbPart: registry.AmbPart{Lit: p.Lit}})
			case p.Hole.Origin.Kind == template.Repeat, stays(p.Hole):
				return []element{whole}
			default:
				e := k.element(p.Hole, i > 0 && prefixesLength(body, i)).without(ctl)
				whole.free = whole.free || e.free
				whole.open = whole.open && e.open
				e.Name = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(e.Name, "..."), "[]"), "*") + "[" + strconv.Itoa(round) + "]"
				rounds = append(rounds, e)
			}
		}
	}
	if k.all || whole.free {
		return rounds
	}
	return []element{whole}
}

// repeatedOf is what is repeated.
func repeatedOf(h *template.Hole) template.Set {
	if len(h.Origin.Inputs) == 0 {
		return nil
	}
	return h.Origin.Inputs[0]
}

// maxLists bounds how deep lists in lists are looked into.
const maxLists = 3

// anyText is the expression of all texts.
const anyText = `(?s:.*)`

// listForm is the expression of the texts that a repeated part can be: no
// round, one, or several with the separator between them.
func (k *keyambiguous) listForm(h *template.Hole, ctl string, depth int) string {
	body := repeatedOf(h)
	if depth >= maxLists || len(body) == 0 {
		return anyText
	}
	rounds := make([]string, len(body))
	for i, t := range body {
		for j, p := range t {
			switch {
			case p.Hole == nil:
				rounds[i] += literal(p.Lit)
			case p.Hole.Origin.Kind == template.Repeat:
				rounds[i] += k.listForm(p.Hole, ctl, depth+1)
			default:
				e := k.element(p.Hole, j > 0 && prefixesLength(t, j)).without(ctl)
				rounds[i] += "(?:" + registry.PartForm(e.AmbPart) + ")"
			}
		}
	}
	one := "(?:" + strings.Join(rounds, "|") + ")"
	if h.Origin.Sep == "" {
		return one + "*"
	}
	return "(?:" + one + "(?:" + literal(h.Origin.Sep) + one + ")*)?"
}

// literal is the expression of a text, in which a byte that no UTF-8 has is
// U+FFFD, as it is to the engine.
func literal(s string) string { return regexp.QuoteMeta(string([]rune(s))) }

// controls returns the control characters, and the bytes that no UTF-8 has,
// which a key uses to keep its parts apart.
func controls(t template.Template) string {
	var used strings.Builder
	add := func(lit string) {
		for _, r := range lit {
			if (unicode.IsControl(r) || r == unicode.ReplacementChar) && !strings.ContainsRune(used.String(), r) {
				used.WriteRune(r)
			}
		}
	}
	var walk func(template.Template)
	walk = func(t template.Template) {
		for _, p := range t {
			add(p.Lit)
			if p.Hole != nil && p.Hole.Origin.Kind == template.Repeat {
				add(p.Hole.Origin.Sep)
				for _, body := range repeatedOf(p.Hole) {
					walk(body)
				}
			}
		}
	}
	walk(t)
	return used.String()
}

// without is e as text that holds none of the control characters that keep the
// key's parts apart: that is what they are used for.
func (e element) without(ctl string) element {
	if ctl != "" && e.open && e.Is == "" {
		e.Is = "[^" + inClass(ctl) + "]*"
	}
	return e
}
