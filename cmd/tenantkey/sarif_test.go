package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// A sarifLog is what these tests read of a report, under the names of SARIF.
type sarifLog struct {
	Runs []struct {
		OriginalURIBaseIDs map[string]struct{ URI string }
		Results            []struct {
			RuleID    string
			Message   struct{ Text string }
			Locations []struct{ PhysicalLocation sarifPlace }
			Fixes     []struct {
				ArtifactChanges []struct {
					ArtifactLocation sarifFile
					Replacements     []struct {
						DeletedRegion   sarifSpan
						InsertedContent struct{ Text string }
					}
				}
			}
		}
	}
}

type sarifPlace struct {
	ArtifactLocation sarifFile
	Region           sarifSpan
}

type sarifFile struct{ URI, URIBaseID string }

type sarifSpan struct{ StartLine, StartColumn, EndLine, EndColumn int }

// sarifOf returns what tenantkey reports in dir.
func sarifOf(t *testing.T, dir string) *sarifLog {
	t.Helper()
	out, diag, _ := execute(t, dir, nil, "tenantkey", "-format=sarif", "./...")
	log := new(sarifLog)
	if err := json.Unmarshal([]byte(out), log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("%v\n%s%s", err, out, diag)
	}
	return log
}

// place prints a place, in the units of the report.
func (p sarifPlace) String() string {
	return fmt.Sprintf("%s:%d:%d", p.ArtifactLocation.URI, p.Region.StartLine, p.Region.StartColumn)
}

// A report has the findings that -format=json has, at the same places.
func TestSARIFSame(t *testing.T) {
	for _, script := range []string{"drivers", "across", "fix"} {
		t.Run(script, func(t *testing.T) {
			dir := scriptModule(t, script)
			out, diag, _ := execute(t, dir, nil, "tenantkey", "-format=json", "./...")
			var findings []struct {
				File, Rule, Category, Message string
				Line, Column                  int
			}
			if err := json.Unmarshal([]byte(out), &findings); err != nil || len(findings) == 0 {
				t.Fatalf("%v\n%s%s", err, out, diag)
			}
			var want, got []string
			for _, f := range findings { // ASCII: a column is a byte is a unit of UTF-16
				want = append(want, fmt.Sprintf("%s:%d:%d %s/%s %s.", f.File, f.Line, f.Column, f.Rule, f.Category, f.Message))
			}
			for _, r := range sarifOf(t, dir).Runs[0].Results {
				got = append(got, fmt.Sprintf("%s %s %s", r.Locations[0].PhysicalLocation, r.RuleID, r.Message.Text))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("json (-) and sarif (+) differ:\n%s", diff)
			}
		})
	}
}

