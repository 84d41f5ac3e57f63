package analyzer

import (
	"go/token"
	"go/types"
	"regexp"
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
)

func TestWeakDigest(t *testing.T) {
	text, number := param("query"), typed("n", "int", template.FormInt)
	weak := digestBy("github.com/cespare/xxhash/v2.Sum64String", key(text))
	quoted := formed(weak, template.FormQuoted)
	for _, c := range []struct {
		why  string
		key  template.Template
		want bool
	}{
		{"alone", key(weak), true},
		{"with text", key("q:", weak), true},
		{"behind what is fixed", key(hole("prefix", template.Var), ":", weak), true},
		{"beside another part", key(weak, ":", number), false},
		{"two", key(weak, digestBy("hash/crc32.ChecksumIEEE", key(text))), false},
		{"of cryptography", key(digestOf(key(text))), false},
		{"of 128 bits", key(digestBy("github.com/spaolacci/murmur3.Sum128", key(text))), false},
		{"of a number", key(digestBy("hash/fnv.New64a", key(number))), false},
		{"of a number and text", key(digestBy("hash/fnv.New64a", key(number), key(text))), true},
		{"of what is fixed", key(digestBy("hash/fnv.New64a", key(hole("prefix", template.Var)))), false},
		{"quoted", key(quoted), false},
		{"what a function is called", key(resultOf("hash/fnv.New64a", key(text))), false},
		{"no digest", key("q:", text), false},
		{"text", key("q"), false},
	} {
		a := weakDigest(c.key)
		if (a != nil) != c.want {
			t.Errorf("%s: %v, want %v", c.why, a, c.want)
		}
		if a != nil && (!a.weak || a.digest == "" || a.template.String() != c.key.String()) {
			t.Errorf("%s: %+v", c.why, a)
		}
	}
	for f, want := range map[template.Form]bool{
		template.FormInt: false, template.FormUint: false, template.FormBool: false, template.FormEnum: false, template.FormFloat: false,
		template.FormText: true, template.FormEscape: true, template.FormQuoted: true, template.FormUUID: true,
	} {
		if got := canBeAnything(f); got != want {
			t.Errorf("%q can be anything: %v, want %v", f, got, want)
		}
	}
}

func TestDecodedTags(t *testing.T) {
	for tag, want := range map[string]bool{
		"": false, `json:"a"`: true, `json:"-"`: false, `json:"-" form:"a"`: true, `uri:"id"`: true, `db:"a"`: false,
		`json:"a" mapstructure:"a"`: false, `json:"a" env:"-"`: true, `yaml:"a"`: false, `toml:"a" json:"a"`: false,
	} {
		if got := decoded(tag); got != want {
			t.Errorf("%s: %v, want %v", tag, got, want)
		}
	}
}

func TestCutLast(t *testing.T) {
	if before, after, ok := cutLast("a.b.c", "."); before != "a.b" || after != "c" || !ok {
		t.Errorf("%q %q %v", before, after, ok)
	}
	if before, after, ok := cutLast(".c", "."); before != "" || after != "c" || !ok {
		t.Errorf("%q %q %v", before, after, ok)
	}
	if before, after, ok := cutLast("abc", "."); before != "abc" || after != "" || ok {
		t.Errorf("%q %q %v", before, after, ok)
	}
}

// structOf makes a package with type T struct{ Name string `tag`; Other string }.
func structOf(path, tag string) *types.Package {
	pkg := types.NewPackage(path, "p")
	field := func(name string) *types.Var {
		return types.NewField(token.NoPos, pkg, name, types.Typ[types.String], false)
	}
	st := types.NewStruct([]*types.Var{field("Other"), field("Name")}, []string{"", tag})
	named := types.NewNamed(types.NewTypeName(token.NoPos, pkg, "T", nil), st, nil)
	text := types.NewNamed(types.NewTypeName(token.NoPos, pkg, "Text", nil), types.Typ[types.String], nil)
	pkg.Scope().Insert(named.Obj())
	pkg.Scope().Insert(text.Obj())
	return pkg
}

