package main

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/packages"
)

// A mutant is one small change of one file.
type mutant struct {
	id    int // what the switch is set to
	file  string
	posn  string
	line  int
	what  string
	edits func(id int) []edit

	tests []*test // those that reach it
}

// An edit replaces what is between two offsets of the file. An insertion
// closes a piece of code, or else opens one.
type edit struct {
	pos, end int
	text     string
	closes   bool
}

// A pkg is a package whose code is changed.
type pkg struct {
	*packages.Package
	found []*mutant
	file  *token.File
}

const mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedTypes | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedExportFile

func load(pattern string) (*pkg, error) {
	ps, err := packages.Load(&packages.Config{Mode: mode}, pattern)
	if err != nil {
		return nil, err
	}
	if len(ps) != 1 || len(ps[0].Errors) > 0 {
		return nil, fmt.Errorf("not one package without errors: %v", ps)
	}
	return &pkg{Package: ps[0]}, nil
}

// points lists every mutant of the package, in the order of the source.
func (p *pkg) points() []*mutant {
	for _, f := range p.Syntax {
		if ast.IsGenerated(f) {
			continue
		}
		p.file = p.Fset.File(f.Pos())
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil || fn.Name.Name == "String" || fn.Name.Name == "init" {
				continue // debug output, and what runs before any test
			}
			p.function(fn.Type, fn.Body)
		}
	}
	return p.found
}

// function finds the mutants in the body of a function.
func (p *pkg) function(sig *ast.FuncType, body *ast.BlockStmt) {
	conds := map[ast.Expr]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			p.function(n.Type, n.Body)
			return false
		case *ast.GenDecl:
			return n.Tok != token.CONST
		case *ast.IfStmt:
			p.condition(n.Cond, conds)
		case *ast.ForStmt:
			p.condition(n.Cond, conds)
		case *ast.SwitchStmt:
			if n.Tag == nil {
				for _, c := range n.Body.List {
					for _, e := range c.(*ast.CaseClause).List {
						p.condition(e, conds)
					}
				}
			}
		case *ast.BlockStmt:
			p.removable(n.List)
		case *ast.CaseClause:
			p.removable(n.Body)
		case *ast.CommClause:
			p.removable(n.Body)
		case *ast.ReturnStmt:
			p.emptied(n, sig)
		case *ast.BinaryExpr:
			p.binary(n, conds)
		case *ast.ArrayType:
			return false // its length must stay constant
		case *ast.CallExpr:
			if p.onlyCapacity(n) {
				return false
			}
		}
		if e, ok := n.(ast.Expr); ok && p.constantInt(e) {
			if !p.isBound(e) {
				p.offByOne(e)
			}
			return false
		}
		return true
	})
}

// onlyCapacity reports whether a call says nothing but how much room to make:
// no test can notice a change there. A make with a capacity has the length 0.
func (p *pkg) onlyCapacity(c *ast.CallExpr) bool {
	switch f := p.TypesInfo.Uses[calleeName(c)].(type) {
	case *types.Builtin:
		if f.Name() != "make" || len(c.Args) < 2 {
			return false
		}
		_, isMap := p.TypesInfo.TypeOf(c).Underlying().(*types.Map)
		return isMap || len(c.Args) == 3 && p.isZero(c.Args[1])
	case *types.Func:
		switch f.FullName() {
		case "slices.Grow", "(*strings.Builder).Grow", "(*bytes.Buffer).Grow":
			return true
		}
	}
	return false
}

func calleeName(c *ast.CallExpr) *ast.Ident {
	switch f := ast.Unparen(c.Fun).(type) {
	case *ast.Ident:
		return f
	case *ast.SelectorExpr:
		return f.Sel
	}
	return nil
}

// add notes a mutant of the code between two nodes' ends.
func (p *pkg) add(at token.Pos, what string, edits func(id int) []edit) {
	pos := p.Fset.Position(at)
	p.found = append(p.found, &mutant{
		file: pos.Filename, line: pos.Line, what: what, edits: edits,
		posn: fmt.Sprintf("%s:%d:%d", filepath.Base(pos.Filename), pos.Line, pos.Column),
	})
}

// wrap puts text before and after a node.
func (p *pkg) wrap(n ast.Node, before, after string) []edit {
	from, to := p.file.Offset(n.Pos()), p.file.Offset(n.End())
	return []edit{{from, from, before, false}, {to, to, after, true}}
}

func (p *pkg) isConst(e ast.Expr) bool { return p.TypesInfo.Types[e].Value != nil }

// condition negates a condition.
func (p *pkg) condition(e ast.Expr, conds map[ast.Expr]bool) {
	if e == nil || p.isConst(e) {
		return
	}
	conds[e] = true
	q := *p
	p.add(e.Pos(), "condition negated: "+p.text(e), func(id int) []edit {
		return q.wrap(e, fmt.Sprintf("mutantOn(%d) != bool(", id), ")")
	})
}

var comparisons = map[token.Token]string{token.LSS: "mutantLess", token.LEQ: "mutantLessEq", token.GTR: "mutantMore", token.GEQ: "mutantMoreEq"}

