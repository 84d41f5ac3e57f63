package analyzer

import (
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// keyUse is a read of a key by a function that puts it together.
func keyUse(keys ...template.Template) *keyuse.Use {
	return &keyuse.Use{Store: "redis", Op: stores.Get, Object: function("Get"), Key: keys, Full: keys, Told: true}
}

// function is a function of a name.
func function(name string) *types.Func {
	return types.NewFunc(token.NoPos, types.NewPackage("example.com/c", "c"), name, types.NewSignatureType(nil, nil, nil, nil, nil, false))
}

// The whole message of each check, and what is just not told.
func TestMessages(t *testing.T) {
	const registry = `tenantkey: 1
tenant:
  tenant_id: {is: uuid}
  org_id: {}
segments:
  project_id: int
keys:
  project: project:{tenant_id}:{project_id}
  seats: seats:{org_id}
  desk: desk:{org_id}:{project_id}
  search:
    key: search:{digest}
    digest: {digest: [tenant_id, query]}
  plan:
    key: plan:{plan}
    global: the price list is the same for every tenant
`
	const add = "{tenant_id} or {org_id}"
	p := appPolicy(t, registry)
	tenant, project := hole("tenantID", template.Param), formed(hole("projectID", template.Param), template.FormInt)
	org, id := hole("orgID", template.Param), hole("id", template.Param)
	dropped := hole("tid", template.Local).Known(named("tenant"))
	dropped.Unchecked = "the ok of tenant.FromContext is dropped"
	optional := hole("tid", template.Local).Known(named("tenant"))
	optional.Unchecked, optional.Optional = dropped.Unchecked, true
	claimed := project.Known(ev(template.ByName, "tenantID", 1))
	unknown := template.Unknown("is read from a file")
	for _, c := range []struct {
		why  string
		use  *keyuse.Use
		want string
	}{
		{"no tenant", keyUse(key("project:", project)), `cache key "project:{projectID}" has no tenant segment: add ` + add + `, or register the key as global`},
		{"no tenant, in two ways", keyUse(key("a:", project), key("b:", project)), `cache key "a:{projectID} | b:{projectID}" has no tenant segment: add ` + add + `, or register the key as global`},
		{"text where the tenant belongs", keyUse(key("desk:all:", project)), `cache key "desk:all:{projectID}" has the text "all" in the place of {org_id}: put the tenant there, or register the key as global`},
		{"a default where the tenant belongs", keyUse(key("project:all:", project), key("project:", tenant, ":", project)), `cache key "project:all:{projectID}" has a default in the place of the tenant, which all share who have none: don't use the cache without a tenant`},
		{"a digest without the tenant", keyUse(key("search:", digestOf(key(hole("query", template.Param))))), `cache key "search:{sum}" has a digest that leaves out ` + add + `: hash the tenant too`},
		{"a digest with it", keyUse(key("search:", digestOf(key(tenant, hole("query", template.Param))))), ""},
		{"swapped", keyUse(key("project:", project, ":", tenant)), `cache key "project:{projectID}:{tenantID}" has projectID in the place of {tenant_id}: put the tenant there`},
		{"an id", keyUse(key("project:", id, ":", project)), `cache key "project:{id}:{projectID}" has id in the place of {tenant_id}, and nothing shows that to be the tenant: put the tenant there`},
		{"two ids", keyUse(key("seats:", id, "x", hole("number", template.Param))), `cache key "seats:{id}x{number}" has "{id}x{number}" in the place of {org_id}, and nothing shows that to be the tenant: put the tenant there`},
		{"given something else", keyUse(key("cart:", claimed)), `cache key "cart:{projectID}" is given projectID as {tenant_id}, and that is not the tenant: pass the tenant`},
		{"on one path", keyUse(key("cart:", project), key("cart:", project, ":", tenant)), `cache key "cart:{projectID}" has no tenant segment, but on other paths it is "cart:{projectID}:{tenantID}": add ` + add + ` on every path, or register the key as global`},
		{"in a digest, on one path", keyUse(key("find:", digestOf(key(tenant), key(project)))), `cache key "find:{sum}" has a tenant on some paths only: add ` + add + ` on every path, or register the key as global`},
		{"for global on one path", keyUse(key("plan:", id), key("project:", tenant, ":", project)), ""},
		{"unchecked", keyUse(key("project:", dropped, ":", project)), `the tenant in cache key "project:{tid}:{projectID}" may be empty: the ok of tenant.FromContext is dropped; don't use the cache without a tenant`},
		{"unchecked, but left out where it is empty", keyUse(key("project:", optional, ":", project)), ""},
		{"an integer", keyUse(key("project:", formed(tenant, template.FormInt), ":", project)), `cache key "project:{tenantID}:{projectID}" has an integer for {tenant_id}, which can be guessed by counting: use the tenant's uuid`},
		{"a natural number", keyUse(key("project:", formed(tenant, template.FormUint), ":", project)), `cache key "project:{tenantID}:{projectID}" has an integer for {tenant_id}, which can be guessed by counting: use the tenant's uuid`},
		{"a number for a tenant that may be one", keyUse(key("seats:", formed(org, template.FormInt))), ""},
		{"yes or no for the tenant", keyUse(key("project:", formed(tenant, template.FormBool), ":", project)), `cache key "project:{tenantID}:{projectID}" has tenantID for {tenant_id}: a bool is no uuid`},
		{"near a pattern", keyUse(key("projects:", tenant, ":", project)), `cache key "projects:{tenantID}:{projectID}" is not registered: register it, or use "project:{tenant_id}:{project_id}" (project)`},
		{"near none", keyUse(key("invoice/", tenant, "/lines/", project, "/", id)), `cache key "invoice/{tenantID}/lines/{projectID}/{id}" is not registered: register it`},
		{"one of two registered", keyUse(key("seats:", org), key("invoice/", tenant, "/lines/", project, "/", id)), `cache key "invoice/{tenantID}/lines/{projectID}/{id}" is not registered: register it`},
		{"unknown", keyUse(key("a:", unknown)), `cache key "a:{*}" can't be checked for a tenant: it is read from a file`},
		{"unknown, but global", keyUse(key("plan:", unknown)), ""},
		{"unknown beside the tenant", keyUse(key("seats:", org), key("seats:", org, ":", unknown)), `cache key "seats:{orgID}:{*}" is not registered: register it, or use "seats:{org_id}" (seats)`},
	} {
		got := ""
		if j := p.judge(c.use, true); j.problem != nil {
			got = j.problem.message
		}
		if got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.why, got, c.want)
		}
	}
}

