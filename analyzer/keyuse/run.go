package keyuse

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/resolve"
)

// A finder goes through one package.
type finder struct {
	pass    *analysis.Pass
	pkg     *ssa.Package
	fns     []*ssa.Function
	facts   imported
	res     *resolve.Resolver
	calls   map[token.Pos]*ast.CallExpr // by position of the parenthesis
	sites   map[*types.Func][]site      // calls by the declared function or method called
	order   []*types.Func               // see ordered
	takes   map[*types.Func][]Taking    // of functions and interface methods of this package
	visible map[*types.Func][]Taking    // of interface methods, by implementations in imports
	imports map[string][]*types.Func    // see takers
	queue   []*types.Func               // functions that have a new taking
	uses    []*Use
}

// A site is a call of a declared function or of an interface's method.
type site struct {
	instr ssa.CallInstruction
	fn    *types.Func
}

func run(pass *analysis.Pass) (any, error) {
	if !relevant(pass) {
		return &Result{}, nil
	}
	f := &finder{
		pass: pass, facts: imported{pass},
		calls:   map[token.Pos]*ast.CallExpr{},
		sites:   map[*types.Func][]site{},
		takes:   map[*types.Func][]Taking{},
		visible: map[*types.Func][]Taking{},
	}
	f.pkg = buildSSA(pass)
	f.fns = resolve.Functions(f.pkg)
	f.res = resolve.New(f.pkg, pass.Fset, f.facts)
	f.res.Index(f.fns)
	f.readSyntax()
	f.findSites()
	f.storeCalls()
	f.ownStores()
	f.wrapperCalls()
	f.shapedCalls()
	f.export()
	f.sort()
	return &Result{Uses: f.uses, Pkg: f.pkg, more: &declared{finder: f}}, nil
}

// sort puts the uses in the order of the source.
func (f *finder) sort() {
	slices.SortStableFunc(f.uses, func(a, b *Use) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.KeyPos, b.KeyPos))
	})
}

// readSyntax finds the call expressions, by the position that SSA gives them.
func (f *finder) readSyntax() {
	for _, file := range f.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok {
				f.calls[c.Lparen] = c
			}
			return true
		})
	}
}

// findSites finds the calls, deferred and go calls among them.
func (f *finder) findSites() {
	for _, fn := range f.fns {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if callee := f.callee(call.Common()); callee != nil {
					f.sites[callee] = append(f.sites[callee], site{call, callee})
				}
			}
		}
	}
}

// callee returns the declared function or method that is called, also through
// a variable or field that can only be one function.
func (f *finder) callee(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method.Origin()
	}
	fn := c.StaticCallee()
	if fn == nil {
		if _, isBuiltin := c.Value.(*ssa.Builtin); isBuiltin {
			return nil
		}
		fn, _ = f.res.Target(c.Value)
	}
	if fn == nil {
		return nil
	}
	if o := fn.Origin(); o != nil {
		fn = o
	}
	obj, _ := fn.Object().(*types.Func)
	if obj == nil {
		return nil
	}
	return obj.Origin()
}
