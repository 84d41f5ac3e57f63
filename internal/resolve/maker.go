package resolve

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// made returns what a function stores in a field, for readers in others. What
// an unexported constructor is given is what its calls give; the parameters of
// others are foreign.
//
//	func newConn(prefix string) *Conn { return &Conn{prefix: prefix} }
//	func Open() *Conn                 { return newConn("conn:") }
//
// foreigner says whether there are such; a value that has no meaning outside
// of the function is left as it is.
func (r *Resolver) made(v template.Value, fn *ssa.Function) (out template.Value, foreigner bool) {
	if !v.Any(paramOf(fn)) {
		return v, false
	}
	if out, foreigner, ok := r.madeBy(v, fn, maxNested); ok {
		return out, foreigner
	}
	return v, false
}

func (r *Resolver) madeBy(v template.Value, fn *ssa.Function, left int) (out template.Value, foreigner, ok bool) {
	var calls []ssa.CallInstruction
	if left > 0 && v.Any(paramOf(fn)) {
		calls = r.allCalls(fn)
	}
	if len(calls) == 0 {
		out, ok = r.foreign(v, fn)
		return out, v.Any(ownMatter), ok
	}
	vals := make([]template.Value, len(calls))
	for i, c := range calls {
		w, f, ok := r.madeBy(r.substitute(v, ownerOf(fn), c, fn), c.Parent(), left-1)
		if !ok {
			return template.Value{}, false, false
		}
		vals[i], foreigner = w, foreigner || f
	}
	return template.JoinValues(vals...), foreigner, true
}

// paramOf returns a test for parameters of fn.
func paramOf(fn *ssa.Function) func(*template.Hole) bool {
	owner := ownerOf(fn)
	return func(h *template.Hole) bool { return h.Origin.Kind == template.Param && h.Origin.Owner == owner }
}

// allCalls returns all calls of a function that no other package can call, and
// that is only called: those in test files are left out. It is empty when they
// are not known, or too many.
func (r *Resolver) allCalls(fn *ssa.Function) []ssa.CallInstruction {
	if fn.Parent() != nil || fn.Signature.Recv() != nil || ast.IsExported(fn.Name()) || r.index.held[fn] {
		return nil
	}
	var out []ssa.CallInstruction
	for _, c := range r.index.callers[fn] {
		if !strings.HasSuffix(r.pkg.Prog.Fset.Position(c.Pos()).Filename, "_test.go") {
			out = append(out, c)
		}
	}
	if len(out) > maxImpls {
		return nil
	}
	return out
}
