package registry_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/registry"
)

// The message of the issue that asked for the proof, word for word.
func TestProveMessage(t *testing.T) {
	r := parse(t, "tenant:\n  tenant_id: {is: text}\nkeys:\n  report: report:{tenant_id}:{report_id}\n")
	want := `report and report: tenants "a" and "a:b" share the key "report:a:b:c"
    tenant_id=a    report_id=b:c
    tenant_id=a:b  report_id=c
  make it unambiguous: give report_id a form without ":" (segments: report_id: slug), or put tenant_id into a fixed form (is: uuid)
not proved: 1 pair of patterns can share a key between tenants (1 pattern, 1 pair)
`
	if got := r.Prove().String(); got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
}

const sha = "segments: {digest: '[0-9a-f]{64}', hash: '[0-9a-f]{64}'}\n"

// Each case is a registry and what is found: "proved", or the titles of the
// collisions, warnings and undecided pairs.
func TestProve(t *testing.T) {
	for _, c := range []struct{ name, registry, want string }{
		{"a tenant of fixed form", `
tenant: {t: {is: uuid}}
keys: {project: 'project:{t}:{id}', member: 'member:{t}:{id}'}
`, `proved`},
		{"a tenant that ends where the separator is", `
tenant: {t: {is: slug}}
keys: {project: 'project:{t}:{id}'}
`, `proved`},
		{"a text tenant at the end, behind a form without the separator", `
tenant: {t: }
segments: {id: int}
keys: {project: 'project:{id}:{t}'}
`, `proved`},
		{"one pattern is another's tenant", `
tenant: {t: }
keys: {all: 'p:{t}', one: 'p:{t}:all'}
`, `all and one: tenants "a:all" and "a" share the key "p:a:all"`},
		{"no separator", `
tenant: {t: {is: int}}
segments: {id: int}
keys: {a: 'a{t}{id}'}
`, `a and a: tenants "1" and "12" share the key "a123"`},
		{"a tenant and everyone", `
tenant: {t: {is: slug}}
keys: {mine: 'flags:{t}', all: {key: 'flags:{name}', global: same for all}}
`, `mine and all: tenant "a" and everyone share the key "flags:a"`},
		{"everyone first", `
tenant: {t: {is: slug}}
keys: {all: {key: 'flags:all', global: same for all}, mine: 'flags:{t}'}
`, `all and mine: tenant "all" and everyone share the key "flags:all"`},
		{"two kinds of values of one tenant", `
tenant: {t: {is: uuid}}
keys: {settings: 'u:{t}:settings', user: 'u:{t}:{name}'}
`, `warning: settings and user: two of tenant "00000000-0000-0000-0000-000000000000"'s values share the key "u:00000000-0000-0000-0000-000000000000:settings"`},
		{"two kinds of everyone's values", `
tenant: {t: {is: uuid}}
keys: {a: {key: 'f:{x}', global: same}, b: {key: 'f:b', global: same}}
`, `warning: a and b: two of everyone's values share the key "f:b"`},
		{"different tenants by name", `
tenant: {org: {is: slug}, team: {is: slug}}
keys: {o: 'x:{org}', t: 'x:{team}'}
`, `o and t: tenants org=a and team=a share the key "x:a"`},
		{"the tenant is the tuple", `
tenant: {org: {is: slug}, team: {is: slug}}
keys: {o: 'x:{org}-{team}'}
`, `o and o: tenants org=a team=b-c and org=a-b team=c share the key "x:a-b-c"`},
		{"the tenant is the tuple, in another order", `
tenant: {org: {is: slug}, team: {is: slug}}
keys: {o: 'x:{org}:{team}', t: 'x:{team}:{org}'}
`, `o and t: tenants org=a team=b and org=b team=a share the key "x:a:b"`},
		{"equal texts at different places", `
tenant: {t: {is: '[ab]{2}'}}
segments: {x: '[ab]{2}'}
keys: {o: '{t}{x}', t: '{x}{t}'}
`, `o and t: tenants "aa" and "ab" share the key "aaab"`},
		{"a tenant that has one text", `
tenant: {t: {is: '(?:main)'}}
keys: {o: 'a:{t}:{x}', t: 'b:{t}'}
`, `proved`},
		{"an empty tenant", `
tenant: {t: {is: '[a-z]*'}}
keys: {o: 'a:{t}:{x}'}
`, `warning: o: the tenant can be empty: all requests without one share keys like "a::a"`},
		{"a digest of known strength", `
tenant: {t: }
` + sha + `keys: {s: {key: 's:{digest}', digest: {digest: [t, query]}}, o: {key: 'o:{digest}:{page}', digest: {digest: [t]}}}
`, `proved`},
		{"a digest whose form is text is assumed to be strong", `
tenant: {t: }
keys: {s: {key: 's:{digest}', digest: {digest: [t, query]}}}
`, `proved
assumed: {digest} of s is a collision-resistant digest (sha256 or better); give it a form to have that checked (segments: digest: '[0-9a-f]{64}')`},
		{"a 64-bit digest", `
tenant: {t: }
segments: {digest: '[0-9a-f]{16}'}
keys: {s: {key: 's:{digest}', digest: {digest: [t, query]}}}
`, `s and s: tenants "a" and "b" share the key "s:0000000000000000"`},
		{"a digest that is a number", `
tenant: {t: }
segments: {digest: int}
keys: {s: {key: 's:{digest}', digest: {digest: [t, query]}}}
`, `s and s: tenants "a" and "b" share the key "s:1"`},
		{"MD5", `
tenant: {t: }
segments: {digest: '[0-9a-f]{32}'}
keys: {s: {key: 's:{digest}', digest: {digest: [t, query]}}}
`, `s and s: tenants "a" and "b" share the key "s:00000000000000000000000000000000"`},
		{"a weak digest beside the tenant", `
tenant: {t: {is: uuid}}
segments: {digest: '[0-9a-f]{16}'}
keys: {s: {key: 's:{t}:{digest}', digest: {digest: [query]}}}
`, `proved`},
		{"one digest over the same inputs in two patterns", `
tenant: {t: }
` + sha + `keys: {s: {key: 's:{digest}', digest: {digest: [t, query]}}, o: {key: 's:{hash}', digest: {hash: [t, query]}}}
`, `warning: s and o: two of tenant "a"'s values share the key "s:` + strings.Repeat("0", 64) + `"`},
		{"digests over different inputs", `
tenant: {t: }
` + sha + `keys: {s: {key: 's:{digest}', digest: {digest: [t, query]}}, o: {key: 's:{hash}', digest: {hash: [query, t]}}}
`, `s and o: tenants "a" and "b" share the key "s:` + strings.Repeat("0", 64) + `"`},
		{"text around a digest", `
tenant: {t: }
keys: {s: {key: 's:{digest}:{page}', digest: {digest: [t]}}}
`, `s and s: tenants "a" and "b" share the key "s:a:b:c"`},
		{"a digest that carries the tenant too", `
tenant: {t: }
` + sha + `keys: {s: {key: 's:{t}:{x}:{digest}', digest: {digest: [t]}}}
`, `s and s: not decided: whether the digests of these patterns can be equal is beyond this proof`},
	} {
		t.Run(c.name, func(t *testing.T) {
			proof := parse(t, c.registry).Prove()
			if got := titles(proof); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s\nall of it:\n%s", got, c.want, proof)
			}
		})
	}
}

