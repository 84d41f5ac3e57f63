package analyzer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/template"
)

// TestInsert: with the edits of an insertion made, the expression is the key
// with the tenant in it, wherever it is put in.
func TestInsert(t *testing.T) {
	for _, tt := range []struct {
		expr   string
		places int // that can be edited; of the rest that is known
	}{
		{`fmt.Sprintf("project:%d", id)`, 3},
		{`fmt.Sprintf("a:%s:%05d/%%", s, id)`, 5},
		{`fmt.Sprintf("100%%:%s", s)`, 3},
		{"fmt.Sprintf(`a:%s`, s)", 3},
		{`"project:" + s`, 3},
		{`s + ":project"`, 3},
		{`s + ":" + s`, 3},
		{`"member/" + s + "/profile"`, 4},
		{`"a:b:" + (s + ":c") + s`, 5},
		{"`a:b` + s", 3},
		{`"a:b" + prefix + s`, 2},
		{`prefix + s`, 2},
		{`strings.Join([]string{"project", s}, ":")`, 3},
		{`strings.Join([]string{s, "a-b", s}, ":")`, 4},
		{`"\x61:b:" + s`, 3}, // its source has other offsets
		{`"é:" + s + "ß:" + s`, 4},
	} {
		ps := parsePieces(t, tt.expr)
		if ps == nil {
			t.Errorf("%s: is not taken apart", tt.expr)
			continue
		}
		done := 0
		for _, at := range places(ps.flat()) {
			edits, ok := ps.insert(at, &scoped{expr: "tenant", text: "tenant", verb: "%s"})
			if !ok {
				continue
			}
			done++
			fixed := parsePieces(t, edited(tt.expr, edits))
			flat := ps.flat()
			if want := flat[:at.offset] + at.before + string(holeMark) + at.after + flat[at.offset:]; fixed == nil || fixed.flat() != want {
				t.Errorf("%s at %d: is %s, want %q", tt.expr, at.offset, edited(tt.expr, edits), want)
			}
		}
		if done != tt.places {
			t.Errorf("%s: %d of %d places can be edited, want %d", tt.expr, done, len(places(ps.flat())), tt.places)
		}
	}
}

// What can't be edited is not taken apart.
func TestNoPieces(t *testing.T) {
	for _, expr := range []string{
		`fmt.Sprintf(prefix+"%s", s)`, `fmt.Sprintf("%[1]s", s)`, `fmt.Sprintf("%*d", 3, id)`, `fmt.Sprintf("a%", s)`, `fmt.Sprintf("%s")`,
		`fmt.Sprintf("%s", args...)`, `fmt.Sprintf(three())`, `strings.Join(two())`, `strings.Join(list, ":")`, `strings.Join([]string{}, ":")`, `strings.Join([]string{0: s}, ":")`,
		`strings.Join([]string{s}, s)`, `strings.Join([]string{s}, "")`, `named("a") + named(s)`, `s`, `fmt.Sprint(s)`, `s[1:]`,
	} {
		if ps := parsePieces(t, expr); ps != nil {
			t.Errorf("%s is taken apart: %q", expr, ps.flat())
		}
	}
}

// With no text for it, the tenant is not put into a sum or a list.
func TestInsertNumber(t *testing.T) {
	for expr, want := range map[string]bool{`fmt.Sprintf("a:%s", s)`: true, `"a:" + s`: false, `strings.Join([]string{"a", s}, ":")`: false} {
		ps := parsePieces(t, expr)
		if _, ok := ps.insert(insertion{len(ps.flat()), ":", ""}, &scoped{expr: "tenant", verb: "%d"}); ok != want {
			t.Errorf("%s: %v", expr, ok)
		}
	}
}

const piecesBefore = `package p
import ("fmt"; "strings")
type named string
const prefix = "pre"
func two() ([]string, string) { return nil, "" }
func three() (string, any) { return "", 0 }
var _, _ = fmt.Sprint, strings.Join
func f(s, tenant string, id int, list []string, args []any) any { return `

func parsePieces(t *testing.T, expr string) pieces {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", piecesBefore+expr+"\n}", parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}
	conf := types.Config{Importer: exported()}
	pkg, err := conf.Check("p", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	body := file.Decls[len(file.Decls)-1].(*ast.FuncDecl).Body
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info}
	ps, ok := piecesOf(pass, body.List[0].(*ast.ReturnStmt).Results[0])
	if !ok {
		return nil
	}
	if ps == nil {
		t.Fatalf("%s: taken apart into nothing", expr)
	}
	return ps
}

// edited makes edits of the expression, which stands at the same place of the
// file that it was parsed in.
func edited(expr string, edits []analysis.TextEdit) string {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b analysis.TextEdit) int { return int(b.Pos - a.Pos) })
	for _, e := range edits {
		at := int(e.Pos) - 1 - len(piecesBefore)
		expr = expr[:at] + string(e.NewText) + expr[at:]
	}
	return strings.TrimSpace(expr)
}

// A part and its separator are put into a template where the flat text says.
func TestInsertTemplate(t *testing.T) {
	id, tenant := hole("id", template.Param), hole("tenant", template.Param)
	for _, c := range []struct {
		key  template.Template
		at   insertion
		want string
	}{
		{key("a:b:", id), insertion{2, "", ":"}, "a:{tenant}:b:{id}"},
		{key("a:b:", id), insertion{4, "", ":"}, "a:b:{tenant}:{id}"},
		{key("a:b:", id), insertion{5, ":", ""}, "a:b:{id}:{tenant}"},
		{key("a:", id, ":c"), insertion{0, "", ":"}, "{tenant}:a:{id}:c"},
		{key("a:", id, ":c"), insertion{4, "", ":"}, "a:{id}:{tenant}:c"},
		{key("a:", id, ":c"), insertion{3, "", ":"}, "a:{id}{tenant}::c"},
	} {
		if got := insert(c.key, c.at, tenant).String(); got != c.want {
			t.Errorf("%s at %d: %s, want %s", c.key, c.at.offset, got, c.want)
		}
	}
}

// Where another segment can go.
func TestPlaces(t *testing.T) {
	for flat, want := range map[string][]insertion{
		"a:b":  {{2, "", ":"}, {3, ":", ""}, {0, "", ":"}},
		"a/b-": {{2, "", "/"}, {4, "-", ""}, {0, "", "-"}},
		"ab":   {{2, ":", ""}, {0, "", ":"}},
		":":    {{1, ":", ""}, {0, "", ":"}},
	} {
		if got := places(flat); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", flat, got, want)
		}
	}
}
