package template

import (
	"slices"
	"strconv"
	"strings"
)

// A Hole is a part of a key that is not known text.
type Hole struct {
	// Expr is the Go expression as a reader of the code would write it:
	// "projectID", "req.ID", "tenant.FromContext(ctx)".
	Expr string
	// Type is the Go type with full package path, as types.TypeString prints it.
	Type string
	// Form is what the text can look like.
	Form Form
	// Via lists what was done to the value on its way into the key, first
	// first: strings.ToLower, fmt verbs, url.PathEscape.
	Via []Step
	// Origin is where the value comes from.
	Origin Origin
	// Evidence is what is known of the value's meaning, from the value itself
	// outwards to the parameters it was passed through: innermost first.
	Evidence []Evidence
	// Unchecked says how the value can be empty although the code goes on:
	// "the error of tenant.FromContext is dropped". "" when nothing is known.
	Unchecked string
	// Optional says that the value is tested for being empty before it goes
	// into the key: a key without it is the key for the empty value.
	Optional bool
	// Present says that the value is not empty where it stands: a test has
	// said so.
	Present bool
}

// A Form is what the text of a hole can look like.
type Form string

// The forms. An empty Form is free text.
const (
	FormText   Form = ""
	FormInt    Form = "int"    // -?[0-9]+
	FormUint   Form = "uint"   // [0-9]+
	FormFloat  Form = "float"  //
	FormBool   Form = "bool"   // true|false
	FormUUID   Form = "uuid"   // 8-4-4-4-12 hexadecimal
	FormHex    Form = "hex"    // [0-9a-f]*
	FormBase64 Form = "base64" // the standard or the URL alphabet
	FormQuoted Form = "quoted" // a Go string literal: %q, strconv.Quote, JSON
	FormEscape Form = "escape" // url.PathEscape, url.QueryEscape: Via says which, and they keep different separators
	FormTime   Form = "time"   // a time in a layout
	FormEnum   Form = "enum"   // one of the literals in Origin.Inputs
	FormFixed  Form = "fixed"  // fixed width: %08x, a digest's raw bytes
)

// A Step is one transformation on a value's way into a key. Func is its full
// name, strings.ToLower, or the fmt verb, %05d; Args its constant arguments.
type Step struct {
	Func string
	Args []string
}

// The Funcs of steps whose arguments are not those of the call.
const (
	Replacer = "strings.NewReplacer" // Replace of a replacer, with the replacer's pairs
	Piece    = "piece"               // what was cut out at a text, Args[0], and does not have it
)

// A Kind says where a hole's value comes from.
type Kind uint8

// The kinds of origin.
const (
	Unk    Kind = iota // not known; Reason says why
	Param              // parameter Index (receiver: Recv), then the fields of Path
	Field              // field Name ("pkg.T.f") of something that is not a parameter
	Result             // result of function Name
	Var                // package-level variable Name
	Local              // a local value without a better origin: a loop variable, an element
	Digest             // digest by function Name over Inputs
	Repeat             // Inputs repeated, once for every element of something
	Global             // fixed for the process: flag, environment, configuration
	self               // the value of a loop's phi before the iteration: never leaves resolve
)

// Recv is the Index of a method's receiver.
const Recv = -1

// An Origin is where a hole's value comes from.
type Origin struct {
	Kind   Kind
	Index  int      // Param: index of the parameter, receiver not counted; Recv
	Path   []string // Param: the fields selected from it; Element for an element
	Owner  string   // Param: full name of the function whose parameter it is
	Name   string   // full name of the function, field or variable
	Reason string   // Unk: why, as a clause after "the key …"
	Pos    string   // Unk: file:line of the place that is to blame, or ""
	Inputs []Set    // Digest, Result, Length: what goes into it. Repeat: the body
	Sep    string   // Repeat: what stands between two bodies
}

// Element is the step of a Path that selects an element of a slice or array,
// whichever it is; [ElementAt] is one that selects a certain element.
const Element = "[]"

// ElementAt is the step of a Path that selects the element at index i.
func ElementAt(i int) string { return "[" + strconv.Itoa(i) + "]" }

// MapKey is the step of a Path that selects a key of a map, whichever it is.
const MapKey = "[key]"

// Called is the step of a Path that calls a function: what it is called with
// are the Inputs.
const Called = "()"

// IsElement reports whether a step of a Path selects an element, and the
// element's index, -1 for any, also of the keys of a map.
func IsElement(step string) (index int, ok bool) {
	inner, isElement := strings.CutPrefix(step, "[")
	if !isElement {
		return 0, false
	}
	if i, err := strconv.Atoi(strings.TrimSuffix(inner, "]")); err == nil {
		return i, true
	}
	return -1, true
}

// PrintFunc is the Func of the Step that stands for a format that is a
// parameter: the operands are in the Inputs of the hole's Origin.
const PrintFunc = "printf"

