package analyzer

import (
	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// A judgement is what the policy says of one use of a key.
type judgement struct {
	use     *keyuse.Use
	reading reading
	alts    []alternative
	pattern *registry.Pattern // that covers the key, or nil
	problem *problem          // nil: nothing is wrong
}

// An alternative is one template that the key can have, with what is known of
// it.
type alternative struct {
	template template.Template
	reading  reading
	fit      fit
}

// lacks reports whether the key has no tenant on this alternative, and is not
// registered to have none. Text alone names one thing of the program, a lock
// or a setting; nothing of a tenant's is picked out by it.
func (a *alternative) lacks() bool {
	_, text := a.template.Text()
	return a.reading.verdict == No && a.fit.fitness != fitGlobal && !text
}

// A problem is what is wrong with a key.
type problem struct {
	category string
	message  string
	// fixable says that adding the tenant to the key may be the answer.
	fixable bool
}

// The categories of the rule tenantkey, in the order in which a key that
// several apply to gets one.
const (
	Missing      = "missing"
	WrongValue   = "wrongvalue"
	SometimesCat = "sometimes"
	Unchecked    = "unchecked"
	Enumerable   = "enumerable"
	Unregistered = "unregistered"
	Unresolved   = "unresolved"
	Directive    = "directive"
)

// categories are the rule's checks, in order: the first that finds something
// speaks, so that a key gets one message.
var categories = []func(*policy, *judgement) *problem{
	wrongValue, sometimes, unchecked, missing, enumerable, unregistered,
}

// judge checks one use of a key.
func (p *policy) judge(u *keyuse.Use, unresolvedToo bool) *judgement {
	j := &judgement{use: u}
	for _, t := range u.Full {
		if len(t) == 0 && len(u.Full) > 1 {
			continue // the empty text of an error path is no key
		}
		a := alternative{template: t, reading: p.tenants.template(t, u.Told), fit: p.fit(t)}
		j.alts = append(j.alts, a)
		if j.pattern == nil && a.fit.pattern != nil {
			j.pattern = a.fit.pattern
		}
	}
	j.reading = p.tenants.set(u.Full, u.Told)
	if p.reg == nil || !concerns(u) {
		return j
	}
	for _, check := range categories {
		if j.problem = check(p, j); j.problem != nil {
			return j
		}
	}
	if unresolvedToo {
		j.problem = unresolved(p, j)
	}
	return j
}

// concerns reports whether the rule has anything to say of a use: it stands
// where the key is put together; it is no pattern over many keys, which
// keysweep judges; and it is no lock, which hands nothing from one tenant to
// another. A singleflight is no lock: it hands over its result.
func concerns(u *keyuse.Use) bool {
	return u.Told && !u.Pattern && u.Op != stores.Flush && (u.Op != stores.Lock || u.Store == "singleflight")
}

// any returns the first alternative that satisfies f, or nil.
func (j *judgement) any(f func(*alternative) bool) *alternative {
	for i := range j.alts {
		if f(&j.alts[i]) {
			return &j.alts[i]
		}
	}
	return nil
}

// fitness is how well the worst alternative fits.
func (j *judgement) fitness() fitness {
	worst := fitTenant
	for _, a := range j.alts {
		worst = min(worst, a.fit.fitness)
	}
	return worst
}
