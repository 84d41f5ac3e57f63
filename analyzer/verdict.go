package analyzer

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A Verdict says whether a key carries the tenant, as the inventory prints it.
type Verdict string

// The verdicts.
const (
	Yes       Verdict = "yes"
	No        Verdict = "no"
	Sometimes Verdict = "sometimes" // on some paths
	Caller    Verdict = "caller"    // the key is a parameter: the callers are asked
	Unknown   Verdict = "unknown"
)

// A reading is a verdict with what it stands on.
type reading struct {
	verdict Verdict
	why     string           // Unknown: a clause that reads well after "the key "
	holes   []*template.Hole // what carries the tenant
	claimed []*claim         // what is handed over as the tenant and is something else
	fixed   bool             // nothing in it differs within the process
}

// A claim is a value that a parameter takes for the tenant.
type claim struct {
	hole    *template.Hole
	carrier *carrier
}

// set reads every template of s. told says that the key is put together where
// it is used; if not, a part of it is a parameter, and what that holds is for
// the callers to say.
func (ts *tenants) set(s template.Set, told bool) reading {
	if len(s) == 0 {
		return reading{verdict: Unknown, why: "is never made: the code can't be reached"}
	}
	var rs []reading
	for _, t := range s {
		rs = append(rs, ts.template(t, told))
	}
	return anyOf(rs)
}

// anyOf joins the readings of alternatives, one of which will hold.
func anyOf(rs []reading) reading {
	var out reading
	count := map[Verdict]int{}
	variable := false // there is a No that picks something out
	for _, r := range rs {
		count[r.verdict]++
		variable = variable || r.verdict == No && !r.fixed
		out.add(r)
	}
	switch {
	case count[Yes] == len(rs):
		out.verdict = Yes
	case count[Yes] > 0 && count[Sometimes] == 0 && allOptional(rs):
		out.verdict = Yes // the others are the keys for an empty tenant
	case count[Yes]+count[Sometimes] > 0 && count[No]+count[Sometimes] > 0:
		out.verdict = Sometimes
	case count[Unknown] > 0:
		out.verdict = Unknown
	case count[Caller] > 0 && !variable:
		out.verdict = Caller
	default:
		out.verdict = No
	}
	return out
}

// allOptional reports whether the tenant is left out only where it is empty,
// as far as can be seen: whatever carries it is tested for that.
func allOptional(rs []reading) bool {
	for _, r := range rs {
		for _, h := range r.holes {
			if !h.Optional {
				return false
			}
		}
	}
	return true
}

// add takes over what r stands on.
func (out *reading) add(r reading) {
	out.holes = append(out.holes, r.holes...)
	out.claimed = append(out.claimed, r.claimed...)
	if out.why == "" {
		out.why = r.why
	}
}

// strengths are the verdicts of a template's parts, the strongest last: what one
// part has, the template has.
var strengths = []Verdict{No, Unknown, Caller, Sometimes, Yes}

func stronger(v, w Verdict) Verdict {
	return strengths[max(slices.Index(strengths, v), slices.Index(strengths, w))]
}

// template reads the parts of t: one that carries the tenant is enough.
func (ts *tenants) template(t template.Template, told bool) reading {
	holes := t.Holes()
	out := reading{verdict: No, fixed: !slices.ContainsFunc(holes, func(h *template.Hole) bool { return !isFixed(h) && !isAffix(h) })}
	whole, before := !lettered(t), ""
	for i, p := range t {
		h := p.Hole
		if h == nil {
			before = p.Lit
			continue
		}
		r := ts.hole(h, whole || i == 0 && isMadeWith(h))
		if r.verdict == No && ts.introduced(h, before) {
			r = reading{verdict: Yes, holes: []*template.Hole{h}}
		}
		before = ""
		if r.verdict == Caller && len(holes) > 1 && isAffix(h) {
			r.verdict = No // what is kept under it, the other parts say
		}
		out.add(r)
		out.verdict = stronger(out.verdict, r.verdict)
	}
	if !told && (out.verdict == No || out.verdict == Unknown) {
		out.verdict = Caller
	}
	if out.verdict != Unknown {
		out.why = ""
	}
	return out
}

// hole reads one part of a key. whole says that there is no text of its own
// around it.
func (ts *tenants) hole(h *template.Hole, whole bool) reading {
	m := ts.read(h)
	if m.carrier != nil {
		return reading{verdict: Yes, holes: []*template.Hole{h}}
	}
	if len(h.Origin.Inputs) > 0 && !h.IsLength() {
		if r := ts.inputs(h); r.verdict != No || h.Origin.Kind == template.Digest || h.Origin.Kind == template.Repeat {
			return r
		}
	}
	if m.synonym != "" {
		return reading{verdict: Unknown, why: fmt.Sprintf("holds %s, which may be the tenant by another name: if it is, list it under from", h)}
	}
	if m.claims != nil {
		return reading{verdict: No, claimed: []*claim{{h, m.claims}}}
	}
	if whole && opaque(h) {
		return reading{verdict: Unknown, why: because(h)}
	}
	switch h.Origin.Kind {
	case template.Unk:
		if m.other == "" && canBeTenant(h.Form) {
			return reading{verdict: Unknown, why: because(h)}
		}
	case template.Param:
		if h.Origin.Index == template.Recv && whole && (isKeyName(nameOf(h.Expr)) || isKeyContent(h) || isMadeWith(h)) {
			return reading{verdict: Caller} // a key that the object was made with
		}
	case template.Field, template.Result, template.Local:
		if m.other == "" && whole && isKeyName(nameOf(h.Expr)) && !isAffix(h) {
			return reading{verdict: Unknown, why: fmt.Sprintf("comes from %s, and what that holds is not known", h)}
		}
	}
	return reading{verdict: No}
}

