package fault

import (
	"go/token"
	"testing"
)

// TestAt: the innermost position is the one that is told, and what is no panic
// goes through.
func TestAt(t *testing.T) {
	inner := func() {
		defer At(7)
		panic("broken")
	}
	defer func() {
		f, ok := recover().(Fault)
		if !ok || f.Pos() != token.Pos(7) || f.String() != "broken" {
			t.Errorf("got %v at %v", f, f.Pos())
		}
	}()
	func() { defer At(1) }()
	func() {
		defer At(3)
		inner()
	}()
	t.Error("the panic was lost")
}
