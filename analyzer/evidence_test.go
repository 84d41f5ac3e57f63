package analyzer

import (
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
)

func ev(kind template.EvidenceKind, text string, depth int) template.Evidence {
	return template.Evidence{Kind: kind, Text: text, Depth: depth}
}

func named(text string) template.Evidence { return ev(template.ByName, text, 0) }

// appTenants is a registry's view: tenant_id with evidence of each kind, and a
// few other segments.
func appTenants() *tenants {
	c := &carrier{segment: "tenant_id", named: nameOf("tenant_id"), identities: registryIdentities, names: []name{nameOf("acct")}, listed: []template.Evidence{
		ev(template.ByType, "example.com/app/ids.Owner", 0),
		ev(template.ByFunc, "example.com/app/auth.Who", 0),
		ev(template.ByFunc, "(example.com/app/auth.Session).Owner", 0),
		ev(template.ByField, "example.com/app/auth.Claims.Sub", 0),
	}}
	return &tenants{carriers: []*carrier{c}, others: []name{nameOf("project_id"), nameOf("date_range"), nameOf("digest"), nameOf("id")}}
}

func TestRead(t *testing.T) {
	const (
		yes     = "tenant"
		other   = "other"
		claimed = "claimed"
		neutral = "neutral"
	)
	tests := []struct {
		why  string
		evs  []template.Evidence
		want string
	}{
		{"a listed type", []template.Evidence{named("o"), ev(template.ByType, "example.com/app/ids.Owner", 0)}, yes},
		{"a pointer to it", []template.Evidence{ev(template.ByType, "*example.com/app/ids.Owner", 0)}, yes},
		{"a listed function", []template.Evidence{ev(template.ByFunc, "example.com/app/auth.Who", 0)}, yes},
		{"a listed method on a pointer", []template.Evidence{ev(template.ByFunc, "(*example.com/app/auth.Session).Owner", 0)}, yes},
		{"a listed field", []template.Evidence{ev(template.ByField, "example.com/app/auth.Claims.Sub", 0)}, yes},
		{"a listed name", []template.Evidence{named("u.Acct")}, yes},
		{"the segment's own name", []template.Evidence{named("tenantID")}, yes},
		{"its identity in another form", []template.Evidence{named("tenantUUID")}, yes},
		{"its bare noun", []template.Evidence{named("tenant")}, yes},
		{"a selector", []template.Evidence{named("tenant.ID")}, yes},
		{"a short variable of a telling type", []template.Evidence{named("t.ID"), ev(template.ByField, "example.com/app/model.Tenant.ID", 0)}, yes},
		{"a getter", []template.Evidence{named("req.GetTenantId")}, yes},
		{"a function of the tenant's package", []template.Evidence{ev(template.ByFunc, "example.com/app/tenant.FromContext", 0)}, yes},
		{"a context key", []template.Evidence{named("tenant_id")}, yes},
		{"a display name is not the identity, but it is of the tenant", []template.Evidence{named("tenantName")}, neutral},
		{"another segment", []template.Evidence{named("projectID")}, other},
		{"a selector of another thing", []template.Evidence{named("project.ID")}, other},
		{"a field of another thing", []template.Evidence{named("p.ID"), ev(template.ByField, "example.com/app/model.Project.ID", 0)}, other},
		{"another thing of the tenant", []template.Evidence{named("tenant.Project.ID")}, other},
		{"a user's tenant", []template.Evidence{named("user.TenantID")}, yes},
		{"nothing telling", []template.Evidence{named("id")}, neutral},
		{"a row's id", []template.Evidence{named("row.ID")}, neutral},
		{"a segment called id says nothing", []template.Evidence{named("x.ID")}, neutral},
		{"no evidence", nil, neutral},
		{"a neutral value is what the parameter says", []template.Evidence{named("id"), ev(template.ByName, "tenantID", 1)}, yes},
		{"another id in the tenant's parameter", []template.Evidence{named("project.ID"), ev(template.ByName, "tenantID", 1)}, claimed},
		{"the tenant in another parameter", []template.Evidence{named("tenantID"), ev(template.ByName, "projectID", 1)}, yes},
		{"through two calls", []template.Evidence{named("v"), ev(template.ByName, "id", 1), ev(template.ByName, "tenantID", 2)}, yes},
		{"another word for the tenant is no contradiction", []template.Evidence{named("org.ID"), ev(template.ByName, "tenantID", 1)}, yes},
	}
	for _, tt := range tests {
		m := appTenants().read(&template.Hole{Expr: "x", Evidence: tt.evs})
		got := neutral
		switch {
		case m.carrier != nil:
			got = yes
		case m.claims != nil:
			got = claimed
		case m.other != "":
			got = other
		}
		if got != tt.want {
			t.Errorf("%s: %v is %s, want %s", tt.why, tt.evs, got, tt.want)
		}
	}
}

// A hole of which nothing is told is what its expression says.
func TestReadExpression(t *testing.T) {
	for expr, want := range map[string]bool{"keys[].TenantID": true, "projectID": false, "*": false} {
		if got := appTenants().read(&template.Hole{Expr: expr}).carrier != nil; got != want {
			t.Errorf("%s: %v, want %v", expr, got, want)
		}
	}
}

func TestStrictCountsOnlyWhatIsListed(t *testing.T) {
	ts := appTenants()
	ts.carriers[0].strict = true
	for text, want := range map[string]bool{"tenantID": false, "tenant": false, "acct": true} {
		if got := ts.read(&template.Hole{Evidence: []template.Evidence{named(text)}}).carrier != nil; got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func TestBuiltinNames(t *testing.T) {
	ts := builtinTenants()
	for text, want := range map[string]bool{
		"tenantID": true, "org.ID": true, "workspaceSlug": true, "AuthorizedWorkspaceID": true, "accountKey": true, "ns": false,
		"userID": false, "page": false, "store": true, "shopUUID": true, "projectID": true, "email": false, "orgName": true, "key": false,
	} {
		if got := ts.read(&template.Hole{Evidence: []template.Evidence{named(text)}}).carrier != nil; got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
