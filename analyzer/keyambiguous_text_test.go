package analyzer

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// part is an element that is a hole called name.
func part(name string, evs ...template.Evidence) element {
	h := &template.Hole{Expr: name, Type: "string", Evidence: evs}
	return element{AmbPart: registry.AmbPart{Name: name}, hole: h, open: true}
}

// elementsOf makes elements of texts and holes.
func elementsOf(parts ...any) []element {
	var es []element
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			es = append(es, element{AmbPart: registry.AmbPart{Lit: p}})
		case element:
			es = append(es, p)
		}
	}
	return es
}

// A part stands between labels if each text beside it that parts it from
// another part is one; the key's own beginning and end part nothing.
func TestLabelled(t *testing.T) {
	asked := part("q", ev(template.ByFunc, "(net/http.Request).FormValue", 0))
	for _, c := range []struct {
		why  string
		key  []element
		i    int
		want bool
	}{
		{"before the first label", elementsOf("k:", part("a"), ",name=", part("b")), 1, true},
		{"behind the last label", elementsOf("k:", part("a"), ",name=", part("b")), 3, true},
		{"between two", elementsOf("k:", part("a"), ",name=", part("b"), ",kind=", part("c")), 3, true},
		{"a colon is no label", elementsOf("k:", part("a"), ":", part("b")), 1, false},
		{"a label on one side", elementsOf("k:", part("a"), ",name=", part("b"), ":", part("c")), 3, false},
		{"a label of one letter", elementsOf("k:", part("a"), ",n=", part("b")), 1, false},
		{"a label with text behind it", elementsOf("k:", part("a"), ",name=x", part("b")), 1, false},
		{"a part beside a label", elementsOf("k:", part("a"), ",name=", part("b"), part("c"), "."), 3, false},
		{"nothing beside it", elementsOf(part("a"), part("b")), 0, false},
		{"labels at the key's ends", elementsOf("name=", part("a"), ",kind="), 1, false},
		{"the sender of a request writes labels too", elementsOf("k:", asked, ",name=", part("b")), 1, false},
	} {
		if got := labelled(c.key, c.i); got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

func TestSlugAmongHyphens(t *testing.T) {
	number, closed := part("team"), part("team")
	number.hole.Type = "int"
	closed.open = false
	for _, c := range []struct {
		why  string
		key  []element
		i    int
		want bool
	}{
		{"a hyphen behind it", elementsOf("k:", part("team"), "-", part("x"), ":"), 1, true},
		{"a hyphen in front of it", elementsOf("k:", part("x"), "_", part("req.Team"), ":"), 3, true},
		{"hyphens and dots on both sides", elementsOf("k:", part("x"), "-", part("team"), ".", part("y")), 3, true},
		{"a colon on one side", elementsOf("k:", part("x"), ":", part("team"), "-", part("y")), 3, false},
		{"the key's beginning and end part nothing", elementsOf("-", part("team"), "-"), 1, false},
		{"a word that is no name", elementsOf("k:", part("path"), "-", part("x"), ":"), 1, false},
		{"no text", elementsOf("k:", number, "-", part("x"), ":"), 1, false},
		{"a form", elementsOf("k:", closed, "-", part("x"), ":"), 1, false},
		{"text", elementsOf("k:", part("team"), "-", part("x"), ":"), 2, false},
		{"another part is no hyphen", elementsOf("k:", part("team"), part("x"), ":"), 1, false},
	} {
		if got := slugAmongHyphens(c.key, c.i); got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
	// The hyphens that stand around a name are no marks that it lacks.
	es := elementsOf("k:", part("team"), "-", part("x"), ":")
	s := marks{others: ":-._/"}
	if got := s.around(es, 1).others; got != ":/" {
		t.Errorf("a name lacks %q, want %q", got, ":/")
	}
	if got := s.around(es, 3).others; got != s.others {
		t.Errorf("another part lacks %q, want %q", got, s.others)
	}
}

// Which parts must not be confused, by default and with all.
func TestMark(t *testing.T) {
	free := func(name string) element {
		e := part(name)
		e.free = true
		return e
	}
	chosen := func(name string) element {
		e := part(name)
		e.chosen = true
		return e
	}
	form := func(f template.Form) element {
		e := chosen("n")
		e.Form, e.open = string(f), false
		return e
	}
	list := part("args...")
	list.chosen = true
	list.hole.Origin = template.Origin{Kind: template.Repeat, Inputs: []template.Set{{key(":", hole("args[]", template.Param))}}}
	fixed := element{AmbPart: registry.AmbPart{Name: "f"}, chosen: true, open: true} // no hole
	for _, c := range []struct {
		why  string
		key  []element
		want string // the names of the marked parts
		all  string
	}{
		{"free text", elementsOf("k:", free("a"), ":", part("b")), "a", "a b"},
		{"free text among labels", elementsOf("k:", free("a"), ",name=", free("b")), "", "a b"},
		{"a name among hyphens", elementsOf("k:", part("team"), "-", part("b"), ":"), "team", "team b"},
		{"nothing free", elementsOf("k:", part("a"), ":", part("b")), "", "a b"},
		{"side by side", elementsOf("k:", chosen("a"), chosen("b")), "a b", "a b"},
		{"side by side, the second fixed by nobody", elementsOf("k:", chosen("a"), part("b")), "", "a b"},
		{"side by side, the first fixed by nobody", elementsOf("k:", part("a"), chosen("b")), "", "a b"},
		{"a number in front of text", elementsOf("k:", form(template.FormInt), chosen("b")), "n b", "n b"},
		{"hexadecimal in front of text", elementsOf("k:", form(template.FormHex), chosen("b")), "n b", "n b"},
		{"a uuid in front of text", elementsOf("k:", form(template.FormUUID), chosen("b")), "", "n b"},
		{"what begins with a separator is apart", elementsOf("k:", chosen("a"), list), "", "a args..."},
		{"apart", elementsOf("k:", chosen("a"), "/", chosen("b")), "", "a b"},
		{"no hole", elementsOf(fixed, chosen("b")), "", "f b"},
	} {
		for _, all := range []bool{false, true} {
			es := slices.Clone(c.key)
			found := (&keyambiguous{all: all}).mark(es)
			var got []string
			for _, e := range es {
				if e.Marked {
					got = append(got, e.Name)
				}
			}
			want := c.want
			if all {
				want = c.all
			}
			if strings.Join(got, " ") != want || found != (want != "") {
				t.Errorf("%s, all %t: %q are marked, found %t; want %q", c.why, all, got, found, want)
			}
		}
	}
}

func TestIsTextType(t *testing.T) {
	for typ, want := range map[string]bool{
		"": true, "string": true, "[]byte": true, "[]string": true, "*string": true, "any": true, "interface{}": true, "example.com/app.Name": true,
		"int": false, "bool": false, "[]example.com/app.Name": false, "map[string]example.com/app.Name": false, "*example.com/app.Name": false,
		"struct{example.com/app.Name}": false,
	} {
		if got := isTextType(typ); got != want {
			t.Errorf("%q: %v, want %v", typ, got, want)
		}
	}
}

// Who chooses a value's text: by the name of the value itself first, then by
// those of the parameters that it is handed to.
func TestIsFree(t *testing.T) {
	k := &keyambiguous{}
	for _, c := range []struct {
		why  string
		evs  []template.Evidence
		want bool
	}{
		{"a path", []template.Evidence{named("path")}, true},
		{"paths", []template.Evidence{named("req.Paths")}, true},
		{"a field", []template.Evidence{ev(template.ByField, "example.com/app.Post.Title", 0)}, true},
		{"a type is no name", []template.Evidence{ev(template.ByType, "example.com/app.Path", 0)}, false},
		{"an id", []template.Evidence{named("pathID")}, false},
		{"an id of a path", []template.Evidence{named("id"), ev(template.ByName, "path", 1)}, false},
		{"a name alone", []template.Evidence{named("name")}, false},
		{"a file's name", []template.Evidence{named("fileName")}, true},
		{"a project's name", []template.Evidence{named("projectName")}, false},
		{"nothing, handed over as a path", []template.Evidence{named("v"), ev(template.ByName, "path", 1)}, true},
		{"a header that is fetched by its name", []template.Evidence{named("X-Request-Key")}, true},
		{"a constant that names a header", []template.Evidence{named("tenantHeader")}, true},
		{"a query parameter", []template.Evidence{ev(template.ByFunc, "(*net/http.Request).FormValue", 0), named("id")}, true},
		{"a field of a request", []template.Evidence{ev(template.ByField, "net/http.Request.Host", 0)}, true},
		{"another function", []template.Evidence{ev(template.ByFunc, "example.com/app.Value", 0)}, false},
		{"the name of a field that is no request's", []template.Evidence{ev(template.ByField, "example.com/app.Request.Count", 0)}, false},
	} {
		if got := k.isFree(&template.Hole{Expr: "x", Evidence: c.evs}); got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
	for expr, want := range map[string]bool{"path": true, "id": false} {
		if got := k.isFree(&template.Hole{Expr: expr}); got != want { // nothing else is known of it
			t.Errorf("%s: %v, want %v", expr, got, want)
		}
	}
}

func TestIsHeaderName(t *testing.T) {
	for s, want := range map[string]bool{
		"X-Tenant": true, "x-t": false, "x-te": true, "xtenant": false, "tenant": false, "tenantHeader": true, "header": false, "Header": false, "headerOf": false,
	} {
		if got := isHeaderName(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

// The names of a value are told from its own outwards, those of one depth
// together.
func TestLayers(t *testing.T) {
	h := &template.Hole{Expr: "x", Evidence: []template.Evidence{
		named("p.Titles"), ev(template.ByField, "example.com/app.Post.Title", 0), ev(template.ByType, "example.com/app.Text", 0),
		ev(template.ByName, "", 1), ev(template.ByName, "_", 1), ev(template.ByName, "name", 1), ev(template.ByName, "id", 2),
	}}
	if got, want := fmt.Sprint(layers(h)), "[[[p titles] [post title]] [[name]] [[id]]]"; got != want {
		t.Errorf("layers: %s, want %s", got, want)
	}
	if got := ownWords(h); !slices.Equal(got, []string{"title", "title"}) {
		t.Errorf("own words: %q", got)
	}
	for _, c := range []struct {
		evs  []template.Evidence
		want string
	}{
		{[]template.Evidence{named("tags")}, "tag"},
		{[]template.Evidence{named("id"), ev(template.ByName, "branch", 1)}, "branch"}, // id says nothing
		{[]template.Evidence{named("name"), ev(template.ByName, "branch", 1)}, "name"},
		{[]template.Evidence{named("row.Slug"), ev(template.ByName, "branch", 1)}, "slug"},
		{[]template.Evidence{named("v"), ev(template.ByName, "key", 1)}, ""},
	} {
		if got := lastWord(&template.Hole{Expr: "x", Evidence: c.evs}); got != c.want {
			t.Errorf("%v: last word %q, want %q", c.evs, got, c.want)
		}
	}
	if got := ownWords(&template.Hole{Expr: "_"}); len(got) > 0 {
		t.Errorf("nothing has the words %q", got)
	}
}

// constantsOf makes a package with a named text type that has the constants.
func constantsOf(path string, values ...string) *types.Package {
	pkg := types.NewPackage(path, path[strings.LastIndexByte(path, '/')+1:])
	kind := types.NewNamed(types.NewTypeName(token.NoPos, pkg, "Kind", nil), types.Typ[types.String], nil)
	pkg.Scope().Insert(kind.Obj())
	for i, v := range values {
		pkg.Scope().Insert(types.NewConst(token.NoPos, pkg, fmt.Sprintf("K%d", i), kind, constant.MakeString(v)))
	}
	pkg.Scope().Insert(types.NewConst(token.NoPos, pkg, "Plain", types.Typ[types.String], constant.MakeString("plain")))
	pkg.Scope().Insert(types.NewConst(token.NoPos, pkg, "Number", types.Typ[types.Int], constant.MakeInt64(1)))
	pkg.MarkComplete()
	return pkg
}

// The constants of a type are all that it can be where they are a choice.
func TestConstants(t *testing.T) {
	var many []string
	for i := range maxLiterals + 1 {
		many = append(many, fmt.Sprintf("v%02d", i))
	}
	deep := constantsOf("example.com/deep", "x", "y")
	direct := types.NewPackage("example.com/direct", "direct")
	direct.SetImports([]*types.Package{deep})
	for _, c := range []struct {
		why    string
		values []string
		typ    string
		want   []string
	}{
		{"a choice, sorted", []string{"b", "a", "b"}, "example.com/app.Kind", []string{"a", "b"}},
		{"the empty one is none", []string{"", "a"}, "example.com/app.Kind", nil},
		{"one is no choice", []string{"a"}, "example.com/app.Kind", nil},
		{"as many as are taken", many[1:], "example.com/app.Kind", many[1:]},
		{"too many", many, "example.com/app.Kind", nil},
		{"a list of them", []string{"a", "b"}, "[]example.com/app.Kind", nil},
		{"a type without a package", []string{"a", "b"}, "string", nil},
		{"another type", []string{"a", "b"}, "example.com/app.Other", nil},
		{"a package that is not imported", []string{"a", "b"}, "example.com/none.Kind", nil},
		{"an imported package's import", nil, "example.com/deep.Kind", []string{"x", "y"}},
	} {
		app := constantsOf("example.com/app", c.values...)
		app.SetImports([]*types.Package{direct, direct})
		k := newQuestion(app, false)
		for range 2 { // worked out, and kept
			if got := k.constants(c.typ); !slices.Equal(got, c.want) {
				t.Errorf("%s: %q, want %q", c.why, got, c.want)
			}
		}
	}
}
