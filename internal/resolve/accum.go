package resolve

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// Accumulators are values that text is written into piece by piece and taken
// out of at the end: builders, buffers, hashes.

// isAccumulator reports whether t is, or points to, strings.Builder,
// bytes.Buffer or a hash.
func isAccumulator(t types.Type) bool {
	switch typeName(deref(t)) {
	case "strings.Builder", "bytes.Buffer":
		return true
	}
	return isHash(t)
}

// isSink reports whether t is an accumulator, or an interface that one can be
// written through.
func isSink(t types.Type) bool {
	if isAccumulator(t) {
		return true
	}
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	for m := range iface.Methods() {
		if m.Name() == "Write" {
			return true
		}
	}
	return false
}

// hashes are the packages and types whose values digest what is written to them.
func isHash(t types.Type) bool {
	switch typeName(deref(t)) {
	case "hash.Hash", "hash.Hash32", "hash.Hash64", "hash/maphash.Hash",
		"github.com/cespare/xxhash/v2.Digest", "github.com/cespare/xxhash.Digest",
		"github.com/zeebo/xxh3.Hasher", "github.com/zeebo/blake3.Hasher",
		"lukechampine.com/blake3.Hasher", "golang.org/x/crypto/sha3.ShakeHash",
		"github.com/OneOfOne/xxhash.XXHash64", "github.com/spaolacci/murmur3.Hash128":
		return true
	}
	return false
}

// accumulated returns the text that has been written into root when at runs.
func (r *Resolver) accumulated(root ssa.Value, at ssa.Instruction) template.Value {
	return r.accumulatedAt(r.placeOf(root), at)
}

func (r *Resolver) accumulatedAt(p place, at ssa.Instruction) template.Value {
	f, remote := r.accumulator(p)
	home := p.root.Parent()
	if at == nil {
		at = r.lastUse(p.root)
	}
	site := r.closureSite(at, home)
	if len(remote) > 0 {
		// A closure writes: it may run any number of times, in between.
		base := template.Set(nil)
		if site != nil {
			base = r.KeyText(f.before(site), nil)
		}
		bodies := make([]template.Set, len(remote))
		for i, ev := range remote {
			bodies[i] = r.KeyText(ev.apply(template.TextValue(template.Text(""))), nil)
		}
		return template.TextValue(template.Cross(base, repeat(template.Join(bodies...), "")))
	}
	if site == nil {
		return template.UnknownValue(unordered)
	}
	return f.before(site)
}

// accumulator returns the flow of an accumulator, and what closures write into
// it at any time.
func (r *Resolver) accumulator(p place) (*flow, []event) {
	key := flowKey{placeKey: placeKey{p.root, pathString(p.path)}, acc: true}
	f, ok := r.flows[key]
	if ok {
		return f, f.remote
	}
	f = r.newFlow(p, func() template.Value { return r.initially(p) })
	r.flows[key] = f
	home := p.root.Parent()
	for _, w := range r.writesOf(p.root) {
		if !meets(w.path, p.path) || w.call == nil {
			continue
		}
		apply, whole := r.writeEvent(w, p)
		if do := apply; do != nil && w.maybe {
			apply = func(before template.Value) template.Value { return template.JoinValues(do(before), before) }
			whole = false
		}
		switch {
		case apply == nil:
		case w.instr.Parent() != home:
			f.remote = append(f.remote, event{apply: apply})
		default:
			f.add(w.instr, whole, apply)
		}
	}
	f.sort()
	return f, f.remote
}

// initially is what an accumulator holds when it is made.
func (r *Resolver) initially(p place) template.Value {
	switch root := p.root.(type) {
	case *ssa.Call:
		if fn := calleeFunc(root.Common()); fn != nil {
			switch fullName(fn) {
			case "bytes.NewBufferString", "bytes.NewBuffer":
				return template.TextValue(r.text(root.Call.Args[0]))
			}
		}
		if r.body(root.Call.StaticCallee()) != nil && !isHash(root.Type()) {
			if out, ok := r.callValue(root, root.Common(), calleeFunc(root.Common()), 0); ok {
				return out
			}
		}
		return template.TextValue(template.Text(""))
	case *ssa.Parameter:
		return r.follow(r.eval(root), root.Type(), p.path, nil)
	case *ssa.Alloc:
		return template.TextValue(template.Text(""))
	}
	if len(p.path) > 0 {
		return template.TextValue(template.Text(""))
	}
	return r.holeOf(p.root)
}

