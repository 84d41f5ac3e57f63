// Package fault tells where in the analysed code the analysis broke down.
package fault

import (
	"fmt"
	"go/token"
)

// A Fault is a panic, and the position of what was looked at. Drivers know it
// by its Pos method.
type Fault struct {
	pos   token.Pos
	value any
}

// Pos is the position in the analysed code.
func (f Fault) Pos() token.Pos { return f.pos }

// String is what the panic said.
func (f Fault) String() string { return fmt.Sprint(f.value) }

// At is to be deferred: it gives a panic the position, unless it has one from
// further inside, and lets it go on.
func At(pos token.Pos) {
	r := recover()
	if r == nil {
		return
	}
	if _, known := r.(Fault); !known {
		r = Fault{pos, r}
	}
	panic(r)
}
