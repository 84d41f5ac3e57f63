package resolve

import (
	"go/types"
	"maps"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// Conversions between values and text.
// https://pkg.go.dev/strconv, encoding/hex, encoding/base64, net/url, encoding/json
func init() {
	rows := map[string]model{
		"strconv.Itoa":        numberModel(template.FormInt),
		"strconv.FormatInt":   numberModel(template.FormInt),
		"strconv.FormatUint":  numberModel(template.FormUint),
		"strconv.FormatBool":  numberModel(template.FormBool),
		"strconv.FormatFloat": numberModel(template.FormFloat),
		"strconv.AppendInt":   appendNumber, "strconv.AppendUint": appendNumber, "strconv.AppendBool": appendNumber,
		"strconv.AppendQuote": appendQuote,
		"strconv.Quote":       stepped("strconv.Quote", template.FormQuoted),
		"strconv.Atoi":        parsed(template.FormInt), "strconv.ParseInt": parsed(template.FormInt), "strconv.ParseUint": parsed(template.FormUint),
		"strconv.ParseBool": parsed(template.FormBool), "strconv.ParseFloat": parsed(template.FormFloat),
		"net/url.PathEscape":                   stepped("url.PathEscape", template.FormEscape),
		"net/url.QueryEscape":                  stepped("url.QueryEscape", template.FormEscape),
		"encoding/hex.EncodeToString":          stepped("hex", template.FormHex),
		"encoding/hex.AppendEncode":            appendStep("hex", template.FormHex),
		"net/textproto.CanonicalMIMEHeaderKey": same,
		"net/http.CanonicalHeaderKey":          same,
		"html.EscapeString":                    stepped("html.EscapeString", template.FormText),
		"encoding/json.Marshal":                jsonModel,
		"encoding/json.MarshalIndent":          jsonModel,
		"(net/url.Values).Encode":              valuesModel,
		"unsafe.String":                        same,
	}
	for _, id := range []string{"github.com/google/uuid", "github.com/gofrs/uuid", "github.com/gofrs/uuid/v5", "github.com/satori/go.uuid"} {
		rows[id+".Parse"] = parsed(template.FormUUID)
		rows[id+".MustParse"] = parsed(template.FormUUID)
		rows[id+".FromString"] = parsed(template.FormUUID)
		rows[id+".FromBytes"] = parsed(template.FormUUID)
		rows[id+".ParseBytes"] = parsed(template.FormUUID)
	}
	rows["(*encoding/base64.Encoding).EncodeToString"] = base64Model
	rows["(*encoding/base32.Encoding).EncodeToString"] = base64Model
	rows["(time.Time).Format"] = timeModel
	rows["(time.Time).Unix"] = timeNumber
	rows["(time.Time).UnixMilli"] = timeNumber
	rows["(time.Time).UnixNano"] = timeNumber
	register(rows)
}

// numberModel is a function that prints a number or a bool.
func numberModel(form template.Form) model {
	return func(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
		args := v.Call.Args
		base := 10
		if form == template.FormInt || form == template.FormUint {
			if len(args) > 1 {
				b, ok := intConst(args[1], base)
				if !ok {
					return template.Value{}, false
				}
				base = b
			}
		}
		val := r.evalIn(args[0], v.Block())
		h, ok := val.Hole()
		if !ok && form == template.FormFloat {
			return r.derived(v, val), true // its digits are a matter of the other arguments
		}
		if (!ok || h.IsAnySelf()) && (base == 10 || val.Kind != template.IsText) {
			return val, true
		}
		if base != 10 {
			return template.TextValue(applyStep(template.Step{Func: inBase, Args: []string{itoa(base)}}, formIn(base), r.KeyText(val, nil))), true
		}
		c := *h
		if c.Form == template.FormText {
			c.Form = form
		}
		return template.TextValue(template.HoleSet(&c)), true
	}
}

// formIn is what a number looks like in a base.
func formIn(base int) template.Form {
	switch {
	case base <= 10:
		return template.FormInt
	case base <= 16:
		return template.FormHex
	}
	return template.FormText
}

// appendNumber is strconv.AppendInt(dst, n, base).
func appendNumber(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	return template.TextValue(template.Cross(r.textIn(v.Call.Args[0], v.Block()), r.textIn(v.Call.Args[1], v.Block()))), true
}

func appendQuote(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	quoted := applyStep(template.Step{Func: "strconv.Quote"}, template.FormQuoted, r.textIn(v.Call.Args[1], v.Block()))
	return template.TextValue(template.Cross(r.textIn(v.Call.Args[0], v.Block()), quoted)), true
}

func appendStep(name string, form template.Form) model {
	return func(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
		return template.TextValue(template.Cross(r.textIn(v.Call.Args[0], v.Block()), applyStep(template.Step{Func: name}, form, r.textIn(v.Call.Args[1], v.Block())))), true
	}
}

// parsed is a function that reads a value from text: the same thing, in the
// form of its type.
func parsed(form template.Form) model {
	return func(r *Resolver, v *ssa.Call, index int) (template.Value, bool) {
		if index != 0 {
			return template.Value{}, false
		}
		val := r.evalIn(v.Call.Args[0], v.Block())
		h, ok := val.Hole()
		if !ok || h.IsAnySelf() || h.Origin.Kind == template.Unk {
			return val, !ok && val.Kind == template.IsText
		}
		c := h.With(template.Step{Func: fullName(calleeFunc(v.Common()))}, form)
		c = c.Known(r.evidenceNamed(v, index)...)
		return template.TextValue(template.HoleSet(c)), true
	}
}

// evidenceNamed is the name that a result of a call is assigned to.
func (r *Resolver) evidenceNamed(v *ssa.Call, index int) []template.Evidence {
	if _, ok := v.Type().(*types.Tuple); ok {
		for _, ref := range *v.Referrers() {
			if e, ok := ref.(*ssa.Extract); ok && e.Index == index {
				if n := r.nameOf(e); n != "" {
					return []template.Evidence{{Kind: template.ByName, Text: n}}
				}
			}
		}
		return nil
	}
	if n := r.nameOf(v); n != "" {
		return []template.Evidence{{Kind: template.ByName, Text: n}}
	}
	return nil
}

// base64Model is (*base64.Encoding).EncodeToString: an encoding remembers what
// it encodes.
func base64Model(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	in := r.textIn(v.Call.Args[1], v.Block())
	if len(in) == 1 && len(in[0]) <= 1 {
		return template.TextValue(applyStep(template.Step{Func: encodingName(v.Call.Args[0])}, template.FormBase64, in)), true
	}
	return template.TextValue(digest("encoding/base64.EncodeToString", in, "string", template.FormBase64)), true
}

// encodingName is the variable that an encoding is in: its alphabet.
//
//	t0 = *encoding/base64.StdEncoding
func encodingName(v ssa.Value) string {
	if load, ok := v.(*ssa.UnOp); ok {
		if g, ok := load.X.(*ssa.Global); ok && g.Pkg != nil {
			return g.Pkg.Pkg.Path() + "." + g.Name()
		}
	}
	return "base64"
}

func timeModel(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	layout, _ := single(r.textIn(v.Call.Args[1], v.Block()))
	return r.timeHole(v, template.FormTime, layout)
}

func timeNumber(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	return r.timeHole(v, template.FormInt, "")
}

func (r *Resolver) timeHole(v *ssa.Call, form template.Form, layout string) (template.Value, bool) {
	val := r.evalIn(v.Call.Args[0], v.Block())
	h, ok := val.Hole()
	if !ok || h.IsAnySelf() || h.Origin.Kind == template.Unk {
		return template.Value{}, false
	}
	return template.TextValue(template.HoleSet(h.With(template.Step{Func: fullName(calleeFunc(v.Common())), Args: []string{layout}}, form))), true
}

// jsonModel is json.Marshal: an encoding that remembers its fields.
func jsonModel(r *Resolver, v *ssa.Call, index int) (template.Value, bool) {
	if index != 0 {
		return template.Value{}, false
	}
	return template.TextValue(r.marshal(v.Call.Args[0])), true
}

// marshal evaluates a value as encoding/json writes it.
func (r *Resolver) marshal(arg ssa.Value) template.Set {
	for {
		m, ok := arg.(*ssa.MakeInterface)
		if !ok {
			break
		}
		arg = m.X
	}
	val := r.eval(arg)
	if s, ok := coreStruct(arg.Type()); ok {
		if h, isHole := val.Hole(); isHole {
			if rec, ok := r.expand(h, arg.Type()); ok {
				val = rec
			}
		}
		val = marshalled(val, s)
	}
	if mm, ok := arg.(*ssa.MakeMap); ok {
		val = r.mapRecord(mm)
	}
	return digest("encoding/json.Marshal", r.KeyText(val, nil), "[]byte", template.FormQuoted)
}

// marshalled leaves out the fields that encoding/json does not write.
func marshalled(v template.Value, s *types.Struct) template.Value {
	if v.Kind != template.IsRecord {
		return v
	}
	out := template.Value{Kind: template.IsRecord, Type: v.Type}
	for i := range s.NumFields() {
		f := s.Field(i)
		tag := reflect.StructTag(s.Tag(i)).Get("json")
		if !f.Exported() || strings.Split(tag, ",")[0] == "-" {
			continue
		}
		if val, ok := v.Field(f.Name()); ok {
			out.Fields = append(out.Fields, template.Named{Name: f.Name(), Value: val})
		}
	}
	return out
}

// mapRecord is a map made here, as its values by constant key.
func (r *Resolver) mapRecord(mm *ssa.MakeMap) template.Value {
	out := template.Value{Kind: template.IsRecord}
	for _, ref := range *mm.Referrers() {
		if up, ok := ref.(*ssa.MapUpdate); ok {
			if len(out.Fields) == maxFields {
				return template.UnknownValue(tooFull) // any entry may be the tenant's
			}
			out.Fields = append(out.Fields, template.Named{Name: r.expr(up.Key), Value: r.eval(up.Value)})
		}
	}
	return out
}

// valuesModel is url.Values.Encode: k=v&k=v, keys sorted, values escaped.
func valuesModel(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	root := v.Call.Args[0]
	for {
		ct, ok := root.(*ssa.ChangeType)
		if !ok {
			break
		}
		root = ct.X
	}
	pairs := map[string]queryPair{}
	for _, ref := range *root.Referrers() {
		switch ref := ref.(type) {
		case *ssa.MapUpdate:
			p := queryPair{key: r.text(ref.Key)}
			for _, el := range r.elements(r.eval(ref.Value)) {
				p.values = append(p.values, r.KeyText(el, nil))
			}
			pairs[p.key.String()] = p
		case *ssa.Call:
			fn, args := calleeFunc(ref.Common()), ref.Call.Args
			if fn == nil || len(args) < 2 || args[0] != root {
				continue
			}
			p := queryPair{key: r.text(args[1])}
			k := p.key.String()
			switch fn.Name() {
			case "Add":
				p.values = append(pairs[k].values, r.text(args[2]))
				pairs[k] = p
			case "Set":
				p.values = []template.Set{r.text(args[2])}
				pairs[k] = p
			case "Del":
				delete(pairs, k)
			}
		}
	}
	if len(pairs) == 0 {
		return template.Value{}, false
	}
	var sets []template.Set
	for _, k := range slices.Sorted(maps.Keys(pairs)) {
		for _, value := range pairs[k].values {
			if len(sets) > 0 {
				sets = append(sets, template.Text("&"))
			}
			sets = append(sets, queryEscaped(pairs[k].key), template.Text("="), queryEscaped(value))
		}
	}
	return template.TextValue(template.Cross(sets...)), true
}

// A queryPair is a key of url.Values and what is under it.
type queryPair struct {
	key    template.Set
	values []template.Set
}

func queryEscaped(s template.Set) template.Set {
	return applyStep(template.Step{Func: "url.QueryEscape"}, template.FormEscape, s)
}
