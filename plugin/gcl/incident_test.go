package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// same holds that golangci-lint says what tenantkey says, and returns it.
func same(t *testing.T, dir string) []string {
	t.Helper()
	got, want := golangci(t, dir), direct(t, dir)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tenantkey (-) and golangci-lint (+) differ:\n%s", diff)
	}
	return got
}

func TestIncident(t *testing.T) {
	got := same(t, incident(t, ""))
	if len(got) < 2 || !strings.HasPrefix(got[0], "api/projects.go:24:") {
		t.Errorf("the incident is not found: %q", got)
	}
}

func TestNolint(t *testing.T) {
	dir := incident(t, "")
	edit(t, dir, "api/projects.go", "key := keys.Project(projectID)", "key := keys.Project(projectID) //nolint:tenantkey")
	edit(t, dir, "api/projects.go", "s.cache.Delete(ctx, keys.Project(projectID)))", "s.cache.Delete(ctx, keys.Project(projectID))) //nolint:tenantkey")
	if got := golangci(t, dir); len(got) != 0 {
		t.Errorf("not accepted: %q", got)
	}
}

// The key is put together where the tenant is at hand, so a fix is offered.
func TestFix(t *testing.T) {
	dir := incident(t, "")
	edit(t, dir, "api/projects.go", "keys.Project(projectID)", `fmt.Sprintf("project:%d", projectID)`)
	edit(t, dir, "api/projects.go", `"context"`, "\"context\"\n\t\"fmt\"")
	edit(t, dir, "api/projects.go", "\t\"example.com/projects/keys\"\n", "")
	if got := same(t, dir); len(got) == 0 {
		t.Fatal("nothing is found before the fix")
	}
	if got := golangci(t, dir, "--fix"); len(got) != 0 {
		t.Errorf("not fixed: %q", got)
	}
	text := read(t, dir, "api/projects.go")
	if n := strings.Count(text, `fmt.Sprintf("project:%s:%d", tenantID, projectID)`); n != 2 {
		t.Errorf("%d keys have the tenant:\n%s", n, text)
	}
	if got := same(t, dir); len(got) != 0 {
		t.Errorf("found in the fixed code: %q", got)
	}
	build := exec.Command("go", "build", "./...")
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

const global = "  project:\n    key: project:{project_id}\n    global: ids are the same in every tenant\n"

// Only the registry changes between the runs, so golangci-lint has everything
// in its cache.
func TestRegistryEdit(t *testing.T) {
	dir := incident(t, "")
	before := same(t, dir)
	was := read(t, dir, "registry.yaml")

	edit(t, dir, "registry.yaml", "  project: project:{tenant_id}:{project_id}\n", global)
	if diff := cmp.Diff(before, same(t, dir)); diff == "" {
		t.Error("the edit of registry.yaml is not seen")
	}
	write(t, dir, "registry.yaml", was)
	if diff := cmp.Diff(before, same(t, dir)); diff != "" {
		t.Errorf("the registry is what it was, the findings are not:\n%s", diff)
	}
	// A registry that is nearer to the package.
	write(t, dir, "api/registry.yaml", strings.Replace(was, "  project: project:{tenant_id}:{project_id}\n", global, 1))
	if diff := cmp.Diff(before, same(t, dir)); diff == "" {
		t.Error("the new registry is not seen")
	}
	if err := os.Remove(filepath.Join(dir, "api", "registry.yaml")); err != nil {
		t.Fatal(err)
	}

	edit(t, dir, "registry.yaml", "is: uuid", "is: [")
	_, stderr, exit := run(t, dir, "gcl", "run", "--allow-parallel-runners", "./...")
	if exit == 0 || exit == 1 || !strings.Contains(stderr, "registry.yaml:") {
		t.Errorf("a broken registry: exit status %d\n%s", exit, stderr)
	}
}

func TestRegistryInSettings(t *testing.T) {
	text := read(t, filepath.Join(top, "testdata", "incident", "before"), "registry.yaml")
	indented := strings.ReplaceAll("\n"+strings.TrimSpace(text), "\n", "\n            ")
	dir := incident(t, "")
	want := same(t, dir)
	if err := os.Remove(filepath.Join(dir, "registry.yaml")); err != nil {
		t.Fatal(err)
	}

	write(t, dir, ".golangci.yml", minimal+"        settings:\n          registry: |"+indented+"\n")
	if diff := cmp.Diff(want, golangci(t, dir)); diff != "" {
		t.Errorf("with the registry in the settings:\n%s", diff)
	}

	write(t, dir, "policy.yaml", text)
	write(t, dir, ".golangci.yml", minimal+"        settings:\n          registry-file: policy.yaml\n")
	if diff := cmp.Diff(want, golangci(t, dir)); diff != "" {
		t.Errorf("with the registry's file in the settings:\n%s", diff)
	}
	edit(t, dir, "policy.yaml", "  project: project:{tenant_id}:{project_id}\n", global)
	if diff := cmp.Diff(want, golangci(t, dir)); diff == "" {
		t.Error("the edit of policy.yaml is not seen")
	}
}

func TestBadSettings(t *testing.T) {
	for settings, want := range map[string]string{
		"registri: x":                  "settings of tenantkey: registri: no such field",
		"registry-file: nowhere.yaml":  "settings of tenantkey: registry-file: open nowhere.yaml",
		"registry: 'tenantkey: 2'":     "settings of tenantkey: registry: .golangci:1:",
		"rules: {keydepts: false}":     "settings of tenantkey: rules.keydepts: no such rule",
		"rules: {tenantkey: {un: on}}": "settings of tenantkey: rules.tenantkey.un: no such flag",
	} {
		dir := incident(t, "        settings:\n          "+settings+"\n")
		_, stderr, exit := run(t, dir, "gcl", "run", "--allow-parallel-runners", "./...")
		if exit == 0 || exit == 1 || !strings.Contains(stderr, want) {
			t.Errorf("%s: exit status %d, want %q in:\n%s", settings, exit, want, stderr)
		}
	}
}
