package analyzer

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
)

// way returns the places from the store call to where the key is put together.
// A place in another package has no position here, so it is named at the
// call's.
func way(u *keyuse.Use) []analysis.RelatedInformation {
	out := []analysis.RelatedInformation{{Pos: u.Pos, End: u.End, Message: fmt.Sprintf("used here by %s (%s %s)", shortCallee(u), u.Store, u.Op)}}
	for _, st := range u.Way {
		r := analysis.RelatedInformation{Pos: st.Pos, Message: st.Message}
		if !st.Pos.IsValid() {
			r.Pos, r.End = u.Pos, u.End
			if st.Posn != "" {
				r.Message += " at " + st.Posn
			}
		}
		out = append(out, r)
	}
	return out
}

func shortCallee(u *keyuse.Use) string {
	if u.Object != nil {
		return u.Object.Name()
	}
	return u.Callee
}

func uniqueRelated(rs []analysis.RelatedInformation) []analysis.RelatedInformation {
	var out []analysis.RelatedInformation
	for _, r := range rs {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}
