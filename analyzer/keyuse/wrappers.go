package keyuse

import (
	"slices"

	"go/types"

	"github.com/tenantkey/tenantkey/internal/resolve"
	"github.com/tenantkey/tenantkey/internal/template"
)

// maxTakings bounds what is remembered of one function: a function that passes
// a key on to itself would grow without end. Past it, its callers are still
// told of each parameter that it takes keys by; what becomes of it is not known.
const maxTakings = 16

// manyTakings is the reason of that bound.
const manyTakings = "is taken in more than 16 ways by the function that it is given to"

// add records a use, and, where its key is a parameter's matter, makes the
// function around it a wrapper.
func (f *finder) add(u *Use, k found) {
	taking, passes := f.passesOn(u, k)
	if taking.Whole {
		taking.Passed = u.Key
	}
	u.Told = !passes
	if !passes {
		f.inClosure(u, k)
		f.gathered(u, k)
	}
	f.uses = append(f.uses, u)
	if !passes || u.Func == nil {
		return
	}
	f.wraps(u.Func.Origin(), taking)
}

// wraps makes a wrapper of a function, and of the interfaces' methods that it
// implements.
func (f *finder) wraps(fn *types.Func, t Taking) {
	f.take(fn, t)
	for _, m := range f.interfaceMethods(fn) {
		f.take(m, f.asMethod(t, fn, m))
	}
}

func (f *finder) take(fn *types.Func, t Taking) {
	have := f.takes[fn]
	isKnown := func(o Taking) bool { return same(o, t) }
	if slices.ContainsFunc(have, isKnown) {
		return
	}
	if len(have) >= maxTakings {
		t.Path, t.Whole = nil, false
		t.Key, t.Passed = template.HoleSet(template.Unknown(manyTakings)), nil
		if slices.ContainsFunc(have, isKnown) {
			return
		}
	}
	f.takes[fn] = append(have, t)
	f.queue = append(f.queue, fn)
}

func same(a, b Taking) bool {
	return a.Param == b.Param && slices.Equal(a.Path, b.Path) && a.Op == b.Op && a.Store == b.Store && a.Key.String() == b.Key.String() &&
		slices.Equal(a.Not, b.Not)
}

// passesOn reports whether the key of a use is the callers' matter: it is a
// parameter of the function around it, or has a part that is one and is named
// like a key.
func (f *finder) passesOn(u *Use, k found) (Taking, bool) {
	if u.Func == nil {
		return Taking{}, false
	}
	owner := u.Func.Origin().FullName()
	t := Taking{Store: u.Store, Op: u.Op, Pattern: u.Pattern, Key: u.Full}
	if h, ok := undigested(k.value); ok && isParamOf(h, owner) && callersSay(u, h) {
		t.Param, t.Path, t.Whole = h.Origin.Index, h.Origin.Path, h.IsFormat()
		if slices.ContainsFunc(u.Full, isUnknown) {
			// What is added on the way is not known: the parameter still is the key.
			t.Key = template.HoleSet(h)
		}
		if k.value.Kind == template.IsList {
			// Which of a list's keys are asked for again, on the way, is no key of its own.
			t.Key = u.Key
		}
		return t, true
	}
	var best *template.Hole
	for _, tm := range u.Key {
		eachPart(tm, func(h *template.Hole) {
			if isParamOf(h, owner) && (namedLikeKey(h) && !namesThing(tm, h) || locksBy(u.Func.Origin(), leaf(h))) && (best == nil || keyness(h) > keyness(best)) {
				best = h
			}
		})
	}
	if best == nil {
		best = instanceKey(u.Key, owner)
	}
	if best == nil {
		i, ok := keyStructParam(u, owner)
		t.Param, t.Whole = i, true
		return t, ok
	}
	t.Param, t.Path = best.Origin.Index, best.Origin.Path
	t.Whole = best.IsFormat() || len(u.Key) > 0 && otherParts(u.Key, owner, best)
	return t, true
}

// callersSay reports whether a parameter that is the whole key of a use is
// what the callers make it.
func callersSay(u *Use, h *template.Hole) bool {
	if handsOn(h) || decorates(u) {
		return true
	}
	fn := u.Func.Origin()
	return allElements(h.Origin.Path) && (isGeneric(fn, h.Origin.Index) || keepsBy(fn, leaf(h)) || locksBy(fn, leaf(h)))
}

