package valuedep

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/cputime"
)

// The standard library is read from source once for all programs.
var (
	fset    = token.NewFileSet()
	imports = importer.ForCompiler(fset, "source", nil)
)

// load builds the analysis of a package of one file.
func load(t *testing.T, src string) *Analysis {
	t.Helper()
	f, err := parser.ParseFile(fset, "p.go", "package p\n"+src, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: imports}
	pkg, err := conf.Check("example.com/p", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	prog := ssa.NewProgram(fset, 0)
	for _, imp := range allImports(pkg) {
		prog.CreatePackage(imp, nil, nil, true)
	}
	sp := prog.CreatePackage(pkg, []*ast.File{f}, info, false)
	sp.Build()
	return New(Config{Pkg: sp, Files: []*ast.File{f}, Info: info})
}

func allImports(pkg *types.Package) []*types.Package {
	var out []*types.Package
	seen := map[*types.Package]bool{}
	var visit func(p *types.Package)
	visit = func(p *types.Package) {
		for _, imp := range p.Imports() {
			if !seen[imp] {
				seen[imp] = true
				visit(imp)
				out = append(out, imp)
			}
		}
	}
	visit(pkg)
	return out
}

// inputs returns what the first result of the function f depends on.
func inputs(t *testing.T, a *Analysis, f string) []string {
	t.Helper()
	fn := a.Pkg.Func(f)
	if fn == nil {
		t.Fatalf("no function %s", f)
	}
	deps, ok := a.resultsOf(fn, 0, "", false)
	if !ok {
		t.Fatalf("%s: not known", f)
	}
	var out []string
	for _, d := range deps.List {
		s := d.Expr
		if d.Called {
			s += "()"
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

func TestInputs(t *testing.T) {
	tests := []struct{ name, want, src string }{
		{"sum", "a b", `func f(a, b, c int) int { return a + b }`},
		{"field", "q.Name", `type Q struct{ Name, Kind string }; func f(q Q) string { return q.Name }`},
		{"through a call", "b", `func g(x, y string) string { return y }; func f(a, b string) string { return g(a, b) }`},
		{"built struct", "a", `type T struct{ X, Y string }; func f(a, b string) string { t := T{X: a, Y: b}; return t.X }`},
		{"out-parameter", "b", `func fill(p *string, v string) { *p = v }; func f(a, b string) string { s := ""; fill(&s, b); return s }`},
		{"overwritten", "b", `func f(a, b string) string { p := new(string); *p = a; *p = b; return *p }`},
		{"choice", "a b c", `func f(a, b string, c bool) string { if c { return a }; return b }`},
		{"assigned in a branch", "a b c", `func f(a, b string, c bool) string { v := a; if c { v = b }; return v }`},
		{"error path", "a", `import "errors"; func f(a, b string) (string, error) { if b == "" { return "", errors.New("no") }; return a, nil }`},
		{"captured", "a", `func f(a, b string) string { g := func() string { return a }; return g() }`},
		{"written by a closure", "a", `func do(g func()) { g() }; func f(a string) string { var s string; do(func() { s = a }); return s }`},
		{"map", "a b", `func f(a, b string) map[string]string { m := map[string]string{}; m[a] = b; return m }`},
		{"map element", "b", `func f(a, b string) string { m := map[string]string{"a": a, "b": b}; return m["b"] }`},
		{"loader", "load()", `func f(key string, load func() string) string { return load() }`},
		{"json", "v", `import "encoding/json"; func f(v any, x string) []byte { b, _ := json.Marshal(v); return b }`},
		{"unmarshal", "b", `import "encoding/json"; func f(b []byte, x string) (v struct{ A int }) { json.Unmarshal(b, &v); return }`},
		{"builder", "a b", `import "strings"; func f(a, b, c string) string { var s strings.Builder; s.WriteString(a); s.WriteString(b); return s.String() }`},
		{"context value", "ctx.Value(key{})", `import "context"; type key struct{}; func f(ctx context.Context) string { s, _ := ctx.Value(key{}).(string); return s }`},
		{"clock", "a", `import "time"; func f(a int64, d time.Duration) int64 { return a + time.Now().Unix() + int64(d) }`},
		{"generic", "b", `func g[T any](x, y T) T { return y }; func f(a, b string) string { return g(a, b) }`},
		{"recursion", "a", `func f(a string, n int) string { if n := len(a); n == 0 { return a }; return a }`},
		{"defer sets the result", "a", `func f(a string) (s string) { defer func() { s = a }(); return "" }`},
		{"method value", "x", `type T struct{ v string }; func (t T) get() string { return t.v }; func f(x, y string) string { g := T{x}.get; return g() }`},
		{"interface", "a", `type I interface{ Get(string) string }; func f(i I, a string) string { return i.Get(a) }`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(inputs(t, load(t, tt.src), "f"), " "); got != tt.want {
				t.Errorf("%s\ngot  %s\nwant %s", tt.src, got, tt.want)
			}
		})
	}
}

// TestFactEncoding holds that a fact is the same bytes every time, and the same
// fact afterwards.
func TestFactEncoding(t *testing.T) {
	a := load(t, `import "context"
		type key struct{}
		func Tenant(ctx context.Context, id string) string { s, _ := ctx.Value(key{}).(string); return s + id }`)
	f := a.FactOf(a.Pkg.Func("Tenant"))
	if f == nil {
		t.Fatal("no fact")
	}
	want := "result 0 <- [context(example.com/p.key) 1]"
	if f.String() != want {
		t.Errorf("fact %s, want %s", f, want)
	}
	var first []byte
	for range 10 {
		var b bytes.Buffer
		if err := gob.NewEncoder(&b).Encode(f); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
		}
		if !bytes.Equal(first, b.Bytes()) {
			t.Fatal("two encodings differ")
		}
	}
	var g Fact
	if err := gob.NewDecoder(bytes.NewReader(first)).Decode(&g); err != nil {
		t.Fatal(err)
	}
	if g.String() != f.String() {
		t.Errorf("decoded as %s", &g)
	}
}

// TestNoFact holds that a function which says no more than its call is not
// talked about.
func TestNoFact(t *testing.T) {
	a := load(t, `import "context"; func F(ctx context.Context, a, b string) string { return a + b }`)
	if f := a.FactOf(a.Pkg.Func("F")); f != nil {
		t.Errorf("fact %s", f)
	}
}

// TestBounds holds that programs made to be hard take bounded time, and that
// what is past a bound still counts.
func TestBounds(t *testing.T) {
	branches := "func f(a string, c []bool) string { v := \"\"\n"
	for i := range 300 {
		branches += fmt.Sprintf("if c[%d] { v += a }\n", i)
	}
	chain := "func f0(a, b string) string { return b }\n"
	for i := range 100 {
		chain += fmt.Sprintf("func f%d(a, b string) string { return f%d(a, b) }\n", i+1, i)
	}
	wrappers, wrapped := "", `type handler func(string) string
func f(a string, ks []int) handler {
	var h handler
	for _, k := range ks {
		switch k {
`
	for i := range 8 {
		wrappers += fmt.Sprintf("func wrap%d(h handler, a string) handler { return func(s string) string { return h(a + s) } }\n", i)
		wrapped += fmt.Sprintf("case %d: h = wrap%d(h, a)\n", i, i)
	}
	wrapped += "}}; return h }\n"
	const handlers = "func(a, b, c, d, e, f, g, h func() string) func() string"
	chosen := "func f(a string, n []int, wrap " + handlers + ") string { h := func() string { return a }\nfor _, n := range n { switch n {\n"
	for i := range 24 {
		chosen += fmt.Sprintf("case %d: h = wrap(h, h, h, h, h, h, h, h)\n", i)
	}
	chosen += "}}; return h() }"
	contexts := "import \"context\"\ntype key struct{}\nfunc use(ctx context.Context, a string) string { t, _ := ctx.Value(key{}).(string); return t + a }\n" +
		"func other(context.Context) context.Context\nfunc c0(ctx context.Context, n int) context.Context { return other(ctx) }\n"
	for i := range 7 {
		contexts += fmt.Sprintf("func c%d(ctx context.Context, n int) context.Context {\n", i+1)
		for j := range 24 {
			contexts += fmt.Sprintf("if n == %d { return c%d(ctx, n) }\n", j, i)
		}
		contexts += "return ctx }\n"
	}
	conns := "import (\"context\"; \"database/sql\")\n" +
		"func c0(ctx context.Context, db *sql.DB, a string) { db.ExecContext(ctx, \"SET app.a = '\" + a + \"'\") }\n"
	for i := range 3 {
		conns += fmt.Sprintf("func c%d(ctx context.Context, db *sql.DB, a string) {\n%s}\n", i+1, strings.Repeat(fmt.Sprintf("c%d(ctx, db, a)\n", i), 150))
	}
	tests := []struct{ name, src, want string }{
		{"branches", branches + "return v }", "a"},
		{"calls", chain + "func f(a, b string) string { return f100(a, b) }", "b"},
		{"wrapped in a loop", wrappers + wrapped, "a"},
		{"one of many functions, again and again", chosen, "a"},
		{"a variable that holds itself", `type loader interface{ Load(string) string }
func f(a string) string { var l loader; defer func() { _ = l }(); l = l; return l.Load(a) }`, "a"},
		{"variables that hold each other", `type loader interface{ Load(string) string }
func f(a string) string { var l, m loader; defer func() { _, _ = l, m }(); l, m = m, l; return l.Load(a) }`, "a"},
		{"contexts by many ways", contexts + "func f(ctx context.Context, a string) string { return use(c7(ctx, 3), a) }", "a"},
		{"a connection that is told much", conns + `func f(ctx context.Context, db *sql.DB, a, id string) string { c3(ctx, db, a)
var v string
db.QueryRowContext(ctx, "SELECT v FROM t WHERE id = $1", id).Scan(&v)
return v }`, "a"},
		{"mutual recursion", `func g(a string, n int) string { if n > 0 { return f(a, n-1) }; return a }; func f(a string, n int) string { return g(a, n) }`, "a"},
		{"long path", `type T struct{ Next *T; V string }; func f(t *T) string { return t.Next.Next.Next.Next.Next.Next.Next.Next.V }`, "t"},
		{"list", `type T struct{ Next *T; V string }; func f(t *T) string { for t.Next != nil { t = t.Next }; return t.V }`, "t"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := cputime.Used()
			got := inputs(t, load(t, tt.src), "f")
			if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, tt.want) }) {
				t.Errorf("got %v, want %s among them", got, tt.want)
			}
			if d := cputime.Used() - start; d > 5*time.Second {
				t.Errorf("took %v of CPU time", d)
			}
		})
	}
}

