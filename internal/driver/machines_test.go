package driver

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/driver/storetest"
)

// Two machines have build caches of their own and share a store through
// GOCACHEPROG; the second has a copy of the first one's cache of findings. It
// analyses nothing, and finds the same.
func TestMachines(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir, store := module(t, chain), t.TempDir()
	machine := func(cache *Cache) (analysed []string) {
		t.Helper()
		o := options(dir)
		o.Env = append(append(os.Environ(), "GOCACHE="+t.TempDir()), storetest.Env(self, store)...)
		o.Cache = cache
		o.Analyzers = []*analysis.Analyzer{counted(&analysed)}
		if got := ran(t, o); !slices.Equal(got, chainFound) {
			t.Errorf("found\n\t%s", strings.Join(got, "\n\t"))
		}
		return analysed
	}
	first := openTestCache(t)
	if analysed := machine(first); len(analysed) != 4 {
		t.Errorf("the first machine analyses %q", analysed)
	}
	copied := filepath.Join(t.TempDir(), "cache")
	if err := os.CopyFS(copied, os.DirFS(first.dir)); err != nil {
		t.Fatal(err)
	}
	second, err := OpenCache(copied)
	if err != nil {
		t.Fatal(err)
	}
	if analysed := machine(second); len(analysed) != 0 {
		t.Errorf("the second machine analyses %q", analysed)
	}
}
