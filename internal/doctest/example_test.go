package doctest

import (
	"fmt"
	"go/format"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// imported is the packages that examples may use, by their names.
var imported = []string{
	"cmp", "context", "crypto/sha256", "encoding/hex", "errors", "fmt", "strconv", "strings", "time",
	"github.com/redis/go-redis/v9",
	"example.com/projects/cache", "example.com/projects/keys", "example.com/projects/store", "example.com/projects/tenant",
}

var declaration = regexp.MustCompile(`(?m)^(func|type|const|var) `)

var notWord = regexp.MustCompile(`\W`)

// program makes a file of an example: a package clause, the imports, and a
// function of the given name around statements.
func program(src, name string) (string, error) {
	var head strings.Builder
	head.WriteString("package examples\n\n")
	if !declaration.MatchString(src) {
		src = "func " + name + "(ctx context.Context, rdb *redis.Client, tenantID tenant.ID, projectID, memberID int64, day string) {\n" + src + "}\n"
	}
	for _, p := range imported {
		pkg := path.Base(p)
		if pkg == "v9" {
			pkg = "redis"
		}
		if regexp.MustCompile(`\b` + pkg + `\.[A-Z]`).MatchString(src) {
			fmt.Fprintf(&head, "import %q\n", p)
		}
	}
	out, err := format.Source([]byte(head.String() + src))
	return string(out), err
}

// The Go examples of all pages are linted together, each as a file of one
// package in the fixed service.
func TestExamples(t *testing.T) {
	files := make(map[string]string)
	want := make(map[string][]string)
	from := make(map[string]string)
	for page, bs := range pages(t) {
		for i, b := range bs {
			if b.lang != "go" {
				continue
			}
			where := fmt.Sprintf("%s:%d", page, b.line)
			name := fmt.Sprintf("examples/%s_%d.go", notWord.ReplaceAllString(page, "_"), b.line)
			src, err := program(b.body, fmt.Sprintf("%s%d", notWord.ReplaceAllString(page, "_"), b.line))
			if err != nil {
				t.Errorf("%s: %v", where, err)
				continue
			}
			switch {
			case b.is("reported"):
				want[name] = strings.Split(strings.TrimSpace(after(t, bs, i).body), "\n")
			case b.is("silent"):
			default:
				t.Errorf("%s: mark the example as reported or silent", where)
				continue
			}
			files[name] = src
			from[name] = where
		}
	}
	dir := incident(t, files)
	got := make(map[string][]string)
	for _, f := range lint(t, dir) {
		got[f.File] = append(got[f.File], fmt.Sprintf("%s (%s/%s)", f.Message, f.Rule, f.Category))
	}
	for name, where := range from {
		if diff := cmp.Diff(want[name], got[name]); diff != "" {
			t.Errorf("%s: the page (-) and the linter (+) differ\n%s", where, diff)
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("findings in %s: %s", name, slices.Clone(got[name]))
	}
}