// TestHardSinks is TestBounds for what is asked of a cache's key and of what
// stands around its look-up.
func TestHardSinks(t *testing.T) {
	const head = "type cache struct{ m map[string]string }\nfunc load(a, id string) string\n"
	const get = "v, ok := c.m[id]\n%sif !ok { v = load(a, id); c.m[id] = v }\nreturn v }\n"
	args, params := strings.TrimSuffix(strings.Repeat("x, ", 16), ", "), make([]string, 16)
	for i := range params {
		params[i] = fmt.Sprintf("x%d", i)
	}
	for name, src := range map[string]string{
		// A number that is made of itself twice, by which the function is left.
		"hash": head + "func (c *cache) Get(a, id string, h uint64) string {\n" + fmt.Sprintf(get, strings.Repeat("h = h*h + h\n", 60)+"if h == 3 { return \"\" }\n"),
		// What the key is made of is given sixteen times to each of some calls.
		"text": head + "func mix(" + strings.Join(params, ", ") + " string) string\n" +
			"func (c *cache) Get(a, x string) string {\n" + strings.Repeat("x = mix("+args+")\n", 7) + "id := x\n" + fmt.Sprintf(get, ""),
	} {
		t.Run(name, func(t *testing.T) {
			a := load(t, src)
			start := cputime.Used()
			found := false
			for _, fn := range a.Funcs() {
				for _, s := range a.Sinks(fn) {
					found = found || slices.ContainsFunc(s.Missing, func(d *Dep) bool { return d.Expr == "a" })
				}
			}
			if !found {
				t.Error("a is not missed in the key")
			}
			if d := cputime.Used() - start; d > 5*time.Second {
				t.Errorf("took %v of CPU time", d)
			}
		})
	}
}