// IsFormat reports whether h is what is printed with a format that h is.
func (h *Hole) IsFormat() bool {
	return h.Origin.Kind == Param && len(h.Via) > 0 && h.Via[0].Func == PrintFunc
}

// Length is the Name of an Origin that is the length of its only input.
const Length = "len"

// IsLength reports whether h is the length of a text.
func (h *Hole) IsLength() bool {
	return h.Origin.Kind == Local && h.Origin.Name == Length && len(h.Origin.Inputs) == 1
}

// EvidenceKind is how a value's meaning is known.
type EvidenceKind uint8

// The kinds of evidence, from strongest to weakest.
const (
	ByType  EvidenceKind = iota // Text is a type's full name
	ByFunc                      // Text is a function's full name
	ByField                     // Text is a field's full name: pkg.T.F
	ByName                      // Text is a joined path of names: tenant.ID, GetTenantId, tenant_id
)

// Evidence is one thing known of a value's meaning.
type Evidence struct {
	Kind EvidenceKind
	Text string
	// Depth counts the calls between the value and the place of this
	// evidence: 0 is the value itself, 1 the parameter it was passed as.
	Depth int
}

// Unknown returns a hole that can't be known, for the given reason: a clause
// that reads well after "the key ".
func Unknown(reason string) *Hole {
	return &Hole{Expr: "*", Origin: Origin{Kind: Unk, Reason: reason}}
}

// SelfHole returns the mark that stands for a loop's value before an
// iteration. It is replaced before a set leaves the resolver.
func SelfHole(id int) *Hole {
	return &Hole{Expr: "self", Origin: Origin{Kind: self, Index: id}}
}

// IsSelf reports whether h is the mark of loop id.
func (h *Hole) IsSelf(id int) bool { return h.Origin.Kind == self && h.Origin.Index == id }

// IsAnySelf reports whether h is the mark of some loop.
func (h *Hole) IsAnySelf() bool { return h.Origin.Kind == self }

// String prints what stands between the braces.
func (h *Hole) String() string {
	if h.Expr == "" {
		return "*"
	}
	return h.Expr
}

// Opening is the text that each round of a repeated part begins with: the
// separator of a list that goes on behind something else, as in
// {name}:{args...}. It is printed in front of the braces.
func (h *Hole) Opening() string {
	if h.Origin.Kind != Repeat || len(h.Origin.Inputs) == 0 || len(h.Origin.Inputs[0]) == 0 {
		return ""
	}
	var text string
	for i, t := range h.Origin.Inputs[0] {
		if len(t) < 2 || i > 0 && t[0].Lit != text {
			return ""
		}
		text = t[0].Lit
	}
	return text
}

// With returns a copy of h that has gone through a further step and has a form.
func (h *Hole) With(step Step, form Form) *Hole {
	c := *h
	c.Via = append(slices.Clip(slices.Clone(h.Via)), step)
	c.Form = form
	return &c
}

// Known returns a copy of h with further evidence, doubles left out.
func (h *Hole) Known(more ...Evidence) *Hole {
	c := *h
	c.Evidence = slices.Clip(h.Evidence) // shared until more is known
	for _, e := range more {
		if e.Text != "" && !slices.ContainsFunc(c.Evidence, func(o Evidence) bool { return o.Kind == e.Kind && o.Text == e.Text }) {
			c.Evidence = append(c.Evidence, e)
		}
	}
	return &c
}

func (h *Hole) identity(b *strings.Builder) {
	o := h.Origin
	var number [20]byte
	field := func(s string) {
		b.WriteString(s)
		b.WriteByte(1)
	}
	field(h.Expr)
	field(string(h.Form))
	b.Write(strconv.AppendInt(number[:0], int64(o.Kind), 10))
	b.WriteByte(1)
	b.Write(strconv.AppendInt(number[:0], int64(o.Index), 10))
	b.WriteByte(1)
	for i, s := range o.Path {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(s)
	}
	b.WriteByte(1)
	for _, s := range [...]string{o.Owner, o.Name, o.Reason, o.Sep} {
		field(s)
	}
	if h.Present {
		b.WriteByte(5)
	}
	for _, s := range h.Via {
		b.WriteString(s.Func)
		b.WriteByte('(')
		b.WriteString(strings.Join(s.Args, ","))
		b.WriteByte(1)
	}
	for _, in := range o.Inputs {
		b.WriteByte(2)
		for _, t := range in {
			b.WriteByte(3)
			t.identity(b)
		}
		b.WriteByte(4)
	}
}

// Walk calls f for every hole of t, those inside digests and repeated parts
// too, outermost first.
func (t Template) Walk(f func(*Hole)) {
	for _, p := range t {
		if p.Hole == nil {
			continue
		}
		f(p.Hole)
		for _, in := range p.Hole.Origin.Inputs {
			for _, u := range in {
				u.Walk(f)
			}
		}
	}
}
