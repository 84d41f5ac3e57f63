package resolve

import (
	"slices"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
)

// TestHoles: what is known of a part of a key that is no text: the expression
// that a reader knows it by, its form, and what tells of its meaning.
func TestHoles(t *testing.T) {
	for _, tt := range []struct {
		src       string
		expr      string
		form      template.Form
		evidence  []string // in any order, with the calls in between
		unchecked string
		optional  bool
	}{
		{src: `func Key(n int64) string { return fmt.Sprint(n) }`, expr: "n", form: template.FormInt, evidence: []string{"name n"}},
		{src: `func Key(n uint8) string { return fmt.Sprint(n) }`, expr: "n", form: template.FormUint, evidence: []string{"name n"}},
		{src: `func Key(n float32) string { return fmt.Sprint(n) }`, expr: "n", form: template.FormFloat, evidence: []string{"name n"}},
		{src: `func Key(n bool) string { return fmt.Sprint(n) }`, expr: "n", form: template.FormBool, evidence: []string{"name n"}},
		{src: `func Key(s []byte) string { return string(s) }`, expr: "s", evidence: []string{"name s"}},
		{
			src:  `type ID string; func Key(tenantID ID) string { return string(tenantID) }`,
			expr: "tenantID", evidence: []string{"name tenantID", "type p.ID"},
		},
		// A parameter that is just called id is what the function is named for.
		{src: `func GetTenantByID(id string) string { return id }`, expr: "id", evidence: []string{"name id", "name Tenant.id"}},
		{src: `func LoadOrg(uuid string) string { return uuid }`, expr: "uuid", evidence: []string{"name uuid", "name Org.uuid"}},
		{src: `func updateTeam(ID string) string { return ID }`, expr: "ID", evidence: []string{"name ID", "name Team.ID"}},
		{src: `func FindByID(id string) string { return id }`, expr: "id", evidence: []string{"name id"}},
		{src: `func Tenant(id string) string { return id }`, expr: "id", evidence: []string{"name id"}},
		{src: `func GetTenant(name string) string { return name }`, expr: "name", evidence: []string{"name name"}},
		{
			src:  `type pair struct { a string }; func Key(a, b *pair, c bool) string { k := a; if c { k = b }; return k.a }`,
			expr: "k.a", evidence: []string{"field p.pair.a", "name k.a", "name pair.a"},
		},
		// A key into a map, a field, a call.
		{
			src:  `func Key(m map[string]string) string { return m["tenant_id"] }`,
			expr: `m["tenant_id"]`, evidence: []string{"name tenant_id"},
		},
		{
			src:  `type tenantKey struct{}; func Key(m map[any]string) string { return m[tenantKey{}] }`,
			expr: `m[nil]`, evidence: []string{"name tenantKey"},
		},
		{
			src: `type org struct { ID string }; type user struct { Org org }; func Key(u *user) string { return u.Org.ID }`, expr: "u.Org.ID",
			evidence: []string{"field p.org.ID", "name u.Org.ID", "name org.ID"},
		},
		{
			src: `func Key() string { return os.Getenv("TENANT_ID") }`, expr: `os.Getenv("TENANT_ID")`,
			evidence: []string{"func os.Getenv", "name os.Getenv", "name TENANT_ID"},
		},
		{
			src: `func Key(s string) string { org := os.Getenv(s); return org }`, expr: "org",
			evidence: []string{"func os.Getenv", "name os.Getenv", "name org"},
		},
		// An error or ok that nobody looks at.
		{
			src: `func Key(s string) string { v, _ := os.LookupEnv(s); return v }`, expr: "v", unchecked: "the ok of os.LookupEnv is dropped",
			evidence: []string{"func os.LookupEnv", "name os.LookupEnv", "name v"},
		},
		{
			src: `func Key(s string) string { v, err := os.Readlink(s); _ = err; return v }`, expr: "v", unchecked: "the error of os.Readlink is dropped",
			evidence: []string{"func os.Readlink", "name os.Readlink", "name v"},
		},
		{
			src: `func Key(s string) string { v, err := os.Readlink(s); if err != nil { panic(err) }; return v }`, expr: "v",
			evidence: []string{"func os.Readlink", "name os.Readlink", "name v"},
		},
		{src: `func Key(x any) string { v, _ := x.(string); return v }`, expr: "x", unchecked: "the ok of v is dropped", evidence: []string{"name x", "name v"}},
		{src: `func Key(x any) string { return x.(string) }`, expr: "x", evidence: []string{"name x"}},
		// Tested for being empty.
		{src: `func Key(a string) string { if a != "" { return a }; panic(a) }`, expr: "a", optional: true, evidence: []string{"name a"}},
		{src: `func Key(a string) string { if len(a) > 0 { return a }; panic(a) }`, expr: "a", optional: true, evidence: []string{"name a"}},
		{src: `func Key(n int) string { if n == 0 { panic(n) }; return fmt.Sprint(n) }`, expr: "n", form: template.FormInt, optional: true, evidence: []string{"name n"}},
		{src: `func Key(n int) string { if n == 1 { panic(n) }; return fmt.Sprint(n) }`, expr: "n", form: template.FormInt, evidence: []string{"name n"}},
		{src: `func Key(n int) string { if n < 0 { panic(n) }; return fmt.Sprint(n) }`, expr: "n", form: template.FormInt, evidence: []string{"name n"}},
		{src: `func Key(a, b string) string { if b != "" { return a }; panic(a) }`, expr: "a", evidence: []string{"name a"}},
		{src: `func Key(p *string) string { if p == nil { panic(p) }; return *p }`, expr: "p", optional: true, evidence: []string{"name p"}},
		// Names.
		{src: `func Key(xs []string, i int) string { return xs[i] }`, expr: "xs[i]", evidence: []string{"name xs"}},
		{src: `func Key(xs []string) string { for _, x := range xs { if x != "z" { return x } }; panic(xs) }`, expr: "x", evidence: []string{"name xs", "name x"}},
		{src: `func Key(m map[string]int) string { for k := range m { if k != "z" { return k } }; panic(m) }`, expr: "k", evidence: []string{"name m", "name k"}},
		{src: `func Key(m map[int]string) string { for _, v := range m { if v != "z" { return v } }; panic(m) }`, expr: "v", evidence: []string{"name v"}},
		{src: `func Key(n int) string { for i := range n { if i > 3 { return fmt.Sprint(i) } }; panic(n) }`, expr: "i", form: template.FormInt, evidence: []string{"name i"}},
		{src: `func Key(s string) string { return os.Getenv(s + "x") }`, expr: `os.Getenv(s + "x")`, evidence: []string{"func os.Getenv", "name os.Getenv"}},
		{
			src: `func Key(p *os.Process) string { return fmt.Sprint(p.Signal(os.Kill)) }`, expr: "p.Signal(os.Kill)",
			evidence: []string{"func (*os.Process).Signal", "name Process.Signal", "name Kill"},
		},
		// Fields and what is reached through them.
		{src: `type rec struct{ id string }; func load() rec; func Key() string { return load().id }`, expr: "load().id", evidence: []string{"field p.rec.id", "name load().id", "name rec.id"}},
		{src: `type rec struct{ id string }; func load() rec; func Key() string { r := load(); return r.id }`, expr: "r.id", evidence: []string{"field p.rec.id", "name r.id", "name rec.id"}},
		{
			src: `type base struct{ ID string }; type Org struct{ base }; func Key(o *Org) string { return o.ID }`, expr: "o.ID",
			evidence: []string{"field p.base.ID", "name o.ID", "name base.ID", "name Org.ID"},
		},
		{
			src: `type base struct{ ID string }; type Org struct{ *base }; func Key(o Org) string { return o.ID }`, expr: "o.ID",
			evidence: []string{"field p.base.ID", "name o.ID", "name base.ID", "name Org.ID"},
		},
		{
			src: `type base struct{ N rune }; type Org struct{ base }; func Key(o *Org) string { return string(o.N) }`, expr: "o.N", form: template.FormFixed,
			evidence: []string{"field p.base.N", "name o.N", "name base.N", "name Org.N"},
		},
		{src: `func Key(xs *[3]string, i int) string { return xs[i] }`, expr: "xs[i]", evidence: []string{"name xs"}},
		{src: `func Key(p *string) string { v := *p; return v }`, expr: "p", evidence: []string{"name p", "name v"}},
		{src: `func Key() string { return os.Args[1] }`, expr: "os.Args[1]", evidence: []string{"name Args"}},
		{src: `func Key(m map[string]map[string]string) string { return m["a"]["b"] }`, expr: `m["a"]["b"]`, evidence: []string{"name b"}},
		{src: `var k = os.Getenv("A"); func Key(m map[string]string) string { return m[k] }`, expr: "m[k]", evidence: []string{"name k"}},
		{src: `type tk struct{ a string }; func Key(m map[tk]string, s string) string { k := tk{s}; return m[k] }`, expr: "m[k]", evidence: []string{"name tk"}},
		{src: `func Key(m map[string]string) string { v, _ := m["a"]; return v }`, expr: "v", evidence: []string{"name a", "name v"}},
		{src: `func Key(c chan string) string { return <-c }`, expr: "<-c"},
		{src: `func Key(n int) string { return fmt.Sprint(-n) }`, expr: "-n", form: template.FormInt},
		{src: `type pair struct{ a string }; func Key(p *pair) string { v := p.a; return v }`, expr: "v", evidence: []string{"field p.pair.a", "name p.a", "name pair.a", "name v"}},
		{src: `type pair struct{ a string }; func Key(s string) string { var v [2]pair; fmt.Sscan(s, &v[1].a); return v[1].a }`, expr: "v[1].a", evidence: []string{"field p.pair.a", "name v[1].a", "name pair.a"}},
		{src: `func Key(s string) string { var v [2]string; fmt.Sscan(s, &v[1]); return v[1] }`, expr: "v[1]", evidence: []string{"name v[1]"}},
		// Calls.
		{src: `type api interface{ get(int) string }; func Key(a api, n int) string { return a.get(n) }`, expr: "a.get(n)", evidence: []string{"func (p.api).get", "name api.get"}},
		{src: `type api struct{}; func (api) get(a, b int) string; func Key(a api, n int) string { return a.get(n, 2) }`, expr: "a.get(n, 2)", evidence: []string{"func (p.api).get", "name api.get"}},
		{src: `func Key(f func(int) string) string { return f(1) }`, expr: "f(1)"},
		{src: `func get(a, b any) string; func Key(f *int) string { return get(nil, f) }`, expr: "get(nil, f)", evidence: []string{"func p.get", "name p.get"}},
		{src: `func two() (string, int); func Key() string { v, _ := two(); return v }`, expr: "v", evidence: []string{"func p.two", "name p.two", "name v"}},
		{src: `func two() (string, bool); func Key() string { v, ok := two(); print(ok); return v }`, expr: "v", evidence: []string{"func p.two", "name p.two", "name v"}},
		{
			src: `func Key(s string) string { return os.Getenv(s + "1" + "2" + "3" + "4" + "5") }`, expr: `os.Getenv(… + … + "3" + "4" + "5")`,
			evidence: []string{"func os.Getenv", "name os.Getenv"},
		},
		{src: `func Key(s string) string { return os.Getenv(s[1:]) }`, expr: "os.Getenv(s[…])", evidence: []string{"func os.Getenv", "name os.Getenv"}},
		// What is known inside of a callee is a call further in.
		{
			src: `func inner(a string) string { x := os.Getenv(a); return x }; func Key(a string) string { y := inner(a); return y }`, expr: "y",
			evidence: []string{"func p.inner", "name p.inner", "name y", "func os.Getenv 1", "name os.Getenv 1", "name x 1"},
		},
		{src: `func inner(a string) string { return a }; func Key(b string) string { y := inner(b); return y }`, expr: "b", evidence: []string{"name b", "name a 1", "func p.inner 1", "name p.inner 1", "name y"}},
		{src: `func RemoveShopByUUID(uuid string) string { return uuid }`, expr: "uuid", evidence: []string{"name uuid", "name Shop.uuid"}},
		{src: `func DeleteShopById(id string) string { return id }`, expr: "id", evidence: []string{"name id", "name Shop.id"}},
		{src: `func Get(id string) string { return id }`, expr: "id", evidence: []string{"name id"}},
		// The variables of ranges.
		{src: `func Key(n int) string { for i := range n { print(i) }; for j := range n { if j > 3 { return fmt.Sprint(j) } }; panic(n) }`, expr: "j", form: template.FormInt, evidence: []string{"name j"}},
		{src: `func Key(n int, m map[string]int) string { for k := range m { print(k) }; for j := range n { if j > 3 { return fmt.Sprint(j) } }; panic(n) }`, expr: "j", form: template.FormInt, evidence: []string{"name j"}},
		{src: `func Key(n int) string { for range n { print(n) }; for j := range n { if j > 3 { return fmt.Sprint(j) } }; panic(n) }`, expr: "j", form: template.FormInt, evidence: []string{"name j"}},
		{src: `func Key(xs []string) string { for i := range xs { if i > 3 { return fmt.Sprint(i) } }; panic(xs) }`, expr: "i", form: template.FormInt, evidence: []string{"name i"}},
		{src: `func Key(xs, ys []string) string { for _, x := range ys { print(x) }; for _, y := range xs { if y > "3" { return y } }; panic(xs) }`, expr: "y", evidence: []string{"name xs", "name y"}},
		{src: `func Key(c chan string) string { for v := range c { if v != "z" { return v } }; panic(c) }`, expr: "v", evidence: []string{"name v"}},
		{src: `func Key(s string) string { for _, c := range s { if c > 'a' { return string(c) } }; panic(s) }`, expr: "c", form: template.FormFixed},
	} {
		r := program(t, "package p\nimport (\"fmt\"; \"os\")\nvar _, _ = fmt.Sprint, os.Exit\n"+tt.src)
		name := tt.src[strings.LastIndex(tt.src, "func ")+len("func "):]
		name, _, _ = strings.Cut(name, "(")
		got := r.returnedBy(t, name)
		h, ok := template.TextValue(got).Hole()
		if !ok {
			t.Errorf("%s: is %s, want one hole", tt.src, got)
			continue
		}
		if h.Expr != tt.expr || h.Form != tt.form || h.Unchecked != tt.unchecked || h.Optional != tt.optional {
			t.Errorf("%s: is {%s} of form %q, unchecked %q, optional %t", tt.src, h.Expr, h.Form, h.Unchecked, h.Optional)
		}
		var evidence []string
		for _, e := range h.Evidence {
			kind := [...]string{template.ByType: "type", template.ByFunc: "func", template.ByField: "field", template.ByName: "name"}[e.Kind]
			depth := ""
			if e.Depth > 0 {
				depth = " " + itoa(e.Depth)
			}
			evidence = append(evidence, kind+" "+e.Text+depth)
		}
		if slices.Sort(evidence); !slices.Equal(evidence, slices.Sorted(slices.Values(tt.evidence))) {
			t.Errorf("%s: has the evidence %q, want %q", tt.src, evidence, tt.evidence)
		}
	}
}
