package analyzer

import (
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"testing"

	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

func via(h *template.Hole, steps ...template.Step) *template.Hole {
	c := *h
	c.Via = steps
	return &c
}

func step(fn string, args ...string) template.Step { return template.Step{Func: fn, Args: args} }

func known(h *template.Hole, evs ...template.Evidence) *template.Hole { return h.Known(evs...) }

// What is left of text after what was done to it, or because of what made it.
func TestNarrowed(t *testing.T) {
	text := &template.Hole{Expr: "s", Type: "string"}
	ulid := &template.Hole{Expr: "s", Type: "github.com/oklog/ulid/v2.ULID"}
	for _, c := range []struct {
		why      string
		hole     *template.Hole
		has, not string // a text that is left, one that is not; "" for any
	}{
		{"any text", text, "", ""},
		{"quoted", via(text, step("strings.ToLower"), step("strconv.Quote")), `"a:b"`, `a:b`},
		{"another function of strconv", via(text, step("strconv.Unquote")), "", ""},
		{"a rune replaced", via(text, step("strings.ReplaceAll", ":", "_")), "a_b/", "a:b"},
		{"a rune left out", via(text, step("strings.ReplaceAll", ":", "")), "ab", ":"},
		{"several replaced at once", via(text, step(template.Replacer, ":", "%3A", "%", "%25")), "a%3Ab%25", "a%b"},
		{"a word replaced", via(text, step("strings.ReplaceAll", "ab", "_")), "", ""},
		{"an odd list of pairs", via(text, step(template.Replacer, ":", "_", "-")), "", ""},
		{"another step", via(text, step("strings.Trim", ":", "_")), "", ""},
		{"replaced twice", via(text, step("strings.ReplaceAll", ":", "|"), step("strings.ReplaceAll", "|", "-")), "a-b", "a|b"},
		{"the same rune twice", via(text, step("strings.ReplaceAll", ":", "|"), step("strings.ReplaceAll", ":", "-")), "a|b", "a:b"},
		{"a piece", via(text, step(template.Piece, ":")), "a/b", "a:b"},
		{"a piece of a piece", via(text, step(template.Piece, ":"), step(template.Piece, "]")), "a/b", "a]b"},
		{"a piece between words", via(text, step(template.Piece, "::")), "", ""},
		{"a piece at nothing", via(text, step(template.Piece)), "", ""},
		{"a name of Kubernetes", known(text, ev(template.ByField, "k8s.io/api/core/v1.Pod.Name", 0)), "a-b.c", "a/b"},
		{"its namespace, by a method", known(text, ev(template.ByFunc, "(*k8s.io/api/core/v1.Pod).GetNamespace", 0)), "a-b.c", "a:b"},
		{"another field of it", known(text, ev(template.ByField, "k8s.io/api/core/v1.Pod.Message", 0)), "", ""},
		{"a name of another's", known(text, ev(template.ByField, "example.com/k8s.io/v1.Pod.Name", 0)), "", ""},
		{"a variable called so", known(text, ev(template.ByName, "k8s.io/Name", 0)), "", ""},
		{"a request's method", known(text, ev(template.ByField, "net/http.Request.Method", 0)), "GET", "GET:"},
		{"handed over as one", known(text, ev(template.ByField, "net/http.Request.Method", 1)), "", ""},
		{"a printed id", known(text, ev(template.ByFunc, "(github.com/rs/xid.ID).String", 0)), "0123456789abcdefghij", "0123456789abcdefghi:"},
		{"one that is handed over", known(text, ev(template.ByFunc, "(github.com/rs/xid.ID).String", 1)), "", ""},
		{"printed otherwise", known(text, ev(template.ByFunc, "(github.com/rs/xid.ID).Machine", 0)), "", ""},
		{"printed in hexadecimal", known(text, ev(template.ByFunc, "(*go.mongodb.org/mongo-driver/v2/bson.ObjectID).Hex", 0)), "0123456789abcdef01234567", "0123456789abcdef0123456:"},
		{"another type's text", known(text, ev(template.ByFunc, "(example.com/app.ID).String", 0)), "", ""},
		{"a type", ulid, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "01arz3ndektsv4rrffq69g5fav"},
	} {
		is := narrowed(c.hole)
		if (is == "") != (c.has == "") {
			t.Errorf("%s: is %q", c.why, is)
			continue
		}
		if is == "" {
			continue
		}
		form := regexp.MustCompile("^(?:" + is + ")$")
		if !form.MatchString(c.has) || form.MatchString(c.not) {
			t.Errorf("%s: %s: %q %t, %q %t", c.why, is, c.has, form.MatchString(c.has), c.not, form.MatchString(c.not))
		}
	}
}

func TestEncoded(t *testing.T) {
	escaped := &template.Hole{Form: template.FormEscape}
	for _, c := range []struct {
		hole *template.Hole
		want string
	}{
		{escaped, pathEscaped},
		{via(escaped, step("url.QueryEscape")), queryEscaped},
		{via(escaped, step("url.QueryEscape"), step("url.PathEscape"), step("strings.ToLower")), pathEscaped},
		{&template.Hole{Form: template.FormBase64}, ""},
		{via(&template.Hole{Form: template.FormBase64}, step("encoding/base64.RawURLEncoding")), `[A-Za-z0-9_-]*`},
	} {
		if got := encoded(c.hole); got != c.want {
			t.Errorf("%v: %s, want %s", c.hole, got, c.want)
		}
	}
}

// What stands for itself in the brackets of an expression.
func TestInClass(t *testing.T) {
	const all = "\\]^-[ab:/."
	rx := regexp.MustCompile("^[^" + inClass(all) + "]$")
	for _, r := range all {
		if rx.MatchString(string(r)) {
			t.Errorf("%q is not left out", r)
		}
	}
	for _, r := range "c_Z\x5f" {
		if !rx.MatchString(string(r)) {
			t.Errorf("%q is left out", r)
		}
	}
}

// The marks of a key are what stands between its parts and in its lists, each
// once.
func TestMarks(t *testing.T) {
	list := listOf("|", key("a/", hole("x", template.Local)), key("\x00", hole("y", template.Local)))
	k := key("doc:", hole("a", template.Param), ":9", list, "\x1f-", hole("b", template.Param))
	s := (&keyambiguous{}).marks(k)
	if want := (marks{controls: "\x00\x1f", others: ":|/\x00\x1f-"}); s != want {
		t.Errorf("marks %+q, want %+q", s, want)
	}
	if s, want := (&keyambiguous{all: true}).marks(k), (marks{controls: "\x00\x1f"}); s != want {
		t.Errorf("with all, marks %+q, want %+q", s, want)
	}
	if s := (&keyambiguous{}).marks(key("a\xff", hole("x", template.Local))); s.controls != "\ufffd" {
		t.Errorf("what no UTF-8 has is the mark %q", s.controls)
	}
	s = marks{controls: "\x00", others: ":/"}
	for _, c := range []struct {
		why  string
		e    element
		want string
	}{
		{"open text", element{open: true}, "[^\x00:/]*"},
		{"loose text", element{open: true, loose: true}, "[^\x00]*"},
		{"text of a kind", element{open: true, loose: true, not: "@"}, "[^\x00@]*"},
		{"text with a form", element{AmbPart: part("a").AmbPart}, ""},
	} {
		if got := s.of(c.e).Is; got != c.want {
			t.Errorf("%s: is %q, want %q", c.why, got, c.want)
		}
	}
	open := element{open: true}
	open.Is = "[a-z]*"
	if got := s.of(open).Is; got != open.Is {
		t.Errorf("an expression becomes %q", got)
	}
	if got := (marks{}).of(element{open: true}).Is; got != "" {
		t.Errorf("without marks, text is %q", got)
	}
}

// The texts that a list can be.
func TestListForm(t *testing.T) {
	k := newQuestion(types.NewPackage("example.com/app", "app"), false)
	number := typed("n", "int", template.FormUint)
	deep := listOf(",", key(number))
	for range maxLists {
		deep = listOf(";", key("<", deep, ">"))
	}
	for _, c := range []struct {
		why      string
		list     *template.Hole
		has, not []string
	}{
		{"numbers", listOf(",", key(number)), []string{"", "1", "1,23"}, []string{",", "1,", "a"}},
		{"without a separator", listOf("", key("/", number)), []string{"", "/1", "/1/2"}, []string{"1", "/"}},
		{"of two bodies", listOf("|", key("a.", number), key("b")), []string{"", "a.1", "b|a.2|b"}, []string{"a.", "b|", "a-1"}},
		{"of lists", listOf(";", key("<", listOf(",", key(number)), ">")), []string{"", "<>", "<1,2>;<>"}, []string{"1", "<1", "<1;2>"}},
		{"of lists of lists, deeper than is looked into", deep, []string{"", "<<<anything>>>"}, []string{"<<", "<<<:>>>"}},
		{"of nothing", &template.Hole{Origin: template.Origin{Kind: template.Repeat, Sep: ","}}, []string{"", "ab"}, []string{":"}},
	} {
		form := regexp.MustCompile("^(?:" + k.listForm(c.list, marks{others: ":"}, 0) + ")$")
		for _, s := range c.has {
			if !form.MatchString(s) {
				t.Errorf("%s: %s does not have %q", c.why, form, s)
			}
		}
		for _, s := range c.not {
			if form.MatchString(s) {
				t.Errorf("%s: %s has %q", c.why, form, s)
			}
		}
	}
}

// A list is two rounds where its elements can be confused, else one part.
func TestRepeated(t *testing.T) {
	fixed := hole("prefix", template.Var)
	for _, c := range []struct {
		why  string
		list *template.Hole
		all  bool
		want string
	}{
		{"ids", listOf(",", key(element0("ids"))), false, "{list...}"},
		{"ids, with all", listOf(",", key(element0("ids"))), true, "{ids[0]},{ids[1]}"},
		{"paths", listOf(",", key(element0("paths"))), false, "{paths[0]},{paths[1]}"},
		{"without a separator", listOf("", key("/", element0("paths"))), false, "/{paths[0]}/{paths[1]}"},
		{"a path and an id", listOf(";", key(element0("ids"), "=", element0("paths"))), false, "{ids[0]}={paths[0]};{ids[1]}={paths[1]}"},
		{"the body with most parts", listOf(";", key(element0("ids")), key(element0("ids"), "=", element0("paths"))), false, "{ids[0]}={paths[0]};{ids[1]}={paths[1]}"},
		{"of what is fixed", listOf(";", key(element0("paths"), fixed)), true, "{list...}"},
		{"of lists", listOf(";", key(listOf(",", key(element0("paths"))))), true, "{list...}"},
		{"of all", listOf(";", key(hole("labels...", template.Local))), true, "{labels[0]};{labels[1]}"},
	} {
		k := newQuestion(types.NewPackage("example.com/app", "app"), c.all)
		got := ""
		for _, e := range k.repeated(c.list, k.marks(key(c.list))) {
			if e.Name == "" {
				got += e.Lit
			} else {
				got += "{" + e.Name + "}"
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.why, got, c.want)
		}
	}
}

// The length of a text in front of it says where it ends, if something ends
// the length.
func TestPrefixesLength(t *testing.T) {
	name, other := param("name"), param("other")
	length := &template.Hole{Expr: "len(name)", Form: template.FormUint, Origin: template.Origin{Kind: template.Local, Name: template.Length, Inputs: []template.Set{{key(name)}}}}
	ofOther := &template.Hole{Expr: "len(other)", Form: template.FormUint, Origin: template.Origin{Kind: template.Local, Name: template.Length, Inputs: []template.Set{{key(other)}}}}
	for _, c := range []struct {
		why  string
		key  template.Template
		i    int
		want bool
	}{
		{"behind a colon", key(length, ":", name), 2, true},
		{"behind a digit", key(length, "0", name), 2, false},
		{"behind a nine", key(length, "9", name), 2, false},
		{"behind a letter", key(length, "x0", name), 2, true},
		{"with nothing between", key(length, name), 1, false},
		{"of a fixed width", key(formed(length, template.FormFixed), name), 1, true},
		{"of another text", key(ofOther, ":", name), 2, false},
		{"another number", key(typed("n", "int", template.FormUint), ":", name), 2, false},
		{"too far away", key(length, ":", other, name), 3, false},
		{"at the beginning", key(name, ":"), 0, false},
	} {
		if got := prefixesLength(c.key, c.i); got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

// Which parts have the same text in every key that is compared.
func TestStays(t *testing.T) {
	elements := hole("keys[]", template.Param)
	elements.Origin.Path = []string{template.Element}
	for _, c := range []struct {
		why  string
		hole *template.Hole
		want bool
	}{
		{"a package variable", hole("version", template.Var), true},
		{"a setting", hole("env", template.Global), true},
		{"the object's prefix", received("c.Prefix"), true},
		{"the object's name", received("c.name"), false},
		{"the object", func() *template.Hole { h := param("c"); h.Origin.Index = template.Recv; return h }(), false},
		{"a prefix that is a parameter", hole("prefix", template.Param), true},
		{"the callers' key", hole("cacheKey", template.Param), true},
		{"a field that is called a key", hole("e.Key", template.Field), true},
		{"a local that is called a key", hole("key", template.Local), false},
		{"a local that is called a prefix", hole("keyPrefix", template.Local), true},
		{"an api key", hole("apiKey", template.Param), false},
		{"each of some keys", elements, false},
		{"an id", param("id"), false},
		{"nothing", hole("_", template.Param), false},
		{"a type's name", known(param("name"), ev(template.ByFunc, "(reflect.Type).Name", 0)), true},
		{"a function's name", known(param("name"), ev(template.ByFunc, "(*runtime.Func).Name", 0)), true},
		{"a name called so", known(param("name"), ev(template.ByName, "(reflect.Type).Name", 0)), false},
	} {
		if got := stays(c.hole); got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

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
	field := func(name string) *types.Var { return types.NewField(token.NoPos, pkg, name, types.Typ[types.String], false) }
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
