package analyzer

import (
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
)

// The tenants that can be named where a key stands, the nearest variables
// first, then fields, then what a function finds in the context.
func TestTenantsInScope(t *testing.T) {
	p := appPolicy(t, `tenantkey: 1
tenant:
  tenant_id:
    from:
      - func: net/http.StatusText
      - func: context.Cause
      - func: os.LookupEnv
      - func: example.com/none.Of
      - func: (example.com/p.Account).ID
      - field: example.com/p.Account.Own
      - type: example.com/p.Tenant
      - name: context.WithoutCancel
`)
	s := sourceOf(t, scopedSource)
	lines := strings.Split(scopedSource, "\n")
	for _, e := range s.marked() {
		_, want, _ := strings.Cut(lines[s.pass.Fset.Position(e.Pos()).Line-1], "// ")
		var got []string
		for _, v := range s.tenantsInScope(p, e) {
			got = append(got, v.expr+"="+v.text+v.verb)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", s.textOf(e), got, want)
		}
	}
}

const scopedSource = `package p

import (
	"context"
	h "net/http"
	_ "os"
)

type Tenant string
type Number int
type Text string
type UUID [16]byte
type Float float64
type Wide struct{ s string }

func (UUID) String() string         { return "" }
func (Number) String(n int) string  { return "" }
func (Text) String() (string, error) { return "", nil }
func (Wide) String() string         { return "" }

type Account struct {
	Own, TenantUUID string
	tenantID        UUID
	Other           string
}
type numbers struct{ TenantID Number; tenant Text; Tenant Float; tenantUUID Wide }

func use(v any) {}

var tenantID string // of the package: everybody has the same

func variables(tenantID string, id string) {
	use(id)       // tenantID=tenantID%s
	{
		tenantID := 7
		use(id)   // tenantID=%d
		_ = tenantID
	}
	use(1)        // tenantID=tenantID%s
	later(func(n Number) {
		use(2)    // tenantID=tenantID%s
		tenant := ""
		_ = tenant
	})
}

func later(any) {}

func order(id string, tenant string) {
	tenantUUID := tenant
	use(id)       // tenant=tenant%s tenantUUID=tenantUUID%s
	{
		x := Tenant("")
		use(id)   // x=string(x)%s tenant=tenant%s tenantUUID=tenantUUID%s
		_ = x
	}
	_ = tenantUUID
}

func two(tenantUUID, tenant string) {
	use(0)        // tenantUUID=tenantUUID%s tenant=tenant%s
}

func fields(a *Account, n numbers, o h.Cookie) {
	use(a)        // a.Own=a.Own%s a.TenantUUID=a.TenantUUID%s a.tenantID=a.tenantID.String()%s n.TenantID=%d n.tenant=string(n.tenant)%s
}

func found(ctx context.Context, tenant string) {
	use(ctx)      // tenant=tenant%s
}

func blank(_ string, v Tenant) {
	use(v)        // v=string(v)%s
}
`

// What is printed with its own method is a uuid by the name of its type.
func TestScopedForms(t *testing.T) {
	s := sourceOf(t, scopedSource)
	p := appPolicy(t, appRegistry)
	for name, want := range map[string]template.Form{"UUID": template.FormUUID, "Number": template.FormInt, "Text": template.FormText} {
		typ := s.pass.Pkg.Scope().Lookup(name).Type()
		v := s.scoped(p, "tenantID", typ, nil)
		if name == "UUID" {
			if v == nil || v.hole.Form == want {
				t.Errorf("a type of this package called so is %+v", v)
			}
			continue
		}
		if v == nil || v.hole.Form != want {
			t.Errorf("%s is %+v, want the form %q", name, v, want)
		}
	}
	if v := s.scoped(p, "projectID", s.pass.Pkg.Scope().Lookup("Text").Type(), nil); v != nil {
		t.Errorf("what is no tenant is %+v", v)
	}
}
