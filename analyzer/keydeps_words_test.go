package analyzer

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/valuedep"
)

// sourceTypes are types and functions to ask about.
const sourceTypes = `package p

import "context"

type (
	ID       string
	UUID     [16]byte
	Flag     bool
	User     struct{}
	Members  []string
	Userbase struct{}
	Ptr      *User
	Row      struct{ TenantID string }
)

func one(ctx context.Context, site ID) (string, error)            { return "", nil }
func number(site int64) UUID                                      { return UUID{} }
func message(ctx context.Context, r *Row) *Row                    { return nil }
func twoIDs(a, b string) string                                   { return "" }
func idAndMessage(a string, r *Row) string                        { return "" }
func twoMessages(r, s *Row) string                                { return "" }
func noID(ctx context.Context) string                             { return "" }
func nothing(a string)                                            {}
func three(a string) (string, int, error)                         { return "", 0, nil }
func aStruct(a string) Row                                        { return Row{} }
func flag(a string) bool                                          { return true }
`

func TestKeydepsTypes(t *testing.T) {
	s := sourceOf(t, sourceTypes)
	named := func(name string) types.Type { return s.pass.Pkg.Scope().Lookup(name).Type() }
	str, yes := types.Typ[types.String], types.Typ[types.Bool]
	for _, c := range []struct {
		typ                             types.Type
		text, yesNo, identity, identify bool
	}{
		{str, true, false, false, true},
		{yes, false, true, false, false},
		{types.Typ[types.Float64], false, false, false, false},
		{types.Typ[types.Uint8], true, false, false, true},
		{named("ID"), true, false, false, true},
		{named("UUID"), true, false, false, true},
		{named("Flag"), false, true, false, false},
		{named("User"), false, false, true, false},
		{types.NewPointer(named("User")), false, false, true, false},
		{named("Members"), false, false, true, false},
		{named("Userbase"), false, false, false, false},
		{types.NewSlice(named("User")), false, false, false, false},
	} {
		if got := isText(c.typ); got != c.text {
			t.Errorf("%s is text: %v", c.typ, got)
		}
		if got := isYesNo(c.typ); got != c.yesNo {
			t.Errorf("%s is yes or no: %v", c.typ, got)
		}
		if got := tellsIdentity(c.typ); got != c.identity {
			t.Errorf("%s tells who someone is: %v", c.typ, got)
		}
		if got := isIdentity(c.typ); got != c.identify {
			t.Errorf("%s can be an identity: %v", c.typ, got)
		}
	}
	if isYesNo(nil) || tellsIdentity(nil) {
		t.Error("what has no type is something")
	}
	for name, want := range map[string]bool{
		"one": true, "number": true, "message": true, "twoIDs": false, "idAndMessage": true, "twoMessages": false,
		"noID": false, "nothing": false, "three": false, "aStruct": false, "flag": false,
	} {
		if got := findsByOne(named(name).(*types.Signature)); got != want {
			t.Errorf("%s finds by one: %v, want %v", name, got, want)
		}
	}
	ctx := named("one").(*types.Signature).Params().At(0).Type()
	if !isContextType(ctx) || isContextType(str) {
		t.Error("which type is the context's?")
	}
}

// A function's name says what finds the tenant, and that nothing else does.
func TestFoundBy(t *testing.T) {
	k := &keydeps{p: newPolicy(nil)}
	for fn, want := range map[string]string{
		"TenantIDBySite": "tenant_id by site", "GetTenantForSiteID": "tenant_id by site", "TenantOfDomainName": "tenant_id by domain", "OrgIDByWidgetSlug": "org_id by widget",
		"TenantOfUser": "", "TenantByMembership": "", "TenantBySiteAndPage": "", "SiteByTenant": "", "TenantByOrg": "", "ByTenant": "", "Tenant": "",
		"TenantSettingsBySite": "", "TenantByID": "", "RowBySite": "",
	} {
		got := ""
		if c, by := k.foundBy(fn); c != nil {
			got = c.segment + " by " + strings.Join(by, " ")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", fn, got, want)
		}
	}
	by := []name{{"site"}}
	for expr, want := range map[string]bool{"siteID": true, "req.SiteSlug": true, "sites": true, "websiteID": false, "id": false, "siteOwner": false} {
		s := &valuedep.Sink{Key: []*valuedep.Dep{{Expr: "page"}, {Expr: expr}}}
		if got := keyDecides(s, by); got != want {
			t.Errorf("%s has the site: %v, want %v", expr, got, want)
		}
	}
}

