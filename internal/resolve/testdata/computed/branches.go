package computed

import "errors"

func kind(n int) string {
	switch {
	case n > 100:
		return "big"
	case n > 0:
		return "small"
	}
	return "none"
}

func find(x string) (string, error) {
	if x == "" {
		return "", errors.New("empty")
	}
	return "f:" + x, nil
}

func seek(x string) (string, bool) {
	if x == "a" {
		return "", false
	}
	return "s:" + x, true
}

func three(x string) (a, b string, ok bool) { return "1" + x, "2" + x, true }

func never(x string) string { panic(x) }

func orElse(x, other string) string {
	if x == "" {
		return other
	}
	return x
}

type holder struct{ id string }

func (h *holder) ID() string {
	if h != nil {
		return h.id
	}
	return ""
}

func (h *holder) Or(other string) string {
	if h == nil {
		return other
	}
	return h.id
}

// Alternatives, and what tests say.
var branches = []any{
	func(n int) string { return "k:" + kind(n) }, // want `^k:big \| k:none \| k:small$`
	func(x string) string { // want `^a:{x} \| b:{x}$`
		k := "a:"
		if len(x) > 2 {
			k = "b:"
		}
		return k + x
	},
	func(x string) string { // want `^k:{x} \| none$`
		if x == "" {
			return "none"
		}
		return "k:" + x
	},
	func(x string) string { // want `^k:{x}$`
		if x == "never" {
			panic(x)
		}
		return "k:" + x
	},
	func(x string) string { // want `^f:a{x}$`
		k, err := find("a" + x)
		if err != nil {
			return "f:a" + x
		}
		return k
	},
	func(x string) string { // want `^none \| s:{x}$`
		if k, ok := seek(x); ok {
			return k
		}
		return "none"
	},
	func(x string) string { // want `^1{x}:2{x}$`
		a, b, _ := three(x)
		return a + ":" + b
	},
	func(x string) string { // want `^k:d \| k:{x}$`
		return "k:" + orElse(x, "d")
	},
	func(x string) string { // want `^k::d \| k:{x}:d \| k:{x}:{x}$`
		if x == "" {
			return "k::d"
		}
		return "k:" + x + ":" + orElse(x, "d")
	},
	func(x string) string { // want `^1:{x} \| 2:{x} \| 3:{x}$`
		k := ""
		switch x {
		case "a":
			k = "1:"
		case "12":
			k = "2:"
		default:
			k = "3:"
		}
		return k + x
	},
	func(x string) string { // want `^a \| k:{x}$`
		var k string
		if len(x) == 0 {
			k = "a"
			goto done
		}
		k = "k:" + x
	done:
		return k
	},
	func(x string) string { // want `^h:{x}$`
		h := &holder{x}
		return "h:" + h.ID()
	},
	func(x string) (k string) { // want `^n:{x}$`
		k = "n:" + x
		return
	},
	func(x string) string { // want `^a \| {x}$`
		k := "a"
		if false {
			k = x
		}
		return k
	},
	func(x string) string { // want `^a{x} \| a{x}:t$`
		k := "a" + x
		if x := "t"; x != "" {
			k += ":" + x
		}
		return k
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if k != "" {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if k > "" {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) != 0 {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) > 0 {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) >= 1 {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) > 2 {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) == 8 {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if k == "" {
			return "none"
		}
		return "k:" + k
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) == 0 {
			return "none"
		}
		return "k:" + k
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) < 1 {
			return "none"
		}
		return "k:" + k
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) <= 0 {
			return "none"
		}
		return "k:" + k
	},
	func(x string) string { // want `^k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) != 5 {
			return "none"
		}
		return "k:" + k
	},
	func(x string) string { // want `^k: \| k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) >= 0 {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k: \| k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) < 9 {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k: \| k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if x != "z" {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k: \| k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if k != "z" {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k: \| k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) == 7 {
			return "none"
		}
		return "k:" + k
	},
	func(x string) string { // want `^k: \| k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) > 20 {
			return "none"
		}
		return "k:" + k
	},
	func(x string) string { // want `^k: \| k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) <= 9 {
			return "k:" + k
		}
		return "none"
	},
	func(x string) string { // want `^k: \| k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) < 0 {
			return "none"
		}
		return "k:" + k
	},
	func(x string) string { // want `^k: \| k:{x} \| none$`
		k := ""
		if len(x) > 3 {
			k = x
		}
		if len(k) <= -1 {
			return "none"
		}
		return "k:" + k
	},
}

