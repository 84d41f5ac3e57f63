// Package report turns findings into what people and programs read: text,
// JSON, SARIF and annotations of code-hosting services. All of them are made
// from one neutral model, so that no format says more or less than another.
package report

import (
	"cmp"
	"slices"
)

// A Range is a piece of a file. Lines and columns count from 1, columns in
// bytes; they follow //line directives.
type Range struct {
	File      string // absolute, or as a //line directive names it
	Line      int
	Column    int
	EndLine   int
	EndColumn int
}

// A Finding is one thing that a rule has to say about one place.
type Finding struct {
	Range
	Package  string // import path
	Rule     string // the analyzer's name
	Category string
	Message  string
	URL      string // the page of the rule and category, or ""
	Key      string // the key template that it is about, or ""
	Pattern  string // the name of the registered pattern, or ""
	Related  []Related
	Fixes    []Fix
	// WholeFile says that any line of the file may be to blame, not only the
	// one that the finding stands at.
	WholeFile bool
}

// A Related is a further place that explains a finding.
type Related struct {
	Range
	Message string
}

// A Fix is a change that removes a finding, applied as a whole or not at all.
type Fix struct {
	Message string
	Edits   []Edit
}

// An Edit replaces the bytes from Start to End of a real file: //line
// directives have no say here.
type Edit struct {
	Range
	Start, End int
	New        string
}

// An Entry is one line of the inventory: one key of one store call.
type Entry struct {
	File    string
	Line    int
	Column  int
	Call    string
	Store   string
	Op      string
	Keys    []string
	Tenant  string
	Pattern string
	Finding string
	Why     string
	Unseen  string // the key's parameter, of a method that may be a store's
}

func (r Range) compare(s Range) int {
	return cmp.Or(
		cmp.Compare(r.File, s.File),
		cmp.Compare(r.Line, s.Line),
		cmp.Compare(r.Column, s.Column),
		cmp.Compare(r.EndLine, s.EndLine),
		cmp.Compare(r.EndColumn, s.EndColumn),
	)
}

// Merge sorts findings by place, rule and message, and drops those that say
// the same about the same place: a file that is in a package and in its test
// variant is told once.
func Merge(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(a.compare(b.Range), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(findings, func(a, b Finding) bool {
		return a.Range == b.Range && a.Rule == b.Rule && a.Message == b.Message
	})
}

// MergeEntries sorts the inventory by place, and drops repeated lines.
func MergeEntries(entries []Entry) []Entry {
	compare := func(a, b Entry) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Call, b.Call),
			cmp.Compare(a.Op, b.Op),
			slices.Compare(a.Keys, b.Keys),
		)
	}
	slices.SortStableFunc(entries, compare)
	return slices.CompactFunc(entries, func(a, b Entry) bool { return compare(a, b) == 0 })
}
