package analyzer

import (
	"go/types"
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/internal/valuedep"
)

const tenantTypes = `package p

type (
	Row    struct{ Name, TenantID string }
	Plain  struct{ Name string }
	Flags  struct{ TenantID bool }
	Cache  struct{ tenantID string; rows map[string]string }
	Tenant string
)
`

// Which tenant an input is, by itself, as a row or by one of its fields.
func TestTenantOf(t *testing.T) {
	s := sourceOf(t, tenantTypes)
	typ := func(name string) types.Type { return s.pass.Pkg.Scope().Lookup(name).Type() }
	k := &keydeps{p: newPolicy(nil)}
	str := types.Typ[types.String]
	dep := func(expr string, t types.Type, via valuedep.Via) *valuedep.Dep {
		return &valuedep.Dep{Expr: expr, Type: t, Via: via, Evidence: byName(expr)}
	}
	row := dep("id", str, 0)
	row.Row = dep("row.TenantID", str, 0)
	other := dep("id", str, 0)
	other.Row = dep("row.Name", str, 0)
	carried := dep("tenantID", str, 0)
	carried.Kind = valuedep.Carried
	for _, c := range []struct {
		why  string
		dep  *valuedep.Dep
		want string // the expression that is the tenant
	}{
		{"by its name", dep("tenantID", str, 0), "tenantID"},
		{"another id", dep("unitID", str, 0), ""},
		{"what a context carries", carried, ""},
		{"yes or no", dep("perTenant", types.Typ[types.Bool], 0), ""},
		{"a condition that is lifted", dep("kit.WithSkipTenant", str, 0), ""},
		{"a row's tenant", row, "row.TenantID"},
		{"a row's name", other, ""},
		{"without a type", dep("req", nil, valuedep.Call), ""},
		{"an object that nothing is looked up by", dep("req", typ("Row"), valuedep.Cond), ""},
		{"an object with one", dep("req", typ("Row"), valuedep.Call), "req.TenantID"},
		{"a pointer to one", dep("req", types.NewPointer(typ("Row")), valuedep.Call|valuedep.Cond), "req.TenantID"},
		{"an object without one", dep("req", typ("Plain"), valuedep.Call), ""},
		{"yes or no in an object", dep("req", typ("Flags"), valuedep.Call), ""},
		{"text that is handed over", dep("req", typ("Tenant"), valuedep.Call), ""},
	} {
		got := ""
		d, carrier := k.tenantOf(&valuedep.Sink{}, c.dep)
		if d != nil {
			got = d.Expr
		}
		if got != c.want || (carrier != nil) != (c.want != "") {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
	if d, _ := k.tenantOf(&valuedep.Sink{}, row); d.Kind != valuedep.Context {
		t.Error("what is looked up here is taken for a parameter")
	}
}

// The tenants that a key has: by what it is made of, and by what it looks like.
func TestTenantsIn(t *testing.T) {
	k := &keydeps{p: newPolicy(nil)}
	made := &valuedep.Sink{Key: []*valuedep.Dep{{Evidence: byName("unitID")}, {Evidence: byName("tenantID")}}}
	looks := keyUse(key("a"), key("a:", hole("orgID", template.Param), ":", hole("unitID", template.Param)))
	names := func(has map[*carrier]bool) string {
		out := ""
		for _, c := range k.p.tenants.carriers {
			if has[c] {
				out += c.segment + " "
			}
		}
		return out
	}
	if got := names(k.tenantsIn(made, looks)); got != "tenant_id org_id " {
		t.Errorf("the key has %s", got)
	}
	if got := names(k.tenantsIn(&valuedep.Sink{}, nil)); got != "" {
		t.Errorf("a key of nothing has %s", got)
	}
}

// What other words say of a tenant.
func TestSynonym(t *testing.T) {
	for text, want := range map[string]string{"org.ID": "org", "orgSlug": "org", "orgName": "", "workspaceUUIDs": "workspace", "project.ID": "", "org": "", "id": ""} {
		if got := appTenants().synonymOf([]template.Evidence{named("x"), named(text)}); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	strict := appTenants()
	strict.carriers[0].strict = true
	if got := strict.synonymOf([]template.Evidence{named("org.ID")}); got != "" {
		t.Errorf("with strict evidence, org.ID is %q", got)
	}
}

// What verdicts are together.
func TestAnyOf(t *testing.T) {
	type vs = []Verdict
	for _, c := range []struct {
		of   vs
		want Verdict
	}{
		{vs{Yes}, Yes}, {vs{Yes, Yes}, Yes}, {vs{Yes, No}, Sometimes}, {vs{Yes, Sometimes}, Sometimes}, {vs{Sometimes}, Sometimes}, {vs{Sometimes, Unknown}, Sometimes},
		{vs{Yes, Unknown}, Unknown}, {vs{No, Unknown}, Unknown}, {vs{Caller, Unknown}, Unknown}, {vs{Yes, Caller}, Caller}, {vs{Caller, No}, No}, {vs{Caller}, Caller}, {vs{No}, No},
		{vs{Yes, Unknown, No}, Sometimes},
	} {
		var rs []reading
		for _, v := range c.of {
			r := reading{verdict: v}
			if v == Yes || v == Sometimes {
				r.holes = []*template.Hole{hole("tenantID", template.Param)}
			}
			rs = append(rs, r)
		}
		if got := anyOf(rs).verdict; got != c.want {
			t.Errorf("%v: %s, want %s", c.of, got, c.want)
		}
	}
	if got := stronger(Caller, Unknown); got != Caller {
		t.Errorf("stronger is %s", got)
	}
}
