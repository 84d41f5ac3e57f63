package valuedep

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Declared returns what a call does to a store of which only the key's
// parameter, by its name or index, and the op are told. A function that is
// given makes the value; else what stands behind the key is stored, and nil is
// returned when nothing does.
func Declared(call ssa.CallInstruction, name string, key int, op Op) *Site {
	com := call.Common()
	sig := com.Signature()
	args := com.Args
	s := &Site{Instr: call, Op: op}
	switch {
	case com.IsInvoke():
		s.Handle = com.Value
	case sig.Recv() != nil:
		s.Handle, args = args[0], args[1:]
	}
	for i := 0; name != "" && i < sig.Params().Len(); i++ {
		if sig.Params().At(i).Name() == name {
			key = i
		}
	}
	if key < 0 || key >= len(args) {
		return nil
	}
	s.Keys = []Part{{Value: args[key]}}
	for i, arg := range args {
		f, ok := sig.Params().At(min(i, sig.Params().Len()-1)).Type().Underlying().(*types.Signature)
		if ok && i != key && f.Results().Len() > 0 && !isError(f.Results().At(0).Type()) {
			s.Loaders = append(s.Loaders, Part{Value: arg})
		}
	}
	if len(s.Loaders) > 0 {
		s.Op = Load
	}
	if s.Op != Set {
		return s
	}
	for i, arg := range args[:lastValue(args, sig)] {
		if i > key && !isContext(arg.Type()) {
			s.Values = append(s.Values, Part{Value: arg})
		}
	}
	if len(s.Values) == 0 {
		return nil
	}
	return s
}
