package analyzer

import "fmt"

// sometimes: the key has the tenant on some paths only.
func sometimes(p *policy, j *judgement) *problem {
	with := j.any(func(a *alternative) bool { return a.reading.verdict == Yes })
	without := j.any(func(a *alternative) bool {
		return a.reading.verdict == No && a.fit.fitness != fitGlobal && !defaulted(a, with)
	})
	if part := j.any(func(a *alternative) bool { return a.reading.verdict == Sometimes && a.fit.fitness != fitGlobal }); part != nil {
		return &problem{SometimesCat, fmt.Sprintf("cache key %q has a tenant on some paths only: add %s on every path, or register the key as global", part.template.String(), p.add()), true}
	}
	if with == nil || without == nil || j.reading.verdict == Yes {
		return nil
	}
	return &problem{SometimesCat, fmt.Sprintf("cache key %q has no tenant segment, but on other paths it is %q: add %s on every path, or register the key as global",
		without.template.String(), with.template.String(), p.add()), true}
}
