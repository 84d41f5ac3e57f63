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
	func(x string, b bool) string { // want `^a \| z$`
		s, t := "a", x
		p := &s
		if b {
			p = &t
		}
		*p = "z"
		return s
	},
	func(x string, b bool) string { // want `^z \| {x}$`
		s, t := "a", x
		p := &s
		if b {
			p = &t
		}
		s = "z"
		return *p
	},
	func(x string, b bool) string { // want `^z{x} \| {x}$`
		var s, t strings.Builder
		p := &s
		if b {
			p = &t
		}
		p.WriteString("z")
		s.WriteString(x)
		return s.String()
	},
	func(x string, b bool) string { // want `^a \| a{x}$`
		s, t := kept{"a"}, kept{"b"}
		p := &s
		if b {
			p = &t
		}
		p.add(x)
		return s.s
	},
	func(x string, b bool) string { // want `^a \| {x}$`
		s, t := [2]string{"a"}, [2]string{"b"}
		p := &s
		if b {
			p = &t
		}
		p[0] = x
		return s[0]
	},
	func(x string, b bool) string { // want `.*` `open`
		s, t := [2]string{"a"}, [2]string{"b"}
		p := &s
		if b {
			p = &t
		}
		p[0] = x
		return strings.Join(s[:], "")
	},
	func(x string, b bool) string { // want `^b \| {x}$`
		k := &kept{x}
		if b {
			k = &kept{"b"}
		}
		return k.s
	},
}
