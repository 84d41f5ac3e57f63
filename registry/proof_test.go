package registry_test

import (
	"encoding/json"
	"testing"

	"github.com/tenantkey/tenantkey/registry"
)

// handmade is a proof with one of everything.
func handmade() *registry.Proof {
	at := func(line int) registry.Position { return registry.Position{File: "r.yaml", Line: line, Column: 3} }
	a, b := &registry.Pattern{Name: "a", Key: "a:{t}", Pos: at(4)}, &registry.Pattern{Name: "b", Key: "b:{t}:{sum}", Pos: at(5)}
	v := func(segment, text string, of ...string) registry.Value {
		return registry.Value{Segment: segment, Text: text, Of: of}
	}
	side := func(tenant registry.Value, more ...registry.Value) registry.Side {
		return registry.Side{Tenant: []registry.Value{tenant}, Values: append([]registry.Value{tenant}, more...)}
	}
	return &registry.Proof{
		Patterns: 3, Pairs: 6,
		Broken: []*registry.Collision{
			{Kind: registry.BetweenTenants, A: a, B: b, Key: "k", Advice: "give t another form", Sides: [2]registry.Side{side(v("t", "long text"), v("x", "1")), side(v("t", ""), v("sum", "é", "t", "q"))}},
			{Kind: registry.WithEveryone, A: a, B: b, Key: "k", Sides: [2]registry.Side{side(v("t", "all")), {}}},
			{Kind: registry.BetweenTenants, A: a, B: b, Key: "k", Sides: [2]registry.Side{side(v("t", "x")), side(v("o", "x"))}},
		},
		Warnings: []*registry.Collision{
			{Kind: registry.TwoValues, A: a, B: b, Key: "k", Sides: [2]registry.Side{side(v("t", "x")), side(v("t", "x"), v("y", "2"))}},
			{Kind: registry.TwoValues, A: a, B: b, Key: "k"},
			{Kind: registry.EmptyTenant, A: a, B: a, Key: "a:", Sides: [2]registry.Side{side(v("t", "")), side(v("t", "unused"))}},
		},
		MoreWarnings: 2,
		Undecided:    []*registry.Undecided{{A: a, B: b, Reason: "it is late"}},
	}
}

// What a proof says, of every kind of pair.
func TestProofText(t *testing.T) {
	const want = `a and b: tenants "long text" and "" share the key "k"
    t="long text"  x=1
    t=""           sum=é (digest of t, q)
  make it unambiguous: give t another form
a and b: tenant "all" and everyone share the key "k"
    t=all
    (no segments)
a and b: tenants t=x and o=x share the key "k"
    t=x
    o=x
a and b: not decided: it is late
not proved: 3 pairs of patterns can share a key between tenants, 1 not decided (3 patterns, 6 pairs)
warning: a and b: two of tenant "x"'s values share the key "k"
    t=x
    t=x  y=2
warning: a and b: two of everyone's values share the key "k"
    (no segments)
    (no segments)
warning: a: the tenant can be empty: all requests without one share keys like "a:"
    t=""
warning: and 2 more of the kind
`
	if got := handmade().String(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if p := (&registry.Proof{Patterns: 1, Pairs: 1, Assumed: []string{"digests differ"}}); p.String() != "proved: no two tenants share a key (1 pattern, 1 pair)\nassumed: digests differ\n" {
		t.Error(p.String())
	}
	if c := (&registry.Collision{Kind: registry.BetweenInputs, Key: "k"}); c.Title() != `two inputs share the key "k"` {
		t.Error(c.Title())
	}
	if p := handmade(); p.MoreFaults() != 1 {
		t.Errorf("beyond the broken pairs there are %d faults", p.MoreFaults())
	}
}

// The same for scripts.
func TestProofValues(t *testing.T) {
	data, err := json.Marshal(handmade())
	if err != nil {
		t.Fatal(err)
	}
	type collision struct {
		Kind     string
		Patterns []string
		File     string
		Line     int
		Column   int
		Tenants  []map[string]string
		Key      string
		Values   []map[string]string
		Advice   string
		Message  string
	}
	var got struct {
		Proved                      bool
		Patterns, Pairs             int
		Broken, Warnings            []collision
		MoreWarnings, MoreUndecided int
		Undecided                   []struct {
			Patterns     []string
			File         string
			Line, Column int
			Reason       string
		}
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if got.Proved || got.Patterns != 3 || got.Pairs != 6 || len(got.Broken) != 3 || len(got.Warnings) != 3 || got.MoreWarnings != 2 || got.MoreUndecided != 0 || len(got.Undecided) != 1 {
		t.Fatalf("%s", data)
	}
	first, everyone, empty := got.Broken[0], got.Broken[1], got.Warnings[2]
	if first.Kind != "tenants" || first.Patterns[1] != "b" || first.File != "r.yaml" || first.Line != 4 || first.Column != 3 || first.Tenants[0]["t"] != "long text" ||
		first.Values[1]["sum"] != "é" || first.Values[0]["x"] != "1" || first.Key != "k" || first.Advice != "give t another form" || first.Message != `a and b: tenants "long text" and "" share the key "k"` {
		t.Errorf("%+v", first)
	}
	if len(everyone.Tenants) != 1 || len(everyone.Values) != 2 || len(everyone.Values[1]) != 0 {
		t.Errorf("%+v", everyone)
	}
	if len(empty.Tenants) != 1 || len(empty.Values) != 1 || empty.Values[0]["t"] != "" {
		t.Errorf("%+v", empty)
	}
	if u := got.Undecided[0]; u.Patterns[0] != "a" || u.Patterns[1] != "b" || u.File != "r.yaml" || u.Line != 4 || u.Column != 3 || u.Reason != "it is late" {
		t.Errorf("%+v", u)
	}
}
