package analyzer

import "fmt"

// wrongValue: the tenant's place in the key holds something else. It is known
// from the pattern that covers the key, or from the parameter that a value was
// handed to as the tenant.
func wrongValue(p *policy, j *judgement) *problem {
	if a := j.any(func(a *alternative) bool {
		return a.fit.fitness == fitWrong && (a.reading.verdict == Yes || a.reading.verdict == No)
	}); a != nil {
		if value, text := a.fit.value.Text(); text {
			if j.any(func(a *alternative) bool { return a.reading.verdict == Yes }) != nil {
				return nil // unchecked tells of defaults
			}
			return &problem{WrongValue, fmt.Sprintf("cache key %q has the text %q in the place of {%s}: put the tenant there, or register the key as global",
				a.template.String(), value, a.fit.segment.Name), false}
		}
		return &problem{WrongValue, fmt.Sprintf("cache key %q has %s in the place of {%s}, and nothing shows that to be the tenant: put the tenant there",
			a.template.String(), a.fit.value.String(), a.fit.segment.Name), false}
	}
	a := j.any(func(a *alternative) bool {
		return a.reading.verdict == No && len(a.reading.claimed) > 0 && a.fit.fitness != fitGlobal
	})
	if a == nil {
		return nil
	}
	c := a.reading.claimed[0]
	return &problem{WrongValue, fmt.Sprintf("cache key %q is given %s as {%s}, and that is not the tenant: pass the tenant", a.template.String(), c.hole, c.carrier.segment), false}
}
