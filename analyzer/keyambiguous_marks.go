package analyzer

import (
	"strings"
	"unicode"

	"github.com/tenantkey/tenantkey/internal/template"
)

// The marks of a key are what its literal text has between the parts: what
// open text is not known to hold.
type marks struct {
	controls string // control characters, and bytes that no UTF-8 has: no text holds them
	others   string // all else that is neither letter nor digit; "" with -keyambiguous.all
}

func (k *keyambiguous) marks(t template.Template) marks {
	s := marks{controls: textOf(t, func(r rune) bool { return unicode.IsControl(r) || r == unicode.ReplacementChar })}
	if !k.all {
		s.others = textOf(t, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	return s
}

// of is e as text that holds none of the separators: the control characters,
// since that is what they are used for, and where it is not loose all.
func (s marks) of(e element) element {
	not := s.controls + e.not
	if !e.loose {
		not += s.others
	}
	if e.open && e.Is == "" {
		e.Is = without(not)
	}
	return e
}

// around is s to part i: a name that people choose has the hyphens and dots
// that stand around it.
func (s marks) around(es []element, i int) marks {
	if slugAmongHyphens(es, i) {
		s.others = strings.Map(func(r rune) rune {
			if strings.ContainsRune(hyphens, r) {
				return -1
			}
			return r
		}, s.others)
	}
	return s
}

// hyphens stand in names that people choose.
const hyphens = "-_."

// without is the expression of the texts that have none of some runes, "" if
// there are none.
func without(runes string) string {
	if runes == "" {
		return ""
	}
	return "[^" + inClass(runes) + "]*"
}

// textOf returns those of the runes that is says so of that a key has between
// its parts, and those of its lists.
func textOf(t template.Template, is func(rune) bool) string {
	var found strings.Builder
	add := func(lit string) {
		for _, r := range lit {
			if is(r) && !strings.ContainsRune(found.String(), r) {
				found.WriteRune(r)
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
	return found.String()
}
