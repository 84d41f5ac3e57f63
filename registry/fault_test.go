package registry_test

import (
	"strings"
	"testing"
)

// A fault is one sentence with the counter-example and the advice in it, and
// there is none exactly if the registry is proved.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ registry, want string }{
		{`
tenant: {tenant_id: {is: text}}
keys: {report: 'report:{tenant_id}:{report_id}'}
`, `registered key "report:{tenant_id}:{report_id}" is ambiguous: tenants "a" and "a:b" share the key "report:a:b:c" (tenant_id=a report_id=b:c, or tenant_id=a:b report_id=c): give report_id a form without ":" (segments: report_id: slug), or put tenant_id into a fixed form (is: uuid)`},
		{`
tenant: {t: {is: slug}}
keys: {mine: 'flags:{t}', all: {key: 'flags:all', global: same for all}}
`, `registered key "flags:{t}", beside "flags:all", is ambiguous: tenant "all" and everyone share the key "flags:all" (t=all, or no segments): put t into a fixed form (is: uuid)`},
		{`
tenant: {t: }
` + sha + `keys: {s: {key: 's:{t}:{x}:{digest}', digest: {digest: [t]}}}
`, `registered key "s:{t}:{x}:{digest}" may be ambiguous: whether two tenants can share a key is not decided: whether the digests of these patterns can be equal is beyond this proof`},
		{`
tenant: {t: {is: uuid}}
keys: {project: 'project:{t}:{id}'}
`, ``},
	} {
		proof := parse(t, c.registry).Prove()
		var got []string
		for _, f := range proof.Faults() {
			got = append(got, f.String())
		}
		if s := strings.Join(got, "\n"); s != c.want {
			t.Errorf("%sgot:\n%s\nwant:\n%s", c.registry, s, c.want)
		}
		if proof.Proved() != (len(got) == 0) || proof.MoreFaults() != 0 {
			t.Errorf("%sproved is %t with %d faults", c.registry, proof.Proved(), len(got))
		}
	}
}
