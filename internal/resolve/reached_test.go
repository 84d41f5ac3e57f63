package resolve

import (
	"fmt"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// TestHanded: what the parameter s of the closure in Key is called with.
func TestHanded(t *testing.T) {
	const each = "func each(xs []string, f func(string)) { for _, x := range xs { f(x) } }\n"
	const hidden = "var keep any\n"
	for _, tt := range []struct{ name, src, want string }{
		{"called", each + `func Key(a string) { each([]string{a, "b"}, func(s string) {}) }`, "b|{a}"},
		{"called and captures", each + `func Key(a string) { each([]string{"b"}, func(s string) { print(a) }) }`, "b"},
		{"handed on", each + "func outer(xs []string, f func(string)) { each(xs, f) }\n" + `func Key(a string) { outer([]string{a}, func(s string) {}) }`, "{a}"},
		{"called by a closure", "func batch(x string, f func(string)) { func() { f(x) }() }\n" + `func Key(a string) { batch(a, func(s string) {}) }`, "{a}"},
		{"tested for nil", "func call(f func(string)) { if f != nil { f(\"x\") } }\nfunc Key() { call(func(s string) {}) }", "x"},
		{"second parameter", "func call(f func(string, string)) { f(\"x\", \"y\") }\nfunc Key() { call(func(_, s string) {}) }", "y"},
		{"second function", "func call(f, g func(string)) { f(\"x\"); g(\"y\") }\nfunc Key(h func(string)) { call(h, func(s string) {}) }", "y"},
		{"go and defer", "func call(f func(string)) { go f(\"x\"); defer f(\"y\") }\nfunc Key() { call(func(s string) {}) }", "x|y"},
		{"never called", "func call(f func(string)) {}\nfunc Key() { call(func(s string) {}) }", "{s}"},
		{"kept", hidden + "func call(f func(string)) { f(\"x\"); keep = f }\nfunc Key() { call(func(s string) {}) }", "{s}"},
		{"kept where it is made", hidden + each + "func Key() { f := func(s string) {}; keep = f; each([]string{\"x\"}, f) }", "{s}"},
		{"recursive", "func call(n int, f func(string)) { f(\"x\"); if n > 0 { call(n-1, f) } }\nfunc Key() { call(3, func(s string) {}) }", "{s}"},
		{"twice", each + `func Key() { f := func(s string) {}; each([]string{"x"}, f); each([]string{"y"}, f) }`, "x|y"},
		{"generic", "func call[T any](v T, f func(T)) { f(v) }\nfunc Key(a string) { call(a, func(s string) {}) }", "{a}"},
		{"iterator", "func all(yield func(string) bool) { yield(\"x\") }\nfunc Key(a string) { for s := range all { print(s) } }", "x"},
		{"stored in a variable", "func call(f func(string)) { g := f; func() { g(\"x\") }() }\nfunc Key() { call(func(s string) {}) }", "x"},
		{"stored in a variable that changes", "func call(f func(string)) { g := f; func() { g = nil }(); g(\"x\") }\nfunc Key() { call(func(s string) {}) }", "{s}"},
		{"eight calls", "func call(f func(string)) {" + join(8, ";", ` f("%d")`) + " }\nfunc Key() { call(func(s string) {}) }", "0|1|2|3|4|5|6|7"},
		{"nine calls", "func call(f func(string)) {" + join(9, ";", ` f("%d")`) + " }\nfunc Key() { call(func(s string) {}) }", "{s}"},
		{"other package", "import \"slices\"\nfunc Key(a string) { slices.IndexFunc([]string{a, \"b\"}, func(s string) bool { return s == a }) }", "b|{a}"},
		{"invoked", "type caller interface{ call(func(string)) }\nfunc Key(c caller) { c.call(func(s string) {}) }", "{s}"},
		{"named type", "type fn func(string)\nfunc call(f fn) { f(\"x\") }\nfunc Key() { call(func(s string) {}) }", "{s}"},
	} {
		r := resolving(buildProgram(t, "package p\n"+tt.src, realImporter()))
		closure := r.pkg.Func("Key").AnonFuncs[0]
		s := closure.Params[0] // the body of a range over a function has no names
		for _, p := range closure.Params {
			if p.Name() == "s" {
				s = p
			}
		}
		if got := show(r.Value(s)); got != tt.want {
			t.Errorf("%s: s is %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A reached is what Key of a program returns.
type reached struct{ name, src, want string }

func checkReached(t *testing.T, imports string, table []reached) {
	t.Helper()
	for _, tt := range table {
		r := resolving(buildProgram(t, "package p\n"+imports+"\n"+tt.src, realImporter()))
		fn := r.pkg.Func("Key")
		if fn == nil {
			for _, m := range r.index.methods["Key"] {
				fn = m
			}
		}
		if got := showSet(r.KeyText(r.Returns(fn)[0], nil)); got != tt.want {
			t.Errorf("%s: is %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestMaps: what maps are filled with.
func TestMaps(t *testing.T) {
	const key = "func Key(a string) string { for k := range made(a) { return k }; panic(a) }"
	const value = "func Key(a string) string { for _, v := range made(a) { return v }; panic(a) }"
	entries := func(n int) string { return "map[int]string{" + join(n, ", ", `%d: "k"`) + "}" }
	checkReached(t, "", []reached{
		{"keys of a function's map", "func made(b string) map[string]int { m := map[string]int{}; m[b] = 1; m[\"z\"] = 2; return m }\n" + key, "z|{a}"},
		{"values of one", "func made(b string) map[int]string { return map[int]string{1: b, 2: \"z:\"} }\n" + value, "z:|{a}"},
		{"or nil", "func made(b string) map[string]int { if b == \"\" { return nil }; return map[string]int{b: 1} }\n" + key, "{a}"},
		{"of two", "func made(b string) map[string]int { if b == \"\" { return map[string]int{\"z\": 1} }; return map[string]int{b: 1} }\n" + key, "z|{a}"},
		{"nil", "func made(b string) map[string]int { return nil }\n" + key, "{k}"},
		{"or one that is not seen", "var other map[string]int\nfunc made(b string) map[string]int { if b == \"\" { return other }; return map[string]int{b: 1} }\n" + key, "{k}"},
		{
			"second result", "func made(b string) (map[string]int, map[string]int, error) { return map[string]int{\"z\": 1}, map[string]int{b: 1}, nil }\n" +
				"func Key(a string) string { _, m, _ := made(a); for k := range m { return k }; panic(a) }", "{a}",
		},
		{
			"filled further", "func made(b string) map[string]int { return map[string]int{b: 1} }\n" +
				"func Key(a string) string { m := made(a); m[\"z\"] = 1; for k := range m { return k }; panic(a) }", "z|{a}",
		},
		{"recursive", "func made(b string) map[string]int { if b == \"\" { return made(b) }; return map[string]int{b: 1} }\n" + key, "{k}"},
		{"handed to a call", "func fill(map[string]int)\nfunc Key(a string) string { m := map[string]int{a: 1}; fill(m); for k := range m { return k }; panic(a) }", "{k}"},
		{"handed to a call by its maker", "func fill(map[string]int)\nfunc made(b string) map[string]int { m := map[string]int{b: 1}; fill(m); return m }\n" + key, "{k}"},
		{"measured", "func Key(a string) string { m := map[string]int{a: 1}; print(len(m)); for k := range m { return k }; panic(a) }", "{a}"},
		{"appended to", "func Key(a string) string { m := map[int][]string{}; m[1] = append(m[1], a); for _, v := range m { return v[0] }; panic(a) }", "{a}"},
		{"of a constant", "func Key() string { return map[string]string{\"a\": \"1:\", \"b\": \"2:\"}[\"b\"] }", "2:"},
		{"of any", "func Key(s string) string { return map[string]string{\"a\": \"1:\", \"b\": \"2:\"}[s] }", "1:|2:"},
		{"of a constant under any", "func Key(s string) string { return map[string]string{s: \"1:\", \"b\": \"2:\"}[\"c\"] }", "1:"},
		{"of none", "func Key() string { m := map[string]string{\"a\": \"1:\"}; return m[\"c\"] }", `{m["c"]}`},
		{"variable", "var m = map[string]string{\"a\": \"1:\", \"b\": \"2:\"}\nfunc Key() string { return m[\"a\"] }", "1:"},
		{"variable that changes", "var m = map[string]string{\"a\": \"1:\", \"b\": \"2:\"}\nfunc set() { m[\"a\"] = \"3:\" }\nfunc Key() string { return m[\"a\"] }", `{m["a"]}`},
		{"variable that is set again", "var m = map[string]string{\"a\": \"1:\"}\nfunc set() { m = nil }\nfunc Key() string { return m[\"a\"] }", `{m["a"]}`},
		{"captured", "func Key() string { m := map[string]string{\"a\": \"1:\"}; return func() string { return m[\"a\"] }() }", "1:"},
		{"64 entries", "func Key(i int) string { return " + entries(64) + "[i] }", "k"},
		{"65 entries", "func Key(i int) string { return " + entries(65) + "[i] }", "?" + template.TooMany},
	})
	checkReached(t, `import "maps"`, []reached{
		{"maps.Keys", "func Key(a string) string { m := map[string]int{a: 1, \"z\": 2}; for k := range maps.Keys(m) { return k }; panic(a) }", "z|{a}"},
		{"maps.Values", "func Key(a string) string { m := map[int]string{1: a, 2: \"z\"}; for v := range maps.Values(m) { return v }; panic(a) }", "z|{a}"},
		{"maps.Copy", "func Key(a string, o map[string]int) string { m := map[string]int{a: 1}; maps.Copy(m, o); for k := range m { return k }; panic(a) }", "{k}"},
	})
}

// TestChannels: what is sent into a channel comes out of it.
func TestChannels(t *testing.T) {
	checkReached(t, "", []reached{
		{"made and kept", "func Key(a string) string { c := make(chan string, 1); c <- a; return <-c }", "{a}"},
		{"two sends", "func Key(a string) string { c := make(chan string, 2); c <- a; c <- \"z\"; close(c); v, ok := <-c; print(ok); return v }", "z|{a}"},
		{"by a goroutine", "func Key(a string) string { c := make(chan string); go func() { c <- a }(); return <-c }", "{<-c}"},
		{"received only", "func Key(a string) string { c := make(chan string, 1); c <- a; var d <-chan string = c; return <-d }", "{a}"},
		{"handed over", "func use(chan string)\nfunc Key(a string) string { c := make(chan string, 1); use(c); c <- a; return <-c }", "{<-c}"},
		{"never sent to", "func Key(a string) string { c := make(chan string, 1); return <-c }", "{<-c}"},
		{"parameter", "func Key(c chan string) string { c <- \"z\"; return <-c }", "{<-c}"},
		{
			"select", "func Key(a string) string { c, d := make(chan string, 1), make(chan string, 1)\nselect { case c <- \"x\": case d <- a: }\n" +
				"select { case d <- \"y\": case v := <-c: return v; case v := <-d: return v }; panic(a) }", "x|y|{a}",
		},
		{
			"select of the second", "func Key(a string, e chan int) string { c, d := make(chan string, 1), make(chan string, 1); c <- \"x\"; d <- a\n" +
				"select { case <-e: case <-c: case v := <-d: return v }; panic(a) }", "{a}",
		},
		{"field", "type s struct{ c chan string }\nfunc mk() *s { return &s{make(chan string)} }\nfunc (x *s) put(a string) { x.c <- \"x:\" }\nfunc Key(x *s) string { return <-x.c }", "x:"},
		{"exported field", "type s struct{ C chan string }\nfunc mk() *s { return &s{make(chan string)} }\nfunc (x *s) put(a string) { x.C <- \"x:\" }\nfunc Key(x *s) string { return <-x.C }", "{<-x.C}"},
		{"field from elsewhere", "type s struct{ c chan string }\nfunc mk(c chan string) *s { return &s{c} }\nfunc (x *s) put(a string) { x.c <- \"x:\" }\nfunc Key(x *s) string { return <-x.c }", "{<-x.c}"},
		{
			"field that is shared", "type s struct{ c chan string }\nfunc mk(f func(chan string)) *s { c := make(chan string); f(c); return &s{c} }\n" +
				"func (x *s) put(a string) { x.c <- \"x:\" }\nfunc Key(x *s) string { return <-x.c }", "{<-x.c}",
		},
		{
			"select behind a send", "func Key(a string) string { c, d := make(chan string, 1), make(chan string, 1); c <- \"x\"\n" +
				"select { case d <- \"y\": case v := <-c: return v; case <-d: }; panic(a) }", "x",
		},
		{"eight sends", "func Key() string { c := make(chan string, 9);" + join(8, ";", ` c <- "%d"`) + "; return <-c }", "0|1|2|3|4|5|6|7"},
		{"nine sends", "func Key() string { c := make(chan string, 9);" + join(9, ";", ` c <- "%d"`) + "; return <-c }", "{<-c}"},
	})
}

// TestContexts: what the package puts into contexts under keys of its own.
func TestContexts(t *testing.T) {
	const get = "func Key(ctx context.Context) string { return ctx.Value(key{}).(string) }\n"
	const put = "func put(ctx context.Context, id string) context.Context { return context.WithValue(ctx, key{}, "
	checkReached(t, `import "context"`, []reached{
		{"text", "type key struct{}\n" + get + put + "\"x:\"+id) }", "x:{id}"},
		{"two texts", "type key struct{}\n" + get + put + "\"x:\"+id) }\nfunc put2(ctx context.Context) context.Context { return context.WithValue(ctx, key{}, \"y:\") }", "x:{id}|y:"},
		{"another key", "type key struct{}\ntype other struct{}\n" + get + put + "\"x:\"+id) }\nfunc put2(ctx context.Context) context.Context { return context.WithValue(ctx, other{}, \"y:\") }", "x:{id}"},
		{"a value of its own", "type key struct{}\n" + get + put + "id) }", "{ctx.Value(nil)}"},
		{"a key that is a parameter", "type key struct{}\n" + get + "func put(ctx context.Context, prefix string) context.Context { return context.WithValue(ctx, key{}, \"x:\"+prefix) }", "{ctx.Value(nil)}"},
		{"exported type", "type Name struct{}\nfunc Key(ctx context.Context) string { return ctx.Value(Name{}).(string) }\nfunc put(ctx context.Context) context.Context { return context.WithValue(ctx, Name{}, \"x:\") }", "{ctx.Value(nil)}"},
		{"text as key", "func Key(ctx context.Context) string { return ctx.Value(\"k\").(string) }\nfunc put(ctx context.Context) context.Context { return context.WithValue(ctx, \"k\", \"x:\") }", `{ctx.Value("k")}`},
		{
			"constants", "type key int\nconst a, b key = 1, 2\nfunc Key(ctx context.Context) string { return ctx.Value(b).(string) }\n" +
				"func put(ctx context.Context) context.Context { return context.WithValue(context.WithValue(ctx, a, \"x:\"), b, \"y:\") }", "y:",
		},
		{
			"variables", "var a, b = new(int), new(int)\nfunc Key(ctx context.Context) string { ctx = context.WithValue(ctx, a, \"x:\")\n" +
				"return context.WithValue(ctx, b, \"y:\").Value(a).(string) }", "x:",
		},
		{"given right here", "type key struct{}\nfunc Key(ctx context.Context, id string) string { c := context.WithValue(ctx, key{}, id); c, _ = context.WithCancel(c); return context.WithValue(ctx, key{}, id).Value(key{}).(string) }", "{id}"},
		{"eight", "type key struct{}\n" + get + "func put(ctx context.Context) {" + join(8, ";", ` context.WithValue(ctx, key{}, "%d")`) + " }", "0|1|2|3|4|5|6|7"},
		{"nine", "type key struct{}\n" + get + "func put(ctx context.Context) {" + join(9, ";", ` context.WithValue(ctx, key{}, "%d")`) + " }", "{ctx.Value(nil)}"},
	})
}

// TestMade: what constructors put into fields that only they set.
func TestMade(t *testing.T) {
	const conn = "type Conn struct{ prefix string; Name string }\n"
	const key = "\nfunc Key(c *Conn, id string) string { return c.prefix + id }"
	const method = "\nfunc (c *Conn) Key(id string) string { return c.prefix + id }"
	made := conn + "func newConn(p string) *Conn { return &Conn{prefix: p} }\n"
	checkReached(t, "", []reached{
		{"text", conn + "func New() *Conn { return &Conn{prefix: \"c:\"} }" + key, "c:{id}"},
		{"two texts", conn + "func New() *Conn { return &Conn{prefix: \"c:\"} }\nfunc Old() *Conn { return &Conn{prefix: \"d:\"} }" + key, "c:{id}|d:{id}"},
		{"of a caller", made + "func Open() *Conn { return newConn(\"c:\") }" + key, "c:{id}"},
		{"of two callers", made + "func Open() *Conn { return newConn(\"c:\") }\nfunc Dial() *Conn { return newConn(\"d:\") }" + key, "c:{id}|d:{id}"},
		{"of a caller's caller", made + "func open(q string) *Conn { return newConn(q) }\nfunc Open() *Conn { return open(\"c:\") }" + key, "c:{id}"},
		{"of a caller of its own", made + "func Open(org string) *Conn { return newConn(\"c:\" + org + \":\") }" + method, "c:{org}:{id}"},
		{"of a caller of its own, elsewhere", made + "func Open(org string) *Conn { return newConn(\"c:\" + org + \":\") }" + key, "{c.prefix}{id}"},
		{"of whoever calls", conn + "func New(prefix string) *Conn { return &Conn{prefix: \"c:\" + prefix} }" + method, "{c.prefix}{id}"},
		{"of nobody", made + method, "{c.prefix}{id}"},
		{"a function that is a value", made + "var f = newConn\nfunc Open() *Conn { return newConn(\"c:\") }" + key, "{c.prefix}{id}"},
		{"exported field", conn + "func New(p string) *Conn { return &Conn{Name: \"c:\"} }\nfunc Key(c *Conn, id string) string { return c.Name + id }", "c:{id}"},
		{"exported field of a caller", conn + "func mk(p string) *Conn { return &Conn{Name: p} }\nfunc Open() *Conn { return mk(\"c:\") }\nfunc Key(c *Conn, id string) string { return c.Name + id }", "{c.Name}{id}"},
		{"default", conn + "func (c *Conn) init() { if c.prefix == \"\" { c.prefix = \"c:\" } }" + key, "{c.prefix}{id}"},
		{"one of two", conn + "func New(x bool) *Conn { c := &Conn{prefix: \"c:\"}; if x { c.prefix = \"d:\" }; return c }" + key, "c:{id}|d:{id}"},
		{"of the receiver", conn + "func (c *Conn) sub() *Conn { c.prefix = \"c:\" + c.Name; return c }" + key, "c:{c.Name}{id}"},
		{"eight callers", made + join(8, "\n", "func open%d() *Conn { return newConn(\"c:\") }") + key, "c:{id}"},
		{"nine callers", made + join(9, "\n", "func open%d() *Conn { return newConn(\"c:\") }") + key, "{c.prefix}{id}"},
	})
}

// TestGiven: what the calls of a function give it, where all of them are seen.
func TestGiven(t *testing.T) {
	for _, tt := range []struct {
		name, src string
		index     int
		want      string
	}{
		{"called", "func make1(name string) {}\nfunc a(x string) { make1(\"a\"); make1(x) }", 0, "a|{x}"},
		{"second", "func make1(n int, name string) {}\nfunc a() { make1(1, \"a\") }", 1, "a"},
		{"none", "func make1(name string) {}", 0, "no"},
		{"past the end", "func make1(name string) {}\nfunc a() { make1(\"a\") }", 1, "no"},
		{"a value", "func make1(name string) {}\nvar f = make1\nfunc a() { make1(\"a\") }", 0, "no"},
		{"method", "type t struct{}\nfunc (t) make1(name string) {}\nfunc a(v t) { v.make1(\"a\") }", 0, "a"},
		{"of an interface", "type i interface{ make1(string) }\ntype t struct{}\nfunc (t) make1(name string) {}\nfunc a(v t) { v.make1(\"a\") }", 0, "no"},
		{"of another interface", "type i interface{ make2(string) }\ntype t struct{}\nfunc (t) make1(name string) {}\nfunc a(v t) { v.make1(\"a\") }", 0, "a"},
		{"64 calls", "func make1(name string) {}\nfunc a() {" + strings.Repeat(" make1(\"a\");", 64) + " }", 0, "a"},
		{"65 calls", "func make1(name string) {}\nfunc a() {" + strings.Repeat(" make1(\"a\");", 65) + " }", 0, "no"},
	} {
		r := program(t, "package p\n"+tt.src)
		fn := r.pkg.Func("make1")
		if fn == nil {
			fn = r.index.methods["make1"][0]
		}
		got, ok := r.Given(fn, tt.index)
		if s := showSet(template.Join(got)); ok != (tt.want != "no") || ok && s != tt.want {
			t.Errorf("%s: is given %q, %t: want %q", tt.name, s, ok, tt.want)
		}
	}
	r := program(t, "package p\nfunc Make(a string) {}\nfunc g() { Make(\"x\"); func(s string) {}(\"y\") }")
	if _, ok := r.Given(r.pkg.Func("Make"), 0); ok {
		t.Error("an exported function is given what is seen")
	}
	if _, ok := r.Given(r.pkg.Func("g").AnonFuncs[0], 0); ok {
		t.Error("a closure is given what is seen")
	}
}

// TestSettle: fields that no caller fills are what they are set to.
func TestSettle(t *testing.T) {
	r := program(t, `package p
type inner struct{ tag string }
type element struct{ kind, id string; in inner; at *inner }
func (e element) key() string { return e.kind + ":" + e.id + ":" + e.in.tag }
func text(x string, e element) string { return e.kind + x }
func (e element) String() string { return "" }
func a(id string) (element, element) { return element{kind: "user", id: id, in: inner{tag: "t"}}, element{kind: "item", id: id} }
type other struct{ id string }
func (o other) key() string { return o.id }
`)
	key, other := r.index.methods["key"][0], r.index.methods["key"][1]
	if ownerOf(key) != "(p.element).key" {
		key, other = other, key
	}
	text := r.pkg.Func("text")
	foreign := types.NewFunc(token.NoPos, types.NewPackage("q", "q"), "key", types.NewSignatureType(nil, nil, nil, nil, nil, false))
	for _, tt := range []struct {
		fn       *ssa.Function
		declared types.Object
		want     string
	}{
		{key, key.Object(), "item:{e.id}:t|user:{e.id}:t"},
		{key, other.Object(), "{e.kind}:{e.id}:t"},
		{key, foreign, "{e.kind}:{e.id}:t"},
		{text, text.Object(), "item{x}|user{x}"},
	} {
		if got := show(r.Settle(r.Returns(tt.fn)[0], tt.declared.(*types.Func))); got != tt.want {
			t.Errorf("%s settled for %s is %q, want %q", tt.fn, tt.declared, got, tt.want)
		}
	}
	for _, tt := range []struct {
		fn    *ssa.Function
		index int
		path  string
		want  string
	}{
		{key, template.Recv, "kind", "kind"}, {key, template.Recv, "in.tag", "tag"}, {key, template.Recv, "at.tag", "tag"},
		{key, template.Recv, "in.id", ""}, {key, template.Recv, "kind.id", ""}, {key, 0, "kind", ""},
		{text, 1, "kind", "kind"}, {text, 0, "kind", ""}, {text, 2, "kind", ""}, {text, template.Recv, "kind", ""},
	} {
		f := fieldAt(tt.fn, tt.index, strings.Split(tt.path, "."))
		if got := fmt.Sprint(f); f == nil && tt.want != "" || f != nil && f.Name() != tt.want {
			t.Errorf("%s of parameter %d of %s is %s, want %s", tt.path, tt.index, tt.fn, got, tt.want)
		}
	}
	f := fieldAt(key, template.Recv, []string{"kind"})
	if got, ok := r.Stored(f); !ok || showSet(template.Join(got)) != "item|user" {
		t.Errorf("kind is stored as %s, %t", got, ok)
	}
	if _, ok := r.Stored(fieldAt(key, template.Recv, []string{"at"})); ok {
		t.Error("something is stored in at")
	}
}

// TestHandsOut: what a variable holds after its address went to a function.
func TestHandsOut(t *testing.T) {
	in := func(stmts string) string { return `func Key(x string) string { s := "a"; ` + stmts + `; return s }` }
	checkReached(t, "import (\"encoding/json\"; \"fmt\"; \"strings\"; \"sync\")\nvar _, _, _, _ = json.Valid, fmt.Sprint, strings.Clone, new(sync.Mutex)", []reached{
		{"printed", in("fmt.Println(&s)"), "a"},
		{"scanned", in("fmt.Sscan(x, &s)"), "{s}"},
		{"unmarshalled", in("json.Unmarshal([]byte(x), &s)"), "{s}"},
		{"read by one of the package", "func read(p *string) { print(*p) }\n" + in("read(&s)"), "a"},
		{"set by one of the package", "func to(p *string, s string) { *p = s }\n" + in("to(&s, x)"), "{x}"},
		{"perhaps set", "func to(p *string, s string) { if s != \"\" { *p = s } }\n" + in("to(&s, x)"), "a|{x}"},
		{"set through another", "func to(p *string, s string) { *p = s }\nfunc through(p *string, s string) { to(p, \"t:\"+s) }\n" + in("through(&s, x)"), "t:{x}"},
		{"set twice", "func to(p *string, s string) { *p += s }\n" + in("to(&s, x); to(&s, \":z\")"), "a{x}:z"},
		{"set in a loop", "func to(p *string, s string) { *p += s }\n" + in("for range 3 { to(&s, x) }"), "a({x})"},
		{"set by itself", "func to(p *string, n int) { *p = \"b\"; if n > 0 { to(p, n-1) } }\n" + in("to(&s, 2)"), "?" + recursive + "|b"},
		{"an interface that loads", "type l interface{ load(*string) }\nvar v l\n" + in("v.load(&s)"), "{s}"},
		{"an interface that does not", "type l interface{ use(*string) }\nvar v l\n" + in("v.use(&s)"), "a"},
		{"a function value", "var f func(*string)\n" + in("f(&s)"), "?comes from a call into s"},
		{"after another write", in("fmt.Sscan(x, &s); s = \"b\""), "b"},
		{"locked", "type l struct{ mu sync.Mutex; k string }\nfunc Key(x string) string { v := l{k: \"a\" + x}; v.mu.Lock(); defer v.mu.Unlock(); return v.k }", "a{x}"},
		{"a field of it", "type l struct{ j, k string }\nfunc Key(x string) string { v := l{\"a\", \"b\"}; fmt.Sscan(x, &v.j); return v.j + v.k }", "{v.j}b"},
		{"all of it", "type l struct{ j, k string }\nfunc Key(x string) string { v := l{\"a\", \"b\"}; json.Unmarshal([]byte(x), &v); return v.j + v.k }", "{v.j}{v.k}"},
		{"a part of a part", "type m struct{ k string }\ntype l struct{ in m; k string }\nfunc Key(x string) string { v := l{k: \"a\"}; json.Unmarshal([]byte(x), &v.in); return v.in.k + v.k }", "{v.in.k}a"},
		{"a goroutine that reads and writes", "func Key(x string) string { s := \"\"; go func() { s = s + x }(); return s }", "?is changed by a goroutine while it is read"},
		{"elements of a list that is made", "type l struct{ j, k string }\nfunc Key(x string, n int) string { v := make([]l, n); for i := range v { v[i] = l{x, \"b\"} }; return v[0].j + v[1].k }", "{x}b"},
		{"an element", "func Key(x string) string { v := [2]string{\"a\", \"b\"}; fmt.Sscan(x, &v[1]); return v[0] }", "a"},
		{"a builder", "func Key(x string) string { var b strings.Builder; b.WriteString(\"a\"); fmt.Fprintf(&b, \":%s\", x); return b.String() }", "a:{x}"},
		{"a builder to one of the package", "func to(b *strings.Builder, s string) { b.WriteString(s) }\nfunc Key(x string) string { var b strings.Builder; to(&b, \"a\"); to(&b, x); return b.String() }", "a{x}"},
		{"a builder that is reset", "func to(b *strings.Builder) { b.Reset() }\nfunc Key(x string) string { var b strings.Builder; b.WriteString(\"a\"); to(&b); b.WriteString(x); return b.String() }", "{x}"},
	})
}

// TestCalls: what a call is known as by what its callee returns.
func TestCalls(t *testing.T) {
	checkReached(t, "import \"strings\"\nvar _ = strings.Clone", []reached{
		{"returned function", "func maker(p string) func(string) string { return func(s string) string { return p + \":\" + s } }\nfunc Key(a, b string) string { f := maker(a); return f(b) }", "{a}:{b}"},
		{"one of two returned", "func maker(p string) func(string) string { if p == \"\" { return strings.ToLower }; return func(s string) string { return p + s } }\nfunc Key(a, b string) string { f := maker(a); return f(b) }", "?comes from f(b)"},
		{"the same returned twice", "func own(s string) string { return \"o:\" + s }\nfunc maker(p string) func(string) string { if p == \"\" { return own }; return own }\nfunc Key(a, b string) string { f := maker(a); return f(b) }", "o:{b}"},
		{"method value", "type t struct{ p string }\nfunc (v t) key(s string) string { return v.p + s }\nfunc Key(a, b string) string { f := t{a + \":\"}.key; return f(b) }", "{a}:{b}"},
		{"method expression", "type t struct{ p string }\nfunc (v *t) key(s string) string { return v.p + s }\nfunc Key(a, b string) string { f := (*t).key; return f(&t{a + \":\"}, b) }", "{a}:{b}"},
		{"method value of a generic type", "type t[T any] struct{ p T }\nfunc (v t[T]) key(s string) string { return \"k:\" + s }\nfunc Key(a string) string { f := t[int]{1}.key; return f(a) }", "k:{a}"},
		{"method expression of a generic type", "type t[T any] struct{ p T }\nfunc (v t[T]) key(s string) string { return \"k:\" + s }\nfunc Key(a string) string { return t[int].key(t[int]{1}, a) }", "k:{a}"},
		{"method value of a generic type, handed on", "type t[T any] struct{ p T }\nfunc (v t[T]) key(s string) string { return \"k:\" + s }\nfunc with(f func(string) string, s string) string { return \"w:\" + f(s) }\nfunc Key(a string) string { return with(t[int]{1}.key, a) }", "w:k:{a}"},
		{"one of two functions", "func f(s string) string { return \"f:\" + s }\nfunc g(s string) string { return \"g:\" + s }\nfunc Key(a string, b bool) string { h := f; if b { h = g }; return h(a) }", "f:{a}|g:{a}"},
		{"one of eight", many(8, "func f%[1]d(s string) string { _ = %[2]d; return \"%[1]d\" + s }") + "func Key(a string, n int) string { h := f7; switch n {\n" + many(7, "case %[1]d: h = f%[1]d; _ = %[2]d") + "}; return h(a) }", "0{a}|1{a}|2{a}|3{a}|4{a}|5{a}|6{a}|7{a}"},
		{"one of nine", many(9, "func f%[1]d(s string) string { _ = %[2]d; return \"%[1]d\" + s }") + "func Key(a string, n int) string { h := f8; switch n {\n" + many(8, "case %[1]d: h = f%[1]d; _ = %[2]d") + "}; return h(a) }", "?comes from h(a)"},
		{"one that is not seen", "var g func(string) string\nfunc f(s string) string { return \"f:\" + s }\nfunc Key(a string, b bool) string { h := f; if b { h = g }; return h(a) }", "?comes from h(a)"},
		{"in a variable that is set once", "var f = func(s string) string { return \"f:\" + s }\nfunc Key(a string) string { return f(a) }", "f:{a}"},
		{"in a variable that is set again", "var f = func(s string) string { return \"f:\" + s }\nfunc set() { f = nil }\nfunc Key(a string) string { return f(a) }", "?comes from f(a)"},
		{"in a field that is set once", "type t struct{ make func(string) string }\nfunc mk() *t { return &t{func(s string) string { return \"f:\" + s }} }\nfunc Key(v *t, a string) string { return v.make(a) }", "f:{a}"},
		{"in a field named for keys", "type t struct{ keyOf func(string) string }\nfunc Key(v *t, a string) string { return v.keyOf(\"k:\" + a) }", "k:{a}"},
		{"in a field named for keys, of two", "type t struct{ keyOf func(a, b string) string }\nfunc Key(v *t, a string) string { return v.keyOf(\"k:\", a) }", "?comes from v.keyOf(\"k:\", a)"},
		{"in a field named for others", "type t struct{ make func(string) string }\nfunc Key(v *t, a string) string { return v.make(\"k:\" + a) }", "?comes from v.make(\"k:\" + a)"},
		{"of a parameter", "func with(f func(string) string, s string) string { return \"w:\" + f(s) }\nfunc Key(a string) string { return with(func(s string) string { return \"f:\" + s }, a) }", "w:f:{a}"},
		{"of a parameter by name", "func own(s string) string { return \"o:\" + s }\nfunc with(f func(string) string, s string) string { return \"w:\" + f(s) }\nfunc Key(a string) string { return with(own, a) }", "w:o:{a}"},
		{"of a parameter by method", "type t struct{ p string }\nfunc (v t) key(s string) string { return v.p + s }\nfunc with(f func(string) string, s string) string { return \"w:\" + f(s) }\nfunc Key(v t, a string) string { return with(v.key, a) }", "w:{v.p}{a}"},
		{"of a parameter that is handed on", "func with(f func(string) string, s string) string { return \"w:\" + f(s) }\nfunc on(f func(string) string, s string) string { return with(f, s) }\nfunc Key(a string) string { return on(func(s string) string { return \"f:\" + s }, a) }", "w:f:{a}"},
		{"of a parameter that is not seen", "func with(f func(string) string, s string) string { return \"w:\" + f(s) }\nvar g func(string) string\nfunc Key(a string) string { return with(g, a) }", "w:?is made by a function that is not seen"},
		{"an error aside", "func make1(a string) (string, error) { if a == \"\" { return \"\", error(nil) }; return \"k:\" + a, nil }\nfunc Key(a string) string { k, _ := make1(a); return k }", "|k:{a}"},
		{"a failure aside", "func make1(a string, err error) (string, error) { if err != nil { return \"\", err }; return \"k:\" + a, nil }\nfunc Key(a string) string { k, _ := make1(a, nil); return k }", "k:{a}"},
		{"a false aside", "func make1(a string) (string, bool) { if a == \"\" { return \"\", false }; return \"k:\" + a, true }\nfunc Key(a string) string { k, _ := make1(a); return k }", "k:{a}"},
		{"a true one", "func make1(a string) (string, bool) { if a == \"\" { return \"\", true }; return \"k:\" + a, true }\nfunc Key(a string) string { k, _ := make1(a); return k }", "|k:{a}"},
		{"text beside a failure", "func make1(a string, err error) (string, error) { if err != nil { return \"f\", err }; return \"k:\" + a, nil }\nfunc Key(a string) string { k, _ := make1(a, nil); return k }", "f|k:{a}"},
		{"a nil receiver aside", "type t struct{ id string }\nfunc (v *t) get() string { if v != nil { return \"i:\" + v.id }; return \"\" }\nfunc Key(v *t) string { return v.get() }", "i:{v.id}"},
		{"a receiver of two", "type t struct{ id string }\nfunc (v *t) get(n int) string { if v != nil { return \"i:\" + v.id }; return \"\" }\nfunc Key(v *t) string { return v.get(1) }", "|i:{v.id}"},
		{"other text for a nil receiver", "type t struct{ id string }\nfunc (v *t) get() string { if v != nil { return \"i:\" + v.id }; return \"none\" }\nfunc Key(v *t) string { return v.get() }", "i:{v.id}|none"},
		{"never returned", "func never() string { panic(1) }\nfunc Key() string { return \"n:\" + never() }", "n:{never()}"},
	})
}

// TestPrintedLists: lists, structs and what callers hand on, as fmt prints them.
func TestPrintedLists(t *testing.T) {
	checkReached(t, "import \"fmt\"\ntype pair struct{ a, b string }", []reached{
		{"all that is given", "func Key(xs ...any) string { return fmt.Sprint(xs...) }", "({xs[]})"},
		{"a line of it", "func Key(xs ...any) string { return fmt.Sprintln(xs...) }", "({xs[]}/ )\n"},
		{"by verbs", "func Key(xs ...any) string { return fmt.Sprintf(\"%v:%v\", xs...) }", "{xs[0]}:{xs[1]}"},
		{"by numbered verbs", "func Key(xs ...any) string { return fmt.Sprintf(\"%[2]v:%[1]v\", xs...) }", "{xs[1]}:{xs[0]}"},
		{"behind others", "func Key(xs ...any) string { all := append([]any{\"p\"}, xs...); return fmt.Sprintf(\"%v:%v:%v\", all...) }", "p:{xs[0]}:{xs[1]}"},
		{"a list of known ones", "func Key(a string) string { return fmt.Sprint([]any{\"a\", 1, a, 2, 3}...) }", "a1{a}2 3"},
		{"none for a verb", "func Key(a string) string { return fmt.Sprintf(\"%s:%s\", a) }", "{a}:%!s(MISSING)"},
		{"none", "func Key() string { return fmt.Sprintf(\"%s:%d\") }", "%!s(MISSING):%!d(MISSING)"},
		{"a struct", "func Key(a string) string { return fmt.Sprint(pair{a, \"b\"}) }", "{{a} b}"},
		{"a struct with its names", "func Key(a string) string { return fmt.Sprintf(\"%+v\", pair{a, \"b\"}) }", "{a:{a} b:b}"},
		{"a pointer to one", "func Key(a string) string { return fmt.Sprintf(\"%v\", &pair{a, \"b\"}) }", "&{{a} b}"},
		{"a struct that is given", "func Key(p pair) string { return fmt.Sprintf(\"%s\", p) }", "{{p.a} {p.b}}"},
		{"texts", "func Key(a string) string { return fmt.Sprintf(\"%s\", []string{a, \"b\"}) }", "[{a} b]"},
		{"numbers", "func Key(n int) string { return fmt.Sprintf(\"%d\", []int{n, 2}) }", "[{n#} 2]"},
		{"a type", "func Key(p *pair) string { return fmt.Sprintf(\"%T\", p) }", "*p.pair"},
		{"an error", "type e struct{ s string }\nfunc (x e) Error() string { return \"e:\" + x.s }\nfunc (x e) String() string { return \"s\" }\nfunc Key(a string) string { return fmt.Sprint(e{a}) }", "e:{a}"},
		{"of a generic type", "type e[T any] struct{ s T }\nfunc (x e[T]) String() string { return \"e:\" + fmt.Sprint(x.s) }\nfunc Key(a string) string { return fmt.Sprint(e[string]{a}) }", "e:{a}"},
		{"a number's text", "type n int\nfunc (x n) String() string { return \"s\" }\nfunc Key() string { return fmt.Sprintf(\"%d:%v:%s:%x\", n(17), n(17), n(17), n(17)) }", "17:s:s:11"},
		{"of an embedded one", "type e struct{ s string }\nfunc (x e) String() string { return \"e:\" + x.s }\ntype o struct{ e; n int }\nfunc Key(a string) string { return fmt.Sprint(o{e{a}, 1}) }", "e:{a}"},
		{"a method with a parameter", "type e struct{ s string }\nfunc (x e) String(n int) string { return \"e\" }\nfunc Key(a string) string { return fmt.Sprint(e{a}) }", "{{a}}"},
	})
}
