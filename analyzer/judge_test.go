package analyzer

import (
	"testing"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

const appRegistry = `tenantkey: 1
tenant:
  tenant_id: {is: uuid}
segments:
  project_id: int
keys:
  project: project:{tenant_id}:{project_id}
  plan:
    key: plan:{plan}
    global: the price list is the same for every tenant
`

func appPolicy(t *testing.T, text string) *policy {
	t.Helper()
	reg, err := registry.Parse("registry.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return newPolicy(reg)
}

func formed(h *template.Hole, f template.Form) *template.Hole {
	c := *h
	c.Form = f
	return &c
}

func TestCategories(t *testing.T) {
	p := appPolicy(t, appRegistry)
	tenant, project := hole("tenantID", template.Param), formed(hole("projectID", template.Param), template.FormInt)
	dropped := hole("tid", template.Local).Known(named("tenant"))
	dropped.Unchecked = "the ok of tenant.FromContext is dropped"
	lock := keyUse(key("project:", project))
	lock.Op = stores.Lock
	flight := keyUse(key("project:", project))
	flight.Op, flight.Store = stores.Lock, "singleflight"
	scan := keyUse(key("project:", project, "*"))
	scan.Pattern = true
	passed := keyUse(key(hole("key", template.Param)))
	passed.Told = false
	looped := keyUse(key("project:", tenant, ":", project))
	looped.Full = template.Set{key(hole("keyPrefix", template.Var)), key(hole("keyPrefix", template.Var), ":project:", tenant, ":", project)}

	tests := []struct {
		why     string
		use     *keyuse.Use
		want    string
		pattern string
	}{
		{"registered", keyUse(key("project:", tenant, ":", project)), "", "project"},
		{"no tenant", keyUse(key("project:", project)), Missing, ""},
		{"registered as global", keyUse(key("plan:", hole("name", template.Param))), "", "plan"},
		{"text", keyUse(key("schema")), "", ""},
		{"text behind a package's prefix", keyUse(key(hole("keyPrefix", template.Var), ":schema")), "", ""},
		{"not registered", keyUse(key("cart:", tenant)), Unregistered, ""},
		{"swapped", keyUse(key("project:", project, ":", tenant)), WrongValue, "project"},
		{"neutral in the tenant's place", keyUse(key("project:", hole("id", template.Param), ":", project)), WrongValue, "project"},
		{"the tenant on one path", keyUse(key("project:", project), key("project:", tenant, ":", project)), SometimesCat, "project"},
		{"global on the other path", keyUse(key("plan:", hole("name", template.Param)), key("project:", tenant, ":", project)), "", "plan"},
		{"a default on the other path", keyUse(key("project:all:", project), key("project:", tenant, ":", project)), Unchecked, "project"},
		{"an empty key on the error's path", keyUse(nil, key("project:", tenant, ":", project)), "", "project"},
		{"no tenant on one path, unknown on the other", keyUse(key("project:", project), key(template.Unknown("is read from a file"))), Missing, ""},
		{"unchecked", keyUse(key("project:", dropped, ":", project)), Unchecked, "project"},
		{"an integer", keyUse(key("project:", formed(tenant, template.FormInt), ":", project)), Enumerable, "project"},
		{"a lock", lock, "", ""},
		{"a lock by its name", keyUse(key("project-lock:", project)), "", ""},
		{"a singleflight", flight, Missing, ""},
		{"a pattern over keys", scan, "", ""},
		{"a wrapper", passed, "", ""},
		{"a wrapper's way without keys", looped, Unregistered, ""},
		{"unknown", keyUse(key(template.Unknown("is read from a file"))), "", ""},
	}
	for _, tt := range tests {
		j := p.judge(tt.use, false)
		got := ""
		if j.problem != nil {
			got = j.problem.category
		}
		if got != tt.want {
			t.Errorf("%s: %s is %q, want %q", tt.why, tt.use.Full, got, tt.want)
		}
		pattern := ""
		if j.pattern != nil {
			pattern = j.pattern.Name
		}
		if pattern != tt.pattern {
			t.Errorf("%s: pattern %q, want %q", tt.why, pattern, tt.pattern)
		}
	}
}

// Unresolved keys are told when they are asked for.
func TestUnresolvedIsOffByDefault(t *testing.T) {
	p := appPolicy(t, appRegistry)
	full := template.Set{key(template.Unknown("is read from a file"))}
	u := keyUse(full...)
	if j := p.judge(u, false); j.problem != nil {
		t.Errorf("told: %s", j.problem.message)
	}
	j := p.judge(u, true)
	if want := `cache key "{*}" can't be checked for a tenant: it is read from a file`; j.problem == nil || j.problem.message != want {
		t.Errorf("got %+v, want %s", j.problem, want)
	}
}

// Without a registry nothing is wrong, but the inventory says what is likely.
func TestNoRegistry(t *testing.T) {
	p := newPolicy(nil)
	for name, want := range map[string]Verdict{"workspaceID": Yes, "userID": No} {
		full := template.Set{key("a:", hole(name, template.Param))}
		j := p.judge(keyUse(full...), true)
		if j.problem != nil || j.reading.verdict != want {
			t.Errorf("%s: verdict %s, problem %v; want %s and none", name, j.reading.verdict, j.problem, want)
		}
	}
}
