package resolve

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// An index is what is looked up in the whole package: who writes a field or a
// variable, where a closure is made, who calls a function.
type index struct {
	writes   map[ssa.Value][]write
	closures map[*ssa.Function]*ssa.MakeClosure // nil where it is made in several places
	fields   map[*types.Var][]*ssa.Store
	globals  map[*ssa.Global][]*ssa.Store
	parts    map[*ssa.Global]bool // variables that have a field or an element written
	callers  map[*ssa.Function][]ssa.CallInstruction
	held     map[*ssa.Function]bool     // functions that are a value somewhere
	methods  map[string][]*ssa.Function // by name: methods declared in the package
	updates  map[*ssa.Global]bool       // maps in variables that are changed outside init
	blocks   map[*ssa.BasicBlock]map[ssa.Instruction]int
	sends    map[any][]ssa.Value                          // by where the channel is made, or its field
	contexts []*ssa.Call                                  // of context.WithValue
	loads    map[*ssa.Function]map[*types.Var][]*ssa.UnOp // by the field that is loaded
	returned map[*ssa.Parameter]bool                      // parameters that their function returns, always
	after    map[*ssa.BasicBlock]map[*ssa.BasicBlock]bool // blocks that can run after one; nil: too many
}

// Functions returns all functions of the package that have a body, closures
// behind the function they stand in, in source order of declaration.
func Functions(pkg *ssa.Package) []*ssa.Function {
	var out []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || fn.Blocks == nil {
			return
		}
		out = append(out, fn)
		for _, a := range fn.AnonFuncs {
			add(a)
		}
	}
	add(pkg.Func("init"))
	for i := 1; pkg.Func("init#"+itoa(i)) != nil; i++ {
		add(pkg.Func("init#" + itoa(i)))
	}
	for _, obj := range declared(pkg) {
		add(pkg.Prog.FuncValue(obj))
	}
	return out
}

// declared returns the functions and methods of the package's scope, and its
// init functions, which no scope has.
func declared(pkg *ssa.Package) []*types.Func {
	var out []*types.Func
	scope := pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Func:
			out = append(out, obj)
		case *types.TypeName:
			if named, ok := obj.Type().(*types.Named); ok && !obj.IsAlias() {
				for m := range named.Methods() {
					out = append(out, m)
				}
			}
		}
	}
	return out
}

// Index makes the resolver read the functions once. It must be called before
// Value.
func (r *Resolver) Index(fns []*ssa.Function) {
	x := &index{
		writes:   map[ssa.Value][]write{},
		closures: map[*ssa.Function]*ssa.MakeClosure{},
		fields:   map[*types.Var][]*ssa.Store{},
		globals:  map[*ssa.Global][]*ssa.Store{},
		parts:    map[*ssa.Global]bool{},
		callers:  map[*ssa.Function][]ssa.CallInstruction{},
		held:     map[*ssa.Function]bool{},
		methods:  map[string][]*ssa.Function{},
		updates:  map[*ssa.Global]bool{},
		blocks:   map[*ssa.BasicBlock]map[ssa.Instruction]int{},
		sends:    map[any][]ssa.Value{},
		loads:    map[*ssa.Function]map[*types.Var][]*ssa.UnOp{},
		returned: map[*ssa.Parameter]bool{},
		after:    map[*ssa.BasicBlock]map[*ssa.BasicBlock]bool{},
	}
	r.index = x
	r.budget = packageWork + functionWork*len(fns)
	twice := map[*ssa.Function]bool{}
	for _, fn := range fns {
		if fn.Signature.Recv() != nil && fn.Parent() == nil {
			x.methods[fn.Name()] = append(x.methods[fn.Name()], fn)
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				x.hold(instr)
				switch instr := instr.(type) {
				case *ssa.Store:
					x.store(instr)
				case *ssa.Send:
					r.send(instr.Chan, instr.X)
				case *ssa.Select:
					for _, st := range instr.States {
						if st.Dir == types.SendOnly {
							r.send(st.Chan, st.Send)
						}
					}
				case *ssa.MapUpdate:
					if g := mapVar(instr.Map); g != nil && fn.Name() != "init" {
						x.updates[g] = true
					}
				case *ssa.MakeClosure:
					if f, ok := instr.Fn.(*ssa.Function); ok {
						if x.closures[f] != nil {
							twice[f] = true
						}
						x.closures[f] = instr
					}
				case ssa.CallInstruction:
					if callee := instr.Common().StaticCallee(); callee != nil {
						callee = origin(callee)
						x.callers[callee] = append(x.callers[callee], instr)
						if call, ok := instr.(*ssa.Call); ok && calledBy(call) == "context.WithValue" {
							x.contexts = append(x.contexts, call)
						}
					}
				}
			}
		}
	}
	for f := range twice {
		delete(x.closures, f)
	}
}

// hold notes the functions that an instruction uses as values: all that it has
// but the one that it calls.
func (x *index) hold(instr ssa.Instruction) {
	var callee *ssa.Value
	if c, ok := instr.(ssa.CallInstruction); ok {
		callee = &c.Common().Value
	}
	var buf [8]*ssa.Value
	for _, op := range instr.Operands(buf[:0]) {
		if fn, ok := (*op).(*ssa.Function); ok && op != callee {
			x.held[origin(fn)] = true
		}
	}
}

func (x *index) store(st *ssa.Store) {
	switch a := st.Addr.(type) {
	case *ssa.FieldAddr:
		if f := fieldOf(a.X.Type(), a.Field); f != nil {
			x.fields[f] = append(x.fields[f], st)
		}
	case *ssa.Global:
		x.globals[a] = append(x.globals[a], st)
	}
	if g := partOf(st.Addr); g != nil {
		x.parts[g] = true
	}
}

// partOf returns the variable that an address leads into.
func partOf(addr ssa.Value) *ssa.Global {
	var base ssa.Value
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		base = a.X
	case *ssa.IndexAddr:
		base = a.X
	default:
		return nil
	}
	if g, ok := base.(*ssa.Global); ok {
		return g
	}
	return partOf(base)
}

// mapVar returns the package-level variable that a map is loaded from.
func mapVar(m ssa.Value) *ssa.Global {
	if u, ok := m.(*ssa.UnOp); ok {
		g, _ := u.X.(*ssa.Global)
		return g
	}
	return nil
}

// position returns the index of an instruction in its block.
func (x *index) position(instr ssa.Instruction) int {
	b := instr.Block()
	m, ok := x.blocks[b]
	if !ok {
		m = make(map[ssa.Instruction]int, len(b.Instrs))
		for i, in := range b.Instrs {
			m[in] = i
		}
		x.blocks[b] = m
	}
	return m[instr]
}

// body returns the function of this package that fn is, or is an instance of,
// when there is a body to look into; else nil.
func (r *Resolver) body(fn *ssa.Function) *ssa.Function { return bodyIn(r.pkg, fn) }

func bodyIn(pkg *ssa.Package, fn *ssa.Function) *ssa.Function {
	if fn == nil {
		return nil
	}
	if fn = origin(fn); fn.Pkg != pkg || fn.Blocks == nil {
		return nil
	}
	return fn
}

// origin returns the generic function that fn is an instance of, or fn.
func origin(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	return fn
}
