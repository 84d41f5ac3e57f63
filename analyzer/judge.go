package analyzer

import (
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/ident"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// A judgement is what the policy says of one use of a key.
type judgement struct {
	use     *keyuse.Use
	full    template.Set // the keys that it can have
	reading reading
	alts    []alternative
	pattern *registry.Pattern // that covers the key, or nil
	problem *problem          // nil: nothing is wrong
}

// key prints the key, alternatives apart by " | ".
func (j *judgement) key() string { return j.full.String() }

// patternName is the name of the pattern that covers the key, or "".
func (j *judgement) patternName() string {
	if j.pattern == nil {
		return ""
	}
	return j.pattern.Name
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
// or a setting; nothing of a tenant's is picked out by it. What is fixed for
// the process is as good as text.
func (a *alternative) lacks() bool {
	return a.reading.verdict == No && a.fit.fitness != fitGlobal &&
		slices.ContainsFunc(a.template.Holes(), func(h *template.Hole) bool { return !isFixed(h) })
}

// isFixed reports whether a hole is the same for all that the process does: a
// package variable, a setting, or the field of the cache's own object that
// holds a prefix.
func isFixed(h *template.Hole) bool {
	switch o := h.Origin; o.Kind {
	case template.Var, template.Global:
		return true
	case template.Param:
		if o.Index != template.Recv || len(o.Path) == 0 {
			return false
		}
		n := nameOf(o.Path[len(o.Path)-1])
		return len(n) > 0 && surroundings[n[len(n)-1]]
	}
	return false
}

// surroundings are names of fields that say where a program runs.
var surroundings = setOf("prefix suffix env environment region service app application version")

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
	j := &judgement{use: u, full: keysOf(u)}
	told := p.told(u)
	for _, t := range j.full {
		a := alternative{template: t, reading: p.tenants.template(t, told), fit: p.fit(t)}
		j.alts = append(j.alts, a)
		if j.pattern == nil && a.fit.pattern != nil {
			j.pattern = a.fit.pattern
		}
	}
	j.reading = p.tenants.set(j.full, told)
	if u.Op == stores.Flush && len(j.full) == 0 {
		j.reading = reading{verdict: No, fixed: true} // no key, and so no tenant
	}
	if p.reg == nil || !p.concerns(u) {
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

// keysOf returns the keys that a use can have. The empty text of an error path
// is none; and what a wrapper does without the key that it is given here, in a
// loop over no keys, is no key of this call.
func keysOf(u *keyuse.Use) template.Set {
	full := slices.DeleteFunc(slices.Clone(u.Full), func(t template.Template) bool { return len(t) == 0 })
	given := slices.DeleteFunc(u.Key.Strings(), func(k string) bool { return k == "" })
	if with := slices.DeleteFunc(slices.Clone(full), func(t template.Template) bool {
		return !slices.ContainsFunc(given, func(k string) bool { return strings.Contains(t.String(), k) })
	}); len(with) > 0 {
		return with
	}
	if len(full) > 0 {
		return full
	}
	return u.Full
}

// concerns reports whether the rule has anything to say of a use: it stands
// where the key is put together; it is no pattern over many keys, which
// keysweep judges; it is no lock, which hands nothing from one tenant to
// another; and the cache does not belong to one tenant. A singleflight is no
// lock: it hands over its result. What a wrapper leaves out that composes keys
// itself, its callers are not told again.
func (p *policy) concerns(u *keyuse.Use) bool {
	if u.Wrapper && p.composes(u.Object) {
		return false
	}
	return p.told(u) && !u.Pattern && u.Op != stores.Flush && !isLock(u) && !p.ownedByTenant(u)
}

// isLock reports whether a key is a lock's, by the call, by the name of the
// function that is called or by the key's own text.
func isLock(u *keyuse.Use) bool {
	if u.Store == "singleflight" {
		return false
	}
	return u.Op == stores.Lock || locks(u.Object.Name()) || len(u.Full) > 0 && !slices.ContainsFunc(u.Full, func(t template.Template) bool {
		return !slices.ContainsFunc(t, func(part template.Part) bool {
			return part.Hole == nil && slices.ContainsFunc(ident.Words(part.Lit), func(w string) bool { return lockWords[w] })
		})
	})
}

var lockWords = setOf("lock locks mutex mutexes semaphore")

// locks reports whether a function's name says that it takes or gives back a
// lock and does nothing else: AcquireLock, but not GetWithLock, which reads.
func locks(fn string) bool {
	ws := ident.Words(fn)
	return slices.ContainsFunc(ws, func(w string) bool { return lockVerbs[w] }) &&
		!slices.ContainsFunc(ws, func(w string) bool { return !lockVerbs[w] && !aboutLocks[w] })
}

var (
	lockVerbs  = setOf("lock unlock rlock runlock trylock")
	aboutLocks = setOf("r try acquire obtain take release extend renew refresh distributed context ctx key")
)

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
