package analyzer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/internal/corpus"
)

// A key past the bounds is said to be undecided, not taken for fine.
func TestKeyambiguousUndecided(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(ambiguousDir)); err != nil {
		t.Fatal(err)
	}
	long := strings.TrimSuffix(strings.Repeat(`path+":"+`, analyzer.MaxElements), "+")
	src := "package long\n\nimport (\n\t\"context\"\n\n\t\"github.com/redis/go-redis/v9\"\n)\n\nfunc long(ctx context.Context, rdb *redis.Client, path string) {\n" +
		"\trdb.Get(ctx, " + long + ") // want `may be ambiguous: whether two inputs share it is not decided, as it has more than 40 parts: `\n}\n"
	if err := os.MkdirAll(filepath.Join(dir, "long"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "long", "long.go"), []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	corpus.Check(t, dir, rule(t, "keyambiguous"), nil, "./long")
}
