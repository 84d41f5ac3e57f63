package template

import "reflect"

// widen returns lists that are too many to keep apart as one: what all of them
// begin with, and then any of what comes after, any number of times. The first
// argument of a command is known, however many options follow it.
//
//	args := []any{key}
//	if ttl > 0 { args = append(args, "EX", ttl) }
func widen(lists []List) List {
	head := len(lists[0])
	for _, l := range lists[1:] {
		head = min(head, len(l))
		for i := range head {
			if !reflect.DeepEqual(l[i], lists[0][i]) {
				head = i
				break
			}
		}
	}
	var rest []Value
	for _, l := range lists {
		for _, it := range l[head:] {
			rest = append(rest, it.Value)
		}
	}
	out := lists[0][:head:head]
	if len(rest) > 0 {
		out = append(out, Item{Value: JoinValues(rest...), Many: true})
	}
	return out
}

// Lists returns the value that can be any of the lists.
func Lists(lists []List) Value {
	if len(lists) > MaxAlternatives {
		lists = []List{widen(lists)}
	}
	return Value{Kind: IsList, Lists: lists}
}
