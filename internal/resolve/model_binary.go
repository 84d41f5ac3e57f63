package resolve

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// Numbers as bytes: of one length, or of bytes that say themselves how many
// they are.
// https://pkg.go.dev/encoding/binary
func init() {
	rows := map[string]model{
		"encoding/binary.AppendUvarint": appendBytes, "encoding/binary.AppendVarint": appendBytes,
	}
	for _, order := range []string{"littleEndian", "bigEndian", "nativeEndian"} {
		for _, size := range []string{"16", "32", "64"} {
			rows["(encoding/binary."+order+").AppendUint"+size] = appendBytes
		}
	}
	register(rows)
}

// appendBytes is binary.AppendUvarint(dst, n), or a method of a byte order
// that does the same.
func appendBytes(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	args := v.Call.Args
	n := len(args)
	return template.TextValue(template.Cross(r.text(args[n-2]), r.asBytes(v, args[n-1]))), true
}

// asBytes is a number in the bytes that a function of encoding/binary writes.
func (r *Resolver) asBytes(call ssa.CallInstruction, n ssa.Value) template.Set {
	return applyStep(template.Step{Func: fullName(calleeFunc(call.Common()))}, template.FormFixed, r.text(n))
}

// A put is a number that is written into bytes at an offset.
type put struct {
	at   int
	text template.Set
}

// puts returns the numbers that are written into an array of bytes, in their
// order:
//
//	t1 = slice t0[4:]               (t0 = new [8]byte)
//	(bigEndian).PutUint32(o, t1, n)
func (r *Resolver) puts(root ssa.Value, offset int) []put {
	refs := root.Referrers()
	if refs == nil {
		return nil
	}
	var out []put
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.Slice:
			if low, ok := intConst(ref.Low, 0); ok && ref.X == root {
				out = append(out, r.puts(ref, offset+low)...)
			}
		case *ssa.Call:
			fn, args := calleeFunc(ref.Common()), ref.Call.Args
			if fn != nil && len(args) >= 2 && args[len(args)-2] == root && isPut(fullName(fn)) {
				out = append(out, put{offset, r.asBytes(ref, args[len(args)-1])})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b put) int { return cmp.Compare(a.at, b.at) })
	return out
}

// isPut reports whether a function writes its last argument into the bytes
// before it.
func isPut(fn string) bool {
	return strings.HasPrefix(fn, "(encoding/binary.") && strings.Contains(fn, ").PutUint") ||
		fn == "encoding/binary.PutUvarint" || fn == "encoding/binary.PutVarint"
}

// asWritten is what binary.Write makes of a value: a number is bytes of one
// length.
func (r *Resolver) asWritten(call ssa.CallInstruction, v ssa.Value) template.Set {
	if m, ok := v.(*ssa.MakeInterface); ok && isNumeric(m.X.Type()) {
		return r.asBytes(call, m.X)
	}
	return r.text(v)
}
