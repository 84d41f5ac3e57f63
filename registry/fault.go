package registry

import "fmt"

// A Fault is a pair of patterns that keeps a registry from being proved, as a
// linter says it.
type Fault struct {
	A, B *Pattern // the same one for a pattern that collides with itself
	// Decided is false where the proof hit a bound: then nothing is known of
	// the pair, and that is the fault.
	Decided bool
	// What says what is wrong: who shares which key, or that this is not
	// decided and why. It is a clause without a subject before it.
	What string
	// Advice is what to do about it, as an order; "" for none.
	Advice string
}

// Faults returns what keeps p from being proved, in the order of the patterns:
// the broken pairs, or when there is none those that are not decided. It is
// empty exactly if p is proved.
func (p *Proof) Faults() []Fault {
	var out []Fault
	for _, c := range p.Broken {
		what := fmt.Sprintf("%s (%s, or %s)", c.who(), c.Sides[0], c.Sides[1])
		out = append(out, Fault{A: c.A, B: c.B, Decided: true, What: what, Advice: c.Advice})
	}
	if len(out) > 0 {
		return out
	}
	for _, u := range p.Undecided {
		out = append(out, Fault{A: u.A, B: u.B, What: "whether two tenants can share a key is not decided: " + u.Reason})
	}
	return out
}

// MoreFaults returns how many faults there are beyond those of Faults.
func (p *Proof) MoreFaults() int {
	if len(p.Broken) > 0 {
		return p.undecided()
	}
	return p.MoreUndecided
}

// Subject names the patterns of a fault for the sentence "… is ambiguous".
func (f Fault) Subject() string {
	if f.A == f.B {
		return fmt.Sprintf("registered key %q", f.A.Key)
	}
	return fmt.Sprintf("registered key %q, beside %q,", f.A.Key, f.B.Key)
}

// String is the fault in one sentence.
func (f Fault) String() string {
	s := f.Subject() + " is ambiguous: " + f.What
	if !f.Decided {
		s = f.Subject() + " may be ambiguous: " + f.What
	}
	if f.Advice != "" {
		s += ": " + f.Advice
	}
	return s
}

// String is segment=text for each segment.
func (s Side) String() string {
	if len(s.Values) == 0 {
		return "no segments"
	}
	return pairs(s.Values)
}
