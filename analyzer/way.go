package analyzer

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
)

// usedBy tells of the call that a key is handed to.
func usedBy(u *keyuse.Use) analysis.RelatedInformation {
	return analysis.RelatedInformation{Pos: u.Pos, End: u.End, Message: fmt.Sprintf("used here by %s (%s %s)", u.Object.Name(), u.Store, u.Op)}
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
