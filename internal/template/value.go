package template

import "slices"

// A Value is what an expression evaluates to: text, a list of values, or a
// record of named values. Struct keys, slices that are joined later and
// request structs that carry a key need more than text.
type Value struct {
	Kind   ValueKind
	Text   Set     // IsText: the templates
	Lists  []List  // IsList: the lists that it can be
	Fields []Named // IsRecord: the fields that are known
	Type   string  // IsRecord: the type's full name
}

// ValueKind says which part of a Value counts.
type ValueKind uint8

// The kinds of values.
const (
	IsText ValueKind = iota
	IsList
	IsRecord
)

// A List is the elements of a slice or array in order.
type List []Item

// An Item is an element of a list: one value, or (Many) one value for each
// element of something, in order.
type Item struct {
	Value Value
	Many  bool
}

// A Named is a field of a record.
type Named struct {
	Name  string
	Value Value
}

// TextValue returns a value that is text.
func TextValue(s Set) Value { return Value{Kind: IsText, Text: s} }

// ListValue returns a value that is one list.
func ListValue(items ...Item) Value { return Value{Kind: IsList, Lists: []List{items}} }

// UnknownValue returns a value that can't be known, for the given reason.
func UnknownValue(reason string) Value { return TextValue(HoleSet(Unknown(reason))) }

// Field returns the named field of a record, and whether it is known.
func (v Value) Field(name string) (Value, bool) {
	for _, f := range v.Fields {
		if f.Name == name {
			return f.Value, true
		}
	}
	return Value{}, false
}

// Hole returns the hole that v is, when it is one hole and nothing else.
func (v Value) Hole() (*Hole, bool) {
	if v.Kind == IsText && len(v.Text) == 1 && len(v.Text[0]) == 1 && v.Text[0][0].Hole != nil {
		return v.Text[0][0].Hole, true
	}
	return nil, false
}

// Sets calls f for every set of templates in v.
func (v Value) Sets(f func(Set)) {
	switch v.Kind {
	case IsText:
		f(v.Text)
	case IsList:
		for _, l := range v.Lists {
			for _, it := range l {
				it.Value.Sets(f)
			}
		}
	case IsRecord:
		for _, n := range v.Fields {
			n.Value.Sets(f)
		}
	}
}

// Any reports whether some hole of v, those inside digests and repeated parts
// included, satisfies f.
func (v Value) Any(f func(*Hole) bool) bool {
	if v.Text.Any(f) {
		return true
	}
	for _, l := range v.Lists {
		for _, it := range l {
			if it.Value.Any(f) {
				return true
			}
		}
	}
	for _, n := range v.Fields {
		if n.Value.Any(f) {
			return true
		}
	}
	return false
}

// Any reports whether some hole of s, those inside digests and repeated parts
// included, satisfies f.
func (s Set) Any(f func(*Hole) bool) bool {
	for _, t := range s {
		for _, p := range t {
			if p.Hole == nil {
				continue
			}
			if f(p.Hole) {
				return true
			}
			for _, in := range p.Hole.Origin.Inputs {
				if in.Any(f) {
					return true
				}
			}
		}
	}
	return false
}

// JoinValues returns the value that is one of vs.
func JoinValues(vs ...Value) Value {
	if len(vs) == 0 {
		return Value{}
	}
	if len(vs) == 1 {
		return vs[0]
	}
	kind := vs[0].Kind
	for _, v := range vs[1:] {
		if v.Kind != kind {
			return joinMixed(vs)
		}
	}
	switch kind {
	case IsText:
		sets := make([]Set, len(vs))
		for i, v := range vs {
			sets[i] = v.Text
		}
		return TextValue(Join(sets...))
	case IsList:
		var lists []List
		for _, v := range vs {
			lists = append(lists, v.Lists...)
		}
		return Lists(lists)
	default:
		return joinRecords(vs)
	}
}

// joinRecords joins field by field; a field that one record does not know is
// not known of the join.
func joinRecords(vs []Value) Value {
	out := Value{Kind: IsRecord, Type: vs[0].Type}
	for _, f := range vs[0].Fields {
		same := []Value{f.Value}
		for _, v := range vs[1:] {
			if o, ok := v.Field(f.Name); ok {
				same = append(same, o)
			}
		}
		if len(same) == len(vs) {
			out.Fields = append(out.Fields, Named{f.Name, JoinValues(same...)})
		}
	}
	return out
}

// joinMixed joins values of different kinds: a nil slice, or a hole, beside a
// list or a record. The empty text is what an unset value evaluates to.
func joinMixed(vs []Value) Value {
	var rest []Value
	isList := slices.ContainsFunc(vs, func(v Value) bool { return v.Kind == IsList })
	for _, v := range vs {
		if v.Kind == IsText && len(v.Text) == 1 && len(v.Text[0]) == 0 {
			if isList {
				rest = append(rest, ListValue()) // a nil slice
			}
			continue
		}
		if v.Kind == IsText && len(v.Text) == 1 && v.Text[0].over() {
			return v // a list that was too much to follow
		}
		rest = append(rest, v)
	}
	for _, v := range rest {
		if v.Kind != rest[0].Kind {
			return UnknownValue("is a list on one way and something else on another")
		}
	}
	return JoinValues(rest...)
}
