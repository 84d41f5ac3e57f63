package doctest

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// The service's project key has no tenant: each place that makes one is
// reported, once, and nothing else is.
func TestIncidentBefore(t *testing.T) {
	fs := lint(t, filepath.Join(top, "testdata", "incident", "before"))
	want := []string{
		"api/projects.go:24 tenantkey/missing project:{projectID}",
		"api/projects.go:46 tenantkey/missing project:{projectID}",
	}
	if diff := cmp.Diff(want, printed(fs)); diff != "" {
		t.Fatalf("findings (-want +got):\n%s", diff)
	}
	const message = `cache key "project:{projectID}" has no tenant segment: add {tenant_id}, or register the key as global`
	for _, f := range fs {
		if !strings.HasPrefix(f.Message, message) {
			t.Errorf("line %d: message %q", f.Line, f.Message)
		}
	}
	// What is stored in project was read from the database with the tenant.
	if !strings.Contains(fs[0].Message, "the cached value depends on tenantID") {
		t.Errorf("message %q does not say that the value depends on the tenant", fs[0].Message)
	}
	if len(fs[0].Related) == 0 {
		t.Error("nothing leads from the store call to the key")
	}
}

// Every project key has its tenant: nothing is reported.
func TestIncidentAfter(t *testing.T) {
	fs := lint(t, filepath.Join(top, "testdata", "incident", "after"))
	if diff := cmp.Diff([]string{}, printed(fs)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// A key that is built in package keys and goes through package cache is known
// where package api uses it.
func TestIncidentInventory(t *testing.T) {
	out, exit := stdout(t, filepath.Join(top, "testdata", "incident", "before"), "tenantkey keys -format=json ./...")
	if exit != 0 {
		t.Fatalf("exit status %d\n%s", exit, out)
	}
	type entry struct {
		File, Call, Op, Tenant, Pattern, Finding string
		Line                                     int
		Keys                                     []string
	}
	var got []entry
	for line := range strings.Lines(out) {
		var e entry
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		if strings.HasPrefix(e.File, "api/") {
			got = append(got, e)
		}
	}
	const (
		get = "(*example.com/projects/cache.Cache).Get"
		set = "(*example.com/projects/cache.Cache).Set"
		del = "(*example.com/projects/cache.Cache).Delete"
	)
	member := []string{"member:{tenantID}:{memberID}"}
	plan := []string{"plan:{code}"}
	project := []string{"project:{projectID}"}
	want := []entry{
		{"api/members.go", get, "get", "yes", "member", "", 26, member},
		{"api/members.go", set, "set", "yes", "member", "", 33, member},
		{"api/plans.go", get, "get", "no", "plan", "", 21, plan},
		{"api/plans.go", set, "set", "no", "plan", "", 28, plan},
		{"api/projects.go", get, "get", "no", "", "missing", 26, project},
		{"api/projects.go", set, "set", "no", "", "missing", 33, project},
		{"api/projects.go", del, "delete", "no", "", "missing", 46, project},
	}
	got = slices.DeleteFunc(got, func(e entry) bool { return e.File == "api/reports.go" })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("inventory (-want +got):\n%s", diff)
	}
}

// Each variant changes the fixed service, and says what must be found then.
func TestIncidentVariants(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(top, "testdata", "incident", "variants", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no variants: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := make(map[string]string)
			for _, f := range ar.Files {
				files[f.Name] = string(f.Data)
			}
			want, ok := files["want"]
			if !ok {
				t.Fatal("the variant has no file named want")
			}
			delete(files, "want")
			dir := incident(t, files)
			if diff := cmp.Diff(strings.Split(want, "\n"), append(printed(lint(t, dir)), "")); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func printed(fs []finding) []string {
	out := make([]string, 0, len(fs))
	for _, f := range fs {
		out = append(out, strings.TrimSpace(f.String()))
	}
	return out
}
