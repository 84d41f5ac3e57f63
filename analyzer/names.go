package analyzer

import (
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/ident"
)

// A name is an identifier, or a path of them, cut into lower-case words:
// principal.WorkspaceID is [principal workspace id]. What says nothing of the
// meaning is left out: getters (GetTenantID), where a value was taken from
// (TenantIDFromContext), and what it was turned into (tenantIDStr).
type name []string

// nameOf cuts the joined path p of identifiers.
func nameOf(p string) name {
	var n name
	for part := range strings.SplitSeq(p, ".") {
		part, _, _ = strings.Cut(part, "(")
		part, _, _ = strings.Cut(part, "[")
		n = append(n, subject(ident.Words(part))...)
	}
	for len(n) > 1 && renderings[n[len(n)-1]] {
		n = n[:len(n)-1]
	}
	return n
}

// subject returns the words that name the value itself: those before a
// preposition, without the verbs of getters. A preposition at the start is
// skipped when a noun follows it (fromTenantID), and ends everything when a
// carrier does (FromContext) or nothing at all (tenant.From).
func subject(ws []string) []string {
	ws = slices.DeleteFunc(slices.Clone(ws), func(w string) bool { return getters[w] })
	if len(ws) > 0 && prepositions[ws[0]] {
		if len(ws) == 1 || carriers[ws[1]] {
			return nil
		}
		ws = ws[1:]
	}
	if i := slices.IndexFunc(ws, func(w string) bool { return prepositions[w] }); i > 0 {
		ws = ws[:i]
	}
	return ws
}

// endsWith reports whether n ends in the words of m. Words run together on one
// side match words that are apart on the other (tenantid, tenant_id), and a
// plural is its singular: an element of tenantIDs is a tenantID. A word that
// names nothing by itself (id, name) must be all of n.
func (n name) endsWith(m name) bool {
	if len(m) == 0 || len(n) == 0 {
		return false
	}
	if len(m) == 1 && vague[m[0]] {
		return len(n) == 1 && singular(n[0]) == singular(m[0])
	}
	want, got := m.joined(), ""
	for i := len(n) - 1; i >= 0; i-- {
		w := n[i]
		if i == len(n)-1 {
			w = singular(w)
		}
		got = w + got
		if got == want {
			return true
		}
		if len(got) >= len(want) {
			return false
		}
	}
	return false
}

// joined is n as one word, in the singular.
func (n name) joined() string {
	if len(n) == 0 {
		return ""
	}
	last := len(n) - 1
	return strings.Join(n[:last], "") + singular(n[last])
}

func singular(w string) string {
	if len(w) > 2 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return w[:len(w)-1]
	}
	return w
}

// bare returns n without the identity noun at its end: [tenant id] and
// [tenant slug] are [tenant]. ok says that something is left.
func (n name) bare(identities map[string]bool) (_ name, ok bool) {
	if len(n) > 1 && identities[singular(n[len(n)-1])] {
		return n[:len(n)-1], true
	}
	return n, len(n) > 0 && !vague[singular(n[len(n)-1])]
}

// identifies returns the thing that n identifies, when n ends in an identity
// noun after a noun that means something: project for projectID, project.ID
// and the field Project.ID, nothing for id, row.ID and x.ID.
func (n name) identifies() (thing string, ok bool) {
	if len(n) < 2 || !identityNouns[singular(n[len(n)-1])] {
		return "", false
	}
	base := n[len(n)-2]
	if len(base) < 3 || vague[singular(base)] {
		return "", false
	}
	return base, true
}

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

var (
	getters      = setOf("get must current cur my the load lookup resolve extract fetch read parse require active")
	prepositions = setOf("from by for per of in on with to")
	carriers     = setOf("context ctx request req claims token header headers session auth metadata echo gin fiber")
	// renderings end a name that says how the value is written, not what it is.
	renderings = setOf("str string text bytes byte value val param params arg ptr pointer int int32 int64 uint uint64 hex b64")
	// identityNouns end a name that says which one of something the value is.
	identityNouns = setOf("id uuid guid uid slug name code")
	// vague words say nothing of what a value is.
	vague = setOf(`id uuid guid uid slug name code key k v s x i value val item row rec record entry elem element obj object entity
		model data input in arg param params str string text prefix suffix part segment field self this it that raw new old
		req request resp response res result out msg message payload body opts options cfg config ctx context info meta
		cache redis store storage base full db sql type ref node index idx external internal`)
)
