package keyuse_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/internal/corpus"
	"github.com/tenantkey/tenantkey/internal/report"
)

// TestForms holds the resolver to the corpus of forms: for every key of every
// call its op, templates and verdict, and no call more.
func TestForms(t *testing.T) { checkCorpus(t, "forms") }

// TestLimits holds it to what can honestly be said of programs that are out of
// its reach: known misses, known false alarms, and unknown with a reason.
func TestLimits(t *testing.T) { checkCorpus(t, "limits") }

// checkCorpus lists the keys of a module of testdata, and compares them with
// its want comments. Each top folder is a subtest.
func checkCorpus(t *testing.T, module string) {
	dir := filepath.Join("..", "..", "testdata", module)
	var said []corpus.Said
	for _, e := range corpus.Run(t, dir, analyzer.Inventory(analyzer.Config{}), "./...").Entries {
		if e.Unseen != "" {
			continue // a line for the registry, and no use of a key
		}
		said = append(said, corpus.Said{
			Place: corpus.Place{File: e.File, Line: e.Line}, Message: message(e), More: fmt.Sprintf("(%s) %s", e.Call, e.Why),
		})
	}
	corpus.Read(t, dir, func(string) bool { return true }).Compare(t, said)
}

// message is what an expectation is matched with:
//
//	OP TEMPLATE [| TEMPLATE…] TENANT
//
// A key that is not known is to have a reason; without one the message says
// so, which no expectation does.
func message(e report.Entry) string {
	s := fmt.Sprintf("%s %s %s", e.Op, strings.Join(e.Keys, " | "), e.Tenant)
	if e.Tenant == string(analyzer.Unknown) && e.Why == "" {
		s += " without a reason"
	}
	return s
}
