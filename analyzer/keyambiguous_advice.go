package analyzer

import (
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
)

// What is left by the escapes of net/url: url.PathEscape keeps what can stand
// in a segment of a path, : @ & = + and $ too, url.QueryEscape makes + of a
// space, and neither touches - _ . and ~.
// https://www.rfc-editor.org/rfc/rfc3986#section-2.3
const (
	pathEscaped  = `[A-Za-z0-9%_.~$&+:=@-]*`
	queryEscaped = `[A-Za-z0-9%_.~+-]*`
	hexadecimal  = `[0-9a-f]*`
	quotedText   = `"(?:[^"\\]|\\(?s:.))*"`
)

// escapes are the ways to write free text without the key's separators, those
// that leave it readable first.
var escapes = []struct{ how, is string }{
	{"escape %s (url.PathEscape)", pathEscaped},
	{"escape %s (url.QueryEscape)", queryEscaped},
	{"write %s in hexadecimal (%%x)", hexadecimal},
}

// advice says what to do. Whatever is advised for a part was tried: with it no
// two inputs share the key.
func (a *ambiguity) advice() string {
	var ways []string
	if a.unseparated() {
		ways = append(ways, "put a separator between the parts")
	}
	if free := a.toQuote(); len(free) > 0 {
		part := partsText(free)
		ways = append(ways, "quote "+part+" (%q)")
		for _, esc := range escapes {
			if a.mendedBy(free, esc.is) {
				ways = append(ways, strings.NewReplacer("%%", "%", "%s", part).Replace(esc.how))
				break
			}
		}
	}
	if len(a.parts) == 0 { // one key that is written into another's free text
		ways = append(ways, "quote "+partsText(a.free)+" (%q) on every path")
	}
	ways = append(ways, "use a struct key")
	if len(ways) == 1 {
		return ways[0]
	}
	return strings.Join(ways[:len(ways)-1], ", ") + " or " + ways[len(ways)-1]
}

// toQuote returns the parts that have to be quoted: one of the free ones if
// that is enough, else all of them, else all text, nil if nothing helps.
func (a *ambiguity) toQuote() []*template.Hole {
	if len(a.parts) == 0 {
		return nil
	}
	free := slices.DeleteFunc(slices.Clone(a.free), isNumber)
	for _, h := range free {
		if one := []*template.Hole{h}; a.mendedBy(one, quotedText) {
			return one
		}
	}
	var text []*template.Hole
	for _, e := range a.parts {
		if e.open && e.hole != nil && !slices.Contains(text, e.hole) {
			text = append(text, e.hole)
		}
	}
	for _, all := range [][]*template.Hole{free, text} {
		if a.mendedBy(all, quotedText) {
			return all
		}
	}
	return nil
}

// isNumber reports whether a part is a number: %q makes a character of it.
func isNumber(h *template.Hole) bool {
	switch h.Form {
	case template.FormInt, template.FormUint, template.FormFloat:
		return true
	}
	return false
}

// mendedBy reports whether no two inputs share the key when the text of some
// of its parts has another form.
func (a *ambiguity) mendedBy(holes []*template.Hole, is string) bool {
	es := slices.Clone(a.parts)
	for i, e := range es {
		if e.hole != nil && slices.Contains(holes, e.hole) {
			es[i].Form, es[i].Is = "", is
		}
	}
	c, decided := ask(es)
	return decided && c == nil
}

// unseparated reports whether two parts stand side by side.
func (a *ambiguity) unseparated() bool {
	for i := 1; i < len(a.parts); i++ {
		if sideBySide(a.parts[i-1], a.parts[i]) {
			return true
		}
	}
	return false
}

func partsText(holes []*template.Hole) string {
	var names []string
	for _, h := range holes {
		n := h.String()
		if h.Origin.Kind == template.Repeat {
			n = "each " + strings.TrimSuffix(n, "...")
		}
		names = append(names, n)
	}
	return inWords(names)
}
