package doctest

import (
	"regexp"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/analyzer"
)

// category is how an analyzer's documentation introduces one.
var category = regexp.MustCompile(`(?m)^([a-z]+): `)

// Every finding links to its category, and every rule to itself, on the page
// of the rules.
func TestCategories(t *testing.T) {
	headings := anchors(read(t, "docs/rules.md"))
	for _, a := range analyzer.Analyzers {
		page, anchor, _ := strings.Cut(a.URL, "#")
		if page != "https://github.com/tenantkey/tenantkey/blob/main/docs/rules.md" {
			t.Errorf("%s has the URL %s", a.Name, a.URL)
		}
		names := []string{anchor}
		for _, m := range category.FindAllStringSubmatch(a.Doc, -1) {
			names = append(names, m[1])
		}
		if len(names) < 2 {
			t.Errorf("the documentation of %s names no category", a.Name)
		}
		for _, name := range names {
			if !headings[name] {
				t.Errorf("docs/rules.md has no heading %s, where %s links to", name, a.Name)
			}
		}
	}
}
