package analyzer

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/template"
)

// Untrusted is the category of keytrust.
const Untrusted = "untrusted"

// newKeytrust returns the rule that looks for keys that the sender of a
// request chooses. A middleware may well have checked the value, which can't
// be seen: so it is off until it is asked for.
func newKeytrust(s *settings) *analysis.Analyzer {
	on := false
	a := &analysis.Analyzer{
		Name:       "keytrust",
		Doc:        docOf("keytrust"),
		URL:        rulesURL + "#keytrust",
		Requires:   []*analysis.Analyzer{keyuse.Analyzer, syntaxAnalyzer},
		ResultType: reflect.TypeFor[Findings](),
		Run: func(pass *analysis.Pass) (any, error) {
			p, err := s.policy(pass)
			if err != nil {
				return nil, err
			}
			if !on {
				return Findings(nil), nil
			}
			return runKeytrust(pass, p), nil
		},
	}
	a.Flags.BoolVar(&on, "on", false, "report keys whose tenant, or all of whose text, is taken straight from the request")
	return a
}

func runKeytrust(pass *analysis.Pass, p *policy) Findings {
	o := &origins{pass: pass, root: pass.ResultOf[syntaxAnalyzer].(syntax)}
	ds := directivesOf(pass)
	out := &door{pass: pass}
	told := map[place]bool{}
	for _, u := range p.uses(pass.ResultOf[keyuse.Analyzer].(*keyuse.Result)) {
		if inTest(pass.Fset, u.Pos) || !p.concerns(u) {
			continue
		}
		j := p.judge(u, false)
		at, message := o.of(u), untrusted(j)
		if message == "" || told[at] || ds.accepts(u, at, j) {
			continue
		}
		told[at] = true
		out.report(&finding{
			category: Untrusted, place: at, message: message, uses: []*keyuse.Use{u},
			key: j.key(), pattern: j.patternName(), related: []analysis.RelatedInformation{usedBy(u)},
		})
	}
	return out.out
}

// untrusted says what the sender of a request chooses of a key: the tenant, or
// all of it; "" for neither. A part of the key that is looked up for the
// tenant is what requests are for.
func untrusted(j *judgement) string {
	for _, h := range j.reading.holes {
		if straight(h) {
			return fmt.Sprintf("the tenant in cache key %q is taken straight from the request (%s), whose sender can name another tenant: use the tenant of the authenticated caller", j.key(), h)
		}
	}
	for _, a := range j.alts {
		if h := wholeRequest(a.template); h != nil && a.fit.fitness != fitGlobal {
			return fmt.Sprintf("cache key %q is text of the request alone (%s), whose sender can name any key: put the authenticated tenant and a text of its own into the key", a.template.String(), h)
		}
	}
	return ""
}

// wholeRequest returns what comes from the request if t has no part from
// elsewhere, and no word of its own. With words of its own, item:{id} is what
// requests ask for; a header is no such question.
func wholeRequest(t template.Template) *template.Hole {
	if len(t.Holes()) == 0 {
		return nil
	}
	named := lettered(t)
	for _, h := range t.Holes() {
		if !header(h) && (named || !straight(h)) {
			return nil
		}
	}
	return t.Holes()[0]
}

// header reports whether a value is a header of the request, as it is, also
// one that a context brings under the header's own name: "x-cache-key".
func header(h *template.Hole) bool {
	inContext := slices.ContainsFunc(h.Evidence, func(e template.Evidence) bool {
		return e.Kind == template.ByFunc && plainName(e.Text) == "(context.Context).Value"
	})
	return slices.ContainsFunc(h.Evidence, func(e template.Evidence) bool {
		if e.Kind == template.ByFunc && requestFuncs[plainName(e.Text)] {
			return strings.Contains(e.Text, "Header")
		}
		return inContext && e.Kind == template.ByName && strings.HasPrefix(strings.ToLower(e.Text), "x-")
	})
}

// straight reports whether a value is what a request holds, as it is. What a
// function made of it, or a context brought, is not: that may have checked it.
func straight(h *template.Hole) bool {
	return slices.ContainsFunc(h.Evidence, func(e template.Evidence) bool {
		return e.Kind == template.ByFunc && requestFuncs[plainName(e.Text)] || e.Kind == template.ByField && requestFields[plainName(e.Text)]
	})
}