// binary moves the boundary of a comparison, turns == to !=, && to ||, + to -.
func (p *pkg) binary(e *ast.BinaryExpr, conds map[ast.Expr]bool) {
	if p.isConst(e) {
		return
	}
	q := *p
	op := func(helper string) func(id int) []edit {
		return func(id int) []edit {
			at := q.file.Offset(e.OpPos)
			return append(q.wrap(e, fmt.Sprintf("%s(%d, ", helper, id), ")"), edit{at, at + len(e.Op.String()), ",", false})
		}
	}
	switch e.Op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		if p.isBound(e.X) || p.isBound(e.Y) {
			return
		}
		p.add(e.OpPos, "boundary moved: "+p.text(e), op(comparisons[e.Op]))
	case token.EQL, token.NEQ:
		if !conds[e] {
			p.add(e.OpPos, "comparison negated: "+p.text(e), func(id int) []edit {
				return q.wrap(e, fmt.Sprintf("(mutantOn(%d) != (", id), "))")
			})
		}
	case token.LAND, token.LOR:
		helper, other := "mutantAnd", "||"
		if e.Op == token.LOR {
			helper, other = "mutantOr", "&&"
		}
		p.add(e.OpPos, e.Op.String()+" to "+other+": "+p.text(e), func(id int) []edit {
			at := q.file.Offset(e.OpPos)
			return append(q.wrap(e, fmt.Sprintf("%s(%d, bool(", helper, id), ") })"), edit{at, at + 2, "), func() bool { return bool(", false})
		})
	case token.ADD, token.SUB:
		if b, ok := p.TypesInfo.TypeOf(e).Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
			p.add(e.OpPos, "+ and - exchanged: "+p.text(e), op(map[token.Token]string{token.ADD: "mutantPlus", token.SUB: "mutantMinus"}[e.Op]))
		}
	}
}

// constantInt reports whether an expression is a whole constant of type int.
func (p *pkg) constantInt(e ast.Expr) bool {
	tv := p.TypesInfo.Types[e]
	return tv.Value != nil && tv.Value.Kind() == constant.Int && types.Identical(tv.Type, types.Typ[types.Int])
}

// isBound reports whether a constant is a bound, by its name and size, or made
// of one: one more or less would be as good.
func (p *pkg) isBound(e ast.Expr) bool {
	bound := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if c, ok := p.TypesInfo.Uses[id].(*types.Const); ok && strings.HasPrefix(strings.ToLower(c.Name()), "max") {
				size, exact := constant.Int64Val(constant.ToInt(c.Val()))
				bound = bound || exact && size >= smallestBound
			}
		}
		return true
	})
	return bound && p.isConst(e)
}

// smallestBound is what a bound is at least. A smaller one is a rule.
const smallestBound = 8

func (p *pkg) offByOne(e ast.Expr) {
	q := *p
	for _, by := range []int{1, -1} {
		what := map[int]string{1: "constant one more: ", -1: "constant one less: "}[by]
		p.add(e.Pos(), what+p.text(e), func(id int) []edit {
			return q.wrap(e, fmt.Sprintf("mutantInstead(%d, %d, ", id, by), ")")
		})
	}
}

// removable leaves out calls, assignments and jumps of a list of statements.
func (p *pkg) removable(list []ast.Stmt) {
	q := *p
	for _, s := range list {
		switch s := s.(type) {
		case *ast.ExprStmt:
			if c, ok := s.X.(*ast.CallExpr); ok && (isPanic(c) || p.onlyCapacity(c)) {
				continue
			}
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				continue
			}
		case *ast.BranchStmt:
			if s.Tok == token.GOTO || s.Tok == token.FALLTHROUGH {
				continue
			}
		case *ast.IncDecStmt, *ast.DeferStmt:
		default:
			continue
		}
		p.add(s.Pos(), "left out: "+p.text(s), func(id int) []edit {
			return q.wrap(s, fmt.Sprintf("if !mutantOn(%d) { ", id), " }")
		})
	}
}

func isPanic(c *ast.CallExpr) bool {
	id, ok := c.Fun.(*ast.Ident)
	return ok && id.Name == "panic"
}

// emptied returns zero values instead; where that is what is returned, true
// instead of false.
func (p *pkg) emptied(ret *ast.ReturnStmt, sig *ast.FuncType) {
	if len(ret.Results) == 0 || sig.Results == nil {
		return
	}
	var zeros []string
	for _, f := range sig.Results.List {
		for range max(1, len(f.Names)) {
			zeros = append(zeros, "*new("+p.text(f.Type)+")")
		}
	}
	if len(zeros) != len(ret.Results) {
		return // return f()
	}
	what, plain := "returns nothing: ", true
	for _, e := range ret.Results {
		plain = plain && p.isZero(e)
	}
	if plain {
		last := len(zeros) - 1
		if p.text(ret.Results[last]) != "false" {
			return
		}
		what, zeros[last] = "returns true: ", "true"
	}
	q := *p
	p.add(ret.Pos(), what+p.text(ret), func(id int) []edit {
		at := q.file.Offset(ret.Pos())
		return []edit{{at, at, fmt.Sprintf("if mutantOn(%d) { return %s }; ", id, strings.Join(zeros, ", ")), false}}
	})
}

func (p *pkg) isZero(e ast.Expr) bool {
	if tv := p.TypesInfo.Types[e]; tv.IsNil() {
		return true
	} else if tv.Value != nil {
		s := tv.Value.ExactString()
		return s == "0" || s == `""` || s == "false"
	}
	lit, ok := e.(*ast.CompositeLit)
	return ok && len(lit.Elts) == 0
}
