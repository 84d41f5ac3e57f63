package resolve

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A model is what a function of the standard library, or of a library that
// makes ids and digests, returns. It says no when it does not know.
type model func(r *Resolver, v *ssa.Call, index int) (template.Value, bool)

// models by full name of the function. The rows are in the files named for
// what they model.
var models = map[string]model{}

func register(rows map[string]model) {
	for name, m := range rows {
		models[name] = m
	}
}

// same is the model of functions that return their first argument's text as it
// is: strings.Clone, bytes.Clone.
func same(r *Resolver, v *ssa.Call, index int) (template.Value, bool) {
	return r.eval(v.Call.Args[0]), index == 0
}

// stepped is the model of functions that change the text of their first
// argument in a way that package steps can do on literals.
func stepped(name string, form template.Form) model {
	return func(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
		st := template.Step{Func: name}
		args := v.Call.Args
		for _, a := range args[1:] {
			text, ok := single(r.text(a))
			if !ok {
				return r.derived(v, r.eval(args[0])), true
			}
			st.Args = append(st.Args, text)
		}
		return template.TextValue(applyStep(st, form, r.text(args[0]))), true
	}
}

// single returns the text of a set that is one text.
func single(s template.Set) (string, bool) {
	if len(s) != 1 {
		return "", false
	}
	return s[0].Text()
}

// digestOf is the model of functions that digest an argument.
func digestOf(name string, arg int, form template.Form) model {
	return func(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
		return template.TextValue(digest(name, r.text(v.Call.Args[arg]), typeName(v.Type()), form)), true
	}
}

// methodModel models methods by what they are called: what a builder, buffer
// or hash holds, and the methods that Go types give their text by.
func (r *Resolver) methodModel(v *ssa.Call, fn *types.Func, index int) (template.Value, bool) {
	c := v.Common()
	recv := c.Value
	args := c.Args
	if !c.IsInvoke() {
		if fn.Signature().Recv() == nil || len(args) == 0 {
			return template.Value{}, false
		}
		recv, args = args[0], args[1:]
	}
	if isAccumulator(recv.Type()) {
		return r.taken(v, recv, fn, args)
	}
	if len(args) > 0 || index != 0 || !asText[fn.Name()] || !textual(v.Type()) {
		return template.Value{}, false
	}
	if _, ok := r.facts.Returns(fn); ok || r.body(c.StaticCallee()) != nil {
		return template.Value{}, false
	}
	if c.IsInvoke() && len(r.Implementations(fn)) > 0 {
		return template.Value{}, false
	}
	val := r.eval(recv)
	h, ok := val.Hole()
	if !ok || h.IsAnySelf() || h.Origin.Kind == template.Unk {
		return template.Value{}, false
	}
	form := h.Form
	if f := formOf(recv.Type()); f != template.FormText {
		form = f
	}
	if fn.Name() == "Hex" {
		form = template.FormHex
	}
	return r.named(template.TextValue(template.HoleSet(h.With(template.Step{Func: fullName(fn)}, form))), v), true
}

// asText are the methods by which Go types hand out their own text or value.
var asText = map[string]bool{
	"String": true, "Text": true, "Hex": true, "Base64": true, "GoString": true, "Error": true,
	"Bytes": true, "Str": true, "ToString": true, "Raw": true, "Unwrap": true,
}

// taken is what is taken out of a builder, buffer or hash.
func (r *Resolver) taken(v *ssa.Call, recv ssa.Value, fn *types.Func, args []ssa.Value) (template.Value, bool) {
	name := fn.Name()
	if isHash(recv.Type()) {
		if !strings.HasPrefix(name, "Sum") {
			return template.Value{}, false
		}
		in := r.KeyText(r.accumulated(recv, v), nil)
		form := template.FormFixed
		if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
			form = template.FormUint
		}
		out := digest(r.hashName(recv), in, typeName(v.Type()), form)
		if name == "Sum" && len(args) == 1 {
			out = template.Cross(r.text(args[0]), out)
		}
		return template.TextValue(out), true
	}
	switch name {
	case "String", "Bytes":
		return r.accumulated(recv, v), true
	}
	return template.Value{}, false
}

// hashName names the function that made a hash.
func (r *Resolver) hashName(recv ssa.Value) string {
	root := r.placeOf(recv).root
	for range maxChain {
		switch x := root.(type) {
		case *ssa.Call:
			if fn := calleeFunc(x.Common()); fn != nil {
				return fullName(fn)
			}
		case *ssa.MakeInterface:
			root = x.X
			continue
		case *ssa.Extract:
			root = x.Tuple
			continue
		}
		break
	}
	return typeName(deref(recv.Type()))
}

// builtin evaluates append, and leaves the rest holes.
func (r *Resolver) builtin(v *ssa.Call, b *ssa.Builtin) template.Value {
	args := v.Call.Args
	switch b.Name() {
	case "append":
		if len(args) == 2 {
			return r.appendTo(r.eval(args[0]), r.eval(args[1]), v.Type())
		}
		return r.eval(args[0])
	case "min", "max":
		return r.holeOf(v)
	case "len":
		if text, ok := single(r.lenText(args[0])); ok {
			return template.TextValue(template.Text(text))
		}
		return r.length(v, args[0])
	}
	return r.holeOf(v)
}

// length is the length of text, which remembers the text: what stands behind
// its own length says itself where it ends, whatever its callers call it.
func (r *Resolver) length(v *ssa.Call, of ssa.Value) template.Value {
	out := r.holeOf(v)
	h, ok := out.Hole()
	if !ok || h.Origin.Kind == template.Unk || !textual(of.Type()) {
		return out
	}
	c := *h
	c.Origin = template.Origin{Kind: template.Local, Name: template.Length, Inputs: []template.Set{r.text(of)}}
	return template.TextValue(template.HoleSet(&c))
}

func (r *Resolver) lenText(v ssa.Value) template.Set {
	if t, ok := v.(*ssa.Const); ok && t.Value != nil {
		return template.Text(itoa(len(constantText(t))))
	}
	return nil
}
