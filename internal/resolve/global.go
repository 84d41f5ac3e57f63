package resolve

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/fault"
	"github.com/tenantkey/tenantkey/internal/template"
)

// global evaluates a package-level variable: what it is initialised with, when
// nothing in its package ever assigns to it, or to a part of it, again.
func (r *Resolver) global(g *ssa.Global, v ssa.Value) template.Value {
	if g.Pkg != r.pkg {
		if obj, ok := g.Object().(*types.Var); ok {
			if out, ok := r.facts.Holds(obj); ok {
				return out
			}
		}
		return r.globalHole(g, v)
	}
	if out, ok := r.globalInit(g); ok {
		return out
	}
	return r.globalHole(g, v)
}

// globalInit evaluates the only assignment to a variable, in its declaration.
func (r *Resolver) globalInit(g *ssa.Global) (template.Value, bool) {
	stores := r.index.globals[g]
	if len(stores) != 1 || stores[0].Parent().Name() != "init" || r.index.parts[g] {
		return template.Value{}, false
	}
	out := r.eval(stores[0].Val)
	if out.Kind == template.IsText && !hasText(out.Text) || out.Any(ownMatter) {
		return template.Value{}, false
	}
	return out, true
}

func (r *Resolver) globalHole(g *ssa.Global, v ssa.Value) template.Value {
	expr := g.Name()
	if g.Pkg != r.pkg && g.Pkg != nil {
		expr = g.Pkg.Pkg.Name() + "." + expr
	}
	t := deref(g.Type())
	name := g.Name()
	if g.Pkg != nil {
		name = g.Pkg.Pkg.Path() + "." + name
	}
	h := &template.Hole{Expr: expr, Type: typeName(t), Form: formOf(t), Origin: template.Origin{Kind: template.Var, Name: name}}
	h = h.Known(typeEvidence(t), template.Evidence{Kind: template.ByName, Text: g.Name()})
	out := template.TextValue(template.HoleSet(h))
	if v != nil {
		out = r.named(out, v)
	}
	return out
}

// Holds returns what a package-level variable of this package holds for good.
func (r *Resolver) Holds(g *ssa.Global) (template.Value, bool) {
	defer fault.At(g.Pos())
	r.begin()
	return r.globalInit(g)
}
