package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A comment of tenantkey's own is as good as //nolint, and one that gives no
// reason is a finding as everywhere.
func TestDirective(t *testing.T) {
	dir := incident(t, "")
	found := same(t, dir)
	edit(t, dir, "api/projects.go", "\tkey := keys.Project(projectID)", "\t//tenantkey:global ids are the same in every tenant\n\tkey := keys.Project(projectID)")
	if got := same(t, dir); len(got) != len(found)-1 {
		t.Errorf("not accepted: %q", got)
	}
	edit(t, dir, "api/projects.go", "global ids are the same in every tenant", "global")
	if got := same(t, dir); len(got) != len(found)+1 || !strings.Contains(strings.Join(got, "\n"), "gives no reason") {
		t.Errorf("accepted without a reason: %q", got)
	}
}

// The key is made in package keys and found wanting in package api: an edit of
// the one changes the findings in the other, whose files stay the same.
func TestFactsAcrossPackages(t *testing.T) {
	dir := incident(t, "")
	before := same(t, dir)
	edit(t, dir, "keys/keys.go", `"project:`, `"prj:`)
	after := same(t, dir)
	if len(after) != len(before) || !strings.Contains(after[0], `"prj:{projectID}"`) {
		t.Errorf("the edit is not seen: %q", after)
	}
	edit(t, dir, "keys/keys.go", `"prj:`, `"project:`)
	if diff := cmp.Diff(before, same(t, dir)); diff != "" {
		t.Errorf("the code is what it was, the findings are not:\n%s", diff)
	}
}
