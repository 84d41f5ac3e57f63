package analyzer

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
)

// narrowed is what is left of free text after what was done to it: a
// separator that was replaced can't be in it any more. "" is any text.
func narrowed(h *template.Hole) string {
	if slices.ContainsFunc(h.Via, func(s template.Step) bool { return quoting[s.Func] }) {
		return quotedText
	}
	if is := replaced(h.Via); is != "" {
		return is
	}
	switch {
	case kubernetesName(h):
		return `[a-z0-9.-]*`
	case slices.ContainsFunc(h.Evidence, func(e template.Evidence) bool { return plainName(e.Text) == "net/http.Request.Method" }):
		return "[A-Za-z0-9!#$%&'*+.^_|~-]*" // a token: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
	}
	return ""
}

// quoting are steps after which the text says itself where it ends.
var quoting = setOf("strconv.Quote strconv.QuoteToASCII strconv.AppendQuote")

// replaced is the expression of the texts that are left when single runes of
// any text are replaced: other runes, and what stands in the place of those.
// ":" for "_" leaves no colon; ":" for "\:" leaves some, so it makes two parts
// around a colon unambiguous only if "\" was doubled before.
func replaced(via []template.Step) string {
	gone, instead := "", []string{}
	for _, s := range via {
		if s.Func != "strings.ReplaceAll" || len(s.Args) != 2 {
			continue
		}
		old, text := s.Args[0], s.Args[1]
		if len([]rune(old)) != 1 {
			return "" // what this makes of the places of earlier ones can't be said so simply
		}
		for i := range instead {
			instead[i] = strings.ReplaceAll(instead[i], old, text)
		}
		if !strings.Contains(gone, old) {
			gone += old
			instead = append(instead, text)
		}
	}
	if gone == "" {
		return ""
	}
	is := "(?:[^" + inClass(gone) + "]"
	for _, text := range instead {
		if text != "" {
			is += "|" + regexp.QuoteMeta(text)
		}
	}
	return is + ")*"
}

// inClass writes runes as they stand in the brackets of an expression.
func inClass(runes string) string {
	var out strings.Builder
	for _, r := range runes {
		if strings.ContainsRune(`\]^-[`, r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// kubernetesName reports whether h is a name of an object of Kubernetes, which
// checks that it is a DNS name.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
func kubernetesName(h *template.Hole) bool {
	return slices.ContainsFunc(h.Evidence, func(e template.Evidence) bool {
		return (e.Kind == template.ByField || e.Kind == template.ByFunc) && strings.HasPrefix(strings.TrimLeft(e.Text, "(*"), "k8s.io/") &&
			(strings.HasSuffix(e.Text, "Name") || strings.HasSuffix(e.Text, "Namespace"))
	})
}
