package registry_test

import (
	"testing"
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

func TestProve(t *testing.T) {
	for _, c := range []struct{ name, registry, want string }{
		{"a tenant of fixed form", `
tenant: {t: {is: uuid}}
keys:
  project: project:{t}:{id}
  member: member:{t}:{id}
`, "proved: no two tenants share a key (2 patterns, 3 pairs)\n"},
		{"another prefix that is the first's tenant", `
tenant: {t: }
keys:
  all: p:{t}
  one: p:{t}:all
`, `all and one: tenants "a:all" and "a" share the key "p:a:all"
    t=a:all
    t=a
  make it unambiguous: put t into a fixed form (is: uuid)
not proved: 1 pair of patterns can share a key between tenants (2 patterns, 3 pairs)
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := parse(t, c.registry).Prove().String(); got != c.want {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
		})
	}
}
