package computed

import "strings"

type kept struct{ s string }

func (k *kept) add(s string) *kept {
	k.s += s
	return k
}

func set(to *string, s string) { *to = s }

// Memory that closures capture, or that several pointers lead to.
var captured = []any{
	func(x string) string { // want `^a{x}$`
		k := &kept{}
		k.add("a").add(x)
		f := func() string { return k.s }
		return f()
	},
	func(x string) string { // want `^a{x}$`
		b := &strings.Builder{}
		b.WriteString("a")
		b.WriteString(x)
		f := func() string { return b.String() }
		return f()
	},
	func(x string) string { // want `^a{x}$`
		var ps [2]string
		ps[1], ps[0] = x, "a"
		f := func() string { return strings.Join(ps[:], "") }
		return f()
	},
	func(x string) string { // want `.*` `open`
		k := &kept{}
		k.add("a")
		f := func() { k.add(x) }
		f()
		return k.s
	},
	func(x string) string { // want `.*` `open`
		k := &kept{x}
		f := func() string { return k.s }
		k.add("a")
		return f()
	},
	func(x string) string { // want `.*` `open`
		k := &kept{x}
		f := func() string { return k.s }
		set(&k.s, "a")
		return f()
	},
	func(x string) string { // want `.*` `open`
		ps := [2]string{"a", "b"}
		f := func() string { return strings.Join(ps[:], "") }
		ps[1] = x
		return f()
	},
	func(x string) string { // want `.*` `open`
		ps := [2]string{"a", "b"}
		f := func() { ps[1] = x }
		f()
		return strings.Join(ps[:], "")
	},
	func(x string, b bool) string { // want `^a \| {x}$`
		s, t := "a", x
		p := &s
		if b {
			p = &t
		}
		return *p
	},
}
