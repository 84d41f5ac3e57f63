package template

// A Value is what an expression evaluates to: text, a list of values, or a
// record of named values. Struct keys, slices that are joined later and
// request structs that carry a key need more than text.
type Value struct {
	Kind   ValueKind
	Text   Set     // Text: the templates
	Items  []Item  // List
	Fields []Named // Record: in the order of the type's fields
	Type   string  // Record: the type's full name
}

// ValueKind says which part of a Value counts.
type ValueKind uint8

// The kinds of values.
const (
	IsText ValueKind = iota
	IsList
	IsRecord
)

// An Item is an element of a list: one value, or (Many) one value for each
// element of something, in order.
type Item struct {
	Value Value
	Many  bool
	Over  *Hole // Many: the parameter whose elements are ranged over, if any
}

// A Named is a field of a record.
type Named struct {
	Name  string
	Value Value
}

// TextValue returns a value that is text.
func TextValue(s Set) Value { return Value{Kind: IsText, Text: s} }
