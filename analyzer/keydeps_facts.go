package analyzer

import (
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/valuedep"
	"github.com/tenantkey/tenantkey/registry"
)

// valuedepAnalyzer is the fact pass of keydeps: it works out, once for a
// package, what values depend on. It knows nothing of registry.yaml.
var valuedepAnalyzer = &analysis.Analyzer{
	Name:       "valuedep",
	Doc:        "find what the values that are put into stores depend on",
	URL:        "https://pkg.go.dev/github.com/tenantkey/tenantkey/analyzer",
	Requires:   []*analysis.Analyzer{keyuse.Analyzer},
	ResultType: reflect.TypeFor[*valueDeps](),
	FactTypes:  []analysis.Fact{new(dependsOn), new(readsTenant)},
	Run:        runValuedep,
}

// dependsOn says what the results of a function depend on, and what it stores
// of what it is given.
type dependsOn struct{ valuedep.Fact }

// readsTenant is of a package: it takes something out of a context that is
// named like a tenant, at Where.
type readsTenant struct{ What string }

func (*dependsOn) AFact()   {}
func (*readsTenant) AFact() {}

func (f *dependsOn) String() string   { return "dependsOn(" + f.Fact.String() + ")" }
func (f *readsTenant) String() string { return "readsTenant(" + f.What + ")" }

// valueDeps is the result of the fact pass.
type valueDeps struct {
	// mu is held by the rule that asks: hosts such as gopls, golangci-lint and
	// nogo run the rules of a package at the same time, and the analysis notes
	// what it is working on.
	mu       sync.Mutex
	analysis *valuedep.Analysis // nil: the package has no SSA
	uses     map[ssa.Instruction][]*keyuse.Use
	// tenant names what is known to be read from a context as a tenant, here
	// or in a package that this one imports; "" when nothing is.
	tenant string
	// declared is the same under the stores of a registry: see under.
	declared map[*registry.Registry]*valueDeps
}

func runValuedep(pass *analysis.Pass) (any, error) {
	res := pass.ResultOf[keyuse.Analyzer].(*keyuse.Result)
	out := &valueDeps{uses: usesAt(res.Uses)}
	if res.Pkg == nil {
		return out, nil
	}
	known := map[*types.Func]*valuedep.Summary{}
	out.analysis = valuedep.New(valuedep.Config{
		Pkg: res.Pkg, Files: pass.Files, Info: pass.TypesInfo,
		Sites: out.sites,
		Known: func(fn *types.Func) *valuedep.Summary {
			if fn == nil || fn.Pkg() == nil || fn.Pkg() == pass.Pkg {
				return nil
			}
			fn = fn.Origin()
			s, ok := known[fn]
			if !ok {
				var fact dependsOn
				if pass.ImportObjectFact(fn, &fact) {
					s = fact.Summary()
				}
				known[fn] = s
			}
			return s
		},
	})
	out.export(pass)
	return out, nil
}

// export tells other packages what they can't see: of functions that they can
// call. Nobody imports a program.
func (v *valueDeps) export(pass *analysis.Pass) {
	defer v.exportTenant(pass)
	if pass.Pkg.Name() == "main" {
		return
	}
	for _, fn := range v.analysis.Funcs() {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() || obj.Pkg() != pass.Pkg || inTest(pass.Fset, obj.Pos()) {
			continue
		}
		if f := v.analysis.FactOf(fn); f != nil {
			pass.ExportObjectFact(obj, &dependsOn{*f})
		}
	}
	for m, f := range v.analysis.InterfaceFacts() {
		if m.Exported() && m.Pkg() == pass.Pkg { // an embedded interface's methods belong elsewhere
			pass.ExportObjectFact(m, &dependsOn{*f})
		}
	}
}

// exportTenant notes whether the program has its tenant in the context.
func (v *valueDeps) exportTenant(pass *analysis.Pass) {
	ts := builtinTenants()
	for _, d := range v.analysis.ContextReads() {
		if ts.carrierOf(d.Evidence) != nil {
			v.tenant = d.Expr
			pass.ExportPackageFact(&readsTenant{d.Expr})
			return
		}
	}
	for _, imp := range pass.Pkg.Imports() {
		var fact readsTenant
		if pass.ImportPackageFact(imp, &fact) {
			v.tenant = fact.What
			return
		}
	}
}

