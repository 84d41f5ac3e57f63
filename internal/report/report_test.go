package report

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// source is written to a file that findings are about. Its second line has
// letters of two and four bytes.
const source = "package a\n\tx := \"é😀\" + key\n\nlast\n"

func testFinding(t *testing.T) (dir string, f Finding) {
	t.Helper()
	dir = t.TempDir()
	file := filepath.Join(dir, "sub", "a.go")
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	// The range is key: a tab, six bytes, a quote, six bytes of letters, a
	// quote, and three bytes lie before it.
	at := Range{File: file, Line: 2, Column: 18, EndLine: 2, EndColumn: 21}
	if got := strings.Split(source, "\n")[1][17:20]; got != "key" {
		t.Fatalf("the range is %q", got)
	}
	return dir, Finding{
		Range: at, Package: "example.com/a", Rule: "tenantkey", Category: "missing",
		Message: "bad, 100%: <key>", Key: "a:{b}",
		Related: []Related{{Range{file, 4, 1, 4, 5}, "used here"}},
		Fixes: []Fix{{"Add tenantID to the key", []Edit{{
			Range: at, Start: 27, End: 30, New: "tenantID",
		}}}},
	}
}

func TestText(t *testing.T) {
	dir, f := testFinding(t)
	var b bytes.Buffer
	p := &TextPrinter{W: &b, Dir: dir}
	if err := p.Findings([]Finding{f}); err != nil {
		t.Fatal(err)
	}
	// Two letters lie in the quotes, whatever their bytes.
	want := "sub/a.go:2:18: bad, 100%: <key> (tenantkey/missing)\n" +
		"    \tx := \"é😀\" + key\n" +
		"    \t            ^^^\n" +
		"    sub/a.go:4:1: used here\n" +
		"    fix: Add tenantID to the key\n"
	if got := filepath.ToSlash(b.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	b.Reset()
	p.Color = true
	if err := p.Findings([]Finding{f}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "\x1b[") {
		t.Error("no colours though they are asked for")
	}
}

func TestUnderline(t *testing.T) {
	for _, tt := range []struct {
		line          string
		from, to, end int // column, end column, lines further down
		want          string
	}{
		{"abc", 1, 4, 0, "^^^"},
		{"abc", 2, 2, 0, " ^"},
		{"\ta b", 2, 5, 0, "\t^^^"},
		{"call(", 1, 2, 3, "^^^^^"},
		{"abc", 9, 9, 0, ""},
		{"", 1, 1, 0, "^"},
	} {
		r := Range{Line: 1, Column: tt.from, EndLine: 1 + tt.end, EndColumn: tt.to}
		if got := underline(tt.line, r); got != tt.want {
			t.Errorf("underline(%q, %d-%d) = %q, want %q", tt.line, tt.from, tt.to, got, tt.want)
		}
	}
}

func TestJSONContract(t *testing.T) {
	dir, f := testFinding(t)
	var b bytes.Buffer
	if err := JSON(&b, dir, []Finding{f}); err != nil {
		t.Fatal(err)
	}
	want := `[{"file":"sub/a.go","line":2,"column":18,"endLine":2,"endColumn":21,"rule":"tenantkey","category":"missing",` +
		`"message":"bad, 100%: <key>","key":"a:{b}","pattern":"",` +
		`"related":[{"file":"sub/a.go","line":4,"column":1,"message":"used here"}],` +
		`"fixes":[{"message":"Add tenantID to the key","edits":[{"file":"sub/a.go","line":2,"column":18,"endLine":2,"endColumn":21,"start":27,"end":30,"new":"tenantID"}]}]}]`
	var got bytes.Buffer
	if err := json.Compact(&got, b.Bytes()); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("got  %s\nwant %s", got.String(), want)
	}
	b.Reset()
	if err := JSON(&b, dir, nil); err != nil || b.String() != "[]\n" {
		t.Errorf("no findings are %q, %v", b.String(), err)
	}
}

