package valuedep

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/methods"
)

// A Config is what an analysis is told of its package.
type Config struct {
	Pkg   *ssa.Package
	Files []*ast.File
	Info  *types.Info
	// Sites returns what a call does to a store, or nil.
	Sites func(ssa.CallInstruction) []*Site
	// Known returns what another package's function is known to do, or nil.
	Known func(*types.Func) *Summary
}

// An Analysis answers questions about one package. It is not safe for
// concurrent use.
type Analysis struct {
	Config
	funcs     []*ssa.Function
	bindings  map[*ssa.FreeVar][]ssa.Value
	results   map[resultKey]*Deps
	busy      map[resultKey]bool
	outs      map[outKey]*Deps
	outsBusy  map[outKey]bool
	reach     map[*ssa.BasicBlock]blockSet
	chosen    map[*ssa.BasicBlock]choice
	met       map[meetKey]blockSet
	sinks     map[*ssa.Function][]*Sink
	lifts     map[*ssa.Function][]*Sink // those of sinks that callers look at
	gets      map[*ssa.Function][]*get
	guarded   map[*ssa.Function][]*Dep
	impls     map[*types.Func][]*ssa.Function
	held      map[*types.Interface][]*types.Named
	calls     map[token.Pos]*ast.CallExpr
	loops     []*ast.RangeStmt
	tests     map[types.Object]token.Pos // where the condition of an if first names a variable
	fields    map[*types.Var]*fieldUse
	handedOut map[*types.Var]bool   // maps in fields that are returned whole
	brief     map[*types.Named]bool // see noteBrief
	globals   map[*ssa.Global]bool
	typeNames []*types.TypeName
	handles   map[types.Type]bool // see isHandle
	// What function values can be, and what calls put into their contexts and
	// tell their connections.
	functionSets map[funcKey]funcSet
	putsFound    map[putKey]putFound
	sessions     map[sessionKey]*Deps
	depth        int

	// How many parts of a result, and of what a parameter leads to, were asked
	// for: see maxParts.
	resultParts map[resultKey]int
	outParts    map[outKey]int
}

type resultKey struct {
	fn     *ssa.Function
	index  int
	path   string
	errors bool
}

type outKey struct {
	fn    *ssa.Function
	param int
	path  string
}

// New prepares the analysis of a package.
func New(c Config) *Analysis {
	a := &Analysis{
		Config:    c,
		bindings:  map[*ssa.FreeVar][]ssa.Value{},
		results:   map[resultKey]*Deps{},
		met:       map[meetKey]blockSet{},
		busy:      map[resultKey]bool{},
		outs:      map[outKey]*Deps{},
		outsBusy:  map[outKey]bool{},
		reach:     map[*ssa.BasicBlock]blockSet{},
		chosen:    map[*ssa.BasicBlock]choice{},
		sinks:     map[*ssa.Function][]*Sink{},
		lifts:     map[*ssa.Function][]*Sink{},
		gets:      map[*ssa.Function][]*get{},
		guarded:   map[*ssa.Function][]*Dep{},
		impls:     map[*types.Func][]*ssa.Function{},
		held:      map[*types.Interface][]*types.Named{},
		fields:    map[*types.Var]*fieldUse{},
		handedOut: map[*types.Var]bool{},
		brief:     map[*types.Named]bool{},
		globals:   map[*ssa.Global]bool{},
		handles:   map[types.Type]bool{},

		functionSets: map[funcKey]funcSet{},
		putsFound:    map[putKey]putFound{},
		sessions:     map[sessionKey]*Deps{},

		resultParts: map[resultKey]int{},
		outParts:    map[outKey]int{},
	}
	if a.Sites == nil {
		a.Sites = func(ssa.CallInstruction) []*Site { return nil }
	}
	if a.Known == nil {
		a.Known = func(*types.Func) *Summary { return nil }
	}
	a.collect()
	for _, fn := range a.funcs {
		a.scan(fn)
	}
	return a
}

// Funcs returns the functions of the package, function literals apart.
func (a *Analysis) Funcs() []*ssa.Function { return a.funcs }