// Whoever applies the fixes of a report gets what -fix gives, also in a line
// with letters of more than one byte and of more than one unit.
func TestSARIFFix(t *testing.T) {
	dir := scriptModule(t, "fix")
	file := filepath.Join(dir, "app.go")
	text := strings.Replace(readFile(t, file), `group.Do("project:"`, `_, _ = "é😀", group.DoChan("project:"`, 1)
	put(t, file, text)
	got := text
	for _, r := range sarifOf(t, dir).Runs[0].Results {
		if len(r.Fixes) == 0 {
			continue
		}
		for _, change := range r.Fixes[0].ArtifactChanges {
			if change.ArtifactLocation.URI != "app.go" {
				t.Errorf("a fix in %s", change.ArtifactLocation.URI)
			}
			slices.Reverse(change.Replacements) // so that what is in front keeps its place
			for _, e := range change.Replacements {
				got = replaceUTF16(got, e.DeletedRegion, e.InsertedContent.Text)
			}
		}
	}
	if _, diag, exit := execute(t, dir, nil, "tenantkey", "-fix", "./..."); exit != exitFindings {
		t.Fatalf("-fix: exit status %d\n%s", exit, diag)
	}
	want := readFile(t, file)
	if want == text {
		t.Fatal("-fix changed nothing")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-fix (-) and the report (+) differ:\n%s", diff)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// replaceUTF16 replaces a part of a line, whose columns are units of UTF-16.
func replaceUTF16(text string, at sarifSpan, by string) string {
	lines := strings.SplitAfter(text, "\n")
	line := utf16.Encode([]rune(lines[at.StartLine-1]))
	lines[at.StartLine-1] = string(utf16.Decode(line[:at.StartColumn-1])) + by + string(utf16.Decode(line[at.EndColumn-1:]))
	return strings.Join(lines, "")
}

// multitoolVariable names Microsoft's validator of SARIF, which make drivers
// installs.
const multitoolVariable = "TENANTKEY_SARIF_MULTITOOL"

// complaint is what the validator prints of an error or a warning.
var complaint = regexp.MustCompile(`(?m)^.*\b(?:error|warning) [A-Z]+\d+: .*$`)

// The validator has neither an error nor a warning to report: by the rules of
// the format, of GitHub's code scanning and of Azure DevOps.
func TestSARIFValidator(t *testing.T) {
	validator := os.Getenv(multitoolVariable)
	if validator == "" {
		t.Skipf("%s names no validator: make drivers installs it", multitoolVariable)
	}
	dirs := map[string]string{"none": scriptModule(t, "clean")}
	for _, script := range []string{"drivers", "across", "fix", "findings"} {
		dirs[script] = scriptModule(t, script)
	}
	odd := scriptModule(t, "fix")
	put(t, filepath.Join(odd, "odd", "ü%20 x.go"), strings.Replace(readFile(t, filepath.Join(odd, "app.go")), "Get(", "Größe(", 1))
	dirs["odd names"] = odd
	for name, dir := range dirs {
		t.Run(name, func(t *testing.T) {
			out, diag, exit := execute(t, dir, nil, "tenantkey", "-format=sarif", "./...")
			if want := map[bool]int{true: exitClean, false: exitFindings}[name == "none"]; exit != want {
				t.Fatalf("tenantkey: exit status %d\n%s", exit, diag)
			}
			log := filepath.Join(t.TempDir(), "tenantkey.sarif")
			put(t, log, out)
			out, diag, exit = execute(t, dir, nil, validator, "validate", log, "--rule-kind", "Sarif;Ghas;Ado", "--level", "Error;Warning",
				"--output", log+".checked")
			if found := complaint.FindAllString(out+diag, -1); exit != 0 || len(found) > 0 || !strings.Contains(out, "Analysis completed successfully") {
				t.Errorf("exit status %d\n%s%s", exit, out, diag)
			}
		})
	}
	t.Run("a bad report", func(t *testing.T) {
		log := filepath.Join(t.TempDir(), "bad.sarif")
		bad := strings.Replace(mustReport(t, dirs["fix"]), `"startLine": `, `"startLine": -`, 1)
		put(t, log, bad)
		out, diag, _ := execute(t, dirs["fix"], nil, validator, "validate", log, "--rule-kind", "Sarif;Ghas;Ado", "--level", "Error;Warning")
		if !complaint.MatchString(out + diag) {
			t.Errorf("the validator finds nothing, so it proves nothing\n%s%s", out, diag)
		}
	})
}

func mustReport(t *testing.T, dir string) string {
	t.Helper()
	out, _, exit := execute(t, dir, nil, "tenantkey", "-format=sarif", "./...")
	if exit != exitFindings {
		t.Fatalf("exit status %d", exit)
	}
	return out
}

// The files of a report are found from its root.
func TestSARIFRoot(t *testing.T) {
	dir := scriptModule(t, "across")
	run := sarifOf(t, dir).Runs[0]
	for _, r := range run.Results {
		file := r.Locations[0].PhysicalLocation.ArtifactLocation
		base, err := url.Parse(run.OriginalURIBaseIDs[file.URIBaseID].URI)
		if err != nil {
			t.Fatal(err)
		}
		ref, err := url.Parse(file.URI)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.FromSlash(base.ResolveReference(ref).Path)); err != nil {
			t.Error(err)
		}
	}
}