func titles(p *registry.Proof) string {
	var out []string
	for _, c := range p.Broken {
		out = append(out, c.Title())
	}
	for _, u := range p.Undecided {
		out = append(out, u.String())
	}
	for _, c := range p.Warnings {
		out = append(out, "warning: "+c.Title())
	}
	if p.Proved() && len(out) == 0 {
		out = append(out, "proved")
		for _, a := range p.Assumed {
			out = append(out, "assumed: "+a)
		}
	}
	return strings.Join(out, "\n")
}

// What is advised has been tried: here each case's first advice.
func TestProveAdvice(t *testing.T) {
	for _, c := range []struct{ registry, want string }{
		{`
tenant: {t: {is: int}}
segments: {id: int}
keys: {a: 'a{t}{id}'}
`, `put t into a fixed form (is: uuid)`},
		{`
tenant: {t: {is: slug}}
keys: {mine: 'flags:{t}', all: {key: 'flags:{name}', global: same for all}}
`, `let mine and all begin with different words`},
		{`
tenant: {t: {is: slug}}
keys: {mine: 'flags:{t}', all: {key: 'flags:all', global: same for all}}
`, `put t into a fixed form (is: uuid)`},
		{`
tenant: {t: }
segments: {digest: int}
keys: {s: {key: 's:{digest}', digest: {digest: [t, query]}}}
`, `use a collision-resistant digest, and say so with its form: '[0-9a-f]{64}' for sha256 in hexadecimal`},
		{`
tenant: {org: {is: slug}, team: {is: slug}}
segments: {x: slug}
keys: {o: 'x:{org}{x}{team}'}
`, `put a separator between the segments that none of them can contain`},
	} {
		proof := parse(t, c.registry).Prove()
		if len(proof.Broken) == 0 || proof.Broken[0].Advice != c.want {
			t.Errorf("%s\nwant: %s", proof, c.want)
		}
	}
}

