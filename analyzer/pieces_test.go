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
		`fmt.Sprintf("%s", args...)`, `strings.Join(list, ":")`, `strings.Join([]string{}, ":")`, `strings.Join([]string{0: s}, ":")`,
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