// isMadeWith reports whether a hole is a whole key that an object was made
// with, in a field that says so. What stands behind it only makes it longer:
//
//	c.cacheKey + ":page:" + page
func isMadeWith(h *template.Hole) bool {
	path := h.Origin.Path
	if h.Origin.Kind != template.Param || h.Origin.Index != template.Recv || len(path) == 0 {
		return false
	}
	n := nameOf(path[len(path)-1])
	return isKeyName(n) && len(n) > 0 && !affixes[n[len(n)-1]]
}

// opaque reports whether a value that is the whole key says nothing of what it
// is: the result of a function value, an element of a map or a list, a
// variable whose name is no name of a thing. A key that was made elsewhere may
// well have the tenant in it.
func opaque(h *template.Hole) bool {
	switch h.Origin.Kind {
	case template.Unk, template.Local, template.Result:
	case template.Param: // the element of what a parameter's field holds: for k := range p.Data
		n := len(h.Origin.Path)
		if n < 2 {
			return false
		}
		if _, ok := template.IsElement(h.Origin.Path[n-1]); !ok {
			return false
		}
	case template.Field: // what a builder of another package has gathered: b.data
		n := nameOf(h.Expr)
		if len(n) < 2 || !contentWords[n[len(n)-1]] {
			return false
		}
	default:
		return false
	}
	if h.Form != template.FormText {
		return false
	}
	names := []string{h.Expr}
	for _, e := range h.Evidence {
		if e.Kind == template.ByName && e.Depth == 0 {
			names = append(names, e.Text)
		}
	}
	for _, n := range names {
		if slices.ContainsFunc(nameOf(n), func(w string) bool { return tellingWords[w] }) {
			return false
		}
	}
	return true
}

// tellingWords are the words by which a variable says that it holds one thing,
// and not a key that was put together elsewhere.
var tellingWords = setOf(`id ids uid uuid guid name names hash digest checksum sum slug email host hostname domain url
	uri path file address addr ip code number no token session user username login phone version date day ref sha kind
	type state status region zone locale lang language currency country title subject spec query expr method prefix
	suffix tag label role permission scope secret fingerprint issuer audience kid nonce hex password pwd pin`)

// contentWords are the names of fields that hold whatever was put there.
var contentWords = setOf("data buf buffer b bytes raw content text str builder sb out value v")

// inputs reads what a digest, a repeated part or the result of an unknown
// function is made from.
func (ts *tenants) inputs(h *template.Hole) reading {
	out := reading{verdict: No}
	for _, in := range h.Origin.Inputs {
		r := ts.set(in, true)
		out.add(r)
		out.verdict = stronger(out.verdict, r.verdict)
	}
	if h.Origin.Kind != template.Result || out.verdict != Sometimes && out.verdict != Yes {
		return out
	}
	// A function that is not known makes text of its one argument, or a key of
	// several; a look-up among the tenant's things need not hold the tenant.
	if len(h.Origin.Inputs) > 1 && !isKeyName(nameOf(h.Origin.Name)) {
		return reading{verdict: Unknown, why: fmt.Sprintf("comes from %s, which is given the tenant and may leave it out", h)}
	}
	return out
}

func because(h *template.Hole) string {
	why := h.Origin.Reason
	if why == "" {
		why = fmt.Sprintf("comes from %s, and what that holds is not known", h)
	}
	if h.Origin.Pos != "" && !strings.Contains(why, h.Origin.Pos) {
		why += " at " + h.Origin.Pos
	}
	return why
}

// canBeTenant reports whether text of a form can be a tenant at all.
func canBeTenant(f template.Form) bool {
	switch f {
	case template.FormBool, template.FormFloat, template.FormTime:
		return false
	}
	return true
}

// lettered reports whether t has text of its own that names something, more
// than separators.
func lettered(t template.Template) bool {
	for _, p := range t {
		if p.Hole == nil && strings.ContainsFunc(p.Lit, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return true
		}
	}
	return false
}

// isKeyName reports whether a name says that a value is a key or an affix of
// keys: key, cacheKey, prefix, but not apiKey or publicKey, which name things
// that are looked up.
func isKeyName(n name) bool {
	if len(n) == 0 {
		return false
	}
	if !keyNouns[singular(n[len(n)-1])] {
		return false
	}
	return !slices.ContainsFunc(n[:len(n)-1], func(w string) bool { return secrets[w] })
}

// isKeyContent reports whether a hole is what a field that is called a key
// holds: c.cacheKey.data.
func isKeyContent(h *template.Hole) bool {
	n := nameOf(h.Expr)
	return len(n) > 0 && contentWords[n[len(n)-1]] && slices.ContainsFunc(h.Origin.Path, func(step string) bool { return isKeyName(nameOf(step)) })
}

// isAffix reports whether a hole is named like the beginning or end of keys.
func isAffix(h *template.Hole) bool {
	n := nameOf(h.Expr)
	return len(n) > 0 && affixes[n[len(n)-1]]
}

var (
	keyNouns = setOf("key k prefix suffix")
	affixes  = setOf("prefix suffix") // a key needs more than these
	secrets  = setOf("api public private secret access signing encryption license auth session ssh pub priv primary foreign jwt idempotency")
)
