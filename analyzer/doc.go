// Package analyzer holds tenantkey's rules as go/analysis analyzers.
//
// [New] returns the rules that check against a given registry, [Analyzers] are
// those that look for registry.yaml themselves, [Inventory] lists every key of
// a program with what is known of it. A rule of your own can be written on the
// result of the package keyuse below this one.
//
// # Analyzer tenantkey
//
// tenantkey: report cache keys that one tenant can share with another
//
// A key that is handed to a cache (Redis, memcached, an in-memory cache, singleflight, a queue's task id) must say whose value it names.
// The analyzer works out what each key looks like, and compares it with registry.yaml, which says what the tenant is called in the code
// and which keys there are. A package without a registry gets no findings: nobody said what its tenant is.
//
// Categories:
//
// missing: the key has no tenant segment.
//
//	rdb.Get(ctx, fmt.Sprintf("project:%d", projectID))
//
//	cache key "project:{projectID}" has no tenant segment: add {tenant_id}, or register the key as global
//
// Where the value that is stored under the key depends on the tenant, the message says on what.
//
// Not reported: a key that is text alone (a setting of the process); a lock, by the call, the called function (AcquireLock) or its own text, because it hands over no value;
// a key in an in-process cache that is a field of an object with a tenant, because that cache is one tenant's. A server's client is shared, whoever holds it.
//
// unregistered: the key has a tenant, but no pattern under keys: covers it. Off while there are no patterns.
//
// wrongvalue: the tenant's place holds something else, because of swapped arguments or because project.ID was passed where the tenant belongs.
//
// sometimes: the key has the tenant on some paths only.
//
// enumerable: the registry wants a uuid for the tenant and the code gives an integer, so that another tenant's key can be named by counting.
//
// unchecked: the tenant may be empty, because the ok or the error of the function that finds it was dropped, or because a default stands in.
//
// unresolved: what the key is can't be known. Off by default (-unresolved); says why.
//
// directive: a comment //tenantkey:global that gives no reason, or that accepts nothing.
//
// A value is the tenant by evidence: its type, the function or the field that it came from, as the registry lists them, or its name. Names
// are read as paths, so that tenantID, tenant_id, tenant.ID, req.GetTenantId() and c.Get("tenant_id") are one name; the words before it do not
// count (principal.TenantID, authorizedTenantID), those after it do (tenantName is not tenantID). tenant, tenantUUID and tenantSlug count for
// tenant_id too. A value keeps its own name when it is passed on: project.ID handed to a parameter called tenantID, or put into such a
// field of a struct key, is a wrong value, an id is what the parameter or field says.
//
// A finding stands where the key is put together: a function that joins its own text with an id is told itself, one that passes
// a key on is not, and its callers are.
//
//	//tenantkey:global REASON
//
// on the line of a key, on the line above it, or in the comment of a function accepts what is found there.
//
// # Analyzer keydeps
//
// keydeps: report cached values that depend on something their key leaves out
//
// What is stored under a key must be the same for everyone who comes with that key. For each value that is stored, and for each function that
// makes one on a miss (singleflight, loaders, the project's own functions of that shape), the analyzer works out which parameters, fields,
// captured variables and values of the context or the request it depends on, and compares them with what the key is made of. No registry is needed.
//
// incomplete: the value depends on an input that the key leaves out.
//
//	func (r *Repo) Project(ctx context.Context, tenantID string, id int) (*Project, error) {
//		key := fmt.Sprintf("project:%d", id)
//		…
//		p, err := r.query(ctx, "… WHERE tenant_id = $1 AND id = $2", tenantID, id)
//		…
//		r.cache.Add(key, p)
//
//	value cached under "project:{id}" depends on tenantID (repo.go:31), which the key leaves out
//
// Inputs that look like a tenant are reported: by the registry's evidence, or, without a registry, by their names (tenant, org, workspace,
// account, namespace, project, customer, team, realm, shop, store, company), unless they are fields of a configuration. With -keydeps.all all others are reported too. On a key that is
// registered as global: registered as global, but the cached value depends on tenantID (users.go:42).
//
// partial: the code that makes the value is too large to be followed to its end, so that it may depend on more. With -keydeps.all only.
//
// No input is what can't tell two values apart: contexts, loggers, clients, clocks, timeouts, request ids, what the process was set up with, the
// checks that only lead to an error, and what the key decides already: p.Name under a key with p.ID, the row that was found by what the key has.
// A value that is only handed in (a session, a job) is not looked up by the key, and a cache inside an object is not shared by others of its kind.
//
// A call that can't be looked into depends on all of its arguments. What it takes from the context can't be seen. It is reported
// ("the caller in the context of …") where it finds something by an id alone, no tenant is given to it or in the key, and the program has its tenant
// in the context, or the call is of an injected function that finds out who someone is (a User, an Account, a Role). That is a guess, made
// because there the answer differs between tenants first; //tenantkey:global REASON accepts it.
//
// # Analyzer keyambiguous
//
// keyambiguous: report cache keys that two different inputs share
//
// A key can hold the tenant and still be shared: fmt.Sprintf("%s-%s", namespace, source) gives "a-b" and "c" the key of "a" and "b-c". The analyzer
// asks of each key whether two different inputs can give it, as tenantkey prove does of the registry's patterns, and shows two that do.
// No registry is needed; with one, a part has the form that the registry gives it (is: uuid, segments: kind: slug).
//
// ambiguous: two inputs give one key.
//
//	key := fmt.Sprintf("doc:%s:%s", tenant, path)
//
//	cache key "doc:{tenant}:{path}" is ambiguous: tenant="a" path="b:c" and tenant="a:b" path="c" both give "doc:a:b:c": quote path (%q), …
//
// It speaks where both parts around a separator are known to hold it: free text by what it is (a path, URL, topic, query, header, anything that comes
// from a request), or a text parameter that is called neither id nor name; where two parts that somebody else chooses stand next to each other without a
// separator, and where one of several keys can be written into the free text of another. A field or parameter is what the package itself writes there,
// where only that is seen to. With -keyambiguous.all it speaks of ids and all other text too.
//
// Nothing can be mistaken in numbers, uuids, enums, digests, times, text that is quoted (%q) or hexadecimal, text whose separators were escaped, text behind its own length, and in
// the fields of a struct key. Text is taken to hold no control character where the key uses one as its separator (\x00). Parts that are the same
// for the whole process (settings, prefixes) are no inputs. The names of Kubernetes are DNS names.
//
// A registry whose own patterns fail the proof is reported too: by the command once in a run, at the pattern in registry.yaml; in hosts that look at
// one package at a time, at the first key of the package that has the pattern.
//
// digest: the whole key is a digest of 64 bits or less that is no cryptography (xxhash, fnv, crc32). Whoever chooses the text can find two that share it.
//
// undecided: two inputs may share the key, or two tenants the registered pattern: a bound was hit, and the message says which.
//
// # Analyzer keytrust
//
// keytrust: report cache keys that the sender of a request chooses
//
// A key with a tenant keeps tenants apart only if nobody can send another one's name. It is off by default (-keytrust.on), because it can't be seen
// whether something before the handler has compared the value with who is logged in.
//
// untrusted: the tenant of a key, or the whole key, is taken straight from a request.
//
//	tenantID := r.Header.Get("X-Tenant-ID")
//	rdb.Get(ctx, "project:"+tenantID+":"+id)
//
//	the tenant in cache key "project:{tenantID}:{id}" is taken straight from the request (tenantID), whose sender can name another tenant: …
//
// Headers, path and query parameters, form fields, cookies and the URL are of the request, by net/http, gin, echo, chi, fiber, gorilla/mux, httprouter
// and gRPC's metadata. What a function has made of them (a session, a verified token) is not, nor is what a context brings,
// but for a header under its own name (ctx.Value("x-cache-key")), nor are the other parts of
// a key: what is looked up for a tenant is the sender's to say.
package analyzer

import (
	_ "embed"
	"fmt"
	"go/parser"
	"go/token"
	"strings"
	"sync"
)

//go:embed doc.go
var docs string

// packageDoc is this file's package comment.
var packageDoc = sync.OnceValue(func() string {
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", docs, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		panic(err) // this file compiled
	}
	return f.Doc.Text()
})

// docOf returns the section of this file's package comment that is the
// documentation of an analyzer: what follows "# Analyzer NAME", without the
// name in front of its first line.
func docOf(analyzer string) string {
	for section := range strings.SplitSeq("\n"+packageDoc(), "\n# Analyzer ") {
		head, body, _ := strings.Cut(section, "\n")
		if strings.TrimSpace(head) == analyzer {
			return strings.TrimPrefix(strings.TrimSpace(body), analyzer+": ")
		}
	}
	panic(fmt.Sprintf("doc.go has no section for the analyzer %s", analyzer)) // while the package is loaded: every test would see it
}
