package analyzer

import "fmt"

// unregistered: the key has its tenant, but no pattern covers it. Without
// patterns there is no manifest yet, and nothing to be missing from.
func unregistered(p *policy, j *judgement) *problem {
	if len(p.reg.Keys) == 0 {
		return nil
	}
	a := j.any(func(a *alternative) bool { return a.fit.fitness == fitNone && a.reading.verdict == Yes })
	if a == nil {
		return nil
	}
	shape, _ := shapeOf(a.template)
	if near := p.reg.Nearest(shape); near != nil {
		return &problem{Unregistered, fmt.Sprintf("cache key %q is not registered: register it, or use %q (%s)", a.template.String(), near.Key, near.Name), false}
	}
	return &problem{Unregistered, fmt.Sprintf("cache key %q is not registered: register it", a.template.String()), false}
}