// A default is what the key would be with a text for the tenant.
func TestDefaulted(t *testing.T) {
	tenant, project, other := hole("tenantID", template.Param), hole("projectID", template.Param), hole("other", template.Param)
	with := func(k template.Template) *alternative {
		return &alternative{template: k, reading: reading{verdict: Yes, holes: []*template.Hole{tenant}}}
	}
	for _, c := range []struct {
		why     string
		a, with template.Template
		want    bool
	}{
		{"text for it", key("p:all:", project), key("p:", tenant, ":", project), true},
		{"nothing for it", key("p::", project), key("p:", tenant, ":", project), true},
		{"another part for it", key("p:", other, ":", project), key("p:", tenant, ":", project), false},
		{"text and a part for it", key("p:all", other, ":", project), key("p:", tenant, ":", project), false},
		{"another beginning", key("q:all:", project), key("p:", tenant, ":", project), false},
		{"another end", key("p:all:", other), key("p:", tenant, ":", project), false},
		{"shorter than both ends", key("p:"), key("p:", tenant, ":"), false},
		{"the ends alone", key("p::"), key("p:", tenant, ":"), true},
		{"text for another part", key("p:", tenant, ":all"), key("p:", tenant, ":", project), false},
	} {
		if got := defaulted(&alternative{template: c.a}, with(c.with)); got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
	if defaulted(&alternative{template: key("p:all")}, nil) {
		t.Error("a default of nothing")
	}
}

// What concerns the rule, and what is a lock.
func TestConcerns(t *testing.T) {
	p := appPolicy(t, appRegistry)
	id := hole("id", template.Param)
	for _, c := range []struct {
		why     string
		set     func(*keyuse.Use)
		keys    []template.Template
		concern bool
		lock    bool
	}{
		{"a key", nil, []template.Template{key("a:", id)}, true, false},
		{"not told here", func(u *keyuse.Use) { u.Told = false }, []template.Template{key("a:", id)}, false, false},
		{"a pattern", func(u *keyuse.Use) { u.Pattern = true }, []template.Template{key("a:", id)}, false, false},
		{"a flush", func(u *keyuse.Use) { u.Op = stores.Flush }, []template.Template{key("a:", id)}, false, false},
		{"a lock", func(u *keyuse.Use) { u.Op = stores.Lock }, []template.Template{key("a:", id)}, false, true},
		{"a singleflight", func(u *keyuse.Use) { u.Op, u.Store = stores.Lock, "singleflight" }, []template.Template{key("lock:", id)}, true, false},
		{"a lock by its text", nil, []template.Template{key("a:", id, ":lock")}, false, true},
		{"locks by their text", nil, []template.Template{key("locks:", id), key("mutex:", id)}, false, true},
		{"a lock on one path", nil, []template.Template{key("locks:", id), key("a:", id)}, true, false},
		{"a lock in a part's name", nil, []template.Template{key("a:", hole("lockID", template.Param))}, true, false},
		{"blocks", nil, []template.Template{key("blocks:", id)}, true, false},
		{"no key", nil, nil, true, false},
	} {
		u := keyUse(c.keys...)
		if c.set != nil {
			c.set(u)
		}
		if got := p.concerns(u); got != c.concern {
			t.Errorf("%s: concerns %v, want %v", c.why, got, c.concern)
		}
		if got := isLock(u); got != c.lock {
			t.Errorf("%s: lock %v, want %v", c.why, got, c.lock)
		}
	}
	for name, want := range map[string]bool{
		"Lock": true, "AcquireLock": true, "TryRLock": true, "unlock": true, "RefreshLockKey": true, "GetWithLock": false, "Acquire": false, "Get": false, "LockedRows": false,
	} {
		if got := locks(name); got != want {
			t.Errorf("%s is a lock: %v, want %v", name, got, want)
		}
	}
}

// The keys that a use can have.
func TestKeysOf(t *testing.T) {
	id := hole("id", template.Param)
	for _, c := range []struct {
		why       string
		key, full template.Set
		want      string
	}{
		{"one", template.Set{key("a:", id)}, template.Set{key("a:", id)}, "a:{id}"},
		{"what a wrapper adds", template.Set{key("a:", id)}, template.Set{key("v1:a:", id)}, "v1:a:{id}"},
		{"the empty text of an error's path", template.Set{nil, key("a:", id)}, template.Set{nil, key("a:", id)}, "a:{id}"},
		{"nothing but the empty text", template.Set{nil}, template.Set{nil}, ""},
		{"what a wrapper does without the key", template.Set{key(id)}, template.Set{key("all"), key("a:", id)}, "a:{id}"},
		{"a wrapper that has the key nowhere", template.Set{key(id)}, template.Set{key("all"), key("b")}, "all | b"},
		{"two that are given", template.Set{key("x"), key("y")}, template.Set{key("k:x"), key("k:y"), key("k:z")}, "k:x | k:y"},
	} {
		if got := keysOf(&keyuse.Use{Key: c.key, Full: c.full}).String(); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
	if got := keysOf(&keyuse.Use{Key: template.Set{nil}, Full: template.Set{nil}}); len(got) != 1 {
		t.Errorf("the only key is left out: %v", got)
	}
	flush := &keyuse.Use{Op: stores.Flush}
	if r := newPolicy(nil).judge(flush, false).reading; r.verdict != No || !r.fixed {
		t.Errorf("a flush without a key is read as %+v", r)
	}
	if r := newPolicy(nil).judge(&keyuse.Use{Op: stores.Get}, false).reading; r.verdict != Unknown {
		t.Errorf("a read without a key is read as %+v", r)
	}
}

// How a template fills the patterns, and what stands in the tenant's place.
func TestFit(t *testing.T) {
	p := appPolicy(t, `tenantkey: 1
tenant:
  tenant_id: {is: uuid}
  org_id: {is: uuid}
segments:
  kind: '[a-z]+'
keys:
  any: '{tenant_id}:{rest}'
  plan:
    key: plan:{name}
    global: the same for all
  search:
    key: s:{sum}:{page}
    digest: {sum: [tenant_id, query]}
  two: two:{tenant_id}:{org_id}
`)
	tenant, other := hole("tenantID", template.Param), hole("userID", template.Param)
	misfit := formed(tenant, template.FormBool)
	for _, c := range []struct {
		why     string
		key     template.Template
		want    fitness
		pattern string
		segment string
		value   string
	}{
		{"the tenant where it belongs", key(tenant, ":x"), fitTenant, "any", "", ""},
		{"something else there", key(other, ":x"), fitWrong, "any", "tenant_id", "{userID}"},
		{"the tenant in a form that it can't have", key(formed(tenant, template.FormBool), ":x"), fitMisfit, "any", "tenant_id", "{tenantID}"},
		{"the better of two", key("plan:", other), fitGlobal, "plan", "", ""},
		{"a digest with the tenant", key("s:", digestOf(key(tenant)), ":", other), fitTenant, "search", "", ""},
		{"a digest without it", key("s:", digestOf(key(other)), ":", tenant), fitWrong, "search", "sum", "{sum}"},
		{"two, the second wrong", key("two:", tenant, ":", other), fitWrong, "two", "org_id", "{userID}"},
		{"two, misfit and wrong", key("two:", misfit, ":", other), fitWrong, "two", "org_id", "{userID}"},
		{"two, wrong and misfit", key("two:", other, ":", misfit), fitWrong, "two", "tenant_id", "{userID}"},
		{"two, both wrong", key("two:", other, ":", hole("itemID", template.Param)), fitWrong, "two", "tenant_id", "{userID}"},
		{"nothing", key("q"), fitNone, "", "", ""},
	} {
		got := p.fit(c.key)
		pattern, segment := "", ""
		if got.pattern != nil {
			pattern = got.pattern.Name
		}
		if got.segment != nil {
			segment = got.segment.Name
		}
		if got.fitness != c.want || pattern != c.pattern || segment != c.segment || got.value.String() != c.value {
			t.Errorf("%s: %s is %d, %q, %q, %s", c.why, c.key, got.fitness, pattern, segment, got.value)
		}
	}
	if got := newPolicy(nil).fit(key(tenant)); got.fitness != fitNone || got.pattern != nil {
		t.Errorf("without a registry: %+v", got)
	}
}

// What a key stands on is read from each of its parts.
func TestReadings(t *testing.T) {
	recv := func(path ...string) *template.Hole {
		h := hole("c."+strings.Join(path, "."), template.Param)
		h.Origin.Index, h.Origin.Path = template.Recv, path
		return h
	}
	element := hole("p.Data[i]", template.Param)
	element.Origin.Path = []string{"Data", template.Element}
	whole := hole("items[i]", template.Param)
	whole.Origin.Path = []string{template.Element}
	optional := hole("tenantID", template.Param)
	optional.Optional = true
	tenant, project := hole("tenantID", template.Param), hole("projectID", template.Param)
	placed := template.Unknown("is read from a file")
	placed.Origin.Pos = "keys.go:7"
	for _, c := range []struct {
		why  string
		set  template.Set
		want Verdict
		said string
	}{
		{"the object's key", template.Set{key(recv("cacheKey"))}, Caller, ""},
		{"the object's key, made longer", template.Set{key(recv("cacheKey"), ":page:", hole("page", template.Param))}, Caller, ""},
		{"the object's key behind text", template.Set{key("page:", recv("cacheKey"), ":x")}, No, ""},
		{"the object's prefix", template.Set{key(recv("prefix"))}, Caller, ""},
		{"the object's prefix, made longer", template.Set{key(recv("prefix"), ":page:", project)}, No, ""},
		{"the object's prefix in front of a part", template.Set{key(recv("prefix"), ":", project)}, No, ""},
		{"the object's key in front of a part", template.Set{key(recv("cacheKey"), ":", project)}, Caller, ""},
		{"what the object's key holds", template.Set{key(recv("cacheKey", "data"))}, Caller, ""},
		{"what another field holds", template.Set{key(recv("row", "data"))}, No, ""},
		{"an element of a field", template.Set{key(element)}, Unknown, "comes from p.Data[i], and what that holds is not known"},
		{"an element of a parameter", template.Set{key(whole)}, No, ""},
		{"a gathered key", template.Set{key(hole("builder.data", template.Field))}, Unknown, "comes from builder.data, and what that holds is not known"},
		{"a gathered key behind text", template.Set{key("k:", hole("builder.data", template.Field))}, No, ""},
		{"a field called data", template.Set{key(hole("data", template.Field))}, No, ""},
		{"a field that names a thing", template.Set{key(hole("user.email", template.Field))}, No, ""},
		{"a local that names nothing", template.Set{key(hole("found", template.Local))}, Unknown, "comes from found, and what that holds is not known"},
		{"a number", template.Set{key(formed(hole("found", template.Local), template.FormInt))}, No, ""},
		{"a local that names a thing", template.Set{key(hole("userEmail", template.Local))}, No, ""},
		{"a local known to name one", template.Set{key(hole("v", template.Local).Known(named("email")))}, No, ""},
		{"handed over as one", template.Set{key(hole("found", template.Local).Known(ev(template.ByName, "email", 1)))}, Unknown, "comes from found, and what that holds is not known"},
		{"unknown, with its place", template.Set{key("a:", placed)}, Unknown, "is read from a file at keys.go:7"},
		{"unknown, as a time", template.Set{key("a:", formed(placed, template.FormTime))}, No, ""},
		{"unknown, as an integer", template.Set{key("a:", formed(placed, template.FormInt))}, Unknown, "is read from a file at keys.go:7"},
		{"a synonym", template.Set{key("a:", hole("org.ID", template.Field))}, Unknown, "holds org.ID, which may be the tenant by another name: if it is, list it under from"},
		{"a look-up among the tenant's things", template.Set{key("a:", resultOf("example.com/app.slugOf", key(tenant), key(project)))}, Unknown, "comes from example.com/app.slugOf(…), which is given the tenant and may leave it out"},
		{"the tenant where it is not empty", template.Set{key("a:", optional, ":", project), key("a:", project)}, Yes, ""},
		{"the tenant on one path", template.Set{key("a:", tenant, ":", project), key("a:", project)}, Sometimes, ""},
		{"the tenant on one path, unknown on another", template.Set{key("a:", tenant), key("b:", placed)}, Unknown, "is read from a file at keys.go:7"},
		{"the callers' key or a thing's", template.Set{key(recv("cacheKey")), key("a:", project)}, No, ""},
		{"the callers' key or text", template.Set{key(recv("cacheKey")), key("all")}, Caller, ""},
		{"introduced by text", template.Set{key("tenant:", hole("id", template.Param))}, Yes, ""},
		{"introduced by other text", template.Set{key("project:", hole("id", template.Param))}, No, ""},
		{"introduced further before", template.Set{key("tenant:", project, ":", hole("id", template.Param))}, No, ""},
	} {
		got := appTenants().set(c.set, true)
		if got.verdict != c.want || got.why != c.said {
			t.Errorf("%s: %s is %s, %q; want %s, %q", c.why, c.set, got.verdict, got.why, c.want, c.said)
		}
	}
}

// What text says of the id behind it.
func TestIntroduced(t *testing.T) {
	id := hole("id", template.Param)
	field := hole("id", template.Field).Known(ev(template.ByField, "example.com/app.Project.ID", 0))
	handed := id.Known(ev(template.ByName, "projectID", 1))
	for _, c := range []struct {
		why    string
		hole   *template.Hole
		before string
		want   bool
	}{
		{"its noun", id, "tenant:", true},
		{"its noun and id", id, "settings-tenant-id-", true},
		{"one of three words", id, "a:big:tenant:", true},
		{"nothing in front", id, "", false},
		{"a letter in front", id, "tenant", false},
		{"a digit in front", id, "tenant1", false},
		{"another noun", id, "tenant:project:", false},
		{"id alone", id, "id:", false},
		{"a longer name", hole("projectID", template.Param), "tenant:", false},
		{"a uuid", hole("uuid", template.Param), "tenant:", true},
		{"a name", hole("name", template.Param), "tenant:", false},
		{"the field of another thing", field, "tenant:", false},
		{"a parameter that is handed over as another thing", handed, "tenant:", true},
	} {
		if got := appTenants().introduced(c.hole, c.before); got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}
