package resolve

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// What one function puts into a field or a context, and another one takes out,
// is read as it was put in: the parameters of the first are parts that are
// called as there, and are nobody's to fill in any more.
//
//	func Open(orgID, id string) *Conn { return &Conn{key: "conn:" + orgID + ":" + id} }
//	func (c *Conn) Touch()            { c.rdb.Get(c.key) }

// foreign returns a value that function fn has put somewhere, for readers in
// others. It says no to parameters that are keys themselves: those are a matter
// of fn's callers.
func (r *Resolver) foreign(v template.Value, fn *ssa.Function) (template.Value, bool) {
	owner := ownerOf(fn)
	if v.Any(func(h *template.Hole) bool {
		return h.IsAnySelf() || h.Origin.Kind == template.Param && (h.Origin.Owner != owner || keyName(h))
	}) {
		return template.Value{}, false
	}
	s := &subst{r: r, owner: owner, arg: func(int) (template.Value, bool) { return template.Value{}, false }}
	s.whole = func(h *template.Hole) (template.Value, bool) {
		c := *h
		c.Via, c.Present = nil, false
		c.Origin = template.Origin{Kind: template.Local, Name: h.Expr}
		return template.TextValue(template.HoleSet(&c)), true
	}
	return s.value(v), true
}

// keyName reports whether a parameter is named like a key or a part of one
// that callers choose.
func keyName(h *template.Hole) bool {
	n := strings.ToLower(h.Expr)
	for _, end := range []string{"key", "keys", "prefix", "suffix", "name", "parts", "args", "format", "pattern", "channel", "topic"} {
		if strings.HasSuffix(n, end) {
			return true
		}
	}
	return n == "k" || n == "s"
}
