package analyzer_test

import (
	"testing"

	"github.com/tenantkey/tenantkey/internal/corpus"
)

// ambiguousDir is a module of its own: loud/ is reported, quiet/ is not, all/
// is with -keyambiguous.all only.
const ambiguousDir = "../testdata/ambiguous"

func TestKeyambiguous(t *testing.T) {
	corpus.Check(t, ambiguousDir, rule(t, "keyambiguous"), nil, "./loud", "./quiet")
}

func TestKeyambiguousAll(t *testing.T) {
	corpus.Check(t, ambiguousDir, rule(t, "keyambiguous", "all", "true"), nil, "./all")
}

func TestKeyambiguousFix(t *testing.T) {
	corpus.Check(t, ambiguousDir, rule(t, "keyambiguous"), nil, "./fix")
	corpus.CheckFixes(t, ambiguousDir, rule(t, "keyambiguous"), "./fix")
}

// What is known to be answered wrongly, each with the reason.
func TestKeyambiguousLimits(t *testing.T) {
	corpus.Check(t, ambiguousDir, rule(t, "keyambiguous"), nil, "./limits")
}

// A key past the bounds is said to be undecided, not taken for fine.
func TestKeyambiguousUndecided(t *testing.T) {
	corpus.Check(t, ambiguousDir, rule(t, "keyambiguous"), nil, "./undecided")
}

// What a registry says of a part counts: by the pattern that the key fits, and
// by what the tenant looks like.
func TestKeyambiguousRegistry(t *testing.T) {
	corpus.Check(t, ambiguousDir, rule(t, "keyambiguous"), nil, "./registered")
}

// Where no host asks of the registry whether it keeps tenants apart, that is
// said at the first key of each pattern.
func TestKeyambiguousFaulty(t *testing.T) {
	corpus.CheckWhole(t, ambiguousDir, rule(t, "keyambiguous"), []string{"faulty"}, "./faulty")
}
