package analyzer

import (
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/ident"
	"github.com/tenantkey/tenantkey/internal/template"
)

// A carrier is a tenant segment of the registry, or a built-in one: what makes
// a Go value the tenant.
type carrier struct {
	segment string // the segment's name: tenant_id
	named   name   // its words
	is      string // what the registry says that it looks like: uuid, int, …
	strict  bool   // only the listed evidence counts
	// listed is the evidence of the registry: full names of types, functions
	// and fields, and names.
	listed []template.Evidence
	names  []name // the words of the listed names
	// identities are the nouns that may stand in place of the name's own:
	// tenantUUID for tenant_id.
	identities map[string]bool
}

// tenants knows which Go values are the tenant.
type tenants struct {
	carriers []*carrier
	// others are the names of the segments that are not the tenant.
	others []name
}

// A meaning is what is known of a hole's value.
type meaning struct {
	carrier *carrier // the tenant segment that the value is; nil: not the tenant
	// claims is the tenant segment that an outer parameter says the value is,
	// when the value itself is positively something else.
	claims *carrier
	// other is what the value positively is when it is not the tenant: the
	// name as it stands in the code, project.ID.
	other string
	// synonym is set when the value is called by a word for the tenant that the
	// registry does not use: org.ID where it says workspace_id.
	synonym string
}

// read says what the hole h means. The evidence is told from the value itself
// outwards; the innermost that tells anything decides: project.ID that is
// passed to a parameter tenantID is a project's id.
func (ts *tenants) read(h *template.Hole) meaning {
	var m meaning
	rest := h.Evidence
	if len(rest) == 0 && h.Expr != "*" {
		rest = []template.Evidence{{Kind: template.ByName, Text: h.Expr}} // what a reader would see
	}
	for len(rest) > 0 {
		n := 1
		for n < len(rest) && rest[n].Depth == rest[0].Depth {
			n++
		}
		layer := rest[:n]
		rest = rest[n:]
		c := ts.carrierOf(layer)
		switch {
		case c != nil && m.other == "":
			m.carrier = c
			return m
		case c != nil:
			m.claims = c
			return m
		case m.other == "":
			if m.other = ts.otherOf(layer); m.other == "" && m.synonym == "" {
				m.synonym = ts.synonymOf(layer)
			}
		}
	}
	return m
}

// synonymOf returns the word for the tenant that names a value, when it is one
// that no registry knows. Evidence that is strict leaves no room for it.
func (ts *tenants) synonymOf(evs []template.Evidence) string {
	if slices.ContainsFunc(ts.carriers, func(c *carrier) bool { return c.strict }) {
		return ""
	}
	for _, e := range evs {
		n := nameOf(joinedPath(e))
		if thing, ok := n.identifies(); ok && synonyms[singular(thing)] && n[len(n)-1] != "name" {
			return thing
		}
	}
	return ""
}

// carrierOf returns the tenant segment that one of the evidences shows.
func (ts *tenants) carrierOf(evs []template.Evidence) *carrier {
	for _, c := range ts.carriers {
		for _, e := range evs {
			if c.shownBy(e) {
				return c
			}
		}
	}
	return nil
}

// shownBy reports whether e shows that a value is c.
func (c *carrier) shownBy(e template.Evidence) bool {
	for _, l := range c.listed {
		if l.Kind == e.Kind && l.Kind != template.ByName && plainName(l.Text) == plainName(e.Text) {
			return true
		}
	}
	n := nameOf(joinedPath(e))
	for _, l := range c.names {
		if n.endsWith(l) {
			return true
		}
	}
	if c.strict {
		return false
	}
	if n.endsWith(c.named) {
		return true
	}
	// tenant and tenantUUID are the tenant_id, tenantName is not.
	base, ok := c.named.bare(c.identities)
	if !ok {
		return false
	}
	n, _ = n.bare(c.identities)
	return n.endsWith(base)
}

// plainName makes full names comparable: pointers and type arguments do not
// count, so that (*pkg.T).M and (pkg.T).M, pkg.T and *pkg.T are one.
func plainName(s string) string {
	s = strings.ReplaceAll(s, "*", "")
	if i := strings.IndexByte(s, '['); i >= 0 {
		if j := strings.LastIndexByte(s, ']'); j > i {
			s = s[:i] + s[j+1:]
		}
	}
	return s
}

// joinedPath is the path of names that an evidence stands for: a name as it is;
// of a full name what follows the import path's last slash, without the
// package in front of a type's field or method (app.Project.ID: Project.ID),
// with it in front of a type or function (tenant.ID, tenant.FromContext).
func joinedPath(e template.Evidence) string {
	s := plainName(e.Text)
	if e.Kind == template.ByName {
		return s
	}
	s = strings.NewReplacer("(", "", ")", "").Replace(s)
	s = s[strings.LastIndexByte(s, '/')+1:]
	if strings.Count(s, ".") >= 2 {
		_, s, _ = strings.Cut(s, ".")
	}
	return s
}

// otherOf returns what the evidences of one place positively say a value to be
// that is not the tenant: a segment of another name, or the identity of a
// thing (projectID, project.ID). The names of a neutral value (id, s, key, v,
// row.ID) say nothing, and neither does another word for the tenant.
func (ts *tenants) otherOf(evs []template.Evidence) string {
	for _, e := range evs {
		path := joinedPath(e)
		n := nameOf(path)
		for _, o := range ts.others {
			if len(o) > 0 && n.endsWith(o) && !(len(o) == 1 && vague[o[0]]) {
				return path
			}
		}
		if thing, ok := n.identifies(); ok && !synonyms[singular(thing)] {
			return path
		}
	}
	return ""
}

// synonyms are words for the tenant that are seldom used for anything else:
// org.ID passed to a parameter tenantID is no contradiction.
var synonyms = setOf("tenant org organisation organization workspace")

// Evidence that holds when no registry says what the tenant is called.
var (
	registryIdentities = setOf("id uuid guid uid slug")
	builtinIdentities  = setOf("id uuid guid uid slug key name code")
	builtinNames       = strings.Fields(`tenant org organisation organization workspace account namespace
		project customer team realm shop store company`)
)

// builtinTenants is what counts as the tenant where there is no registry.
func builtinTenants() *tenants {
	ts := &tenants{}
	for _, n := range builtinNames {
		ts.carriers = append(ts.carriers, &carrier{segment: n + "_id", named: name{n, "id"}, identities: builtinIdentities})
	}
	return ts
}

// lifters begin what a condition on the tenant is lifted by.
var lifters = setOf("without skip skipping ignore ignoring bypass bypassing disable")

// liftedIn reports whether a step of the path p makes that the tenant does not
// count: kit.WithSkipTenantFilter().
func (ts *tenants) liftedIn(p string) bool {
	for step := range strings.SplitSeq(p, ".") {
		ws := ident.Words(step)
		if i := slices.IndexFunc(ws, func(w string) bool { return lifters[w] }); i >= 0 && slices.ContainsFunc(ws[i:], func(w string) bool { return ts.carrierOf(byName(w)) != nil }) {
			return true
		}
	}
	return false
}
