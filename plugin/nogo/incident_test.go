package nogo

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// incident returns a copy of the service before its fix, without its
// registry: it is compiled into nogo.
func incident(t *testing.T) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(top, "testdata", "incident", "before"))); err != nil {
		t.Fatal(err)
	}
	// The command is the main package, which takes the most time.
	if err := errors.Join(os.Remove(filepath.Join(dir, "registry.yaml")), os.RemoveAll(filepath.Join(dir, "cmd"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// edit replaces the text old, which must be there, everywhere in a file.
func edit(t *testing.T, dir, name, old, text string) {
	t.Helper()
	name = filepath.Join(dir, name)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("%s has no %q", name, old)
	}
	if err := os.WriteFile(name, []byte(strings.ReplaceAll(string(data), old, text)), 0o666); err != nil {
		t.Fatal(err)
	}
}

// direct returns what tenantkey by itself says, with a registry.
func direct(t *testing.T, dir, registry string) []string {
	t.Helper()
	registry, err := filepath.Abs(registry)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), filepath.Join(programs, "tenantkey"), "-format=json", "-registry="+registry, "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOPROXY=off", "TENANTKEY_CACHE=off")
	out, err := cmd.Output()
	var status *exec.ExitError
	if err != nil && !errors.As(err, &status) {
		t.Fatal(err)
	}
	var findings []struct {
		File, Message string
		Line, Column  int
	}
	if err := json.Unmarshal(out, &findings); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var lines []string
	for _, f := range findings {
		lines = append(lines, fmt.Sprintf("%s:%d:%d %s", filepath.FromSlash(f.File), f.Line, f.Column, f.Message))
	}
	slices.Sort(lines)
	return lines
}

// same holds that nogo says what tenantkey says, and returns it.
func same(t *testing.T, dir string) run {
	t.Helper()
	got := nogo(t, dir)
	if diff := cmp.Diff(direct(t, dir, "example/policy/registry.yaml"), got.lines); diff != "" {
		t.Errorf("tenantkey (-) and nogo (+) differ:\n%s", diff)
	}
	return got
}

func TestIncident(t *testing.T) {
	got := same(t, incident(t))
	if len(got.lines) < 2 || !strings.HasPrefix(got.lines[0], filepath.Join("api", "projects.go")+":24:") {
		t.Errorf("the incident is not found: %q", got.lines)
	}
}

// The key is made in package keys and found wanting in package api.
func TestFactsAcrossPackages(t *testing.T) {
	dir := incident(t)
	edit(t, dir, "keys/keys.go", `"project:`, `"prj:`)
	if got := same(t, dir); len(got.lines) < 2 || !strings.Contains(got.lines[0], `"prj:{projectID}"`) {
		t.Errorf("the edit is not seen: %q", got.lines)
	}
}

// Nogo has comments of its own, which work on tenantkey's findings too.
func TestIgnored(t *testing.T) {
	dir := incident(t)
	edit(t, dir, "api/projects.go", "\tkey := keys.Project(projectID)", "\t//tenantkey:global ids are the same in every tenant\n\tkey := keys.Project(projectID)")
	if got := same(t, dir); len(got.lines) != 1 {
		t.Errorf("not accepted: %q", got.lines)
	}
	edit(t, dir, "api/projects.go", "s.cache.Delete(ctx, keys.Project(projectID)))", "s.cache.Delete(ctx, keys.Project(projectID))) //nolint:tenantkey")
	if got := nogo(t, dir); len(got.lines) != 0 {
		t.Errorf("not accepted: %q", got.lines)
	}
}

// Nogo writes a patch with the fixes. The key is put together where the tenant
// is at hand, so one is offered.
func TestFix(t *testing.T) {
	dir := incident(t)
	edit(t, dir, "api/projects.go", "keys.Project(projectID)", `fmt.Sprintf("project:%d", projectID)`)
	edit(t, dir, "api/projects.go", `"context"`, "\"context\"\n\t\"fmt\"")
	edit(t, dir, "api/projects.go", "\t\"example.com/projects/keys\"\n", "")
	got := same(t, dir)
	if n := strings.Count(got.patch, `+	`); n != 2 || strings.Count(got.patch, `fmt.Sprintf("project:%s:%d", tenantID, projectID)`) != 2 {
		t.Errorf("the patch is\n%s", got.patch)
	}
}

// Another registry is another nogo, so that Bazel runs it again.
func TestRegistryEdit(t *testing.T) {
	policies := t.TempDir()
	if err := os.CopyFS(policies, os.DirFS("example")); err != nil {
		t.Fatal(err)
	}
	edit(t, policies, "policy/registry.yaml", "  project: project:{tenant_id}:{project_id}\n",
		"  project:\n    key: project:{project_id}\n    global: ids are the same in every tenant\n")
	was := programs
	t.Cleanup(func() { programs = was })
	programs = t.TempDir()
	if err := build(filepath.Join(programs, "src"), policies); err != nil {
		t.Fatal(err)
	}
	dir := incident(t)
	got := nogo(t, dir)
	programs = was
	want := direct(t, dir, filepath.Join(policies, "policy", "registry.yaml"))
	if diff := cmp.Diff(want, got.lines); diff != "" {
		t.Errorf("tenantkey (-) and nogo (+) differ:\n%s", diff)
	}
	if slices.ContainsFunc(got.lines, func(s string) bool { return strings.Contains(s, "no tenant segment") }) {
		t.Errorf("the edit is not seen: %q", got.lines)
	}
}
