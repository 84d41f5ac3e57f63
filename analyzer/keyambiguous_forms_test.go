package analyzer

import (
	"go/types"
	"regexp"
	"testing"

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
