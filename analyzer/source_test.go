package analyzer

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
)

// A source is a package of one file, for what looks at syntax and types alone.
type source struct {
	*origins
	text string
	file *ast.File
}

// exported is what the standard library exports, read once for all tests.
var exported = sync.OnceValue(importer.Default)

// sourceOf checks the text of a file. Its imports come from export data.
func sourceOf(t *testing.T, text string) *source {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{}, Implicits: map[ast.Node]types.Object{},
	}
	pkg, err := (&types.Config{Importer: exported()}).Check("example.com/p", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info}
	return &source{text: text, file: file,
		origins: &origins{pass: pass, root: func() inspector.Cursor { return inspector.New(pass.Files).Root() }}}
}

// marked returns the argument of each call of the function use, in order.
func (s *source) marked() []ast.Expr {
	var out []ast.Expr
	ast.Inspect(s.file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "use" {
				out = append(out, call.Args[0])
			}
		}
		return true
	})
	return out
}

// textOf returns the text of a node.
func (s *source) textOf(n ast.Node) string {
	from, to := s.pass.Fset.PositionFor(n.Pos(), false).Offset, s.pass.Fset.PositionFor(n.End(), false).Offset
	return s.text[from:to]
}

// Where a key is put together, as far as the package goes: what is used is
// followed to what stands in the comment behind it.
func TestFollow(t *testing.T) {
	s := sourceOf(t, followed)
	lines := strings.Split(followed, "\n")
	for _, e := range s.marked() {
		line := lines[s.pass.Fset.PositionFor(e.Pos(), false).Line-1]
		_, want, _ := strings.Cut(line, "// ")
		if got := s.textOf(s.follow(e)); got != want {
			t.Errorf("%s: is followed to %s, want %s", strings.TrimSpace(line), got, want)
		}
	}
}

const followed = `package p

import "fmt"

type named string

const prefix = "pre"

var global = "g:" + prefix

func use(v any) {}

func keyOf(id string) string         { return "k:" + id }
func sprintf(id string) string       { return fmt.Sprintf("k:%s", id) }
func verbs(a, b string) string       { return fmt.Sprintf("%5.1s:%%%-10v", a, b) }
func join(a, b string) string        { return a + ":" + b }
func twice(id string) string         { if id == "" { return "none" }; return "k:" + id }
func inner(id string) string         { f := func() string { return "x" }; _ = f; return "k:" + id }
func none(id string) (key string)    { key = "k:" + id; return }
func both(id string) (string, error) { return "k:" + id, nil }
func deeper(id string) string        { return keyOf(id) }
func generic[T any](v T) string      { return fmt.Sprint("k:", v) }
func two[T, U any](v T, u U) string  { return fmt.Sprint("k:", v, u) }

//line p_test.go:1
func tested(id string) string { return "t:" + id }
//line p.go:1:1

func external(id string) string

type builder struct{ id string }

func (b builder) key() string { return "k:" + b.id }

func variables(id string, n int, b builder) {
	key := "a:" + id
	use(key)          // "a:" + id
	use((key))        // "a:" + id
	use(named(key))   // "a:" + id
	use([]byte(key))  // "a:" + id
	use(id)           // id
	use(global)       // global
	use(b.id)         // b.id
	use(prefix)       // prefix
	other := key
	use(other)        // "a:" + id
	var declared = "b:" + id
	use(declared)     // "b:" + id
	var later string
	later = "c:" + id
	use(later)        // "c:" + id
	var x, y = "x:" + id, "y:" + id
	use(x)            // "x:" + id
	use(y)            // "y:" + id
	p, q := "p:" + id, "q:" + id
	use(p)            // "p:" + id
	use(q)            // "q:" + id
	var never string
	use(never)        // never
}

func changed(id string, ids []string) {
	again := "a:" + id
	again = "b:" + id
	use(again)        // again
	longer := "a:"
	longer += id
	use(longer)       // longer
	var grown string
	grown += id
	use(grown)        // grown
	taken := "a:" + id
	use(&taken)       // &taken
	use(taken)        // taken
	for i, each := range ids {
		use(each)     // each
		use(i)        // i
	}
	first, err := both(id)
	use(first)        // "k:" + id
	use(err)          // err
	var one, two = both(id)
	use(one)          // one
	use(two)          // two
	negative := -len(id)
	use(negative)     // -len(id)
}

func lists(id string) {
	use([]string{"a:" + id})           // "a:" + id
	use([]string{"a:" + id, "b:" + id}) // []string{"a:" + id, "b:" + id}
	use([]string{})                    // []string{}
	use([]string{0: "a:" + id})        // []string{0: "a:" + id}
	use([1]string{"a:" + id})          // [1]string{"a:" + id}
	use(map[string]int{"a:" + id: 1})  // map[string]int{"a:" + id: 1}
	use(builder{"a:" + id})            // builder{"a:" + id}
}

func calls(id string, n int, b builder) {
	use(keyOf(id))      // "k:" + id
	use((keyOf)(id))    // "k:" + id
	use(sprintf(id))    // fmt.Sprintf("k:%s", id)
	use(verbs(id, id))  // verbs(id, id)
	use(join("a", id))  // join("a", id)
	use(twice(id))      // twice(id)
	use(inner(id))      // "k:" + id
	use(none(id))       // none(id)
	use(deeper(id))     // "k:" + id
	use(generic(n))     // fmt.Sprint("k:", v)
	use(generic[int](n)) // fmt.Sprint("k:", v)
	use(two[int, string](n, id)) // fmt.Sprint("k:", v, u)
	use(b.key())        // "k:" + b.id
	use(builder.key(b)) // "k:" + b.id
	use(fmt.Sprint(id)) // fmt.Sprint(id)
	use(tested(id))     // tested(id)
	use(external(id))   // external(id)
	f := func() string { return "f:" + id }
	use(f())            // f()
}

func local(b builder) string {
	type keyer interface{ key() string }
	var k keyer = b
	use(k.key())        // k.key()
	return "local"
}

// Eight steps are followed, the ninth is not.
func chain(id string) {
	a := "k:" + id
	b := a
	c := b
	d := c
	e := d
	f := e
	g := f
	h := g
	i := h
	use(h)              // "k:" + id
	use(i)              // a
}
`

// Where a use is told that has no expression of its own for its key.
func TestOrigin(t *testing.T) {
	s := sourceOf(t, followed)
	e := s.marked()[0]
	for _, c := range []struct {
		why  string
		use  *keyuse.Use
		want place
	}{
		{"no place of the key", &keyuse.Use{Pos: e.Pos(), End: e.End()}, place{e.Pos(), e.End()}},
		{"a piece of an expression", &keyuse.Use{KeyPos: e.Pos(), KeyEnd: e.End() + 1, Pos: 1, End: 2}, place{e.Pos(), e.End() + 1}},
		{"outside of the source", &keyuse.Use{KeyPos: s.file.FileEnd + 5, KeyEnd: s.file.FileEnd + 6}, place{s.file.FileEnd + 5, s.file.FileEnd + 6}},
	} {
		if got := s.of(c.use); got != c.want || s.expr(c.use) != nil {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
	if at := s.of(&keyuse.Use{KeyPos: e.Pos(), KeyEnd: e.End()}); s.text[at.pos-1:at.end-1] != `"a:" + id` {
		t.Errorf("a variable is told at %q", s.text[at.pos-1:at.end-1])
	}
}
