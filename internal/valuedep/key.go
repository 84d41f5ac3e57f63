package valuedep

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// KeyValue returns the value that is the key, nil when there is not just one.
func (s *Sink) KeyValue() ssa.Value {
	if s.site != nil && len(s.site.Keys) == 1 {
		return s.site.Keys[0].Value
	}
	return nil
}

// A KeyArg is what a call gives a wrapper for its key: an argument, or a part of
// it.
type KeyArg struct {
	Index int // of the argument, the receiver not counted
	path  string
}

// Whole reports whether all of the argument is in the key.
func (a KeyArg) Whole() bool { return a.path == "" }

// Text is how the part is written in Go: "req.ID" of the argument req.
func (a KeyArg) Text(arg string) string { return exprOf(arg, a.path) }

// KeyArgs are what the key of a wrapper's call is made of, nil at the store
// itself.
func (s *Sink) KeyArgs() []KeyArg {
	if s.inner == nil {
		return nil
	}
	var out []KeyArg
	for _, k := range s.inner.Key {
		arg := KeyArg{k.Index, k.Path}
		if k.Kind == Param && k.Index >= 0 && !k.Picked && !slices.Contains(out, arg) {
			out = append(out, arg)
		}
	}
	return out
}

// KeyIndex is the index of the argument, the receiver not counted, that the key
// is or is made of; -1 when the call has none of its own.
func (s *Sink) KeyIndex() int {
	if s.inner != nil {
		if args := s.KeyArgs(); len(args) > 0 {
			return args[0].Index
		}
		return -1
	}
	call, ok := s.Instr.(ssa.CallInstruction)
	if !ok || s.site == nil || len(s.site.Keys) == 0 {
		return -1
	}
	com := call.Common()
	i := slices.Index(com.Args, s.site.Keys[0].Value)
	if com.Signature().Recv() != nil && !com.IsInvoke() {
		i--
	}
	return i
}
