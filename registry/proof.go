package registry

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Proof is the answer to the question whether two tenants can share a key,
// for every pair of patterns of a registry.
type Proof struct {
	Patterns, Pairs int
	Broken          []*Collision // tenants, or a tenant and everyone, share a key
	Warnings        []*Collision // harmless between tenants, but hardly wanted
	MoreWarnings    int          // warnings past MaxWarnings
	Undecided       []*Undecided
	MoreUndecided   int // pairs past MaxUndecided that were not looked at
	// Assumed says what the proof takes for granted, a sentence each.
	Assumed []string
}

// Proved reports whether every pair was decided, and no two tenants share a
// key. Warnings do not count.
func (p *Proof) Proved() bool { return len(p.Broken) == 0 && len(p.Undecided) == 0 }

// CollisionKind says who shares a key.
type CollisionKind string

// The kinds of collisions. The first two break the isolation, the others are
// warnings.
const (
	BetweenTenants CollisionKind = "tenants" // two different tenants
	WithEveryone   CollisionKind = "global"  // a tenant, and a key that is the same for everyone
	TwoValues      CollisionKind = "values"  // one tenant (or everyone), two patterns
	EmptyTenant    CollisionKind = "empty"   // a tenant that is the empty text
)

// A Collision is one concrete key that can be read in two ways.
type Collision struct {
	Kind  CollisionKind
	A, B  *Pattern // nil in the result of Ambiguous
	Key   string
	Sides [2]Side // how A and B read the key; an empty tenant has only the first
	// Advice is what to do about it, as an order.
	Advice string
}

// A Side is one way to read a key.
type Side struct {
	Tenant []Value // its tenant; nil for a global pattern
	Values []Value // of all segments, in the pattern's order
}

// A Value is a segment's text.
type Value struct {
	Segment string
	Text    string
	Of      []string // the inputs, if the text is a digest
}

// Undecided is a pair of patterns that no answer was found for.
type Undecided struct {
	A, B   *Pattern
	Reason string
}

// maxLines is how many pairs that are not decided String lists.
const maxLines = 50

// String says what was found as a person reads it. Its first line is the
// verdict if the registry is proved, else the pairs come first.
func (p *Proof) String() string {
	var b strings.Builder
	for _, c := range p.Broken {
		b.WriteString(c.String())
	}
	for i, u := range p.Undecided {
		if i == maxLines {
			fmt.Fprintf(&b, "and %d pairs more, not decided\n", p.undecided()-i)
			break
		}
		fmt.Fprintf(&b, "%s\n", u)
	}
	fmt.Fprintf(&b, "%s\n", p.verdict())
	for _, c := range p.Warnings {
		b.WriteString("warning: " + c.String())
	}
	if p.MoreWarnings > 0 {
		fmt.Fprintf(&b, "warning: and %d more of the kind\n", p.MoreWarnings)
	}
	if p.Proved() {
		for _, a := range p.Assumed {
			fmt.Fprintf(&b, "assumed: %s\n", a)
		}
	}
	return b.String()
}

func (p *Proof) undecided() int { return len(p.Undecided) + p.MoreUndecided }

func (p *Proof) verdict() string {
	size := fmt.Sprintf("(%s, %s)", count(p.Patterns, "pattern"), count(p.Pairs, "pair"))
	switch {
	case p.Patterns == 0:
		return "nothing to prove: the registry has no keys " + size
	case p.Proved():
		return "proved: no two tenants share a key " + size
	case len(p.Broken) == 0:
		return fmt.Sprintf("not decided: %s of patterns %s", count(p.undecided(), "pair"), size)
	case len(p.Undecided) == 0:
		return fmt.Sprintf("not proved: %s of patterns can share a key between tenants %s", count(len(p.Broken), "pair"), size)
	}
	return fmt.Sprintf("not proved: %s of patterns can share a key between tenants, %d not decided %s", count(len(p.Broken), "pair"), p.undecided(), size)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// String is the pair that was not decided, and why.
func (u *Undecided) String() string {
	return fmt.Sprintf("%s and %s: not decided: %s", u.A.Name, u.B.Name, u.Reason)
}

// String is the collision on several lines: who shares which key, the values
// of both sides, what to do.
func (c *Collision) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s", c.Title(), c.table())
	if c.Advice != "" {
		fmt.Fprintf(&b, "  make it unambiguous: %s\n", c.Advice)
	}
	return b.String()
}

// Title says in one line who shares which key.
func (c *Collision) Title() string {
	switch {
	case c.A == nil:
		return "two inputs share the key " + strconv.Quote(c.Key)
	case c.Kind == EmptyTenant:
		return c.A.Name + ": " + c.who()
	}
	return fmt.Sprintf("%s and %s: %s", c.A.Name, c.B.Name, c.who())
}