// TestQuestions: wrappers of wrappers that call each other many times ask their
// callers once for each key and value, not for each way to the store.
func TestQuestions(t *testing.T) {
	src := "type cache struct{ m map[string]string }\nfunc (c *cache) put0(id, v string) { c.m[id] = v }\n"
	for i := range maxLift {
		src += fmt.Sprintf("func (c *cache) put%d(id, v string) {\n%s}\n", i+1, strings.Repeat(fmt.Sprintf("c.put%d(id, v)\n", i), 30))
	}
	a := load(t, src)
	start := cputime.Used()
	for _, fn := range a.Funcs() {
		if n := len(a.Sinks(fn)); strings.HasPrefix(fn.Name(), "put") && (n < 1 || n > 30) {
			t.Errorf("%s has %d sinks", fn.Name(), n)
		}
	}
	if d := cputime.Used() - start; d > 5*time.Second {
		t.Errorf("took %v of CPU time", d)
	}
}

// TestParts: so many parts of one result, and of what one parameter leads to,
// are told apart; those past the bound depend on what all of it does.
func TestParts(t *testing.T) {
	var fields, set, asked strings.Builder
	for i := range maxParts + 1 {
		fmt.Fprintf(&fields, "F%d string; ", i)
		fmt.Fprintf(&set, "p.F%d = a\n", i)
		fmt.Fprintf(&asked, "func f%d(a, b string) string { return made(a, b).F%d }\n", i, i)
		fmt.Fprintf(&asked, "func g%d(a, b string) string { var t T; fill(&t, a, b); return t.F%d }\n", i, i)
	}
	a := load(t, "type T struct{ "+fields.String()+"Other string }\n"+
		"func made(a, b string) T { var p T\n"+set.String()+"p.Other = b\nreturn p }\n"+
		"func fill(p *T, a, b string) {\n"+set.String()+"p.Other = b }\n"+asked.String())
	for i := range maxParts + 1 {
		want := "a"
		if i == maxParts {
			want = "a b"
		}
		for _, f := range []string{"f", "g"} {
			name := fmt.Sprint(f, i)
			if got := strings.Join(inputs(t, a, name), " "); got != want {
				t.Errorf("%s depends on %s, want %s", name, got, want)
			}
		}
	}
}

// TestGotos: what chooses a value is worked out once for each block, so that
// code made by generators, whose blocks all lead to each other, ends soon.
func TestGotos(t *testing.T) {
	var b strings.Builder
	const n = 150
	for i := range n {
		fmt.Fprintf(&b, "L%d: switch s[p] {\n", i)
		for j := range 8 {
			fmt.Fprintf(&b, "case %d: p++; v += a; goto L%d\n", j, (i*7+j*11)%n)
		}
		b.WriteString("}\n")
	}
	a := load(t, "func f(a, b string, s []byte) string { v, p := \"\", 0\ngoto L0\n"+b.String()+"return v }")
	start := cputime.Used()
	if got := strings.Join(inputs(t, a, "f"), " "); !strings.HasPrefix(got, "a") || strings.Contains(got, "b") {
		t.Errorf("depends on %s, want a", got)
	}
	if d := cputime.Used() - start; d > 5*time.Second {
		t.Errorf("took %v of CPU time", d)
	}
}
