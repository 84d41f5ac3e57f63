package analyzer

import (
	"go/ast"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// questionOf is a run of the rule over a source.
func questionOf(s *source, all bool) *keyambiguous {
	k := newQuestion(s.pass.Pkg, all)
	k.pass, k.o = s.pass, s.origins
	return k
}

// What a function tests a text for, it is not beyond the test.
func TestTested(t *testing.T) {
	s := sourceOf(t, testedSource)
	for _, d := range s.file.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Doc == nil {
			continue
		}
		want := strings.TrimSpace(fn.Doc.Text())
		for _, all := range []bool{false, true} {
			e, other := part("name"), part("other")
			e.loose, e.free, e.chosen = true, true, true
			es := []element{e, {}, other}
			k := questionOf(s, all)
			k.tested(&keyuse.Use{Pos: fn.Body.Pos(), End: fn.Body.End()}, es)
			got := "not " + es[0].not
			if !es[0].loose && !es[0].free && !es[0].chosen {
				got = "checked"
			}
			if all {
				want = "not"
			}
			if strings.TrimSpace(got) != want || es[2].not != "" {
				t.Errorf("%s, all %t: %s, want %s", fn.Name.Name, all, got, want)
			}
		}
	}
}

const testedSource = `package p

import (
	"bytes"
	"regexp"
	"strings"
)

var slug = regexp.MustCompile("a")

func validName(s string) bool { return s != "" }
func Length(s string) int { return len(s) }

// not :
func contains(name string) { _ = strings.Contains(name, ":") }

// not :
func converted(name string) { _ = bytes.Contains([]byte(name), []byte(":")) || strings.Contains((name), ":") }

// not /
func rune1(name string) { _ = strings.ContainsRune(name, '/') }

// not /
func index(name string) { _ = strings.IndexByte(name, '/') }

// not :/
func any1(name string) { _ = strings.ContainsAny(name, ":/") }

// not :/
func any2(name string) { _ = strings.IndexAny(name, ":/") }

// not
func word(name string) { _ = strings.Contains(name, "::") }

// not
func prefix(name string) { _ = strings.HasPrefix(name, ":") }

// not
func variable(name, sep string) { _ = strings.Contains(name, sep) }

// not
func function(name string) { _ = strings.ContainsFunc(name, func(r rune) bool { return r == ':' }) }

// not
func otherText(name, x string) { _ = strings.Contains(x, ":") }

// checked
func matched(name string) { _ = slug.MatchString(name) }

// checked
func byName(name string) { _ = validName(name) }

// not
func called(name string) { _ = Length(name) }

// not
func builtin(name string) { _ = len(name); func(string) {}(name); _ = error.Error(nil) }
`

// Another's value under a short digest is noticed where what it is a digest of
// is kept with it.
func TestKeptBeside(t *testing.T) {
	s := sourceOf(t, keptSource)
	for _, d := range s.file.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Doc == nil {
			continue
		}
		k := questionOf(s, false)
		call := fn.Body.List[len(fn.Body.List)-1].(*ast.ExprStmt).X.(*ast.CallExpr)
		for _, op := range []stores.Op{stores.Get, stores.Set} {
			want := strings.Contains(fn.Doc.Text(), string(op))
			if got := k.keptBeside(&keyuse.Use{Pos: call.Pos(), End: call.End(), Op: op}); got != want {
				t.Errorf("%s, %s: %v, want %v", fn.Name.Name, op, got, want)
			}
		}
	}
}

const keptSource = `package p

type entry struct {
	Query, Body string
	Size        int
}

func use(args ...any)      {}
func short(s string) uint64 { return uint64(len(s)) }

// set
func literal(q string) { e := entry{Query: q}; use(short(q), e) }

// set
func stored(q string, e *entry) { e.Query = q; use(short(q), e) }

// set
func storedTwo(q string, e *entry) { e.Body, e.Query = "", (q); use(short(q), e) }

// get set
func compared(q string, e entry) { if e.Query != q { return }; use(short(q), e) }

// get set
func comparedOther(q string, e entry) { _ = (q) == e.Query; use(short(q), e) }

// get set
func ofMade(q string, e entry) { key := "k:" + q; _ = e.Query == q; use(key) }

// never
func other(q, r string, e entry) { _ = e.Query == r; e.Query = r; use(short(q), e) }

// never
func less(q string, e entry) { _ = e.Query < q; use(short(q), e) }

// never
func variable(q, r string) { _ = q == r; r = q; use(short(q), r) }

// never
func number(n int, e entry) { _ = e.Size == n; e.Size = n; use(n, e) }

// never
func nothing(q string, e entry) { _ = e.Query == q; use() }

// never
func several(q string, e *entry) { e.Query, _ = two(q); use(short(q)) }

func two(q string) (string, string) { return q, q }
`

// A key that is one value of several parts is compared part by part.
func TestIsComposite(t *testing.T) {
	s := sourceOf(t, compositeSource)
	lines := strings.Split(compositeSource, "\n")
	list := template.Set{key(listOf(",", key(hole("each", template.Local))))}
	text := template.Set{key("k:", hole("a", template.Param), ":", hole("b", template.Param))}
	for _, e := range s.marked() {
		_, want, _ := strings.Cut(lines[s.pass.Fset.Position(e.Pos()).Line-1], "// ")
		k := questionOf(s, false)
		u := &keyuse.Use{KeyPos: e.Pos(), KeyEnd: e.End(), Key: list, Full: text}
		got := ""
		if k.isComposite(u) {
			got += "composite "
		}
		if k.isStruct(u) {
			got += "struct "
		}
		if u.Wrapper = true; k.isComposite(u) {
			got += "wrapped "
		}
		if u.Key = text; k.isComposite(u) {
			got += "text"
		}
		if strings.TrimSpace(got) != want {
			t.Errorf("%s: %s, want %s", s.textOf(e), got, want)
		}
	}
	k := questionOf(s, false)
	e := s.marked()[0]
	if two := (&keyuse.Use{KeyPos: e.Pos(), KeyEnd: e.End(), Row: &stores.Row{Keys: []stores.Place{{Shape: stores.Both}}}}); !k.isComposite(two) {
		t.Error("two arguments are one key")
	}
	if part := (&keyuse.Use{KeyPos: e.Pos(), KeyEnd: e.End() + 1}); k.argumentType(part) != nil {
		t.Error("what is no expression has a type")
	}
	if whole := (&keyuse.Use{KeyPos: e.Pos(), KeyEnd: e.End(), Pos: e.Pos(), End: e.End()}); k.argumentType(whole) != nil {
		t.Error("the call is taken for its key")
	}
}

const compositeSource = `package p

type pair struct{ a, b string }

func use(v any) {}

func f(s string, b []byte, p pair, pp *pair, ps []pair, a [2]string, h [16]byte, l []string, m [2]pair, n int) {
	use(s)  //
	use(b)  //
	use(p)  // composite struct
	use(pp) // composite struct
	use(ps) // composite struct
	use(a)  // composite wrapped text
	use(m)  // composite wrapped text
	use(h)  //
	use(l)  // composite wrapped
	use(n)  //
}
`
