package analyzer

import (
	"fmt"
	"go/types"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/template"
)

// newQuestion is a run of the rule over a package without source.
func newQuestion(pkg *types.Package, all bool) *keyambiguous {
	pass := &analysis.Pass{Pkg: pkg}
	root := syntax(func() inspector.Cursor { return inspector.New(nil).Root() })
	return &keyambiguous{pass: pass, p: newPolicy(nil), all: all, uses: &keyuse.Result{},
		literals: map[string][]string{}, checked: map[string]bool{}, made: map[makerKey]made{}, o: &origins{pass: pass, root: root}}
}

// param is a parameter of type string.
func param(name string) *template.Hole {
	h := hole(name, template.Param)
	h.Type = "string"
	return h
}

func typed(name, typ string, form template.Form) *template.Hole {
	h := formed(hole(name, template.Param), form)
	h.Type = typ
	return h
}

// received is a field of the method's object.
func received(path string) *template.Hole {
	h := param(path)
	h.Origin.Index, h.Origin.Path = template.Recv, strings.Split(path, ".")[1:]
	return h
}

func digestBy(fn string, in ...template.Template) *template.Hole {
	h := digestOf(in...)
	h.Origin.Name = fn
	return h
}

func listOf(sep string, bodies ...template.Template) *template.Hole {
	return &template.Hole{Expr: "list...", Origin: template.Origin{Kind: template.Repeat, Sep: sep, Inputs: []template.Set{bodies}}}
}

func element0(name string) *template.Hole {
	h := param(name + "[]")
	h.Origin.Path = []string{template.Element}
	return h
}