// who says who shares which key, without the names of the patterns.
func (c *Collision) who() string {
	key := strconv.Quote(c.Key)
	a, b := tuple(c.Sides[0].Tenant), tuple(c.Sides[1].Tenant)
	switch c.Kind {
	case WithEveryone:
		return fmt.Sprintf("tenant %s and everyone share the key %s", a+b, key)
	case TwoValues:
		who := "everyone's"
		if a != "" {
			who = "tenant " + a + "'s"
		}
		return fmt.Sprintf("two of %s values share the key %s", who, key)
	case EmptyTenant:
		return "the tenant can be empty: all requests without one share keys like " + key
	}
	if !slices.EqualFunc(c.Sides[0].Tenant, c.Sides[1].Tenant, func(x, y Value) bool { return x.Segment == y.Segment }) {
		a, b = pairs(c.Sides[0].Tenant), pairs(c.Sides[1].Tenant)
	}
	return fmt.Sprintf("tenants %s and %s share the key %s", a, b, key)
}

// tuple prints a tenant: its text, or name=text for several segments.
func tuple(vs []Value) string {
	if len(vs) == 1 {
		return strconv.Quote(vs[0].Text)
	}
	return pairs(vs)
}

// pairs prints name=text, one after the other.
func pairs(vs []Value) string {
	out := make([]string, len(vs))
	for i, v := range vs {
		out[i] = v.String()
	}
	return strings.Join(out, " ")
}

// String is segment=text, the text in quotes if it needs them.
func (v Value) String() string {
	s := v.Segment + "=" + quoteIfNeeded(v.Text)
	if len(v.Of) > 0 {
		s += " (digest of " + strings.Join(v.Of, ", ") + ")"
	}
	return s
}

func quoteIfNeeded(s string) string {
	if q := strconv.Quote(s); s == "" || strings.Contains(s, " ") || q != `"`+s+`"` {
		return q
	}
	return s
}

// table prints the values of both sides, columns under each other.
func (c *Collision) table() string {
	var rows [][]string
	var width []int
	for _, side := range c.Sides {
		var row []string
		for i, v := range side.Values {
			row = append(row, v.String())
			if len(width) <= i {
				width = append(width, 0)
			}
			width[i] = max(width[i], utf8.RuneCountInString(row[i]))
		}
		rows = append(rows, row)
	}
	var b strings.Builder
	for i, row := range rows {
		if c.Kind == EmptyTenant && i > 0 {
			break
		}
		line := "   "
		for j, cell := range row {
			line += " " + cell + strings.Repeat(" ", width[j]-utf8.RuneCountInString(cell)+1)
		}
		if len(row) == 0 {
			line += " (no segments)"
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

type collisionJSON struct {
	Kind     CollisionKind       `json:"kind"`
	Patterns []string            `json:"patterns"`
	File     string              `json:"file"`
	Line     int                 `json:"line"`
	Column   int                 `json:"column"`
	Tenants  []map[string]string `json:"tenants"` // one for each side that has a tenant
	Key      string              `json:"key"`
	Values   []map[string]string `json:"values"` // one for each side
	Advice   string              `json:"advice"`
	Message  string              `json:"message"`
}

type undecidedJSON struct {
	Patterns []string `json:"patterns"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Reason   string   `json:"reason"`
}

// MarshalJSON writes the proof for scripts.
func (p *Proof) MarshalJSON() ([]byte, error) {
	out := struct {
		Proved    bool             `json:"proved"`
		Verdict   string           `json:"verdict"`
		Patterns  int              `json:"patterns"`
		Pairs     int              `json:"pairs"`
		Broken    []*collisionJSON `json:"broken"`
		Warnings  []*collisionJSON `json:"warnings"`
		More      int              `json:"moreWarnings"`
		Undecided []undecidedJSON  `json:"undecided"`
		MoreUndec int              `json:"moreUndecided"`
		Assumed   []string         `json:"assumed"`
	}{p.Proved(), p.verdict(), p.Patterns, p.Pairs, []*collisionJSON{}, []*collisionJSON{}, p.MoreWarnings, []undecidedJSON{}, p.MoreUndecided, append([]string{}, p.Assumed...)}
	for _, c := range p.Broken {
		out.Broken = append(out.Broken, c.json())
	}
	for _, c := range p.Warnings {
		out.Warnings = append(out.Warnings, c.json())
	}
	for _, u := range p.Undecided {
		out.Undecided = append(out.Undecided, undecidedJSON{[]string{u.A.Name, u.B.Name}, u.A.Pos.File, u.A.Pos.Line, u.A.Pos.Column, u.Reason})
	}
	return json.Marshal(out)
}

func (c *Collision) json() *collisionJSON {
	j := &collisionJSON{Kind: c.Kind, Patterns: []string{}, Tenants: []map[string]string{}, Key: c.Key, Advice: c.Advice, Message: c.Title()}
	if c.A != nil {
		j.Patterns = []string{c.A.Name, c.B.Name}
		j.File, j.Line, j.Column = c.A.Pos.File, c.A.Pos.Line, c.A.Pos.Column
	}
	for i, side := range c.Sides {
		if c.Kind == EmptyTenant && i > 0 {
			break
		}
		if len(side.Tenant) > 0 {
			j.Tenants = append(j.Tenants, asMap(side.Tenant))
		}
		j.Values = append(j.Values, asMap(side.Values))
	}
	return j
}

func asMap(vs []Value) map[string]string {
	m := map[string]string{}
	for _, v := range vs {
		m[v.Segment] = v.Text
	}
	return m
}
