package analyzer

import (
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// What a key is printed as, and what it is given.
func TestStructural(t *testing.T) {
	a, b := hole("a", template.Param), hole("b", template.Param)
	for _, c := range []struct {
		why  string
		key  template.Template
		want bool
	}{
		{"fields", key(a, ",", b), true},
		{"a field of text", key("kind,", a), true},
		{"text behind", key(a, ",kind"), true},
		{"a separator of its own", key(a, ":", b), false},
		{"text", key("kind:", a), false},
		{"one part", key(a), true},
		{"commas within a text", key(a, "x,y", b), false},
	} {
		if got := structural(template.Set{c.key}); got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
	if structural(nil) || !structural(template.Set{key("k:", a), key(a, ",", b)}) || structural(template.Set{key("k:", a), key(a, ":", b)}) {
		t.Error("one key of a set that may be a struct is enough")
	}
}

// The function that parts were passed to sees them as its own parameters.
func TestOuterSet(t *testing.T) {
	passed := typed("req.ID", "int", template.FormInt).Known(ev(template.ByName, "id", 1), ev(template.ByType, "int", 1))
	own := typed("n", "int", template.FormInt)
	out := outerSet(template.Set{key("k:", passed, ":", own)})
	if len(out) != 1 || out[0].String() != "k:{req.ID}:{n}" {
		t.Fatalf("got %s", out)
	}
	p, n := out[0][1].Hole, out[0][3].Hole
	if want := []template.Evidence{ev(template.ByName, "id", 0), ev(template.ByType, "int", 0)}; !slices.Equal(p.Evidence, want) || p.Form != template.FormText {
		t.Errorf("what was passed is known by %v, %q", p.Evidence, p.Form)
	}
	if !slices.Equal(n.Evidence, own.Evidence) || n.Form != template.FormInt {
		t.Errorf("its own is known by %v, %q", n.Evidence, n.Form)
	}
	if passed.Form != template.FormInt || passed.Evidence[1].Depth != 1 {
		t.Error("the caller's view has changed")
	}
}

func TestIsTwo(t *testing.T) {
	for shape, want := range map[stores.Shape]bool{stores.Both: true, stores.Within: true, stores.Each: false, stores.Field: false} {
		if got := isTwo(stores.Place{Shape: shape}); got != want {
			t.Errorf("%v: %v, want %v", shape, got, want)
		}
	}
}

// Two parts of one name get different ones.
func TestUnique(t *testing.T) {
	es := elementsOf("k:", part("a"), ":", part("a"), ":", part("b"), ":", part("a"))
	unique(es)
	if got := []string{es[1].Name, es[3].Name, es[5].Name, es[7].Name, es[0].Name}; !slices.Equal(got, []string{"a", "a'", "b", "a''", ""}) {
		t.Errorf("%q", got)
	}
}

// The characters beside a part.
func TestAround(t *testing.T) {
	a, b := hole("a", template.Param), hole("b", template.Param)
	for _, c := range []struct {
		key  template.Template
		i    int
		want string
	}{
		{key("x:", a, "/y", b), 1, ":/"},
		{key("x:", a, "/y", b), 3, "y"},
		{key(a, b, "é"), 0, ""},
		{key(a, b, "é"), 1, "é"},
		{key("é", a), 1, "é"},
	} {
		if got := around(c.key, c.i); got != c.want {
			t.Errorf("%s, part %d: %q, want %q", c.key, c.i, got, c.want)
		}
	}
}

func TestQuoteKey(t *testing.T) {
	for in, want := range map[string]string{"a:b": `"a:b"`, "a\x00b\xffc": `"a\x00b\xffc"`, "é\n\ufffd": "\"é\\n\ufffd\"", `a"b`: `"a"b"`} {
		if got := quoteKey(key(in)); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestShortFullName(t *testing.T) {
	for in, want := range map[string]string{
		"crypto/sha256.Sum256": "sha256.Sum256", "github.com/cespare/xxhash/v2.Sum64String": "xxhash.Sum64String",
		"(*hash/maphash.Hash).Sum64": "maphash.Hash.Sum64", "v2.Sum": "v2.Sum", "example.com/app/vx.Sum": "vx.Sum", "example.com/app/v.Sum": "v.Sum",
		"example.com/sum/v9.Of": "sum.Of", "example.com/sum/v0.Of": "sum.Of",
	} {
		if got := shortFullName(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// A key that is the path of a file, by what made its parts.
func TestIsFile(t *testing.T) {
	abs := param("path").Known(ev(template.ByFunc, "path/filepath.Abs", 0))
	for _, c := range []struct {
		why  string
		set  template.Set
		want bool
	}{
		{"a part that is a path", template.Set{key("f:", abs)}, true},
		{"on one way", template.Set{key("f:", param("title")), key(param("id"), ":", abs)}, true},
		{"other parts", template.Set{key("f:", param("title"))}, false},
		{"a name like that", template.Set{key(param("p").Known(named("path/filepath.Abs")))}, false},
		{"a path of another kind", template.Set{key(param("p").Known(ev(template.ByFunc, "path.Base", 0)))}, false},
	} {
		for _, all := range []bool{false, true} {
			k := newQuestion(types.NewPackage("example.com/app", "app"), all)
			if got := k.isFile(keyUse(c.set...)); got != (c.want && !all) {
				t.Errorf("%s, all %t: %v", c.why, all, got)
			}
		}
	}
}

// Whose text another key can be written into.
func TestWritable(t *testing.T) {
	piece := via(param("path"), step(template.Piece, ":"))
	kind := param("kind")
	kind.Type = "example.com/app.Kind"
	for _, c := range []struct {
		why       string
		hole      *template.Hole
		want, all bool
	}{
		{"free text", param("path"), true, true},
		{"an id", param("itemID"), false, true},
		{"the callers' key", param("key"), false, false},
		{"a number", typed("path", "int", template.FormInt), false, false},
		{"a piece of free text", piece, true, false},
		{"a structure", typed("path", "[]example.com/app.T", ""), false, false},
		{"one of some constants", kind, false, false},
		{"escaped text", formed(param("path"), template.FormEscape), true, false},
	} {
		for _, all := range []bool{false, true} {
			want := c.want
			if all {
				want = c.all
			}
			if got := newQuestion(constantsOf("example.com/app", "a", "b"), all).writable(c.hole); got != want {
				t.Errorf("%s, all %t: %v, want %v", c.why, all, got, want)
			}
		}
	}
}

// Which functions see to the form of a text type.
func TestParses(t *testing.T) {
	s := sourceOf(t, parsers)
	for _, name := range s.pass.Pkg.Scope().Names() {
		fn, ok := s.pass.Pkg.Scope().Lookup(name).(*types.Func)
		if !ok {
			continue
		}
		if got, want := parses(fn.Signature(), "example.com/p.Ref"), strings.HasPrefix(name, "Yes"); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
	k := questionOf(s, false)
	for typ, want := range map[string]bool{"example.com/p.Ref": true, "example.com/p.Number": false, "[]example.com/p.Ref": false, "string": false, "example.com/none.Ref": false} {
		for range 2 {
			if got := k.isChecked(typ); got != want {
				t.Errorf("%s is checked: %v, want %v", typ, got, want)
			}
		}
	}
}

const parsers = `package p

type Ref string
type Other string
type Number int

func YesParse(s string) (Ref, error)          { return "", nil }
func YesParseOf(s Other, n int) (Ref, error)  { return "", nil }
func NoText() (Ref, error)                    { return "", nil }
func NoNumber(n int) (Ref, error)             { return "", nil }
func NoError(s string) Ref                    { return "" }
func NoBool(s string) (Ref, bool)             { return "", false }
func NoThree(s string) (Ref, int, error)      { return "", 0, nil }
func NoOther(s string) (Other, error)         { return "", nil }
func NoNumberOf(s string) (Number, error)     { return 0, nil }
`
