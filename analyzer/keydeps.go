package analyzer

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/valuedep"
)

// The categories of keydeps.
const (
	Incomplete = "incomplete"
	Partial    = "partial"
)

// newKeydeps returns the rule that compares what a cached value depends on with
// what its key has.
func newKeydeps(s *settings) *analysis.Analyzer {
	all := false
	a := &analysis.Analyzer{
		Name:       "keydeps",
		Doc:        docOf("keydeps"),
		URL:        rulesURL + "#keydeps",
		Requires:   []*analysis.Analyzer{keyuse.Analyzer, valuedepAnalyzer, syntaxAnalyzer},
		ResultType: reflect.TypeFor[Findings](),
		Run: func(pass *analysis.Pass) (any, error) {
			p, err := s.policy(pass)
			if err != nil {
				return nil, err
			}
			return runKeydeps(pass, p, all), nil
		},
	}
	a.Flags.BoolVar(&all, "all", false, "report every input that the key leaves out, not only those that look like a tenant")
	return a
}

// A keydeps is one run of the rule.
type keydeps struct {
	pass *analysis.Pass
	p    *policy
	deps *valueDeps
	o    *origins
	all  bool
	by   map[*carrier][]name // what the tenants are found by, once it was asked for
}

func runKeydeps(pass *analysis.Pass, p *policy, all bool) Findings {
	deps := pass.ResultOf[valuedepAnalyzer].(*valueDeps)
	deps.mu.Lock()
	defer deps.mu.Unlock()
	out := &door{pass: pass}
	if deps.analysis == nil {
		return out.out
	}
	deps = deps.under(p, pass.ResultOf[keyuse.Analyzer].(*keyuse.Result))
	k := &keydeps{pass: pass, p: p, deps: deps, all: all,
		o: &origins{pass: pass, root: pass.ResultOf[syntaxAnalyzer].(syntax)}}
	ds := directivesOf(pass)
	found := map[place]*lack{}
	var order []*lack
	for _, fn := range deps.analysis.Funcs() {
		if inTest(pass.Fset, fn.Pos()) {
			continue
		}
		for _, s := range deps.analysis.Sinks(fn) {
			l := k.lack(s)
			if l == nil || k.spoken(l, ds) {
				continue
			}
			if old := found[l.at]; old != nil {
				old.merge(l)
				continue
			}
			found[l.at] = l
			order = append(order, l)
		}
	}
	slices.SortStableFunc(order, func(a, b *lack) int { return cmp.Compare(a.at.pos, b.at.pos) })
	for _, l := range order {
		out.report(k.finding(l))
	}
	return out.out
}

// A lack is what a key leaves out of what its value depends on.
type lack struct {
	at     place
	use    *keyuse.Use // nil for maps
	key    string
	inputs []*valuedep.Dep // none: there may be some past a bound
	global bool            // the key is registered as global
	once   bool            // there is no key
}

func (l *lack) merge(o *lack) {
	for _, d := range o.inputs {
		if !slices.ContainsFunc(l.inputs, func(e *valuedep.Dep) bool { return e.Expr == d.Expr }) {
			l.inputs = append(l.inputs, d)
		}
	}
}

// lack returns what is wrong with a sink, nil when nothing is.
func (k *keydeps) lack(s *valuedep.Sink) *lack {
	if len(s.Missing) == 0 && !s.Partial || !s.Instr.Pos().IsValid() {
		return nil
	}
	l := &lack{use: k.use(s), once: s.Once}
	has := k.tenantsIn(s, l.use)
	tenanted := len(has) > 0 || slices.ContainsFunc(s.Key, func(d *valuedep.Dep) bool { return d.Kind == valuedep.Context })
	var others []*valuedep.Dep
	for _, d := range s.Missing {
		t, c := k.tenantOf(s, d)
		switch {
		case d.Kind == valuedep.Carried:
			if !tenanted && !k.deps.analysis.IsBrief(s) && k.mayTakeTenant(s, d) {
				l.inputs = append(l.inputs, d)
			}
		case c != nil && (has[c] || keyDecides(s, k.foundBys()[c])):
			// the same tenant, read another way
		case c != nil && isCopied(s, d):
			// a row that is put where it belongs
		case c != nil:
			l.inputs = append(l.inputs, t)
		case k.all && k.counts(s, d) && !k.p.tenants.liftedIn(d.Expr):
			others = append(others, d)
		}
	}
	if l.hasExplicit() || len(others) > 0 {
		l.inputs = slices.DeleteFunc(l.inputs, func(d *valuedep.Dep) bool { return d.Kind == valuedep.Carried })
	}
	l.inputs = append(l.inputs, others...)
	if len(l.inputs) == 0 && !(s.Partial && k.all) {
		return nil
	}
	k.locate(l, s)
	return l
}