// sites returns what a call does to a store, by the rows of the client.
func (v *valueDeps) sites(call ssa.CallInstruction) []*valuedep.Site {
	var out []*valuedep.Site
	for _, u := range v.uses[call] {
		if u.Row == nil || len(out) > 0 {
			continue // one row, however many keys
		}
		if s := siteOf(call, u); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// remoteStores are the stores that live outside the process: every object that
// has a client shares them.
var remoteStores = map[string]bool{"redis": true, "memcached": true, "valkey": true, "asynq": true, "nats": true, "etcd": true, "storage": true}

func siteOf(call ssa.CallInstruction, u *keyuse.Use) *valuedep.Site {
	com := call.Common()
	args := com.Args
	s := &valuedep.Site{Instr: call, Remote: remoteStores[u.Store], Errors: u.Store == "singleflight", Text: u.Full.String()}
	if com.IsInvoke() {
		s.Handle = com.Value
	} else if com.Signature().Recv() != nil && len(args) > 0 {
		s.Handle, args = args[0], args[1:]
	}
	s.Keys = parts(args, u.Row.Keys)
	s.Loaders = loaders(args, u.Row.Loaders)
	if l := valuedep.OptionLoader(call); l != nil && u.Op == stores.Get {
		s.Loaders = append(s.Loaders, valuedep.Part{Value: l})
	}
	switch {
	case len(s.Loaders) > 0:
		s.Op = valuedep.Load
	case u.Op == stores.Get:
		s.Op = valuedep.Get
	case u.Op == stores.Set && len(u.Row.Values) > 0 && !collects(u):
		s.Op = valuedep.Set
		s.Values = parts(args, u.Row.Values)
		hashFields(s, args, u)
	default:
		return nil
	}
	if len(s.Keys) == 0 {
		return nil
	}
	return s
}

// parts returns the values at the places of a row.
func parts(args []ssa.Value, places []stores.Place) []valuedep.Part {
	var out []valuedep.Part
	for _, p := range places {
		if p.Arg >= len(args) {
			continue
		}
		part := valuedep.Part{Value: args[p.Arg]}
		switch p.Shape {
		case stores.Field, stores.Streams:
			part.Path = p.Field
		case stores.Command, stores.Counted, stores.MapKeys:
			continue
		case stores.Both:
			out = append(out, valuedep.Part{Value: args[p.Arg+1]})
		case stores.Mapped:
			out = append(out, maker(args[p.Arg+1])...)
		}
		out = append(out, part)
	}
	return out
}

// maker returns what a function that makes keys has of them: what it was made
// with, when a call made it.
func maker(fn ssa.Value) []valuedep.Part {
	out := []valuedep.Part{{Value: fn}}
	if call, ok := fn.(*ssa.Call); ok {
		for _, arg := range call.Call.Args {
			out = append(out, valuedep.Part{Value: arg})
		}
	}
	return out
}

// loaders returns the functions at the places of a row, each of a variadic
// argument by itself.
func loaders(args []ssa.Value, places []stores.Place) []valuedep.Part {
	var out []valuedep.Part
	for _, p := range places {
		if p.Shape != stores.Each {
			out = append(out, parts(args, []stores.Place{p})...)
			continue
		}
		if p.Arg < len(args) {
			for _, v := range valuedep.Variadic(args[p.Arg]) {
				out = append(out, valuedep.Part{Value: v})
			}
		}
	}
	return out
}

// collections begin the names of commands that put members into a collection:
// a member is data, it is not the answer to the key.
var collections = []string{"LPush", "RPush", "LInsert", "SAdd", "ZAdd", "XAdd", "PFAdd", "GeoAdd", "SetBit", "SetRange", "BitField", "Append", "Publish", "Restore", "SMove", "ZIncr", "HIncr"}

func collects(u *keyuse.Use) bool {
	return slices.ContainsFunc(collections, func(c string) bool { return strings.HasPrefix(u.Object.Name(), c) })
}

// hashFields counts the field of a hash to its key: HSet(ctx, "users", id, v)
// names v by both.
func hashFields(s *valuedep.Site, args []ssa.Value, u *keyuse.Use) {
	switch name := u.Object.Name(); {
	case name == "HSetNX", name == "HSet" && !u.Object.Signature().Variadic():
		s.Keys = append(s.Keys, valuedep.Part{Value: args[u.Row.Keys[0].Arg+1]})
	case name == "HSet", name == "HMSet":
		vals := valuedep.Variadic(args[len(args)-1])
		if len(vals) < 2 {
			return
		}
		s.Values = nil
		for i, v := range vals {
			if i%2 == 0 {
				s.Keys = append(s.Keys, valuedep.Part{Value: v})
			} else {
				s.Values = append(s.Values, valuedep.Part{Value: v})
			}
		}
	}
}
