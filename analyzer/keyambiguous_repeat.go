package analyzer

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// repeated is a part that is repeated: a list of free text, and with
// -keyambiguous.all any list, as two rounds of it, which is enough for what
// keeps its elements apart to be mistaken. Any other list is one part, since
// its elements are all of one kind, and whose list it is stands elsewhere.
func (k *keyambiguous) repeated(h *template.Hole, seps marks) []element {
	whole := element{hole: h}
	whole.Name, whole.Is, whole.open = h.String(), k.listForm(h, seps, 0), true
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
				e := seps.of(k.element(p.Hole, i > 0 && prefixesLength(body, i)))
				whole.free, whole.chosen = whole.free || e.free, whole.chosen || e.chosen
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

// listForm is the expression of the texts that a repeated part can be: no
// round, one, or several with the separator between them.
func (k *keyambiguous) listForm(h *template.Hole, seps marks, depth int) string {
	body := repeatedOf(h)
	if depth >= maxLists || len(body) == 0 {
		return seps.of(element{open: true}).Is
	}
	rounds := make([]string, len(body))
	for i, t := range body {
		for j, p := range t {
			switch {
			case p.Hole == nil:
				rounds[i] += literal(p.Lit)
			case p.Hole.Origin.Kind == template.Repeat:
				rounds[i] += k.listForm(p.Hole, seps, depth+1)
			default:
				e := seps.of(k.element(p.Hole, j > 0 && prefixesLength(t, j)))
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
