package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// vetEdits is what the random sequences choose from: for each file the
// contents that it may have, "" for none.
var vetEdits = map[string][]string{
	"registry.yaml": {
		"tenantkey: 1\ntenant:\n  tenant_id:\n    is: text\n",
		"tenantkey: 1\ntenant:\n  tenant_id:\n    is: text\nkeys:\n  project:\n    key: project:{project_id}\n    global: shared\n",
		"",
	},
	"low/registry.yaml": {
		"",
		"tenantkey: 1\ntenant:\n  org_id:\n    is: text\n",
	},
	"low/low.go": {
		"package low\n\nfunc Key(id string) string { return \"project:\" + id }\n" + lowDo,
		"package low\n\nfunc Key(id string) string { return \"team:\" + id }\n" + lowDo,
		"package low\n\n\nfunc Key(id string) string { return id }\n" + lowDo,
	},
	"low/low_test.go": {
		"",
		"package low\n\nfunc test() { Do(Key(\"1\")) }\n",
		"package low_test\n",
	},
	"mid/mid.go": {
		"package mid\n\nimport \"example.com/app/low\"\n\nfunc Get(projectID string) { low.Do(low.Key(projectID)) }\n",
		"package mid\n\nimport \"example.com/app/low\"\n\nfunc Get(tenantID string) { low.Do(\"x:\" + low.Key(tenantID)) }\n",
	},
	"top.go": {
		"package app\n\nimport \"example.com/app/mid\"\n\nfunc Top() { mid.Get(\"1\") }\n",
	},
}

// lowDo wraps a store.
const lowDo = `
func Do(key string) { flight.Do(key, func() (any, error) { return nil, nil }) }
`

// TestVetSequences edits registries and code at random, runs go vet on some of
// the packages with one build cache, and compares with a run that can take
// nothing from the cache: its flags are new to it. go vet prints what the
// packages below have to say as well, so the cold run does too.
func TestVetSequences(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command many times")
	}
	tool, err := exec.LookPath("tenantkey")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put := func(name, content string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if content == "" {
			os.Remove(name)
			return
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("go.mod", "module example.com/app\n\ngo 1.26\n\nrequire golang.org/x/sync SYNC\n")
	put("low/flight.go", "package low\n\nimport \"golang.org/x/sync/singleflight\"\n\nvar flight singleflight.Group\n")
	names := make([]string, 0, len(vetEdits))
	for name, contents := range vetEdits {
		put(name, contents[0])
		names = append(names, name)
	}
	slices.Sort(names)
	if err := pinModules(t, dir); err != nil {
		t.Fatal(err)
	}
	seed := uint64(os.Getpid()) // of no run before: the build cache lives on
	rnd := rand.New(rand.NewPCG(seed, 0))
	some := false
	for step := 0; step < 10 || !some && step < 40; step++ { // a short sequence may have none
		name := names[rnd.IntN(len(names))]
		put(name, vetEdits[name][rnd.IntN(len(vetEdits[name]))])
		pattern := []string{"./...", ".", "./low", "./mid"}[rnd.IntN(4)]
		warm := vetted(t, tool, dir, pattern)
		cold := vetted(t, tool, dir, "-tags="+fmt.Sprintf("cold%d_%d", seed, step), pattern)
		if warm != cold {
			t.Fatalf("seed %d, step %d, %s %s: with the cache\n%s\nwithout\n%s", seed, step, name, pattern, warm, cold)
		}
		some = some || cold != ""
	}
	if !some {
		t.Error("no step had findings")
	}
}

var vetLine = regexp.MustCompile(`(?m)^\S+\.go:\d+:\d+: cache key .*$`)

// vetted runs go vet and returns its findings and exit status.
func vetted(t *testing.T, tool, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"vet", "-vettool=" + tool}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	found := vetLine.FindAllString(string(out), -1)
	if (err != nil) != (len(found) > 0) {
		t.Fatalf("go vet %v: %v with %d findings:\n%s", args, err, len(found), out)
	}
	slices.Sort(found)
	return strings.Join(found, "\n")
}
