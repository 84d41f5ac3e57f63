package analyzer

import (
	"strings"
	"testing"
)

func TestNameOf(t *testing.T) {
	for in, want := range map[string]string{
		"tenantID":                   "tenant id",
		"tenant_id":                  "tenant id",
		"TenantId":                   "tenant id",
		"tenant-id":                  "tenant id",
		"tenant.ID":                  "tenant id",
		"principal.WorkspaceID":      "principal workspace id",
		"req.GetTenantId()":          "req tenant id",
		"authorizedWorkspaceID":      "authorized workspace id",
		"TenantIDFromContext":        "tenant id",
		"tenant.MustFromContext":     "tenant",
		"tenant.FromContext(ctx)":    "tenant",
		"tenant.From(ctx).ID":        "tenant id",
		"tenantIDs":                  "tenant ids",
		"tenantIDsByName":            "tenant ids",
		"fromAccountID":              "account id",
		"tenantIdStr":                "tenant id",
		"UUIDToStr":                  "uuid",
		"GetCurrentTenant":           "tenant",
		"projectByTenantID":          "project",
		"HTTPServerID":               "http server id",
		"k8sName":                    "k8s name",
		"orgs[i].ID":                 "orgs id",
		"":                           "",
		"_":                          "",
		"日本ID":                       "日本 id",
		"cacheKeyForTenant":          "cache key",
		"string":                     "string",
		"auth.Claims.TenantID.Value": "auth claims tenant id",
	} {
		if got := strings.Join(nameOf(in), " "); got != want {
			t.Errorf("nameOf(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNameEndsWith(t *testing.T) {
	for _, c := range []struct {
		path, name string
		want       bool
	}{
		{"tenantID", "tenant_id", true},
		{"tenantid", "tenant_id", true},
		{"tenant_id", "tenantID", true},
		{"principal.TenantID", "tenant_id", true},
		{"req.Tenant.ID", "tenant_id", true},
		{"tenantIDs", "tenant_id", true},
		{"audiences", "audience", true},
		{"tenant.Project.ID", "tenant_id", false},
		{"tenantProjectID", "tenant_id", false},
		{"otherTenantName", "tenant_id", false},
		{"subtenantid", "tenant_id", false},
		{"project.ID", "id", false},
		{"id", "id", true},
		{"ID", "id", true},
		{"tenant", "tenant_id", false},
		{"x.tenant", "tenant", true},
		{"tenant.Name", "tenant", false},
	} {
		if got := nameOf(c.path).endsWith(nameOf(c.name)); got != c.want {
			t.Errorf("%q ends with %q: %v, want %v", c.path, c.name, got, c.want)
		}
	}
}

func TestIdentifies(t *testing.T) {
	for in, want := range map[string]string{
		"projectID": "project", "project.ID": "project", "userIDs": "user", "app.Project.ID": "project", "projectName": "project",
		"id": "", "row.ID": "", "x.ID": "", "p.ID": "", "reqID": "", "project": "", "page": "", "uuid.UUID": "", "name": "",
	} {
		if got, _ := nameOf(in).identifies(); got != want {
			t.Errorf("%q identifies %q, want %q", in, got, want)
		}
	}
}
