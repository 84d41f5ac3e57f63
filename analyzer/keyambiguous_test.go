package analyzer

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

// ambiguousDir is a module of its own: loud/ is reported, quiet/ is not, all/
// is with -keyambiguous.all only.
const ambiguousDir = "../testdata/ambiguous"

func TestKeyambiguous(t *testing.T) {
	analysistest.Run(t, ambiguousDir, rule(t, "keyambiguous"), "./loud", "./quiet")
}

func TestKeyambiguousAll(t *testing.T) {
	analysistest.Run(t, ambiguousDir, rule(t, "keyambiguous", "all", "true"), "./all")
}

func TestKeyambiguousFix(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, ambiguousDir, rule(t, "keyambiguous"), "./fix")
}

// What a registry says of a part counts: by the pattern that the key fits, and
// by what the tenant looks like.
func TestKeyambiguousRegistry(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(ambiguousDir)); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"registry.yaml": "tenantkey: 1\ntenant:\n  tenant:\n    is: slug\nsegments:\n  kind: slug\nkeys:\n  doc: doc:{tenant}:{kind}:{path}\n",
		"forms/forms.go": `package forms

import (
	"context"

	"github.com/redis/go-redis/v9"
)

func doc(ctx context.Context, rdb *redis.Client, tenant, title, path string) {
	rdb.Get(ctx, "doc:"+tenant+":"+title+":"+path)
	rdb.Get(ctx, "page:"+tenant+":"+path)
	rdb.Get(ctx, "page:"+title+":"+path) // want ` + "`is ambiguous`" + `
}
`,
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	analysistest.Run(t, dir, rule(t, "keyambiguous"), "./forms")
}