// decorates reports whether a use is in a method that hands its key on to the
// method that it stands before, whatever it calls it:
//
//	func (o *observed) Get(h Handle) File { o.reads.Inc(); return o.inner.Get(h) }
func decorates(u *Use) bool {
	c := u.Instr.Common()
	recv := u.Func.Signature().Recv()
	if !c.IsInvoke() || recv == nil || c.Method.Name() != u.Func.Name() {
		return false
	}
	iface, ok := c.Value.Type().Underlying().(*types.Interface)
	return ok && types.Implements(recv.Type(), iface)
}

// undigested returns the one hole that a key is, or is made from: sha256(key)
// or what an unknown function makes of key is as much the callers' matter as
// key. A list of one key is that key.
func undigested(v template.Value) (*template.Hole, bool) {
	if v.Kind == template.IsList && len(v.Lists) == 1 && len(v.Lists[0]) == 1 {
		v = v.Lists[0][0].Value
	}
	h, ok := notEmpty(v).Hole()
	for ok && len(h.Origin.Inputs) == 1 && !h.IsLength() {
		switch h.Origin.Kind {
		case template.Digest, template.Result:
			h, ok = notEmpty(template.TextValue(h.Origin.Inputs[0])).Hole()
			continue
		}
		break
	}
	return h, ok
}

// notEmpty is v without the empty text among its alternatives.
func notEmpty(v template.Value) template.Value {
	if v.Kind != template.IsText || len(v.Text) < 2 {
		return v
	}
	return template.TextValue(slices.DeleteFunc(slices.Clone(v.Text), func(t template.Template) bool { return len(t) == 0 }))
}

// keyStructParam returns the parameter that is a struct named like a key, from
// whose fields the key is put together here.
func keyStructParam(u *Use, owner string) (int, bool) {
	index, ok := 0, false
	for _, t := range u.Key {
		eachPart(t, func(h *template.Hole) {
			if !isParamOf(h, owner) || len(h.Origin.Path) == 0 {
				return
			}
			p := u.Func.Origin().Signature().Params().At(h.Origin.Index)
			if nameKeyness(normalName(p.Name())) == 3 {
				index, ok = h.Origin.Index, true
			}
		})
	}
	return index, ok
}

// eachPart calls f for the holes of a template and of its repeated parts, not
// for what went into digests and calls.
func eachPart(t template.Template, f func(*template.Hole)) {
	for _, h := range t.Holes() {
		f(h)
		if h.Origin.Kind == template.Repeat {
			for _, body := range h.Origin.Inputs[0] {
				eachPart(body, f)
			}
		}
	}
}

// otherParts reports whether a key has further parts that the callers choose:
// then no argument alone is the key.
func otherParts(s template.Set, owner string, best *template.Hole) bool {
	found := false
	for _, t := range s {
		eachPart(t, func(h *template.Hole) {
			found = found || isParamOf(h, owner) && namedLikeKey(h) && h.Origin.Index != best.Origin.Index || h.Origin.Kind == template.Repeat
		})
	}
	return found
}

// isUnknown reports whether a template is nothing but an unknown hole.
func isUnknown(t template.Template) bool {
	return len(t) == 1 && t[0].Hole != nil && t[0].Hole.Origin.Kind == template.Unk
}

func isParamOf(h *template.Hole, owner string) bool {
	return h.Origin.Kind == template.Param && h.Origin.Owner == owner && h.Origin.Index != template.Recv
}

// wrapperCalls finds the calls of wrappers: of other packages by their facts,
// of this package as they are found, until no function becomes one any more.
func (f *finder) wrapperCalls() {
	for _, callee := range f.ordered() {
		if _, isStore := f.isStore(callee); isStore {
			continue
		}
		takings := f.facts.takes(callee)
		if len(takings) == 0 {
			takings = f.visibleTakings(callee)
		}
		if len(takings) > 0 {
			f.wrapperSites(callee, takings)
		}
	}
	f.drain()
}

// drain goes through the functions that have become wrappers. It ends because
// a function has at most maxTakings.
func (f *finder) drain() {
	for len(f.queue) > 0 {
		fn := f.queue[0]
		f.queue = f.queue[1:]
		// All takings of one function are told at once: a call is one use for
		// each parameter, whatever the wrapper does with it.
		f.queue = slices.DeleteFunc(f.queue, func(o *types.Func) bool { return o == fn })
		f.dropUses(fn)
		f.wrapperSites(fn, f.takes[fn])
	}
}