// What is asked of keys, and the whole message for those that two inputs share.
func TestQuestion(t *testing.T) {
	const structKey = " or use a struct key"
	replaced := param("path")
	replaced.Via = []template.Step{{Func: "strings.ReplaceAll", Args: []string{":", "_"}}}
	fromSettings := param("cfg.Path")
	fixedTime := typed("t", "time.Time", template.FormTime)
	enum := typed("kind", "string", template.FormEnum)
	enum.Origin.Inputs = []template.Set{{key("a"), key("a-b"), nil}}
	nested := key(digestOf(key(digestOf(key(digestOf(key(param("path"), ":", param("title"))))))))
	number := typed("n", "int", template.FormInt)
	lengthy := &template.Hole{Expr: "len(title)", Form: template.FormUint, Origin: template.Origin{Kind: template.Local, Name: template.Length, Inputs: []template.Set{{key(param("title"))}}}}
	for _, c := range []struct {
		why       string
		set       template.Set
		want, all string // with -keyambiguous.all: "" for the same
	}{
		{why: "two free texts", set: template.Set{key("doc:", param("title"), ":", param("path"))},
			want: `cache key "doc:{title}:{path}" is ambiguous: title="a" path="b:c" and title="a:b" path="c" both give "doc:a:b:c": quote title (%q), escape title (url.QueryEscape)` + structKey},
		{why: "two ids", set: template.Set{key("u:", param("orgID"), ":", param("userID"))}, want: "none",
			all: `cache key "u:{orgID}:{userID}" is ambiguous: orgID="a" userID="b:c" and orgID="a:b" userID="c" both give "u:a:b:c": quote orgID (%q), escape orgID (url.QueryEscape)` + structKey},
		{why: "one part", set: template.Set{key("doc:", param("path"))}, want: "none", all: "none"},
		{why: "free text before a number", set: template.Set{key("doc:", param("path"), ":", number)}, want: "none", all: "none"},
		{why: "free text behind a number", set: template.Set{key("doc:", number, ":", param("path"))}, want: "none", all: "none"},
		{why: "side by side", set: template.Set{key("m:", param("orgID"), param("userID"))},
			want: `cache key "m:{orgID}{userID}" is ambiguous: orgID="a" userID="bc" and orgID="ab" userID="c" both give "m:abc": put a separator between the parts, quote orgID (%q)` + structKey},
		{why: "numbers side by side, which are not quoted", set: template.Set{key(typed("a", "int", template.FormInt), typed("b", "int", template.FormInt))},
			want: `cache key "{a}{b}" is ambiguous: a="1" b="23" and a="12" b="3" both give "123": put a separator between the parts` + structKey,
			all:  `cache key "{a}{b}" is ambiguous: a="1" b="23" and a="12" b="3" both give "123": put a separator between the parts` + structKey},
		{why: "numbers around the point that they can have", set: template.Set{key(typed("a", "float64", template.FormFloat), ".", typed("b", "float64", template.FormFloat))}, want: "none",
			all: `cache key "{a}.{b}" is ambiguous: a="0" b="0.0" and a="0.0" b="0" both give "0.0.0": use a struct key`},
		{why: "the separator was replaced", set: template.Set{key(replaced, ":", param("title"))}, want: "none", all: "none"},
		{why: "a setting", set: template.Set{key(fromSettings, ":", param("userID"))}, want: "none",
			all: `cache key "{cfg.Path}:{userID}" is ambiguous: cfg.Path="a" userID="b:c" and cfg.Path="a:b" userID="c" both give "a:b:c": quote cfg.Path (%q), escape cfg.Path (url.QueryEscape)` + structKey},
		{why: "free text beside a time", set: template.Set{key(param("path"), ":", fixedTime)}, want: "none", all: "none"},
		{why: "free text beside a time without a separator", set: template.Set{key(param("path"), fixedTime)}, want: "none", all: "none"},
		{why: "one of some texts, one of which goes on with the separator", set: template.Set{key("k:", enum, "-", param("region"), ":")},
			want: `cache key "k:{kind}-{region}:" is ambiguous: kind="a" region="b-a" and kind="a-b" region="a" both give "k:a-b-a:": quote region (%q), write region in hexadecimal (%x)` + structKey,
			all:  `cache key "k:{kind}-{region}:" is ambiguous: kind="a" region="b-a" and kind="a-b" region="a" both give "k:a-b-a:": quote kind (%q), write kind in hexadecimal (%x)` + structKey},
		{why: "a digest of both", set: template.Set{key("s:", digestOf(key(param("title"), "|", param("path"))))},
			want: `cache key "{title}|{path}", digested by sha256.Sum256, is ambiguous: title="a" path="b|c" and title="a|b" path="c" both give "a|b|c": quote title (%q), escape title (url.PathEscape)` + structKey},
		{why: "a digest of JSON, which knows its fields apart", set: template.Set{key("s:", digestBy("encoding/json.Marshal", key(param("title"), "|", param("path"))))}, want: "none", all: "none"},
		{why: "three digests deep", set: template.Set{nested},
			want: `cache key "{path}:{title}", digested by sha256.Sum256, is ambiguous: path="a" title="b:c" and path="a:b" title="c" both give "a:b:c": quote path (%q), escape path (url.QueryEscape)` + structKey},
		{why: "four digests deep", set: template.Set{key(digestOf(nested))},
			want: `cache key "{sum}", digested by sha256.Sum256, may be ambiguous: whether two inputs share it is not decided, as it is a digest of digests, more than 3 deep: quote its free text (%q), use a struct key or digest its parts one by one`},
		{why: "a short digest alone", set: template.Set{key("q:", digestBy("github.com/cespare/xxhash/v2.Sum64String", key(param("query"))))},
			want: `cache key "q:{sum}" is only a digest by xxhash.Sum64String, which is short and no cryptography: two inputs can be found that share it: use crypto/sha256, or put the parts themselves into the key`},
		{why: "a short digest with another part", set: template.Set{key(param("orgID"), ":", digestBy("hash/fnv.New64a", key(param("query"))))}, want: "none", all: "none"},
		{why: "what says how long it is", set: template.Set{key(lengthy, ":", param("title"), ":", param("path"))}, want: "none", all: "none"},
		{why: "the callers' part", set: template.Set{key("scope:", param("key"), ":", param("path"))}, want: "none", all: "none"},
		{why: "the object's own part", set: template.Set{key(received("c.kind"), ":", param("path"))}, want: "none", all: "none"},
		{why: "the object's tenant", set: template.Set{key(received("c.orgID"), ":", param("itemID"))}, want: "none",
			all: `cache key "{c.orgID}:{itemID}" is ambiguous: c.orgID="a" itemID="b:c" and c.orgID="a:b" itemID="c" both give "a:b:c": quote c.orgID (%q), escape c.orgID (url.QueryEscape)` + structKey},
		{why: "all parts of the object", set: template.Set{key(received("c.path"), ":", received("c.title"))},
			want: `cache key "{c.path}:{c.title}" is ambiguous: c.path="a" c.title="b:c" and c.path="a:b" c.title="c" both give "a:b:c": quote c.path (%q), escape c.path (url.QueryEscape)` + structKey},
		{why: "a list of paths", set: template.Set{key("files:", listOf(",", key(element0("paths"))))},
			want: `cache key "files:{list...}" is ambiguous: paths[0]="a" paths[1]="b,c" and paths[0]="a,b" paths[1]="c" both give "files:a,b,c": quote paths[] (%q), escape paths[] (url.PathEscape)` + structKey},
		{why: "a list of ids", set: template.Set{key("users:", listOf(",", key(element0("ids"))))}, want: "none",
			all: `cache key "users:{list...}" is ambiguous: ids[0]="a" ids[1]="b,c" and ids[0]="a,b" ids[1]="c" both give "users:a,b,c": quote ids[] (%q), escape ids[] (url.PathEscape)` + structKey},
		{why: "two keys, one written into the other", set: template.Set{key("vk:", param("itemID"), ":", param("path")), key(param("path"))},
			want: `cache key "vk:{itemID}:{path}" is ambiguous: itemID="a" path="b" and path="vk:a:b" both give "vk:a:b": quote path (%q) on every path` + structKey},
		{why: "two keys of different kinds", set: template.Set{key("vk:", param("itemID"), ":", param("title")), key(param("path"))}, want: "none"},
		{why: "two keys that their text tells apart", set: template.Set{key("long:", number, ":", param("path")), key("s:", param("path"))}, want: "none", all: "none"},
		{why: "two keys that their end tells apart", set: template.Set{key(number, ":", param("path"), ":long"), key(param("path"), ":s")}, want: "none", all: "none"},
	} {
		for _, all := range []bool{false, true} {
			want := c.want
			if all && c.all != "" {
				want = c.all
			}
			k := newQuestion(types.NewPackage("example.com/app", "app"), all)
			got := "none"
			if a := k.ofSet(&keyuse.Use{}, c.set); a != nil {
				got = k.finding(a).message
				holdsTogether(t, c.set, a)
			}
			if got != want && (!all || c.all != "") {
				t.Errorf("%s, all %t:\ngot  %s\nwant %s", c.why, all, got, want)
			}
		}
	}
}

