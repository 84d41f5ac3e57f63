package report

import (
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"strings"
)

// The types below are the contract for scripts: fields are added, never
// renamed or removed.

type jsonFinding struct {
	File      string        `json:"file"`
	Line      int           `json:"line"`
	Column    int           `json:"column"`
	EndLine   int           `json:"endLine"`
	EndColumn int           `json:"endColumn"`
	Rule      string        `json:"rule"`
	Category  string        `json:"category"`
	Message   string        `json:"message"`
	Key       string        `json:"key"`
	Pattern   string        `json:"pattern"`
	Related   []jsonRelated `json:"related"`
	Fixes     []jsonFix     `json:"fixes"`
}

type jsonRelated struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

type jsonFix struct {
	Message string     `json:"message"`
	Edits   []jsonEdit `json:"edits"`
}

// A jsonEdit has the range twice: start and end are byte offsets.
type jsonEdit struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	New       string `json:"new"`
}

// A jsonEntry is a line of the inventory.
type jsonEntry struct {
	File    string   `json:"file"`
	Line    int      `json:"line"`
	Column  int      `json:"column"`
	Call    string   `json:"call"`
	Store   string   `json:"store"`
	Op      string   `json:"op"`
	Keys    []string `json:"keys"`
	Tenant  string   `json:"tenant"`
	Pattern string   `json:"pattern"`
	Finding string   `json:"finding"`
	Why     string   `json:"why"`
}

// JSON writes findings as a JSON array, file names relative to root.
func JSON(w io.Writer, root string, findings []Finding) error {
	out := make([]jsonFinding, 0, len(findings))
	for _, f := range findings {
		j := jsonFinding{
			File: Relative(root, f.File), Line: f.Line, Column: f.Column, EndLine: f.EndLine, EndColumn: f.EndColumn,
			Rule: f.Rule, Category: f.Category, Message: f.Message, Key: f.Key, Pattern: f.Pattern,
			Related: make([]jsonRelated, 0, len(f.Related)),
			Fixes:   make([]jsonFix, 0, len(f.Fixes)),
		}
		for _, r := range f.Related {
			j.Related = append(j.Related, jsonRelated{Relative(root, r.File), r.Line, r.Column, r.Message})
		}
		for _, fix := range f.Fixes {
			j.Fixes = append(j.Fixes, newJSONFix(root, fix))
		}
		out = append(out, j)
	}
	return encode(w, "  ", out)
}

func newJSONFix(root string, fix Fix) jsonFix {
	j := jsonFix{Message: fix.Message, Edits: make([]jsonEdit, 0, len(fix.Edits))}
	for _, e := range fix.Edits {
		j.Edits = append(j.Edits, jsonEdit{
			File: Relative(root, e.File), Line: e.Line, Column: e.Column, EndLine: e.EndLine, EndColumn: e.EndColumn,
			Start: e.Start, End: e.End, New: e.New,
		})
	}
	return j
}

// KeysJSON writes the inventory as one JSON object a line, file names
// relative to root.
func KeysJSON(w io.Writer, root string, entries []Entry) error {
	for _, e := range entries {
		if e.Unseen != "" {
			continue // no store call, as far as is known
		}
		keys := e.Keys
		if keys == nil {
			keys = []string{}
		}
		j := jsonEntry{Relative(root, e.File), e.Line, e.Column, e.Call, e.Store, e.Op, keys, e.Tenant, e.Pattern, e.Finding, e.Why}
		if err := encode(w, "", j); err != nil {
			return err
		}
	}
	return nil
}

// encode writes v without escaping <, > and &, which keys and messages may
// hold and no HTML page is near.
func encode(w io.Writer, indent string, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// Relative returns file relative to root with slashes; a file that is not
// below root keeps its name.
func Relative(root, file string) string {
	if root != "" && filepath.IsAbs(file) {
		rel, err := filepath.Rel(root, file)
		if err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			file = rel
		}
	}
	return filepath.ToSlash(file)
}
