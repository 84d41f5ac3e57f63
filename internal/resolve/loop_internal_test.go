package resolve

import (
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A loop inside another, of which nothing but the outer loop's own value goes
// around: the inner loop hands the outer one its entry and the outer mark as
// one value, which still has the entry in it.
//
//	outer: p = phi [inner: q]
//	inner: q = phi [start: {s.prefix}, outer: p]
func TestLoopWithinLoop(t *testing.T) {
	prefix := template.HoleSet(&template.Hole{Expr: "s.prefix", Type: "string"})
	inner := template.JoinValues(
		template.TextValue(prefix),
		template.TextValue(template.HoleSet(template.SelfHole(7))),
	)
	got := closeLoop(7, []template.Value{inner})
	if got.Text.String() != "{s.prefix}" {
		t.Errorf("closeLoop gives %s, want {s.prefix}", got.Text)
	}

	alone := closeLoop(7, []template.Value{template.TextValue(template.HoleSet(template.SelfHole(7)))})
	if !isSelf(alone) {
		t.Errorf("a loop without an entry is %s, want its own mark", alone.Text)
	}
}
