package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/tenantkey/tenantkey/internal/driver/storetest"
)

// analysed is what go vet -x prints where it starts the tool on a package.
var analysed = regexp.MustCompile(`(?m)^.*tenantkey.* \S*vet\.cfg.*$`)

// TestSharedStore has two machines, with a build cache each, that share a
// store through GOCACHEPROG: what go vet has had analysed on the first, it does
// not on the second, and it prints the same findings there.
func TestSharedStore(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a part of the standard library")
	}
	tool, err := exec.LookPath("tenantkey")
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir, store := scriptModule(t, "across"), t.TempDir()
	vet := func(cache string) (findings []string, started int) {
		t.Helper()
		env := append(storetest.Env(self, store), "GOCACHE="+cache)
		_, diag, _ := execute(t, dir, env, "go", "vet", "-x", "-vettool="+tool, "./...")
		return vetLine.FindAllString(diag, -1), len(analysed.FindAllString(diag, -1))
	}
	one, two := t.TempDir(), t.TempDir()
	found, started := vet(one)
	if started == 0 || len(found) == 0 {
		t.Fatalf("the first machine analyses %d packages and finds %q", started, found)
	}
	again, started := vet(two)
	if started != 0 || !slices.Equal(found, again) {
		t.Errorf("the second machine analyses %d packages and finds %q, the first one %q", started, again, found)
	}

	// An edited registry is seen on both.
	put(t, filepath.Join(dir, "registry.yaml"), "tenantkey: 1\ntenant:\n  tenant_id:\n    is: text\nkeys:\n  project:\n    key: project:{project_id}\n    global: shared\n")
	for _, cache := range []string{two, one} {
		if found, _ := vet(cache); len(found) > 0 {
			t.Errorf("the edited registry is not seen: %q", found)
		}
	}
}
