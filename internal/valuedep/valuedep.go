// Package valuedep works out what a cached value depends on: from a value that
// is stored, backwards over SSA, to the inputs of the function that stores it.
//
// An input is a parameter and the fields selected from it, a receiver's field,
// a captured variable (as what it is in the function around), a value read from
// a context or from a request, and the element of a loop. The way goes through
// calls inside the package (summaries, made on demand), through other packages
// (facts), through structs, maps, slices and pointers that a callee fills, and
// through the conditions that choose between values. What cannot tell two values
// apart (a context as such, handles, clocks, timeouts) is no input: see noise.go.
package valuedep

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A Kind says what an input is.
type Kind uint8

// The kinds of inputs.
const (
	// Param is a parameter of a function, and the fields selected from it.
	Param Kind = iota
	// Context is a value read from a context; Name is the key's or the
	// accessor's full name.
	Context
	// Carried is whatever a call that can't be looked into may take from the
	// context that it is given; Name is the called function as it is written.
	Carried
	// Element is the element of a range loop; Index is the loop's head.
	Element
	// Var is a package-level variable that the program changes.
	Var
	// result is the result of a call; it never leaves the package.
	result
)

// Recv is the Index of a method's receiver.
const Recv = template.Recv

// A Root is where an input begins.
type Root struct {
	Kind  Kind
	Fn    *ssa.Function // Param, Element: whose
	Index int           // Param: the receiver not counted; Element: the loop
	Name  string
}

// An Atom is a root and the fields selected from it, joined by Sep.
type Atom struct {
	Root
	Path string
}

// Sep separates the steps of a path.
const Sep = "\x1f"

// steps cuts a path.
func steps(path string) []string {
	if path == "" {
		return nil
	}
	return strings.Split(path, Sep)
}

// join puts the step s in front of a path.
func join(s, path string) string {
	if s == "" {
		return "" // the whole of it
	}
	if path == "" {
		return s
	}
	if strings.Count(path, Sep) >= maxPath {
		return s // the whole of it: more than the truth, never less
	}
	return s + Sep + path
}

// A Via says how a value depends on an input.
type Via uint8

// The ways.
const (
	// Call: through a call that may look something up by it.
	Call Via = 1 << iota
	// Write: through a call whose name says that it stores its arguments.
	Write
	// Cond: through a condition that chooses the value.
	Cond
)

// A Dep is an input that a value depends on.
type Dep struct {
	Atom
	// Called says that the value depends on what the parameter, a function,
	// returns.
	Called bool
	// Whole says, of what a function of another package returns, that it is the
	// input itself: a part of the result is the same part of the input.
	Whole bool
	Via   Via
	Type  types.Type // of the input; nil when it is not known
	Expr  string     // as a reader would write it
	Pos   token.Pos  // where the value uses it
	// Evidence is what is known of the input's meaning.
	Evidence []template.Evidence
	// Way leads from the stored value to the use, outermost first.
	Way []Step
	// Row is, where the input was used to look a row up and the value uses a
	// field of that, the field.
	Row *Dep
	// Thing is, in a key, the type of what this is the id of.
	Thing types.Type
	// Beside says that it was given to a look-up next to the id of the thing
	// that the key has: only a tenant can make a difference there.
	Beside bool
	// Apart says, of a result in a key, that what it was looked up by is not in
	// the key.
	Apart bool
	// Picked says, in a key, that the store was picked by it.
	Picked bool
	// Invoke and Args are, for Carried, the call.
	Invoke bool
	Args   []ssa.Value
}

// A Step is a place on the way of a value.
type Step struct {
	Pos     token.Pos
	Message string
}

// Deps is a set of inputs in the order in which they were found.
type Deps struct {
	List []*Dep
	at   map[depKey]*Dep
	// computed says that the value was looked up or worked out, not only put
	// together from the inputs.
	computed bool
	// cut says that a bound was hit: there may be more. Whoever uses the set
	// is cut as well.
	cut bool
	// fresh says that the value is like no other: an id that was made just now.
	fresh bool
}

type depKey struct {
	Atom
	called bool
}

// merge adds what d knows more to the input that is there, and reports whether
// there is one.
func (s *Deps) merge(d *Dep) bool {
	old := s.at[depKey{d.Atom, d.Called}]
	if old == nil {
		return false
	}
	old.Via |= d.Via
	old.Beside = old.Beside && d.Beside
	return true
}

// add adds d, or what d knows more to the input that is there.
func (s *Deps) add(d *Dep) {
	if s.merge(d) {
		return
	}
	if s.at == nil {
		s.at = map[depKey]*Dep{}
	}
	k := depKey{d.Atom, d.Called}
	if len(s.List) >= maxDeps {
		s.cut = true
		return
	}
	s.at[k] = d
	s.List = append(s.List, d)
}

// The bounds of the analysis. Past maxPath, maxText, maxParts and maxImpls a value
// depends on more than it does. What is past maxDeps, maxVisit and maxConds, or
// past maxDepth where no call stands for it, is left out, and cut says so.
const (
	maxPath  = 6    // steps of a path; beyond, the object as a whole counts
	maxDeps  = 256  // inputs of one value
	maxVisit = 2048 // values visited for one value
	maxDepth = 32   // calls inside calls; beyond, a call counts as opaque
	maxParts = 32   // parts of one result that are told apart; beyond, all of it counts
	maxTree  = 6    // depth of the text that makes two calls the same
	maxText  = 1024 // parts of it; the others count as like no other
	maxImpls = 4    // implementations of an interface that are looked into
	maxLift  = 4    // wrappers around one store call that are looked through
	maxConds = 64   // branches looked at for one choice
)