// A part is a field by its origin, or by the evidence of a parameter's path;
// who writes it is told by that.
func TestMaking(t *testing.T) {
	const tag = `json:"name"`
	app, lib := structOf("example.com/app", ""), structOf("example.com/lib", "")
	decodedLib := structOf("example.com/wire", tag)
	app.SetImports([]*types.Package{lib, decodedLib})
	field := func(full string) *template.Hole {
		return &template.Hole{Expr: "t.Name", Type: "string", Origin: template.Origin{Kind: template.Field, Name: full}}
	}
	selected := func(last string, evs ...template.Evidence) *template.Hole {
		h := param("t.Name").Known(evs...)
		h.Origin.Path = []string{"inner", last}
		return h
	}
	cut := resultOf("strings.Cut", key(param("raw"))).Known(ev(template.ByFunc, "strings.Cut", 0))
	for _, c := range []struct {
		why  string
		hole *template.Hole
		want making
		tag  string
	}{
		{"a parameter of an exported function", param("name"), outside, ""},
		{"a field of this package, which nobody else can be seen to write", field("example.com/app.T.Name"), outside, ""},
		{"a field of another package", field("example.com/lib.T.Name"), ofOthers, ""},
		{"a field of a message", field("example.com/wire.T.Name"), outside, tag},
		{"another field of it", field("example.com/wire.T.Other"), ofOthers, ""},
		{"a field that the type has not", field("example.com/app.T.None"), unmade, ""},
		{"a type that is no struct", field("example.com/app.Text.Name"), unmade, ""},
		{"a type that is not there", field("example.com/app.None.Name"), unmade, ""},
		{"a package that is not imported", field("example.com/none.T.Name"), unmade, ""},
		{"a variable", field("Name"), unmade, ""},
		{"a variable of a package", field("app.Name"), unmade, ""},
		{"a parameter's field", selected("Name", ev(template.ByField, "example.com/lib.T.Name", 0)), ofOthers, ""},
		{"by an outer parameter", selected("Name", ev(template.ByField, "example.com/lib.T.Name", 1)), unmade, ""},
		{"by its name", selected("Name", ev(template.ByName, "example.com/lib.T.Name", 0)), unmade, ""},
		{"by another field of the path", selected("Name", ev(template.ByField, "example.com/lib.T.Other", 0)), unmade, ""},
		{"what a regular expression found", resultOf("regexp.X").Known(ev(template.ByFunc, "(*regexp.Regexp).FindString", 0)), ofOthers, ""},
		{"what one replaced", resultOf("regexp.X").Known(ev(template.ByFunc, "(*regexp.Regexp).ReplaceAllString", 0)), unmade, ""},
		{"found and handed over", resultOf("regexp.X").Known(ev(template.ByFunc, "(*regexp.Regexp).FindString", 1)), unmade, ""},
		{"what is left of the callers' text", cut, outside, ""},
		{"what is left of a field that others write", resultOf("strings.Cut", key(field("example.com/lib.T.Name"))).Known(ev(template.ByFunc, "strings.Cut", 0)), ofOthers, ""},
		{"what another function made", resultOf("example.com/app.Cut", key(param("raw"))).Known(ev(template.ByFunc, "example.com/app.Cut", 0)), unmade, ""},
		{"a function of strings that is given nothing", resultOf("strings.Cut").Known(ev(template.ByFunc, "strings.Cut", 0)), unmade, ""},
		{"a local that was cut", known(hole("s", template.Local), ev(template.ByFunc, "strings.Cut", 0)), unmade, ""},
		{"of bytes", resultOf("bytes.Cut", key(param("raw"))).Known(ev(template.ByFunc, "bytes.Cut", 0)), outside, ""},
		{"handed over", resultOf("strings.Cut", key(param("raw"))).Known(ev(template.ByFunc, "strings.Cut", 1)), unmade, ""},
		{"called so", resultOf("strings.Cut", key(param("raw"))).Known(ev(template.ByName, "strings.Cut", 0)), unmade, ""},
	} {
		k := newQuestion(app, false)
		got, is := k.making(c.hole)
		if got != c.want || is != "" {
			t.Errorf("%s: %d %q, want %d", c.why, got, is, c.want)
		}
		if _, tag := k.fieldOf(c.hole); tag != c.tag {
			t.Errorf("%s: tag %q, want %q", c.why, tag, c.tag)
		}
		if k.asked != 0 {
			t.Errorf("%s: %d are still being asked", c.why, k.asked)
		}
	}
}

