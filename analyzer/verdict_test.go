package analyzer

import (
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
)

// hole is a hole called expr, known by that name.
func hole(expr string, kind template.Kind) *template.Hole {
	h := &template.Hole{Expr: expr, Origin: template.Origin{Kind: kind}}
	return h.Known(named(expr))
}

// key makes a template of texts and holes.
func key(parts ...any) template.Template {
	var ts []template.Template
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			ts = append(ts, template.Lit(p))
		case *template.Hole:
			ts = append(ts, template.Of(p))
		}
	}
	return template.Concat(ts...)
}

func digestOf(in ...template.Template) *template.Hole {
	return &template.Hole{Expr: "sum", Origin: template.Origin{Kind: template.Digest, Name: "crypto/sha256.Sum256", Inputs: []template.Set{in}}}
}

func resultOf(fn string, in ...template.Template) *template.Hole {
	h := &template.Hole{Expr: fn + "(…)", Origin: template.Origin{Kind: template.Result, Name: fn}}
	for _, t := range in {
		h.Origin.Inputs = append(h.Origin.Inputs, template.One(t))
	}
	return h
}

func TestVerdict(t *testing.T) {
	tenant := hole("tenantID", template.Param)
	project := hole("projectID", template.Param)
	unknown := template.Unknown("comes from json.Unmarshal into req")
	claimed := project.Known(ev(template.ByName, "tenantID", 1))
	flag := &template.Hole{Expr: "*", Form: template.FormBool, Origin: template.Origin{Kind: template.Unk, Reason: "is read from a file"}}
	tests := []struct {
		why   string
		set   template.Set
		asked bool // the callers are told, not this place
		want  Verdict
	}{
		{"the tenant among others", template.Set{key("project:", tenant, ":", project)}, false, Yes},
		{"no tenant", template.Set{key("project:", project)}, false, No},
		{"text", template.Set{key("lock")}, false, No},
		{"one branch without", template.Set{key("a:", tenant), key("b:", project)}, false, Sometimes},
		{"every branch with", template.Set{key("a:", tenant), key("b:", tenant, ":", project)}, false, Yes},
		{"one branch that nobody knows", template.Set{key("a:", tenant), key("b:", unknown)}, false, Unknown},
		{"an unknown part", template.Set{key("a:", unknown)}, false, Unknown},
		{"an unknown part next to the tenant", template.Set{key(tenant, ":", unknown)}, false, Yes},
		{"an unknown flag is no tenant", template.Set{key("a:", flag)}, false, No},
		{"the callers' key", template.Set{key(hole("key", template.Param))}, true, Caller},
		{"the callers' key behind a prefix", template.Set{key("v1:", hole("key", template.Param))}, true, Caller},
		{"the callers' part next to the tenant", template.Set{key(tenant, ":", hole("key", template.Param))}, true, Yes},
		{"an id that is the whole key", template.Set{key(hole("id", template.Param))}, false, No},
		{"a digest of the tenant", template.Set{key("search:", digestOf(key(tenant, "\x00", project)))}, false, Yes},
		{"a digest without the tenant", template.Set{key("search:", digestOf(key(project)))}, false, No},
		{"a digest of the tenant on one path", template.Set{key(digestOf(key(tenant), key(project)))}, false, Sometimes},
		{"a digest of what nobody knows", template.Set{key(digestOf(key(unknown)))}, false, Unknown},
		{"what a function makes of the tenant alone", template.Set{key("a:", resultOf("example.com/app.encode", key(tenant)))}, false, Yes},
		{"a key that a function makes", template.Set{key(resultOf("example.com/app.buildKey", key(tenant), key(project)))}, false, Yes},
		{"a look-up among the tenant's things", template.Set{key("a:", resultOf("example.com/app.slugOf", key(tenant), key(project)))}, false, Unknown},
		{"a key out of a field", template.Set{key(hole("entry.Key", template.Field))}, false, Unknown},
		{"a secret that is called key", template.Set{key(hole("req.APIKey", template.Field))}, false, No},
		{"a package variable that holds a prefix", template.Set{key(hole("keyPrefix", template.Var), ":", project)}, false, No},
		{"something else in the tenant's parameter", template.Set{key("a:", claimed)}, false, No},
		{"another word for the tenant", template.Set{key("a:", hole("org.ID", template.Field))}, false, Unknown},
		{"code that is never reached", nil, false, Unknown},
	}
	for _, tt := range tests {
		got := appTenants().set(tt.set, !tt.asked)
		if got.verdict != tt.want {
			t.Errorf("%s: %s is %s, want %s", tt.why, tt.set, got.verdict, tt.want)
		}
		if (got.why != "") != (got.verdict == Unknown) {
			t.Errorf("%s: verdict %s, why %q", tt.why, got.verdict, got.why)
		}
	}
}

// What the key rests on is kept, for the checks that follow.
func TestReadingKeepsHoles(t *testing.T) {
	tenant, project := hole("tenantID", template.Param), hole("projectID", template.Param)
	r := appTenants().set(template.Set{key(digestOf(key(tenant)))}, true)
	if len(r.holes) != 1 || r.holes[0] != tenant {
		t.Errorf("the tenant inside the digest is not told: %v", r.holes)
	}
	r = appTenants().set(template.Set{key(project.Known(ev(template.ByName, "tenantID", 1)))}, true)
	if len(r.claimed) != 1 || r.claimed[0].carrier.segment != "tenant_id" {
		t.Errorf("the claim is not told: %v", r.claimed)
	}
}
