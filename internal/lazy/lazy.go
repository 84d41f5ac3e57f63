// Package lazy holds what is made when it is first asked for. As a vet tool
// this program is started once for every package, and most of them need none
// of its tables.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp returns what compiles expr once, and panics then if it is none.
func Regexp(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
