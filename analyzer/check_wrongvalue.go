package analyzer

import (
	"fmt"
	"strconv"

	"github.com/tenantkey/tenantkey/internal/template"
)

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
		if !a.fit.segment.Tenant {
			return &problem{WrongValue, fmt.Sprintf("cache key %q has a digest that leaves out %s: hash the tenant too", a.template.String(), p.add()), false}
		}
		doubt := ""
		if h := a.fit.value.Holes(); len(h) != 1 || p.tenants.read(h[0]).other == "" {
			doubt = ", and nothing shows that to be the tenant"
		}
		return &problem{WrongValue, fmt.Sprintf("cache key %q has %s in the place of {%s}%s: put the tenant there",
			a.template.String(), spoken(a.fit.value), a.fit.segment.Name, doubt), false}
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

// spoken prints a part of a key in a sentence: one hole as its expression.
func spoken(t template.Template) string {
	if len(t) == 1 && t[0].Hole != nil {
		return t[0].Hole.String()
	}
	return strconv.Quote(t.String())
}
