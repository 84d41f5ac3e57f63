package analyzer

import "fmt"

// unresolved: whether the key has a tenant can't be known. It is off by
// default, and says why.
func unresolved(p *policy, j *judgement) *problem {
	a := j.any(func(a *alternative) bool { return a.reading.verdict == Unknown && a.fit.fitness < fitGlobal })
	if a == nil {
		return nil
	}
	return &problem{Unresolved, fmt.Sprintf("cache key %q can't be checked for a tenant: it %s", a.template.String(), a.reading.why), false}
}
