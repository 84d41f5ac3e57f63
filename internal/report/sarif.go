package report

import (
	"cmp"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
)

// A Tool is what SARIF says of the program that made a report.
type Tool struct {
	Version string
	Rules   []Rule
}

// A Rule is an analyzer.
type Rule struct {
	Name string
	Doc  string // the first line is a summary
	URL  string
}

// projectURL is the home of the project.
const projectURL = "https://github.com/tenantkey/tenantkey"

// SARIF writes findings in the Static Analysis Results Interchange Format,
// version 2.1.0. File names are relative to root.
// See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
func SARIF(w io.Writer, root string, tool Tool, findings []Finding) error {
	s := &sarifWriter{root: root, src: sources{}, tool: tool, index: map[string]int{}, rules: []sarifRule{}}
	results := make([]sarifResult, 0, len(findings))
	prints := Fingerprints(root, findings)
	for i := range findings {
		results = append(results, s.result(&findings[i], prints[i]))
	}
	return encode(w, "  ", sarifLog{
		Version: "2.1.0",
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Runs: []sarifRun{{
			Tool: sarifTool{sarifDriver{
				Name:            "tenantkey",
				Version:         strings.TrimPrefix(tool.Version, "v"),
				SemanticVersion: strings.TrimPrefix(tool.Version, "v"),
				InformationURI:  projectURL,
				Rules:           s.rules,
			}},
			ColumnKind:         "utf16CodeUnits",
			OriginalURIBaseIDs: map[string]sarifBase{sourceRoot: {URI: dirURI(root), Description: sarifText{"the root of the module"}}},
			Results:            results,
		}},
	})
}

// sourceRoot names the directory that file names are relative to.
const sourceRoot = "SRCROOT"

type sarifWriter struct {
	root  string
	src   sources
	tool  Tool
	rules []sarifRule
	index map[string]int // of rules by ID
}

// rule returns the index of the finding's rule, which is described when it is
// met first.
func (s *sarifWriter) rule(f *Finding) int {
	id := ruleID(f)
	if i, ok := s.index[id]; ok {
		return i
	}
	r := sarifRule{ID: id, Name: pascal(id), HelpURI: cmp.Or(f.URL, projectURL), DefaultConfiguration: sarifLevel{level(f)}}
	for _, known := range s.tool.Rules {
		if known.Name == f.Rule {
			summary, _, _ := strings.Cut(known.Doc, "\n")
			r.ShortDescription = sarifText{sentence(summary)}
			r.FullDescription = sarifText{sentence(summary)}
			r.Help = &sarifText{known.Doc}
		}
	}
	if r.ShortDescription.Text == "" {
		r.ShortDescription = sarifText{sentence(id)}
		r.FullDescription = r.ShortDescription
	}
	s.index[id] = len(s.rules)
	s.rules = append(s.rules, r)
	return s.index[id]
}

func (s *sarifWriter) result(f *Finding, fingerprint string) sarifResult {
	r := sarifResult{
		RuleID:              ruleID(f),
		RuleIndex:           s.rule(f),
		Level:               level(f),
		Message:             sarifText{sentence(f.Message)},
		Locations:           []sarifLocation{s.location(f.Range)},
		PartialFingerprints: map[string]string{"tenantkey/v1": fingerprint},
	}
	if f.Key != "" {
		r.Properties = map[string]string{"key": f.Key, "pattern": f.Pattern}
	}
	for i, rel := range f.Related {
		loc := s.location(rel.Range)
		id := i + 1
		loc.ID, loc.Message = &id, &sarifText{sentence(rel.Message)}
		r.RelatedLocations = append(r.RelatedLocations, loc)
	}
	if len(f.Related) > 0 && !f.WholeFile {
		r.CodeFlows = []sarifCodeFlow{s.codeFlow(f)}
	}
	for _, fix := range f.Fixes {
		r.Fixes = append(r.Fixes, s.fix(fix))
	}
	return r
}

// codeFlow is the way of a key: from where it is put together to where it is
// used.
func (s *sarifWriter) codeFlow(f *Finding) sarifCodeFlow {
	start := s.location(f.Range)
	start.Message = &sarifText{"The key is put together here."}
	steps := []sarifStep{{Location: start}}
	for _, rel := range f.Related {
		loc := s.location(rel.Range)
		loc.Message = &sarifText{sentence(rel.Message)}
		steps = append(steps, sarifStep{Location: loc})
	}
	return sarifCodeFlow{ThreadFlows: []sarifThreadFlow{{Locations: steps}}}
}

func (s *sarifWriter) location(r Range) sarifLocation {
	return sarifLocation{PhysicalLocation: sarifPhysical{
		ArtifactLocation: s.artifact(r.File),
		Region: sarifRegion{
			StartLine:   max(r.Line, 1),
			StartColumn: s.src.utf16Column(r.File, r.Line, r.Column),
			EndLine:     max(r.EndLine, r.Line, 1),
			EndColumn:   s.src.utf16Column(r.File, max(r.EndLine, r.Line), r.EndColumn),
		},
	}}
}

// artifact names a file: relative to the root when it is below it.
func (s *sarifWriter) artifact(file string) sarifArtifact {
	rel := Relative(s.root, file)
	if filepath.IsAbs(file) && rel == filepath.ToSlash(file) {
		return sarifArtifact{URI: fileURI(file)}
	}
	return sarifArtifact{URI: (&url.URL{Path: rel}).EscapedPath(), URIBaseID: sourceRoot}
}

// fix groups edits by file, as SARIF does.
func (s *sarifWriter) fix(fix Fix) sarifFix {
	out := sarifFix{Description: sarifText{sentence(fix.Message)}}
	var files []string
	byFile := map[string][]sarifReplacement{}
	for _, e := range fix.Edits {
		if !slices.Contains(files, e.File) {
			files = append(files, e.File)
		}
		byFile[e.File] = append(byFile[e.File], sarifReplacement{
			DeletedRegion: sarifRegion{
				StartLine:   e.Line,
				StartColumn: s.src.utf16Column(e.File, e.Line, e.Column),
				EndLine:     e.EndLine,
				EndColumn:   s.src.utf16Column(e.File, e.EndLine, e.EndColumn),
			},
			InsertedContent: sarifText{e.New},
		})
	}
	for _, file := range files {
		out.ArtifactChanges = append(out.ArtifactChanges, sarifChange{s.artifact(file), byFile[file]})
	}
	return out
}

func fileURI(file string) string {
	file = filepath.ToSlash(file)
	if !strings.HasPrefix(file, "/") {
		file = "/" + file // a drive letter
	}
	return (&url.URL{Scheme: "file", Path: file}).String()
}

func dirURI(dir string) string { return strings.TrimSuffix(fileURI(dir), "/") + "/" }

// sentence ends a message as SARIF wants it.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// pascal writes tenantkey/missing as TenantkeyMissing.
func pascal(id string) string {
	var b strings.Builder
	for _, part := range strings.FieldsFunc(id, func(r rune) bool { return r == '/' || r == '-' || r == '_' }) {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}
