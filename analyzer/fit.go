package analyzer

import (
	"slices"

	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// A fitness says how well a template fits the registered patterns.
type fitness uint8

// From worst to best: of the patterns that cover a template, the one that it
// fits best counts.
const (
	fitNone   fitness = iota // no pattern covers it
	fitWrong                 // the tenant segment holds something else
	fitMisfit                // the tenant segment holds the tenant in a form that it can't have
	fitGlobal                // a pattern that is the same for every tenant
	fitTenant                // a pattern with the tenant where it belongs
)

// A fit is how one template fits the registry.
type fit struct {
	fitness fitness
	pattern *registry.Pattern
	segment *registry.Segment // fitWrong, fitMisfit: the tenant segment
	// value is what stands in that segment.
	value  template.Template
	misfit string // fitMisfit: why
}

// shapeOf returns t as the registry sees it, and its holes by the shape's
// indices.
func shapeOf(t template.Template) (registry.Shape, []*template.Hole) {
	var s registry.Shape
	var hs []*template.Hole
	for _, p := range t {
		if p.Hole == nil {
			s = append(s, registry.ShapePart{Lit: p.Lit, Hole: registry.Literal})
			continue
		}
		s = append(s, registry.ShapePart{Hole: len(hs), Form: string(p.Hole.Form)})
		hs = append(hs, p.Hole)
	}
	return s, hs
}

// fit finds the pattern that t fits best.
func (p *policy) fit(t template.Template) fit {
	var best fit
	if p.reg == nil {
		return best
	}
	shape, holes := shapeOf(t)
	for _, c := range p.reg.Cover(shape) {
		f := p.covered(&c, holes)
		if f.fitness > best.fitness {
			best = f
		}
	}
	return best
}

// covered judges how a template fills one pattern.
func (p *policy) covered(c *registry.Cover, holes []*template.Hole) fit {
	out := fit{fitness: fitTenant, pattern: c.Pattern}
	if c.Pattern.Global != "" {
		out.fitness = fitGlobal
		return out
	}
	for _, fill := range c.Fills {
		inside := fill.Segment.Tenant
		for _, in := range c.Pattern.Digest[fill.Segment.Name] {
			inside = inside || in.Tenant
		}
		if !inside {
			continue
		}
		worse := fit{pattern: c.Pattern, segment: fill.Segment, value: valueOf(fill.Parts, holes), misfit: fill.Misfit}
		switch {
		case !p.tenants.fills(worse.value):
			worse.fitness = fitWrong
		case fill.Misfit != "":
			worse.fitness = fitMisfit
		default:
			continue
		}
		if worse.fitness < out.fitness {
			out = worse
		}
	}
	return out
}

// fills reports whether the value of a tenant segment is the tenant: one hole
// that carries it, with nothing that is known to be something else next to it.
func (ts *tenants) fills(t template.Template) bool {
	return slices.ContainsFunc(t.Holes(), func(h *template.Hole) bool {
		v := ts.hole(h, false).verdict
		return v == Yes || v == Sometimes || v == Caller || v == Unknown
	})
}

func valueOf(s registry.Shape, holes []*template.Hole) template.Template {
	var t template.Template
	for _, p := range s {
		if p.Hole == registry.Literal {
			t = append(t, template.Part{Lit: p.Lit})
		} else if p.Hole >= 0 && p.Hole < len(holes) {
			t = append(t, template.Part{Hole: holes[p.Hole]})
		}
	}
	return template.Concat(t)
}
