package resolve

import (
	"fmt"
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
	r := program(t, "package p\ntype T struct{ a, b, c string }\nfunc f(x string) { _ = T{a: \"x\"}; _ = T{a: x} }\nfunc Make(a string) {}\nfunc g() { Make(\"x\"); func(s string) {}(\"y\") }")
	fields := r.pkg.Type("T").Type().Underlying().(interface{ NumFields() int })
	if fields.NumFields() != 3 {
		t.Fatal("T has other fields")
	}
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
	key := r.index.methods["key"][0]
	if ownerOf(key) != "(p.element).key" {
		key = r.index.methods["key"][1]
	}
	text := r.pkg.Func("text")
	for _, tt := range []struct {
		fn    *ssa.Function
		owner string
		want  string
	}{
		{key, "(p.element).key", "item:{e.id}:t|user:{e.id}:t"},
		{key, "(p.other).key", "{e.kind}:{e.id}:t"},
		{key, "p.nothing", "{e.kind}:{e.id}:t"},
		{text, "p.text", "item{x}|user{x}"},
	} {
		if got := show(r.Settle(r.Returns(tt.fn)[0], tt.owner)); got != tt.want {
			t.Errorf("%s settled for %s is %q, want %q", tt.fn, tt.owner, got, tt.want)
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
	if r.owner("p.text") != text || r.owner("(p.element).key") != key || r.owner("p.key") != nil || r.owner("q.text") != nil {
		t.Error("an owner is taken for another")
	}
	f := fieldAt(key, template.Recv, []string{"kind"})
	if got, ok := r.Stored(f); !ok || showSet(template.Join(got)) != "item|user" {
		t.Errorf("kind is stored as %s, %t", got, ok)
	}
	if _, ok := r.Stored(fieldAt(key, template.Recv, []string{"at"})); ok {
		t.Error("something is stored in at")
	}
}
