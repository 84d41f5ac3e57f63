package computed

import (
	"slices"
	"strings"
)

func parts(x string) []string { return []string{"p", x, "q"} }

// Lists of text.
var lists = []any{
	func(x string) string { ps := parts(x); return ps[0] + ps[1] },                             // want `^p{x}$`
	func(x string) string { return strings.Join(parts(x), ":") },                               // want `^p:{x}:q$`
	func(x string) string { return strings.Join(parts(x)[1:], ":") },                           // want `^{x}:q$`
	func(x string) string { return strings.Join(parts(x)[:2], ":") },                           // want `^p:{x}$`
	func(x string) string { return strings.Join(parts(x)[1:2], ":") },                          // want `^{x}$`
	func(x string) string { return strings.Join(parts(x)[3:], ":") + "." },                     // want `^\.$`
	func(x string) string { return strings.Join(append(parts(x), "r"), ":") },                  // want `^p:{x}:q:r$`
	func(x string) string { return strings.Join(append([]string{"o"}, parts(x)...), ":") },     // want `^o:p:{x}:q$`
	func(x string) string { return strings.Join(slices.Concat(parts(x), []string{"r"}), ":") }, // want `^p:{x}:q:r$`
	func(x string) string { return strings.Join(slices.Clone(parts(x)), ":") },                 // want `^p:{x}:q$`
	func(x string, n int) string { return "k:" + strings.Join(parts(x)[:len(x)%3], ":") },      // want `^k:{.*\.\.\.}$` `open`
	func(x string) string { // want `^a:{x}$`
		ps := make([]string, 0, 4)
		ps = append(ps, "a")
		ps = append(ps, x)
		return strings.Join(ps, ":")
	},
	func(x string) string { // want `^a:{x}$`
		var ps []string
		ps = append(ps, "a", x)
		return strings.Join(ps, ":")
	},
	func(x string) string { // want `^a \| a:{x}$`
		ps := []string{"a"}
		if x != "" {
			ps = append(ps, x)
		}
		return strings.Join(ps, ":")
	},
	func(x string) string { // want `^a:{x}$`
		ps := [2]string{"a", x}
		return strings.Join(ps[:], ":")
	},
	func(x string) string { // want `^a:{x}$`
		ps := make([]string, 2)
		ps[0] = "a"
		ps[1] = x
		return strings.Join(ps, ":")
	},
	func(x string) string { // want `^{x}:c$`
		ps := []string{"a", "b"}
		ps[0], ps[1] = x, "c"
		return strings.Join(ps, ":")
	},
	func(x string) string { // want `^a/{x}$`
		ps := []pair{{"a", x}, {"b", "c"}}
		return ps[0].both()
	},
	func(x string) string { // want `^{x}:c$`
		bs := []byte(x)
		bs = append(bs, ':')
		bs = append(bs, "c"...)
		return string(bs)
	},
	func(x string) string { // want `^ab{x}$`
		bs := []byte{'a', 'b'}
		return string(bs) + x
	},
	func(x string) string { // want `^k{x}$`
		bs := make([]byte, 0, 10)
		bs = append(append(bs, 'k'), x...)
		return string(bs)
	},
}
