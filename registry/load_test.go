package registry_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tenantkey/tenantkey/registry"
)

var update = flag.Bool("update", false, "write the golden files of registry/testdata/errors")

// Each testdata/errors/NAME.yaml gives the errors of NAME.txt, all of them.
func TestErrors(t *testing.T) {
	files, err := filepath.Glob("testdata/errors/*.yaml")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, err = registry.Parse(filepath.Base(file), data)
			if err == nil {
				t.Fatal("accepted")
			}
			if errors.Is(err, registry.ErrNotOurs) {
				t.Fatal("left alone as somebody else's")
			}
			got := err.Error() + "\n"
			golden := strings.TrimSuffix(file, ".yaml") + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got:\n%swant:\n%s", got, want)
			}
		})
	}
}

// The sample policy loads, and holds what it says.
func TestLoadSample(t *testing.T) {
	r, err := registry.Load("../registry.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Tenant) != 1 || r.Tenant[0].Name != "tenant_id" || r.Tenant[0].Is != "uuid" || !r.Tenant[0].Tenant {
		t.Errorf("tenant: %+v", r.Tenant)
	}
	want := []registry.Evidence{
		{Kind: registry.ByType, Text: "example.com/projects/tenant.ID"},
		{Kind: registry.ByFunc, Text: "example.com/projects/tenant.FromContext"},
		{Kind: registry.ByName, Text: "tenant"},
	}
	for i, e := range r.Tenant[0].From {
		e.Pos = registry.Position{}
		if e != want[i] {
			t.Errorf("evidence %d: %+v, want %+v", i, e, want[i])
		}
	}
	var names []string
	for _, p := range r.Keys {
		names = append(names, p.Name)
		if p.HasTenant() != (p.Global == "") {
			t.Errorf("%s: tenant %v, global %q", p.Name, p.HasTenant(), p.Global)
		}
	}
	if got, want := strings.Join(names, " "), "project member report search flags"; got != want {
		t.Errorf("keys %q, want %q", got, want)
	}
	if report := r.Keys[2]; report.TTL != 5*time.Minute || len(report.Parts) != 6 || report.Parts[5].Segment.Name != "date_range" {
		t.Errorf("report: %+v", report)
	}
	if in := r.Keys[3].Digest["digest"]; len(in) != 2 || !in[0].Tenant || in[1].Name != "query" || in[1].Is != "text" {
		t.Errorf("search: %+v", in)
	}
	if len(r.Digest) != 64 {
		t.Errorf("digest %q", r.Digest)
	}
}

// The format of the design, every field of it, with positions.
func TestParseStores(t *testing.T) {
	r := parse(t, `stores:
  - func: (example.com/app/cache.Cache).Put
    key: 1
    op: set
  - {func: '(*example.com/app/cache.Cache[K,V]).Get', key: name}
`)
	want := []registry.Store{
		{Func: "(example.com/app/cache.Cache).Put", Key: registry.Param{Index: 1}, Op: "set", Pos: registry.Position{File: "registry.yaml", Line: 3, Column: 5}},
		{Func: "(*example.com/app/cache.Cache[K,V]).Get", Key: registry.Param{Name: "name"}, Op: "other", Pos: registry.Position{File: "registry.yaml", Line: 6, Column: 5}},
	}
	for i, s := range r.Stores {
		if *s != want[i] {
			t.Errorf("store %d: %+v, want %+v", i, *s, want[i])
		}
	}
}

// An absent section, an empty one and one with nothing behind the colon are
// the same: no manifest yet.
func TestParseWithoutKeys(t *testing.T) {
	for _, keys := range []string{"", "keys:\n", "keys: {}\n"} {
		r := parse(t, "tenant: {tenant_id: {is: text}}\n"+keys)
		if len(r.Keys) != 0 || len(r.Tenant) != 1 {
			t.Errorf("%q: %d keys, %d tenants", keys, len(r.Keys), len(r.Tenant))
		}
	}
}

func TestParseBraces(t *testing.T) {
	r := parse(t, "tenant: {t: }\nkeys:\n  cart: '{{{t}}}:cart'\n  list: 'a{{}}{t}'\n")
	for i, want := range []string{"{ [t] }:cart", "a{} [t]"} {
		var got []string
		for _, p := range r.Keys[i].Parts {
			if p.Segment != nil {
				got = append(got, "["+p.Segment.Name+"]")
			} else {
				got = append(got, p.Lit)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", r.Keys[i].Key, got, want)
		}
	}
}

// What is not ours is said to be so, whatever is wrong with it otherwise.
func TestNotOurs(t *testing.T) {
	for _, data := range []string{
		"", "# nothing\n", "version: 1\n", "- a\n", "a: [\n", "x:\n  tenantkey: 1\n", "apiVersion: v1\nkind: Registry\n---\na: b\n", "\xff\xfe",
	} {
		if _, err := registry.Parse("registry.yaml", []byte(data)); !errors.Is(err, registry.ErrNotOurs) {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	data := append([]byte("tenantkey: 1\n"), bytes.Repeat([]byte("# 10 MB of this\n"), 650_000)...)
	_, err := registry.Parse("registry.yaml", data)
	if err == nil || !strings.Contains(err.Error(), "registry.yaml:1:1: the file is larger than 1048576 bytes") {
		t.Error(err)
	}
	file := filepath.Join(t.TempDir(), registry.FileName)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := registry.Load(file); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Error(err)
	}
}

func TestTooManyKeys(t *testing.T) {
	var b strings.Builder
	b.WriteString("tenantkey: 1\ntenant: {t: }\nkeys:\n")
	for i := range registry.MaxKeys + 1 {
		fmt.Fprintf(&b, "  k%d: k%d:{t}\n", i, i)
	}
	_, err := registry.Parse("registry.yaml", []byte(b.String()))
	if want := "registry.yaml:4:3: there are more than 10000 keys: split the registry by module"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// A list that is nested without end is refused, not run into.
func TestDeepNesting(t *testing.T) {
	_, err := registry.Parse("registry.yaml", []byte("tenantkey: 1\nkeys: "+strings.Repeat("[", 500_000)))
	if err == nil || errors.Is(err, registry.ErrNotOurs) {
		t.Error(err)
	}
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("registry.yaml", "tenantkey: 1\n") // above the module: never looked at
	write("mod/go.mod", "module m\n")
	write("mod/registry.yaml", "tenantkey: 1\n")
	write("mod/a/registry.yaml", "charts: []\n") // somebody else's
	write("mod/a/b/x.go", "package b\n")
	write("mod/nested/go.mod", "module n\n")
	write("mod/nested/c/x.go", "package c\n")
	write("mod/broken/registry.yaml", "tenantkey: 1\nkeys: [\n") // ours, and broken: it is found
	write("mod/folder/registry.yaml/x", "")
	for _, c := range []struct{ dir, want string }{
		{"mod", "mod/registry.yaml"},
		{"mod/a", "mod/registry.yaml"},
		{"mod/a/b", "mod/registry.yaml"},
		{"mod/nested", ""},
		{"mod/nested/c", ""},
		{"mod/broken", "mod/broken/registry.yaml"},
		{"mod/folder", "mod/registry.yaml"},
	} {
		want := c.want
		if want != "" {
			want = filepath.Join(root, filepath.FromSlash(want))
		}
		got, err := registry.Find(filepath.Join(root, filepath.FromSlash(c.dir)))
		if err != nil || got != want {
			t.Errorf("Find(%s) = %q, %v; want %q", c.dir, got, err, want)
		}
	}
}