// dropUses forgets the uses at calls of fn, which are about to be found anew.
func (f *finder) dropUses(fn *types.Func) {
	f.uses = slices.DeleteFunc(f.uses, func(u *Use) bool { return u.Wrapper && u.Object == fn })
}

// wrapperSites makes the uses at the calls of a wrapper.
func (f *finder) wrapperSites(fn *types.Func, takings []Taking) {
	for _, s := range f.sites[fn] {
		f.wrapperSite(s, behind(s, takings))
	}
}

func (f *finder) wrapperSite(s site, takings []Taking) {
	var done []Taking
	for _, t := range takings {
		if slices.ContainsFunc(done, func(o Taking) bool { return o.Param == t.Param && slices.Equal(o.Path, t.Path) }) {
			continue
		}
		done = append(done, t)
		f.wrapperCall(s, t, takings)
	}
}

func (f *finder) wrapperCall(s site, t Taking, all []Taking) {
	c := s.instr.Common()
	as := args(c)
	if t.Param < 0 || t.Param >= len(as) {
		return
	}
	arg := as[t.Param]
	if t.Store == "map" && !keyType(arg.Type()) {
		return
	}
	for _, k := range f.along(s, t, arg) {
		u := f.newUse(s, k)
		u.Wrapper, u.Store, u.Op, u.Pattern = true, t.Store, t.Op, t.Pattern
		var full []template.Set
		for _, o := range all {
			if o.Param == t.Param && slices.Equal(o.Path, t.Path) {
				full = append(full, f.instantiate(s, o, k))
			}
		}
		u.Full = template.Join(full...)
		if t.Whole {
			own := t
			own.Key = t.Passed
			u.Key = f.instantiate(s, own, k)
			k.value = template.TextValue(u.Key)
		}
		f.add(u, k)
		if t.Whole {
			break // the elements of the list are one key
		}
	}
}

// instantiate is a wrapper's key with the call's arguments in it.
func (f *finder) instantiate(s site, t Taking, k found) template.Set {
	c := s.instr.Common()
	owner := s.fn.Origin().FullName()
	as := args(c)
	v := f.res.Instantiate(template.TextValue(t.Key), owner, func(i int) (template.Value, bool) {
		switch {
		case t.Whole && i >= 0 && i < len(as):
			return f.res.Value(as[i]), true
		case i == t.Param && len(t.Path) > 0 && (t.Path[0] == template.Element || t.Path[0] == template.MapKey):
			return template.ListValue(template.Item{Value: k.value}), true
		case i == t.Param && len(t.Path) == 0:
			return k.value, true
		case i == template.Recv && c.IsInvoke():
			return f.res.Value(c.Value), true
		case i == template.Recv:
			if len(as) < len(c.Args) {
				return f.res.Value(c.Args[0]), true
			}
			return template.Value{}, false
		case i < len(as):
			return f.res.Argument(as[i]), true
		}
		return template.Value{}, false
	})
	if h, ok := template.TextValue(t.Key).Hole(); ok && h.Origin.Kind == template.Param && h.Origin.Index == t.Param && len(h.Origin.Path) == len(t.Path) {
		return f.settled(s, f.res.FieldText(v, k.typ)) // the key is what is handed over: a struct with its fields
	}
	return f.settled(s, f.res.KeyText(v, nil))
}

// reowned is an implementation's taking as its interface's method has it.
func reowned(t Taking, owner string, m *types.Func, res *resolve.Resolver) Taking {
	arg := func(i int) (template.Value, bool) {
		name, typ := "", ""
		if i == template.Recv {
			name = "cache"
		} else if ps := m.Signature().Params(); i < ps.Len() {
			name, typ = ps.At(i).Name(), types.TypeString(ps.At(i).Type(), nil)
		}
		h := &template.Hole{Expr: name, Type: typ, Origin: template.Origin{Kind: template.Param, Index: i, Owner: m.Origin().FullName()}}
		return template.TextValue(template.HoleSet(h.Known(template.Evidence{Kind: template.ByName, Text: name}))), true
	}
	t.Key = res.KeyText(res.Instantiate(template.TextValue(t.Key), owner, arg), nil)
	if t.Whole {
		t.Passed = res.KeyText(res.Instantiate(template.TextValue(t.Passed), owner, arg), nil)
	}
	return t
}