// holdsTogether checks the example of an ambiguity: each side, written into one
// of the keys, gives the text that both are said to give.
func holdsTogether(t *testing.T, s template.Set, a *ambiguity) {
	t.Helper()
	if a.weak || a.undecided != "" {
		return
	}
	if fmt.Sprint(a.sides[0]) == fmt.Sprint(a.sides[1]) {
		t.Errorf("both sides of %q are %v", a.shared, a.sides[0])
	}
	for _, side := range a.sides {
		texts := map[string]string{}
		for _, v := range side {
			texts[v.name] = v.text
		}
		fits := a.parts != nil && readsAs(elementParts(a.parts), texts, a.shared)
		for _, k := range s {
			fits = fits || readsAs(templateParts(k), texts, a.shared)
		}
		if !fits {
			t.Errorf("%v does not give %q", side, a.shared)
		}
	}
}

// readsAs reports whether a key's parts give a text, of those that have no
// given text any.
func readsAs(parts [][2]string, texts map[string]string, whole string) bool {
	var rx strings.Builder
	for _, p := range parts {
		switch text, ok := texts[p[0]]; {
		case p[0] == "":
			rx.WriteString(regexp.QuoteMeta(p[1]))
		case ok:
			rx.WriteString(regexp.QuoteMeta(text))
		default:
			rx.WriteString("(?s:.*)")
		}
	}
	return regexp.MustCompile("^" + rx.String() + "$").MatchString(whole)
}

func elementParts(es []element) (out [][2]string) {
	for _, e := range es {
		out = append(out, [2]string{e.Name, e.Lit})
	}
	return out
}

func templateParts(k template.Template) (out [][2]string) {
	for _, p := range k {
		if p.Hole != nil {
			out = append(out, [2]string{p.Hole.String(), ""})
		} else {
			out = append(out, [2]string{"", p.Lit})
		}
	}
	return out
}