// apply is what a write makes of what a place held before.
type apply func(before template.Value) template.Value

// writeEvent returns what a call does to an accumulator that it is handed, nil
// when it does nothing, and whether what it held before does not matter then.
func (r *Resolver) writeEvent(w write, p place) (do apply, whole bool) {
	common := w.call.Common()
	fn := calleeFunc(common)
	if fn == nil {
		return nil, false
	}
	args := common.Args
	if r.body(common.StaticCallee()) != nil {
		return func(before template.Value) template.Value { return r.effect(p, w, before) }, false
	}
	isRecv := common.IsInvoke() && common.Value == w.arg || !common.IsInvoke() && fn.Signature().Recv() != nil && len(args) > 0 && args[0] == w.arg
	if isRecv {
		if !common.IsInvoke() {
			args = args[1:]
		}
		return r.writeMethod(fn.Name(), args)
	}
	name := fullName(fn)
	switch name {
	case "fmt.Fprintf", "fmt.Fprint", "fmt.Fprintln":
		return r.appends(func() template.Set { return r.printed(name, args[1:]) }), false
	case "encoding/binary.Write":
		return r.appends(func() template.Set { return r.asWritten(w.call, args[len(args)-1]) }), false
	case "io.WriteString":
		return r.appends(func() template.Set { return r.text(args[len(args)-1]) }), false
	case "io.Copy":
		return r.appends(func() template.Set { return r.text(args[1]) }), false
	}
	if wrapsWriterFunc[name] {
		return nil, false // what is written through the wrapper counts
	}
	return r.appends(func() template.Set {
		return template.HoleSet(template.Unknown("is written by " + shortFunc(fn)))
	}), false
}

// appends is a write that puts text behind what was there.
func (r *Resolver) appends(what func() template.Set) apply {
	return func(before template.Value) template.Value {
		return template.TextValue(template.Cross(r.KeyText(before, nil), what()))
	}
}

// writeMethod is what a method of an accumulator does to it.
func (r *Resolver) writeMethod(name string, args []ssa.Value) (do apply, whole bool) {
	empty := func(template.Value) template.Value { return template.TextValue(template.Text("")) }
	switch name {
	case "WriteString", "Write", "WriteByte", "WriteRune", "WriteBytes", "Encode":
		if len(args) == 0 {
			return nil, false
		}
		if name == "Encode" {
			return r.appends(func() template.Set { return r.marshal(args[0]) }), false
		}
		return r.appends(func() template.Set { return r.written(args[0]) }), false
	case "Reset":
		return empty, true
	case "Truncate":
		if n, ok := intConst(args[0], -1); ok && n == 0 {
			return empty, true
		}
		return cutOf, false
	case "ReadFrom", "WriteTo", "ReadString", "Next", "ReadByte", "Read":
		return cutOf, false
	}
	return nil, false
}

// cutOf is what is left when a part of v is taken away.
func cutOf(v template.Value) template.Value {
	if h, ok := v.Hole(); ok {
		return template.TextValue(template.HoleSet(h.With(template.Step{Func: "slice"}, template.FormText)))
	}
	return template.UnknownValue("is cut where it is not known to be")
}

// written evaluates the argument of a Write method: text, bytes, a byte or a
// rune.
func (r *Resolver) written(v ssa.Value) template.Set {
	if c, ok := v.(*ssa.Const); ok {
		if b, ok := c.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 && c.Value != nil {
			if isByte(b) { // 0xff is no ÿ
				return template.Text(string([]byte{byte(c.Uint64())}))
			}
			return template.Text(string(rune(c.Int64())))
		}
	}
	return r.text(v)
}

// digest returns the hole that is a digest by function name over in.
func digest(name string, in template.Set, typ string, form template.Form) template.Set {
	if text, ok := single(in); ok && text == "" {
		return template.HoleSet(template.Unknown("is a digest of something that is not known"))
	}
	short := name[strings.LastIndexByte(name, '/')+1:]
	return template.HoleSet(&template.Hole{
		Expr: short + "(" + clip(strings.ReplaceAll(strings.ReplaceAll(in.String(), "{", ""), "}", ""), maxShown) + ")", Type: typ, Form: form,
		Origin: template.Origin{Kind: template.Digest, Name: name, Inputs: []template.Set{in}},
	})
}