func TestProveSample(t *testing.T) {
	r, err := registry.Load("../registry.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Prove().String(); !strings.HasPrefix(got, "proved: no two tenants share a key (5 patterns, 15 pairs)\n") {
		t.Error(got)
	}
}

func TestProveNothing(t *testing.T) {
	proof := parse(t, "tenant: {t: }\n").Prove()
	if got, want := proof.String(), "nothing to prove: the registry has no keys (0 patterns, 0 pairs)\n"; got != want || !proof.Proved() {
		t.Errorf("%q", got)
	}
}

// Past a bound nothing is proved, and the pairs are named.
func TestProveBounds(t *testing.T) {
	big := "'[0-9]{0,1000}'"
	proof := parse(t, "tenant: {t: {is: "+big+"}}\nsegments: {a: "+big+", b: "+big+"}\nkeys: {k: '{t}{a}{b}', l: 'x{t}'}\n").Prove()
	if proof.Proved() || len(proof.Undecided) == 0 || proof.Undecided[0].String() != "k and k: not decided: the forms of the segments are too large to decide" {
		t.Error(proof)
	}
	var many strings.Builder
	many.WriteString("tenant: {t: }\nkeys:\n")
	for i := range 60 {
		fmt.Fprintf(&many, "  k%d: '{t}{x%d}'\n", i, i)
	}
	proof = parse(t, many.String()).Prove()
	if n := len(proof.Broken); n < registry.MaxBroken || n+len(proof.Undecided)+proof.MoreUndecided != proof.Pairs || proof.Proved() {
		t.Errorf("%d broken, %d undecided of %d", n, len(proof.Undecided), proof.Pairs)
	}
	if s := proof.String(); !strings.Contains(s, "pairs more, not decided\nnot proved: ") {
		t.Errorf("%.500s", s[len(s)-500:])
	}
}

// Pairs that were not looked at are not decided either.
func TestProofCounts(t *testing.T) {
	k := &registry.Pattern{Name: "k"}
	p := registry.Proof{Patterns: 3, Pairs: 6, Undecided: []*registry.Undecided{{A: k, B: k, Reason: "it is late"}}, MoreUndecided: 4}
	if s := p.String(); !strings.Contains(s, "not decided: 5 pairs of patterns (3 patterns, 6 pairs)") {
		t.Error(s)
	}
}

func TestProofJSON(t *testing.T) {
	data, err := json.Marshal(parse(t, "tenant: {t: }\nkeys:\n  r: r:{t}:{x}\n").Prove())
	if err != nil {
		t.Fatal(err)
	}
	want := `{"proved":false,"verdict":"not proved: 1 pair of patterns can share a key between tenants (1 pattern, 1 pair)","patterns":1,"pairs":1,` +
		`"broken":[{"kind":"tenants","patterns":["r","r"],"file":"registry.yaml","line":4,"column":3,"tenants":[{"t":"a"},{"t":"a:b"}],"key":"r:a:b:c",` +
		`"values":[{"t":"a","x":"b:c"},{"t":"a:b","x":"c"}],"advice":"give x a form without \":\" (segments: x: slug), or put t into a fixed form (is: uuid)",` +
		`"message":"r and r: tenants \"a\" and \"a:b\" share the key \"r:a:b:c\""}],"warnings":[],"moreWarnings":0,"undecided":[],"moreUndecided":0,"assumed":[]}`
	if string(data) != want {
		t.Errorf("got:\n%s\nwant:\n%s", data, want)
	}
}
