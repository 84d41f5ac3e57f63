package analyzer

import (
	"slices"
	"strings"
	"unicode"

	"github.com/tenantkey/tenantkey/internal/ident"
	"github.com/tenantkey/tenantkey/internal/template"
)

// introduced reports whether the text in front of a hole that is called id,
// and by no other name, says that it is the tenant's:
//
//	"org:" + id       fmt.Sprintf("org-id-%d-settings", id)
//
// What a parameter is named in full, or a field's owner, says more than text.
func (ts *tenants) introduced(h *template.Hole, before string) bool {
	n := nameOf(h.Expr)
	if len(n) != 1 || !bareIDs[n[0]] || before == "" || unicode.IsLetter(lastRune(before)) || unicode.IsDigit(lastRune(before)) {
		return false
	}
	if isParam := h.Origin.Kind == template.Param && len(h.Origin.Path) == 0; !isParam && ts.read(h).other != "" {
		return false
	}
	ws := ident.Words(before)
	if len(ws) > 1 && bareIDs[ws[len(ws)-1]] {
		ws = ws[:len(ws)-1]
	}
	for n := 1; n <= min(len(ws), maxIntroduction); n++ {
		said := strings.Join(append(slices.Clone(ws[len(ws)-n:]), "id"), "_")
		if ts.carrierOf([]template.Evidence{{Kind: template.ByName, Text: said}}) != nil {
			return true
		}
	}
	return false
}

// maxIntroduction is how many words of text can name the tenant.
const maxIntroduction = 3

var bareIDs = setOf("id uid uuid guid")

func lastRune(s string) rune {
	rs := []rune(s)
	return rs[len(rs)-1]
}
