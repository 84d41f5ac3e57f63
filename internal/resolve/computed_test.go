package resolve_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/corpus"
	"github.com/tenantkey/tenantkey/internal/resolve"
	"github.com/tenantkey/tenantkey/internal/resolve/testdata/computed"
	"github.com/tenantkey/tenantkey/internal/template"
)

var loadComputed = sync.OnceValues(func() (*packages.Package, error) {
	pkgs, err := packages.Load(&packages.Config{
		Fset: token.NewFileSet(),
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedTypes | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedExportFile,
	}, "./testdata/computed")
	if err != nil {
		return nil, err
	}
	if len(pkgs[0].Errors) > 0 {
		return nil, pkgs[0].Errors[0]
	}
	return pkgs[0], nil
})

// TestComputed: what a function returns is what its want comment says, over its
// parameters, and with these filled in what the function really returns. Where
// something stays unknown then, the comment says open, too.
func TestComputed(t *testing.T) {
	p, err := loadComputed()
	if err != nil {
		t.Fatal(err)
	}
	pkg := build(p.Fset, p)
	r := resolve.New(pkg, p.Fset, resolve.NoFacts{})
	r.Index(resolve.Functions(pkg))
	at := map[token.Pos]*ssa.Function{}
	for _, fn := range resolve.Functions(pkg) {
		at[fn.Pos()] = fn
	}
	var said []corpus.Said
	for name, fns := range computed.Functions {
		for i, pos := range literals(p.Syntax, name) {
			posn := p.Fset.Position(pos)
			place := corpus.Place{File: filepath.Base(posn.Filename), Line: posn.Line}
			c := computation{r: r, fn: at[pos], run: reflect.ValueOf(fns[i])}
			said = append(said, corpus.Said{Place: place, Message: c.said().String()})
			open, err := c.differs()
			if err != nil {
				t.Errorf("%v: %v", place, err)
			}
			if open {
				said = append(said, corpus.Said{Place: place, Message: "open"})
			}
		}
	}
	corpus.Read(t, filepath.Join("testdata", "computed"), func(string) bool { return true }).Compare(t, said)
}

// literals returns where the functions of a list are written.
func literals(files []*ast.File, list string) (out []token.Pos) {
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || spec.Names[0].Name != list {
				return true
			}
			for _, e := range spec.Values[0].(*ast.CompositeLit).Elts {
				out = append(out, e.Pos())
			}
			return false
		})
	}
	return out
}

// A computation is a function as it is read, and as it runs.
type computation struct {
	r   *resolve.Resolver
	fn  *ssa.Function
	run reflect.Value
}

func (c computation) said() template.Set { return c.with(nil) }

// with is what the function is said to return when it is given args.
func (c computation) with(args []reflect.Value) template.Set {
	v := c.r.Instantiate(c.r.Returns(c.fn)[0], resolve.OwnerOf(c.fn), func(i int) (template.Value, bool) {
		if args == nil {
			return template.Value{}, false
		}
		return template.TextValue(template.Text(fmt.Sprint(args[i]))), true
	})
	return c.r.KeyText(v, c.fn.Signature.Results().At(0).Type())
}

// differs runs the function. It reports whether what is said then has holes, and
// whether it can't be what is returned.
func (c computation) differs() (open bool, err error) {
	for _, args := range arguments(c.run.Type()) {
		got, is := c.with(args), c.run.Call(args)[0].String()
		if !slices.ContainsFunc(got, func(t template.Template) bool { return canBe(t, is) }) {
			err = fmt.Errorf("returns %q for %v, and is said to return %q", is, args, got.Strings())
		}
		open = open || got.Any(func(*template.Hole) bool { return true })
	}
	return open, err
}

// arguments returns lists of arguments for a function of text, numbers and
// bools.
func arguments(f reflect.Type) (lists [][]reflect.Value) {
	samples := map[reflect.Kind][]any{
		reflect.String: {"", "a", "Ab: c/d", "12", "//x.y-z_"},
		reflect.Int:    {0, 7, -12, 1040, 65},
		reflect.Bool:   {true, false, true, true, false},
	}
	for n := range 5 {
		args := make([]reflect.Value, f.NumIn())
		for i := range args {
			args[i] = reflect.ValueOf(samples[f.In(i).Kind()][(n+i)%5])
		}
		lists = append(lists, args)
	}
	return lists
}

// canBe reports whether a template can be a text: a hole is any text.
func canBe(t template.Template, text string) bool {
	rx := "(?s)^"
	for _, p := range t {
		if p.Hole != nil {
			rx += ".*"
		} else {
			rx += regexp.QuoteMeta(p.Lit)
		}
	}
	return regexp.MustCompile(rx + "$").MatchString(text)
}