// What is written is known where none of it is open text.
func TestWriting(t *testing.T) {
	number, text := typed("n", "int", template.FormUint), param("name")
	others := &template.Hole{Expr: "t.Other", Type: "string", Origin: template.Origin{Kind: template.Local}}
	var many template.Set
	for range maxLiterals + 1 {
		many = append(many, key(string(rune('a'+len(many)))))
	}
	for _, c := range []struct {
		why      string
		set      template.Set
		want     making
		has, not string
	}{
		{"texts", template.Set{key("login"), key("a.b"), key("login")}, written, "a.b", "axb"},
		{"a number in a text", template.Set{key("v", number)}, written, "v12", "v"},
		{"the callers' text", template.Set{key("login"), key(param("query"))}, outside, "", ""},
		{"text that nobody is known to choose", template.Set{key("login"), key(others)}, ofOthers, "", ""},
		{"the callers' name", template.Set{key(text)}, ofOthers, "", ""},
		{"as many texts as are taken", many[1:], written, "b", "a"},
		{"too many", many, ofOthers, "", ""},
	} {
		k := newQuestion(types.NewPackage("example.com/app", "app"), false)
		got, is := k.writing(c.set)
		if got != c.want || (is != "") != (c.want == written) {
			t.Errorf("%s: %d %q, want %d", c.why, got, is, c.want)
			continue
		}
		if form := regexp.MustCompile("^" + is + "$"); is != "" && (!form.MatchString(c.has) || form.MatchString(c.not)) {
			t.Errorf("%s: %s: %q, but not %q", c.why, is, c.has, c.not)
		}
	}
	k := newQuestion(types.NewPackage("example.com/app", "app"), false)
	k.asked = maxMakers - 1
	if got, _ := k.writing(template.Set{key("login")}); got != written {
		t.Errorf("the last maker that is asked: %d", got)
	}
	k.asked = maxMakers
	if got, _ := k.writing(template.Set{key("login")}); got != ofOthers {
		t.Errorf("one maker more: %d", got)
	}
}

// Who chooses a part decides whether it may hold the separators.
func TestChosen(t *testing.T) {
	text := func(h *template.Hole) *template.Hole { h.Type = "string"; return h }
	local := func(name string) *template.Hole { return text(hole(name, template.Local)) }
	header := known(local("h"), ev(template.ByFunc, "(net/http.Header).Get", 0))
	for _, c := range []struct {
		why                       string
		hole                      *template.Hole
		free, loose, chosen, open bool
		is                        string
	}{
		{why: "the callers' text", hole: param("item"), loose: true, chosen: true, open: true},
		{why: "the callers' path", hole: param("path"), free: true, loose: true, chosen: true, open: true},
		{why: "the callers' token", hole: param("token"), chosen: true, open: true},
		{why: "the callers' id", hole: param("itemID"), chosen: true, open: true},
		{why: "the callers' sum", hole: param("checksum"), is: plainText},
		{why: "the callers' setting", hole: param("cfg.Path"), loose: true, chosen: true, open: true},
		{why: "the callers' text of another type", hole: typed("item", "example.com/app.Item", ""), open: true},
		{why: "the callers' bytes", hole: typed("item", "[]byte", ""), loose: true, chosen: true, open: true},
		{why: "a field of a parameter", hole: func() *template.Hole { h := param("o.Item"); h.Origin.Path = []string{"Item"}; return h }(), open: true},
		{why: "what nobody is known to choose", hole: local("item"), open: true},
		{why: "a path, whoever chooses it", hole: local("path"), free: true, loose: true, chosen: true, open: true},
		{why: "a part of a request", hole: header, free: true, loose: true, chosen: true, open: true},
		{why: "a date", hole: local("day"), is: plainText},
	} {
		got := newQuestion(types.NewPackage("example.com/app", "app"), false).element(c.hole, false)
		if got.free != c.free || got.loose != c.loose || got.chosen != c.chosen || got.open != c.open || got.Is != c.is {
			t.Errorf("%s: free %t, loose %t, chosen %t, open %t, is %q", c.why, got.free, got.loose, got.chosen, got.open, got.Is)
		}
		all := newQuestion(types.NewPackage("example.com/app", "app"), true).element(c.hole, false)
		if !all.loose || !all.chosen || !all.open || all.free != (newQuestion(nil, true).isFree(c.hole) && isTextType(c.hole.Type)) {
			t.Errorf("%s, with all: %+v", c.why, all)
		}
	}
	for name, want := range map[string]string{"username": ":", "branch": lacking["branch"], "email": lacking["email"], "item": ""} {
		if got := newQuestion(types.NewPackage("example.com/app", "app"), false).element(param(name), false).not; got != want {
			t.Errorf("%s has not %q, want %q", name, got, want)
		}
	}
}