// collect finds the declared functions in source order.
func (a *Analysis) collect() {
	for _, f := range a.Files {
		for _, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil {
				continue
			}
			obj, _ := a.Info.Defs[fd.Name].(*types.Func)
			if obj == nil {
				continue
			}
			if fn := a.Pkg.Prog.FuncValue(obj); fn != nil && len(fn.Blocks) > 0 {
				a.funcs = append(a.funcs, fn)
			}
		}
	}
	if init := a.Pkg.Func("init"); init != nil {
		a.funcs = append(a.funcs, init)
	}
	for _, name := range a.Pkg.Pkg.Scope().Names() {
		if tn, ok := a.Pkg.Pkg.Scope().Lookup(name).(*types.TypeName); ok && !tn.IsAlias() {
			a.typeNames = append(a.typeNames, tn)
		}
	}
}

// scan notes what has to be known of the whole package before any question:
// what closures capture, and where fields and variables are assigned.
func (a *Analysis) scan(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.MakeClosure:
				f := in.Fn.(*ssa.Function)
				for i, fv := range f.FreeVars {
					a.bindings[fv] = append(a.bindings[fv], in.Bindings[i])
				}
			case *ssa.Store:
				a.noteStore(in)
			case *ssa.Return:
				a.noteReturn(in)
			case *ssa.Call:
				a.noteBrief(in)
			}
		}
	}
	for _, anon := range fn.AnonFuncs {
		a.scan(anon)
	}
}

// body returns the function whose body tells what fn does: generic functions
// are looked at once, not for each instance.
func (a *Analysis) body(fn *ssa.Function) *ssa.Function {
	if fn == nil {
		return nil
	}
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if len(fn.Blocks) == 0 {
		return nil
	}
	if fn.Pkg != a.Pkg && fn.Synthetic == "" {
		return nil
	}
	return fn
}

// outermost returns the declared function that fn stands in.
func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// implementations returns the methods of this package's types that an
// interface method can mean.
func (a *Analysis) implementations(m *types.Func) []*ssa.Function {
	if fns, ok := a.impls[m]; ok {
		return fns
	}
	a.impls[m] = nil
	recv := m.Signature().Recv()
	if recv == nil {
		return nil
	}
	iface, ok := recv.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var fns []*ssa.Function
	for _, named := range a.holders(iface) {
		if fn := a.body(a.Pkg.Prog.FuncValue(methods.Of(named, m).Origin())); fn != nil {
			fns = append(fns, fn)
		}
		if len(fns) > maxImpls {
			fns = nil
			break
		}
	}
	a.impls[m] = fns
	return fns
}

// holders returns this package's types that a value of the interface can hold.
func (a *Analysis) holders(iface *types.Interface) []*types.Named {
	all, ok := a.held[iface]
	if !ok {
		for _, tn := range a.typeNames {
			if named, ok := tn.Type().(*types.Named); ok && !types.IsInterface(named) && methods.Implement(named, iface) {
				all = append(all, named)
			}
		}
		a.held[iface] = all
	}
	return all
}

// callExpr returns the source of a call instruction.
func (a *Analysis) callExpr(c ssa.CallInstruction) *ast.CallExpr {
	a.index()
	return a.calls[c.Common().Pos()]
}

// index notes where the calls and loops of the source are.
func (a *Analysis) index() {
	if a.calls != nil {
		return
	}
	a.calls = map[token.Pos]*ast.CallExpr{}
	a.tests = map[types.Object]token.Pos{}
	for _, f := range a.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				a.calls[n.Lparen] = n
			case *ast.IfStmt:
				a.indexTest(n.Cond)
			case *ast.RangeStmt:
				a.loops = append(a.loops, n)
			}
			return true
		})
	}
}

// indexTest notes which variables the condition of an if names.
func (a *Analysis) indexTest(cond ast.Expr) {
	ast.Inspect(cond, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := a.Info.Uses[id].(*types.Var); ok && !a.tests[v].IsValid() {
				a.tests[v] = id.Pos()
			}
		}
		return true
	})
}

// elementName returns what the loop with the given head calls its element.
func (a *Analysis) elementName(head *ssa.BasicBlock) string {
	a.index()
	pos := token.NoPos
	for _, s := range head.Succs {
		for _, in := range s.Instrs {
			if in.Pos().IsValid() && !pos.IsValid() && head.Dominates(s) {
				pos = in.Pos()
			}
		}
		if pos.IsValid() {
			break
		}
	}
	var best *ast.RangeStmt
	for _, l := range a.loops {
		if l.Pos() <= pos && pos < l.End() && (best == nil || best.Pos() < l.Pos()) {
			best = l
		}
	}
	if best != nil {
		for _, e := range []ast.Expr{best.Value, best.Key} {
			if id, ok := e.(*ast.Ident); ok && id.Name != "_" {
				return id.Name
			}
		}
	}
	return "the element of the loop"
}
