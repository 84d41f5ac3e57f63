package analyzer

import (
	"fmt"

	"github.com/tenantkey/tenantkey/internal/template"
)

// unchecked: the tenant may be empty, because an ok or an error was dropped,
// or is a default that all share who have none.
func unchecked(p *policy, j *judgement) *problem {
	for _, h := range j.reading.holes {
		if h.Unchecked != "" && !h.Optional {
			return &problem{Unchecked, fmt.Sprintf("the tenant in cache key %q may be empty: %s; don't use the cache without a tenant", j.key(), h.Unchecked), false}
		}
	}
	with := j.any(func(a *alternative) bool { return a.reading.verdict == Yes })
	for i := range j.alts {
		if a := &j.alts[i]; a.reading.verdict == No && a.fit.fitness != fitGlobal && defaulted(a, with) {
			return &problem{Unchecked, fmt.Sprintf("cache key %q has a default in the place of the tenant, which all share who have none: don't use the cache without a tenant", a.template.String()), false}
		}
	}
	return nil
}

// defaulted reports whether a is what with would be if its tenant were a text:
// project:global:{id} for project:{tenantID}:{id}.
func defaulted(a, with *alternative) bool {
	if with == nil {
		return false
	}
	t := with.template
	for i, p := range t {
		if p.Hole == nil || !holds(with.reading.holes, p.Hole) {
			continue
		}
		before, after := t[:i], t[i+1:]
		if textBetween(a.template, before, after) {
			return true
		}
	}
	return false
}

// textBetween reports whether t is before and after with text between them.
func textBetween(t, before, after template.Template) bool {
	const mark = "\x00"
	whole, b, e := flat(t, mark), flat(before, mark), flat(after, mark)
	if len(whole) < len(b)+len(e) || whole[:len(b)] != b || whole[len(whole)-len(e):] != e {
		return false
	}
	for _, r := range whole[len(b) : len(whole)-len(e)] {
		if r == 0 {
			return false
		}
	}
	return true
}

// flat prints t with each hole as its expression between marks.
func flat(t template.Template, mark string) string {
	s := ""
	for _, p := range t {
		if p.Hole == nil {
			s += p.Lit
		} else {
			s += mark + p.Hole.Expr + mark
		}
	}
	return s
}

func holds(hs []*template.Hole, h *template.Hole) bool {
	for _, o := range hs {
		if o == h {
			return true
		}
	}
	return false
}
