package analyzer_test

import (
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/corpus"
)

// The corpus of keydeps is a module of small programs. In tenant/ and in all/
// a comment `// want "…"` (in all/: with -keydeps.all only) stands on the line
// of each finding; quiet/ has none, and there must be none in either mode.
const keydepsDir = "../testdata/keydeps"

func TestKeydeps(t *testing.T) {
	inTenant := func(file string) bool { return strings.HasPrefix(file, "tenant/") }
	corpus.Check(t, keydepsDir, rule(t, "keydeps"), inTenant, "./...")
}

func TestKeydepsAll(t *testing.T) {
	loud := func(file string) bool { return !strings.HasPrefix(file, "quiet/") }
	corpus.Check(t, keydepsDir, rule(t, "keydeps", "all", "true"), loud, "./...")
}

// All that is said of a value, not only the messages.
func TestKeydepsWhole(t *testing.T) {
	corpus.CheckWhole(t, keydepsDir, rule(t, "keydeps"), []string{"tenant/deepload", "tenant/usedparam"}, "./...")
}