func (l *lack) hasExplicit() bool {
	return slices.ContainsFunc(l.inputs, func(d *valuedep.Dep) bool { return d.Kind != valuedep.Carried })
}

// tenantOf returns the tenant that an input is or, for an object that a look-up
// is given whole, that one of its fields is.
func (k *keydeps) tenantOf(s *valuedep.Sink, d *valuedep.Dep) (*valuedep.Dep, *carrier) {
	if d.Kind == valuedep.Carried || d.InConfig() || isYesNo(d.Type) || k.p.tenants.liftedIn(d.Expr) {
		return nil, nil
	}
	if c := k.p.tenants.carrierOf(d.Evidence); c != nil {
		return d, c
	}
	if d.Row != nil {
		if c := k.p.tenants.carrierOf(d.Row.Evidence); c != nil {
			e := *d
			e.Expr, e.Type, e.Evidence = d.Row.Expr, d.Row.Type, d.Row.Evidence
			e.Kind = valuedep.Context // looked up here: no parameter that a fix could name
			return &e, c
		}
	}
	if d.Type == nil || d.Via&valuedep.Call == 0 {
		return nil, nil
	}
	t := d.Type.Underlying()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem().Underlying()
	}
	st, ok := t.(*types.Struct)
	if !ok {
		return nil, nil
	}
	for f := range st.Fields() {
		fd := s.Field(d, f)
		if fd == nil || !isText(f.Type()) {
			continue
		}
		if c := k.p.tenants.carrierOf(fd.Evidence); c != nil {
			return fd, c
		}
	}
	return nil, nil
}

// isYesNo reports whether t has two values: perTenant says how something is
// asked, not for whom.
func isYesNo(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// isText reports whether t can be an id: text, a number, or bytes.
func isText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsInteger) != 0
	case *types.Array:
		return true
	}
	return false
}

// tenantsIn returns which tenants the key has, by what it is made of and by
// what it looks like, and those of the object that the cache lives in.
func (k *keydeps) tenantsIn(s *valuedep.Sink, u *keyuse.Use) map[*carrier]bool {
	has := map[*carrier]bool{}
	for _, d := range s.Key {
		if c := k.p.tenants.carrierOf(d.Evidence); c != nil {
			has[c] = true
		}
		k.tenantsOf(d.Thing, has) // the id of a thing that has its tenant
	}
	if u != nil {
		for _, t := range u.Full {
			for _, h := range t.Holes() {
				if c := k.p.tenants.read(h).carrier; c != nil {
					has[c] = true
				}
			}
		}
	}
	if s.Owner != nil {
		k.tenantsOf(s.Owner.Type(), has) // the object that made the cache for itself
	}
	return has
}

// tenantsOf adds the tenants that are fields of a struct, or of what t points
// to.
func (k *keydeps) tenantsOf(t types.Type, has map[*carrier]bool) {
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for f := range st.Fields() {
		if c := k.p.tenants.carrierOf(byName(f.Name())); c != nil && isText(f.Type()) {
			has[c] = true
		}
	}
}

// isCopied reports whether a value that is stored without having been looked for
// has the input as one of its fields, and nothing was looked up by it.
func isCopied(s *valuedep.Sink, d *valuedep.Dep) bool {
	return s.Plain() && d.Via&(valuedep.Call|valuedep.Cond) == 0 && d.Kind != valuedep.Element
}

// counts reports whether an input that is no tenant is told under -keydeps.all.
func (k *keydeps) counts(s *valuedep.Sink, d *valuedep.Dep) bool {
	if d.Beside || s.Handles || isCopied(s, d) {
		return false
	}
	if d.Kind == valuedep.Param && d.Index == valuedep.Recv {
		return perCaller(d.Expr)
	}
	return true
}

