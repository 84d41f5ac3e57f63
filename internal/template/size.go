package template

// The size of a value is the number of its parts, those inside digests,
// results and repeated parts counted each time that they stand there. Parts
// are shared in memory, so that without a bound on it a few calls that use
// their argument twice would make a value that takes years to walk.

// Size returns the size of t, or limit when it is larger.
func (t Template) Size(limit int) int {
	n := 0
	for _, p := range t {
		if n++; n >= limit {
			return limit
		}
		if p.Hole != nil {
			n += p.Hole.size(limit - n)
		}
	}
	return min(n, limit)
}

// Size returns the size of s, or limit when it is larger.
func (s Set) Size(limit int) int {
	n := 0
	for _, t := range s {
		if n += 1 + t.Size(limit-n); n >= limit {
			return limit
		}
	}
	return n
}

// Size returns the size of v, or limit when it is larger.
func (v Value) Size(limit int) int {
	n := 1 + v.Text.Size(limit)
	for _, l := range v.Lists {
		for _, it := range l {
			if n >= limit {
				return limit
			}
			n += it.Value.Size(limit - n)
		}
	}
	for _, f := range v.Fields {
		if n >= limit {
			return limit
		}
		n += f.Value.Size(limit - n)
	}
	return min(n, limit)
}

func (h *Hole) size(limit int) int {
	n := 0
	for _, in := range h.Origin.Inputs {
		if n >= limit {
			return limit
		}
		n += in.Size(limit - n)
	}
	return n
}

// depth is how deep templates are nested inside h: 0 without inputs.
func (h *Hole) depth() int {
	deepest := 0
	for _, in := range h.Origin.Inputs {
		for _, t := range in {
			for _, p := range t {
				if p.Hole != nil {
					deepest = max(deepest, p.Hole.depth())
				}
			}
		}
	}
	if len(h.Origin.Inputs) > 0 {
		deepest++
	}
	return deepest
}

// bounded returns h, or where too much goes into it a copy that says so.
func (h *Hole) bounded() *Hole {
	if len(h.Origin.Inputs) == 0 {
		return h
	}
	why := ""
	switch {
	case h.size(MaxInputs+1) > MaxInputs:
		why = TooBig
	case h.depth() > MaxNesting:
		why = Nested
	default:
		return h
	}
	c := *h
	c.Origin.Inputs = []Set{{{{Hole: Unknown(why)}}}}
	return &c
}

// bounded returns t, or an unknown hole when it is too long.
func bounded(t Template) Template {
	if len(t) > MaxParts {
		return Template{{Hole: Unknown(TooLong)}}
	}
	n := 0
	for _, p := range t {
		n += len(p.Lit)
	}
	if n > MaxText {
		return Template{{Hole: Unknown(TooLong)}}
	}
	return t
}

// over reports whether t is nothing but a bound that was hit: what is put
// beside it makes it no better known.
func (t Template) over() bool {
	if len(t) != 1 || t[0].Hole == nil || t[0].Hole.Origin.Kind != Unk {
		return false
	}
	switch t[0].Hole.Origin.Reason {
	case TooMany, TooLong, TooBig:
		return true
	}
	return false
}
