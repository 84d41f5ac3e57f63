package analyzer

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// The categories of keyambiguous.
const (
	AmbiguousCat = "ambiguous" // two inputs, one key
	WeakDigest   = "digest"    // … because the key is a short hash
	Undecided    = "undecided" // two inputs may share the key: a bound was hit
)

// ProofRule is the name of the rule that a registry whose proof fails is a
// finding of.
const ProofRule = "keyambiguous"

// newKeyambiguous returns the rule that asks of each key whether two inputs
// can share it.
func newKeyambiguous(s *settings) *analysis.Analyzer {
	all := false
	a := &analysis.Analyzer{
		Name:       ProofRule,
		Doc:        docOf(ProofRule),
		URL:        rulesURL + "#" + ProofRule,
		Requires:   []*analysis.Analyzer{keyuse.Analyzer, syntaxAnalyzer},
		ResultType: reflect.TypeFor[Findings](),
		Run: func(pass *analysis.Pass) (any, error) {
			p, err := s.policy(pass)
			if err != nil {
				return nil, err
			}
			return runKeyambiguous(pass, p, all, !s.config.ProvedByHost), nil
		},
	}
	a.Flags.BoolVar(&all, "all", false, "report every key that two inputs can share, also of ids that may not hold the separator")
	return a
}

// A keyambiguous is one run of the rule.
type keyambiguous struct {
	pass *analysis.Pass
	p    *policy
	o    *origins
	uses *keyuse.Result
	all  bool
	// literals are the constants of named string types, by full name.
	literals map[string][]string
	// checked says of named text types whether a function checks their text.
	checked map[string]bool
	// asked counts the makers of makers that are asked.
	asked int
	made  map[makerKey]made
}

func runKeyambiguous(pass *analysis.Pass, p *policy, all, prove bool) Findings {
	uses := pass.ResultOf[keyuse.Analyzer].(*keyuse.Result)
	k := &keyambiguous{pass: pass, p: p, uses: uses, all: all, literals: map[string][]string{}, checked: map[string]bool{}, made: map[makerKey]made{},
		o: &origins{pass: pass, root: pass.ResultOf[syntaxAnalyzer].(syntax)}}
	out := &door{pass: pass}
	ds := directivesOf(pass)
	found := map[joinKey]*ambiguity{}
	var order []*ambiguity
	for _, u := range p.uses(uses) {
		if inTest(pass.Fset, u.Pos) || !k.concerns(u) {
			continue
		}
		a := k.ambiguity(u)
		if a == nil || a.weak && k.keptBeside(u) {
			continue
		}
		if j := p.judge(u, false); ds.accepts(u, a.at, j) {
			continue
		}
		if old := found[a.join]; old != nil {
			old.uses = append(old.uses, u)
			continue
		}
		found[a.join] = a
		order = append(order, a)
	}
	slices.SortStableFunc(order, func(a, b *ambiguity) int { return cmp.Compare(a.at.pos, b.at.pos) })
	for _, a := range order {
		out.report(k.finding(a))
	}
	if prove {
		k.faultyPatterns(ds, out)
	}
	return out.out
}

// concerns reports whether a use hands over a value, or counts something, by a
// key that is text: a lock, a glob pattern, a key that is a struct and the path of
// a file are no matter of the rule.
func (k *keyambiguous) concerns(u *keyuse.Use) bool {
	switch u.Op {
	case stores.Flush, stores.Scan:
		return false
	}
	return !u.Pattern && !isLock(u) && !k.isComposite(u) && !k.isFile(u)
}

// isFile reports whether a key is the path of a file: who has the same path has
// the same file, in whatever way it was put together.
func (k *keyambiguous) isFile(u *keyuse.Use) bool {
	if k.all {
		return false
	}
	if call, ok := k.o.expr(u).(*ast.CallExpr); ok {
		if fn, ok := calleeOf(k.pass.TypesInfo, call).(*types.Func); ok && fn.FullName() == "path/filepath.Join" {
			return true
		}
	}
	return slices.ContainsFunc(keysOf(u), func(t template.Template) bool {
		return slices.ContainsFunc(t.Holes(), func(h *template.Hole) bool {
			return slices.ContainsFunc(h.Evidence, func(e template.Evidence) bool {
				return e.Kind == template.ByFunc && strings.HasPrefix(e.Text, "path/filepath.")
			})
		})
	})
}

// An ambiguity is a key that two inputs share.
type ambiguity struct {
	at       place
	join     joinKey
	uses     []*keyuse.Use
	key      string            // all that the use's key can be
	template template.Template // the one that is shared
	digest   string            // the function over template whose result the key has, or ""
	weak     bool              // the digest itself is what two inputs share
	sides    [2][]sideValue
	shared   string
	free     []*template.Hole // what makes it ambiguous: to be quoted
	parts    []element        // the question that was asked, nil for two keys
	pattern  string           // the registered pattern that the key fits
	// undecided says why nothing is known, as a clause; "" for what is shared.
	undecided string
}

// A sideValue is what one part is in a counter-example.
type sideValue struct {
	name, text string
}

// A joinKey is what gets one finding: a place, or a function of another
// package that puts the key together.
type joinKey struct {
	at     place
	callee string
}

// ambiguity returns how the key of u can be shared by two inputs, nil if it
// can't or if another use is told.
func (k *keyambiguous) ambiguity(u *keyuse.Use) *ambiguity {
	full := keysOf(u)
	if !u.Wrapper {
		return k.located(k.ofSet(u, full), u)
	}
	if !k.isStruct(u) {
		// A digest that the wrapper adds other parts to is not the whole key.
		if a := k.ofSet(u, u.Key); a != nil && (!a.weak || slices.ContainsFunc(full, func(t template.Template) bool { return weakDigest(t) != nil })) {
			return k.located(a, u)
		}
	}
	// What the wrapper adds makes it ambiguous. It is told itself where its
	// own parameters say as much; and a struct is no text.
	if structural(full) || k.ofSet(u, outerSet(full)) != nil {
		return nil
	}
	a := k.ofSet(u, full)
	if a == nil {
		return nil
	}
	a = k.located(a, u)
	a.join = joinKey{callee: u.Object.Origin().FullName()}
	return a
}

// ofSet asks the question of every key of a set, and of every two of them.
func (k *keyambiguous) ofSet(u *keyuse.Use, s template.Set) *ambiguity {
	var undecided *ambiguity
	for _, t := range s {
		a := k.ofTemplate(u, t, 0)
		switch {
		case a == nil:
		case a.undecided == "":
			return a
		case undecided == nil:
			undecided = a
		}
	}
	if a := k.betweenKeys(u, s); a != nil {
		return a
	}
	return undecided
}

// maxDigests bounds how deep digests of digests are looked into.
const maxDigests = 3

// ofTemplate asks the question of one key, and of what it has a digest of.
func (k *keyambiguous) ofTemplate(u *keyuse.Use, t template.Template, depth int) *ambiguity {
	if a := k.shared(u, t); a != nil {
		return a
	}
	for _, h := range t.Holes() {
		if h.Origin.Kind != template.Digest || !hashesText(h.Origin.Name) {
			continue
		}
		if depth >= maxDigests {
			return &ambiguity{template: t, undecided: fmt.Sprintf("it is a digest of digests, more than %d deep", maxDigests)}
		}
		for _, in := range h.Origin.Inputs {
			for _, t := range in {
				if a := k.ofTemplate(u, t, depth+1); a != nil {
					if a.digest == "" {
						a.digest = h.Origin.Name
					}
					return a
				}
			}
		}
	}
	if depth == 0 {
		return weakDigest(t)
	}
	return nil
}