// What goes around.
var loops = []any{
	func(n int) string { // want `^k{\.\.\.}$` `open`
		k := "k"
		for range n {
			k += ":"
		}
		return k
	},
	func(x string, n int) string { // want `^k:?{x\.\.\.}$` `open`
		k := "k"
		for i := 0; i < n; i++ {
			k += ":" + x
		}
		return k
	},
	func(x string, n int) string { // want `^{x\.\.\.}k$` `open`
		k := "k"
		for i := 0; i < n; i++ {
			k = x + ":" + k
		}
		return k
	},
	func(x string, n int) string { // want `^k:{x\.\.\.}$` `open`
		k := "k:"
		for i := 0; i < n; i++ {
			if i > 0 {
				k += ","
			}
			k += x
		}
		return k
	},
	func(x string, n int) string { // want `^k:{x\.\.\.}$` `open`
		var parts []string
		for i := 0; i < n; i++ {
			parts = append(parts, x)
		}
		parts = append(parts, "")
		return "k:" + join(parts)
	},
	func(x string) string { // want `^k:{x}$`
		k := "k:" + x
		for i := 0; i < 3; i++ {
			if i == 7 {
				continue
			}
		}
		return k
	},
	func(x string, n int) string { // want `^a \| {x}$`
		k := "a"
		for i := 0; i < n; i++ {
			k = x
		}
		return k
	},
	func(x string, n int) string { // want `^ \| k:{itoa\(i\)}$` `open`
		k := ""
		for i := 0; i <= max(n, 0); i++ {
			k = "k:" + itoa(i)
		}
		return k
	},
	func(x string) string { // want `^k:?{.*\.\.\.}$` `open`
		k := "k"
		for _, r := range x {
			k += ":" + string(r)
		}
		return k
	},
	func(x, y string) string { // want `^k:a \| k:{x} \| k:{y}$`
		for _, k := range []string{x, y, "a"} {
			if k != "" {
				return "k:" + k
			}
		}
		return "k:a"
	},
	func(x string) string { // want `^k{x\.\.\.}$` `open`
		k := "k"
		for _, part := range [...]string{x, "x", x} {
			k += ":" + part
		}
		return k
	},
	func(x string, n int) string { // want `.`
		a, b := "a", x
		for i := 0; i < n; i++ {
			a, b = b, a
		}
		return a + b
	},
	func(x string, n int) string { // want `.` `open`
		k := "k"
		for i := 0; i < n%3; i++ {
			k = k + x + k
		}
		return k
	},
	func(x string, n int) string { // want `.` `open`
		var ps []string
		for i := 0; i < n%3; i++ {
			ps = append([]string{x}, ps...)
		}
		ps = append(ps, "z")
		return join(ps)
	},
	func(x string, n int) string { // want `.` `open`
		ps := []string{"a", "b"}
		for i := 0; i < n%3; i++ {
			ps = append(ps, x)
		}
		return join(ps[1:])
	},
	func(x string) string { // want `x` `open`
		var a [3]string
		for i := range a {
			a[i] = x
		}
		return join(a[:])
	},
	func(x string, n int) string { // want `x` `open`
		ps := make([]string, max(n, 0)%4)
		for i := range ps {
			ps[i] = x
		}
		return "k" + join(ps)
	},
	func(x string) string { // want `x`
		ps := make([]pair, len(x)%3+1)
		for i := range ps {
			ps[i] = pair{x, "b"}
		}
		return ps[0].both()
	},
	func(x string) string { // want `x`
		ps := make([]pair, len(x)%3+1)
		for i := range ps {
			ps[i].a = x
			ps[i].b = "b"
		}
		return ps[0].both()
	},
}

func join(parts []string) string {
	out := ""
	for _, p := range parts {
		out += p
	}
	return out
}
