package analyzer

import (
	"fmt"

	"github.com/tenantkey/tenantkey/internal/template"
)

// enumerable: the registry wants a uuid for the tenant and the code gives an
// integer, so that whoever can count can name another tenant's key. Any other
// form that the tenant segment can't have is said in the same way.
func enumerable(p *policy, j *judgement) *problem {
	for _, h := range j.reading.holes {
		c := p.tenants.read(h).carrier
		if c != nil && c.is == "uuid" && (h.Form == template.FormInt || h.Form == template.FormUint) {
			return &problem{Enumerable, fmt.Sprintf("cache key %q has an integer for {%s}, which can be guessed by counting: use the tenant's uuid", j.key(), c.segment), false}
		}
	}
	if a := j.any(func(a *alternative) bool { return a.fit.fitness == fitMisfit }); a != nil {
		return &problem{Enumerable, fmt.Sprintf("cache key %q has %s for {%s}: %s", a.template.String(), spoken(a.fit.value), a.fit.segment.Name, a.fit.misfit), false}
	}
	return nil
}