// callerWords are what differs from one caller to the next, so that an object
// which holds it was made for one of them.
var callerWords = setOf("user locale lang language role viewer actor currency timezone filter page session principal subject audience plan scope")

func perCaller(expr string) bool {
	n := nameOf(expr[strings.LastIndexByte(expr, '.')+1:])
	return slices.ContainsFunc(n, func(w string) bool { return callerWords[w] })
}

// spoken reports whether the place is accepted, or another rule speaks of it.
func (k *keydeps) spoken(l *lack, ds *directives) bool {
	if l.use == nil {
		for _, d := range ds.all {
			if d.reason != "" && ds.covers(d, l.at) {
				return true
			}
		}
		return false
	}
	j := k.p.judge(l.use, false)
	l.global = k.p.reg != nil && len(j.alts) > 0 && j.fitness() == fitGlobal && j.pattern != nil
	return ds.accepts(l.use, l.at, j) || j.problem != nil || l.global && len(l.inputs) == 0
}

// use returns the use of a key that a sink is.
func (k *keydeps) use(s *valuedep.Sink) *keyuse.Use {
	if us := k.deps.uses[s.Instr]; len(us) > 0 {
		return us[0]
	}
	return nil
}

// locate finds where a sink's key is put together, and what it looks like.
func (k *keydeps) locate(l *lack, s *valuedep.Sink) {
	if l.use != nil {
		l.at, l.key = k.o.of(l.use), l.use.Full.String()
		return
	}
	l.at = place{s.Instr.Pos(), s.Instr.Pos()}
	if s.Once {
		return
	}
	l.key = k.keyText(s)
	if e := k.keyExpr(s); e != nil {
		l.at = place{e.Pos(), e.End()}
	}
}

func (k *keydeps) finding(l *lack) *finding {
	var inputs []string
	var related []analysis.RelatedInformation
	for _, d := range l.inputs {
		inputs = append(inputs, fmt.Sprintf("%s (%s)", inputText(d), k.line(d.Pos)))
		related = append(related, k.way(d)...)
	}
	f := &finding{category: Incomplete, place: l.at, key: l.key, related: uniqueRelated(related)}
	if len(inputs) == 0 {
		f.category = Partial
		f.message = fmt.Sprintf("value cached under %q may depend on what the key leaves out: the code that makes it is too large to be followed", l.key)
		if l.once {
			f.message = "value that is made once may depend on its first caller: the code that makes it is too large to be followed"
		}
		return f
	}
	list := inWords(inputs)
	switch {
	case l.once:
		f.message = fmt.Sprintf("value that is made once depends on %s, and is kept for everyone", list)
	case l.global:
		f.message = "registered as global, but the cached value depends on " + list
	default:
		f.message = fmt.Sprintf("value cached under %q depends on %s, which the key leaves out", l.key, list)
	}
	if l.use != nil {
		f.uses = []*keyuse.Use{l.use}
		f.related = uniqueRelated(append(f.related, usedBy(l.use)))
	}
	f.fixes = k.fixes(l)
	return f
}

// inputText names an input.
func inputText(d *valuedep.Dep) string {
	if d.Kind == valuedep.Carried {
		return "the caller in the context of " + d.Expr
	}
	return d.Expr
}

func inWords(s []string) string {
	const most = 4
	if len(s) > most {
		s = append(s[:most:most], fmt.Sprintf("%d more", len(s)-most))
	}
	if len(s) == 1 {
		return s[0]
	}
	return strings.Join(s[:len(s)-1], ", ") + " and " + s[len(s)-1]
}

// line is a position as a message names it: users.go:42.
func (k *keydeps) line(pos token.Pos) string {
	p := k.pass.Fset.Position(pos)
	return fmt.Sprintf("%s:%d", filepath.Base(p.Filename), p.Line)
}

// way tells how the stored value comes to depend on an input.
func (k *keydeps) way(d *valuedep.Dep) []analysis.RelatedInformation {
	var out []analysis.RelatedInformation
	for _, st := range d.Way {
		out = append(out, analysis.RelatedInformation{Pos: st.Pos, Message: "the value comes " + st.Message})
	}
	if d.Pos.IsValid() {
		out = append(out, analysis.RelatedInformation{Pos: d.Pos, Message: "the value uses " + inputText(d) + " here"})
	}
	return out
}