func TestGitHub(t *testing.T) {
	dir, f := testFinding(t)
	var b bytes.Buffer
	if err := GitHub(&b, dir, []Finding{f}); err != nil {
		t.Fatal(err)
	}
	// In UTF-16 the letters are one and two units: columns 15 to 18.
	want := "::error file=sub/a.go,line=2,endLine=2,col=15,endColumn=18,title=tenantkey/missing::bad, 100%25: <key>\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

func TestSARIF(t *testing.T) {
	dir, f := testFinding(t)
	var b bytes.Buffer
	tool := Tool{Version: "v1.2.3", Rules: []Rule{{Name: "tenantkey", Doc: "report keys\n\nAll of them."}}}
	if err := SARIF(&b, dir, tool, []Finding{f, f}); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if n := len(run.Tool.Driver.Rules); n != 1 {
		t.Errorf("%d rules, want 1", n)
	}
	r := run.Results[0]
	loc := r.Locations[0].PhysicalLocation
	if want := (sarifRegion{2, 15, 2, 18}); loc.Region != want {
		t.Errorf("region %v, want %v", loc.Region, want)
	}
	if want := (sarifArtifact{"sub/a.go", sourceRoot}); loc.ArtifactLocation != want {
		t.Errorf("file %v, want %v", loc.ArtifactLocation, want)
	}
	if got := r.Fixes[0].ArtifactChanges[0].Replacements[0].DeletedRegion; got != loc.Region {
		t.Errorf("the fix is at %v, want %v", got, loc.Region)
	}
	if len(r.RelatedLocations) != 1 || len(r.CodeFlows[0].ThreadFlows[0].Locations) != 2 {
		t.Errorf("related %v, flows %v", r.RelatedLocations, r.CodeFlows)
	}
	a, c := r.PartialFingerprints["tenantkey/v1"], run.Results[1].PartialFingerprints["tenantkey/v1"]
	if a == "" || a == c {
		t.Errorf("fingerprints %q and %q: want two", a, c)
	}
}

// A fingerprint survives lines above; it does not survive another line's text.
func TestFingerprints(t *testing.T) {
	dir, f := testFinding(t)
	first := Fingerprints(dir, []Finding{f})
	write := func(text string) {
		if err := os.WriteFile(f.File, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("package a\n\n\n" + strings.TrimPrefix(source, "package a\n"))
	f.Line, f.EndLine = 4, 4
	if got := Fingerprints(dir, []Finding{f}); !slices.Equal(got, first) {
		t.Errorf("with lines above: %q, want %q", got, first)
	}
	f.Line = 1
	if got := Fingerprints(dir, []Finding{f}); slices.Equal(got, first) {
		t.Error("another line has the same fingerprint")
	}
}

func TestMerge(t *testing.T) {
	_, f := testFinding(t)
	other := f
	other.Message = "another"
	early := f
	early.Line = 1
	got := Merge([]Finding{f, other, f, early, f})
	if len(got) != 3 || got[0].Line != 1 || got[1].Message != "another" {
		t.Errorf("got %v", got)
	}
}

func TestApply(t *testing.T) {
	edit := func(start, end int, text string) Finding {
		return Finding{Fixes: []Fix{{Edits: []Edit{{Range: Range{File: "a.go"}, Start: start, End: end, New: text}}}}}
	}
	read := func(string) ([]byte, error) { return []byte("package a\n\nvar x = 1\n"), nil }
	imports := edit(10, 10, "\nimport \"b\"\n")
	both := imports
	both.Fixes = []Fix{{Edits: append(slices.Clone(imports.Fixes[0].Edits), edit(19, 20, "b.Y").Fixes[0].Edits...)}}
	fixed, err := Apply([]Finding{imports, both, edit(15, 20, "y   = 2"), {}}, read)
	if err != nil {
		t.Fatal(err)
	}
	if len(fixed.Applied) != 2 || fixed.Conflicts != 1 || len(fixed.Left) != 2 || len(fixed.Files) != 1 {
		t.Fatalf("got %+v", fixed)
	}
	if got, want := string(fixed.Files[0].New), "package a\n\nimport \"b\"\n\nvar x = b.Y\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := Apply([]Finding{edit(0, 7, "???")}, read); err == nil {
		t.Error("a fix that breaks the file is no error")
	}
	if _, err := Apply([]Finding{edit(0, 700, "")}, read); err == nil {
		t.Error("a fix past the end of the file is no error")
	}
}

func TestReadDiff(t *testing.T) {
	const diff = "diff --git a/a b.go b/a b.go\nindex 1..2 100644\n--- a/a b.go\t\n+++ b/a b.go\t\n" +
		"@@ -1,2 +3,2 @@ func\n+++ b/trap.go\n+x\n@@ -9 +9 @@\n-a\n+b\n@@ -20,3 +18,0 @@\n-gone\n" +
		"diff --git a/gone.go b/gone.go\ndeleted file mode 100644\n--- a/gone.go\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n"
	got, err := ReadDiff(strings.NewReader(diff), "/r")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("/r", "a b.go")
	if len(got) != 1 || !slices.Equal(got[file], []LineSpan{{3, 4}, {9, 9}, {18, 17}}) {
		t.Errorf("got %v", got)
	}
	if _, err := ReadDiff(strings.NewReader("@@ -1 nonsense @@\n"), "/r"); err == nil {
		t.Error("a hunk that can't be read is no error")
	}
}

func TestRelative(t *testing.T) {
	root := t.TempDir()
	for file, want := range map[string]string{
		filepath.Join(root, "a", "b.go"): "a/b.go",
		filepath.Join(root, "..b.go"):    "..b.go",
		"gen.tmpl":                       "gen.tmpl",
	} {
		if got := Relative(root, file); got != want {
			t.Errorf("Relative(%s) = %s, want %s", file, got, want)
		}
	}
	above := filepath.Join(filepath.Dir(root), "x.go")
	if got := Relative(root, above); got != filepath.ToSlash(above) {
		t.Errorf("Relative(%s) = %s", above, got)
	}
}
