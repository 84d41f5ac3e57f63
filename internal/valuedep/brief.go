package valuedep

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// noteBrief notes a type of which the package makes an object, uses it and drops
// it, all in one call. What such an object keeps is likely to be kept for a
// request, also where another package holds it:
//
//	func Rewrite(ctx context.Context, r Resolver, text string) string {
//		return NewRewriter(r).String(ctx, text)
//	}
func (a *Analysis) noteBrief(call *ssa.Call) {
	n := namedOf(call.Type())
	if n == nil || n.Obj().Pkg() != a.Pkg.Pkg || !hasPrefix(calleeName(&call.Call), []string{"New", "new"}) || a.brief[n] || escapes(call) {
		return
	}
	a.brief[n] = len(*call.Referrers()) > 0 && !slices.ContainsFunc(*call.Referrers(), func(r ssa.Instruction) bool {
		use, ok := r.(*ssa.Call)
		return !ok || use.Call.Signature().Recv() == nil || callArgs(use.Common())[0] != ssa.Value(call)
	})
}

// IsBrief reports whether the sink's store is in an object of a type that
// noteBrief has noted.
func (a *Analysis) IsBrief(s *Sink) bool {
	return s.Owner != nil && a.brief[namedOf(s.Owner.Type())]
}