func TestPerCaller(t *testing.T) {
	for expr, want := range map[string]bool{
		"s.user": true, "s.lang": true, "s.userID": true, "user.id": false, "locale": true, "s.db": false, "s.filter.rows": false,
	} {
		if got := perCaller(expr); got != want {
			t.Errorf("%s: %v, want %v", expr, got, want)
		}
	}
}

func TestInWords(t *testing.T) {
	for n, want := range map[int]string{
		1: "a", 2: "a and b", 3: "a, b and c", 4: "a, b, c and d", 5: "a, b, c, d and 1 more", 7: "a, b, c, d and 3 more",
	} {
		all := strings.Split("abcdefg", "")[:n]
		if got := inWords(all); got != want || !slices.Equal(all, strings.Split("abcdefg", "")[:n]) {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// The whole of what is said of a key that leaves something out.
func TestKeydepsFinding(t *testing.T) {
	fset := token.NewFileSet()
	file := fset.AddFile("/src/users.go", -1, 100)
	file.SetLines([]int{0, 10, 20, 30, 40, 50})
	at := func(line int) token.Pos { return file.LineStart(line) }
	k := &keydeps{pass: &analysis.Pass{Fset: fset}, p: appPolicy(t, appRegistry)}
	user := &valuedep.Dep{Expr: "userID", Pos: at(2), Way: []valuedep.Step{{Pos: at(3), Message: "from load"}, {Pos: at(4), Message: "from query"}}}
	lang := &valuedep.Dep{Expr: "lang", Pos: at(5), Way: user.Way[:1]}
	carried := &valuedep.Dep{Atom: valuedep.Atom{Root: valuedep.Root{Kind: valuedep.Carried}}, Expr: "db.User(ctx, id)", Pos: at(6)}
	unplaced := &valuedep.Dep{Expr: "page"}
	use := &keyuse.Use{Store: "redis", Op: stores.Set, Object: function("Set"), Pos: at(1), End: at(1) + 5}
	for _, c := range []struct {
		why     string
		lack    *lack
		want    string
		related []string
	}{
		{"one input", &lack{key: "u:{id}", inputs: []*valuedep.Dep{user}}, `incomplete: value cached under "u:{id}" depends on userID (users.go:2), which the key leaves out`,
			[]string{"3: the value comes from load", "4: the value comes from query", "2: the value uses userID here"}},
		{"two inputs, which come the same way", &lack{key: "u:{id}", inputs: []*valuedep.Dep{user, lang}}, `incomplete: value cached under "u:{id}" depends on userID (users.go:2) and lang (users.go:5), which the key leaves out`,
			[]string{"3: the value comes from load", "4: the value comes from query", "2: the value uses userID here", "5: the value uses lang here"}},
		{"the caller", &lack{key: "u:{id}", inputs: []*valuedep.Dep{carried}}, `incomplete: value cached under "u:{id}" depends on the caller in the context of db.User(ctx, id) (users.go:6), which the key leaves out`,
			[]string{"6: the value uses the caller in the context of db.User(ctx, id) here"}},
		{"of a store call", &lack{key: "u:{id}", use: use, inputs: []*valuedep.Dep{lang}}, `incomplete: value cached under "u:{id}" depends on lang (users.go:5), which the key leaves out`,
			[]string{"3: the value comes from load", "5: the value uses lang here", "1: used here by Set (redis set)"}},
		{"global", &lack{key: "u:{id}", global: true, inputs: []*valuedep.Dep{unplaced}}, `incomplete: registered as global, but the cached value depends on page (:0)`, nil},
		{"once", &lack{once: true, inputs: []*valuedep.Dep{unplaced}}, `incomplete: value that is made once depends on page (:0), and is kept for everyone`, nil},
		{"too large", &lack{key: "u:{id}"}, `partial: value cached under "u:{id}" may depend on what the key leaves out: the code that makes it is too large to be followed`, nil},
		{"too large, once", &lack{once: true}, `partial: value that is made once may depend on its first caller: the code that makes it is too large to be followed`, nil},
	} {
		c.lack.at = place{at(1), at(2)}
		f := k.finding(c.lack)
		if got := f.category + ": " + strings.ReplaceAll(f.message, "(.:0)", "(:0)"); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.why, got, c.want)
		}
		var related []string
		for _, r := range f.related {
			related = append(related, fmt.Sprintf("%d: %s", fset.Position(r.Pos).Line, r.Message))
		}
		if !slices.Equal(related, c.related) {
			t.Errorf("%s: related %q, want %q", c.why, related, c.related)
		}
		if f.place != c.lack.at || f.key != c.lack.key || (len(f.uses) == 1) != (c.lack.use != nil) {
			t.Errorf("%s: %+v", c.why, f)
		}
	}
}

// Inputs of one place are told together, each once.
func TestMerge(t *testing.T) {
	a, b, c := &valuedep.Dep{Expr: "a"}, &valuedep.Dep{Expr: "b"}, &valuedep.Dep{Expr: "c"}
	l := &lack{inputs: []*valuedep.Dep{a}}
	l.merge(&lack{inputs: []*valuedep.Dep{b, {Expr: "a"}, c}})
	if !slices.Equal(l.inputs, []*valuedep.Dep{a, b, c}) {
		t.Errorf("%v", l.inputs)
	}
	carried := &valuedep.Dep{Atom: valuedep.Atom{Root: valuedep.Root{Kind: valuedep.Carried}}}
	if (&lack{inputs: []*valuedep.Dep{carried}}).hasExplicit() || !(&lack{inputs: []*valuedep.Dep{carried, a}}).hasExplicit() {
		t.Error("what a context carries is no explicit input, what stands beside it is")
	}
}

// What the values under a key depend on is told with the missing tenant.
func TestExplain(t *testing.T) {
	used, other := &keyuse.Use{}, &keyuse.Use{}
	org, org2 := &valuedep.Dep{Expr: "orgID", Pos: 7}, &valuedep.Dep{Expr: "orgID", Pos: 8}
	tenant := &valuedep.Dep{Expr: "tenantID"}
	carried := &valuedep.Dep{Atom: valuedep.Atom{Root: valuedep.Root{Kind: valuedep.Carried}}, Expr: "load(ctx)", Pos: 9}
	ds := dependencies{used: {carried, org, {Pos: 9}, org2, tenant}}
	f := &finding{message: "no tenant", uses: []*keyuse.Use{other, used}}
	ds.explain(f)
	if want := "no tenant; the cached value depends on orgID and tenantID"; f.message != want {
		t.Errorf("%s, want %s", f.message, want)
	}
	if len(f.related) != 1 || f.related[0].Pos != 7 || f.related[0].Message != "the value depends on orgID" {
		t.Errorf("related: %v", f.related)
	}
	f = &finding{message: "no tenant", uses: []*keyuse.Use{other}}
	ds.explain(f)
	if f.message != "no tenant" || len(f.related) > 0 {
		t.Errorf("nothing is known, and it says %+v", f)
	}
}

// Which arguments of a call are its keys and values.
func TestParts(t *testing.T) {
	var args []ssa.Value
	for i := range 4 {
		args = append(args, ssa.NewConst(constant.MakeInt64(int64(i)), types.Typ[types.Int]))
	}
	for _, c := range []struct {
		why   string
		place stores.Place
		want  string
	}{
		{"one", stores.Place{Arg: 1}, "1"},
		{"one that is not given", stores.Place{Arg: 4}, ""},
		{"the last", stores.Place{Arg: 3}, "3"},
		{"a field", stores.Place{Arg: 1, Shape: stores.Field, Field: "Key"}, "1.Key"},
		{"streams", stores.Place{Arg: 2, Shape: stores.Streams, Field: "Streams"}, "2.Streams"},
		{"two", stores.Place{Arg: 1, Shape: stores.Both}, "2 1"},
		{"made by a function", stores.Place{Arg: 0, Shape: stores.Mapped}, "1 0"},
		{"a command", stores.Place{Arg: 1, Shape: stores.Command}, ""},
		{"counted", stores.Place{Arg: 1, Shape: stores.Counted}, ""},
		{"the keys of a map", stores.Place{Arg: 1, Shape: stores.MapKeys}, ""},
	} {
		var got []string
		for _, p := range parts(args, []stores.Place{c.place}) {
			text := p.Value.(*ssa.Const).Value.String()
			if p.Path != "" {
				text += "." + p.Path
			}
			got = append(got, text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %s", c.why, got, c.want)
		}
	}
	if got := loaders(args, []stores.Place{{Arg: 2}, {Arg: 3, Shape: stores.Each}, {Arg: 4, Shape: stores.Each}}); len(got) != 1 || got[0].Value != args[2] {
		t.Errorf("loaders: %v", got)
	}
}

// What puts members into a collection does not answer to the key.
func TestCollects(t *testing.T) {
	for name, want := range map[string]bool{"LPush": true, "SAddEx": true, "Append": true, "Set": false, "SAd": false, "Add": false} {
		if got := collects(&keyuse.Use{Object: function(name)}); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
