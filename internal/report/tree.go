package report

import (
	"fmt"
	"io"
)

// The types below are what the drivers of x/tools print with -json, and what
// the go command reads from a vet tool: a map from package to analyzer to
// diagnostics.

type treeDiagnostic struct {
	Category string        `json:"category,omitempty"`
	Posn     string        `json:"posn"`
	End      string        `json:"end"`
	Message  string        `json:"message"`
	Fixes    []treeFix     `json:"suggested_fixes,omitempty"`
	Related  []treeRelated `json:"related,omitempty"`
}

type treeFix struct {
	Message string     `json:"message"`
	Edits   []treeEdit `json:"edits"`
}

type treeEdit struct {
	Filename string `json:"filename"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	New      string `json:"new"`
}

type treeRelated struct {
	Posn    string `json:"posn"`
	End     string `json:"end"`
	Message string `json:"message"`
}

// Tree prints findings as the drivers of x/tools do with -json.
func Tree(w io.Writer, findings []Finding) error {
	tree := map[string]map[string][]treeDiagnostic{}
	for i := range findings {
		f := &findings[i]
		d := treeDiagnostic{Category: f.Category, Posn: f.Range.start(), End: f.Range.end(), Message: f.Message}
		for _, fix := range f.Fixes {
			tf := treeFix{Message: fix.Message, Edits: []treeEdit{}}
			for _, e := range fix.Edits {
				tf.Edits = append(tf.Edits, treeEdit{Filename: e.File, Start: e.Start, End: e.End, New: e.New})
			}
			d.Fixes = append(d.Fixes, tf)
		}
		for _, r := range f.Related {
			d.Related = append(d.Related, treeRelated{Posn: r.Range.start(), End: r.Range.end(), Message: r.Message})
		}
		if tree[f.Package] == nil {
			tree[f.Package] = map[string][]treeDiagnostic{}
		}
		tree[f.Package][f.Rule] = append(tree[f.Package][f.Rule], d)
	}
	return encode(w, "\t", tree)
}

func (r Range) start() string { return fmt.Sprintf("%s:%d:%d", r.File, r.Line, r.Column) }
func (r Range) end() string   { return fmt.Sprintf("%s:%d:%d", r.File, r.EndLine, r.EndColumn) }
