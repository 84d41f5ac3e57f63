package valuedep

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// classify sorts what a value depends on beside its key: what is to be told
// here, and what the callers have to look at.
func (a *Analysis) classify(fn *ssa.Function, s *Sink, front *Frontier, w *walk) {
	s.Key = front.Deps
	if front.fresh {
		return
	}
	if s.kind == Set && !s.Miss && len(w.deps.List) > 0 {
		s.Miss = a.afterMiss(fn, s)
	}
	if s.Plain() && createsRow(fn.Name()) {
		return
	}
	registry := s.store != "" && !s.Miss // a map that is only filled is no cache
	told := !registry && (s.kind == Load || s.Miss || w.computed)
	// The callers make a key that is passed on; what a store calls its loader with
	// they can't complete by what the context holds.
	opaque := s.isOpaqueKey() && (s.site == nil || !s.site.Built)
	for _, d := range w.deps.List {
		switch {
		case s.Miss && a.isGuarded(fn, d):
			// what is found is served to its own tenant only
		case s.Miss && !w.computed && d.Kind == Param && d.Path != "" && isWriter(fn.Name()):
			// a part of the thing that is put there, if nothing is: c.AddTree(name, tree)
		case d.Kind == Param && d.Fn != nil && outermost(d.Fn) != outermost(fn):
			// captured, where it was made, by a function that an object holds:
			// it is that object's for good
		case d.Kind == Element:
			if !registry && a.inLoop(d, s) && !a.picked(d, s) {
				s.Missing = append(s.Missing, d)
			}
		case d.Called:
			s.lift = append(s.lift, d)
		case d.Kind == Param && d.Index == Recv && d.Fn == fn:
			if !registry && a.distinguishes(d, s) && !opaque && !a.setWith(d, front) {
				s.Missing = append(s.Missing, d)
			}
		case opaque || !told && !(d.Via&Write != 0):
			if d.Kind == Param || d.Kind == Context || d.Kind == Carried {
				s.lift = append(s.lift, d)
			}
		default:
			s.Missing = append(s.Missing, d)
		}
	}
	if s.Once {
		s.lift = nil // there is no key that callers could complete
	}
	if s.passing {
		s.lift, s.Missing = nil, nil
		return
	}
	s.Missing = s.withoutTickets(s.Missing)
	s.Partial = w.deps.cut && (s.store == "" || s.Miss)
}

// keyName reports whether a parameter is called a key, or the start of one.
func keyName(s string) bool {
	p := plain(s)
	if thing, ok := strings.CutSuffix(p, "key"); ok {
		return !slices.ContainsFunc(keyedThings, func(t string) bool { return strings.HasSuffix(thing, t) })
	}
	return p == "k" || p == "prefix" || p == "suffix" || p == "keys" || strings.HasSuffix(p, "prefix")
}

// keyedThings are called by a key of their own, which is no key of a store: the
// idempotency key of a payment, the key of an issue.
var keyedThings = []string{"api", "public", "private", "secret", "signing", "idempotency", "licence", "license", "access", "flag", "feature", "setting", "config", "metric", "translation",
	"message", "project", "issue", "object", "primary", "foreign", "natural", "business", "partition", "sort", "row"}

// isOpaqueKey reports whether a key is what the callers pass, so that only they
// can tell what it has. The store that they pass with it is no part of that.
func (s *Sink) isOpaqueKey() bool {
	some := false
	for _, k := range s.Key {
		if k.Kind != Param || k.Index == Recv || s.holder != nil && k.Fn == s.holder.Parent() && k.Index == paramIndex(s.holder) {
			continue
		}
		if k.Path != "" || !keyName(k.Expr) {
			return false
		}
		some = true
	}
	return some
}

// IsUnique reports whether a value names the same thing for everyone: a ticket
// that was given out once, or a uuid.
func IsUnique(v ssa.Value) bool {
	if n := namedOf(v.Type()); n != nil && (n.Obj().Name() == "UUID" || n.Obj().Name() == "ULID") {
		return true
	}
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.FreeVar:
		return ticketName(v.Name())
	case *ssa.UnOp:
		return IsUnique(v.X)
	case *ssa.MakeInterface:
		return IsUnique(v.X)
	case *ssa.FieldAddr:
		return ticketName(fieldName(v.X, v.Field))
	}
	return false
}
