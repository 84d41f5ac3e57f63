package computed

type keyer interface{ key(id string) string }

type first1 struct{ prefix string }

func (f first1) key(id string) string { return f.prefix + id }

type second1 struct{}

func (*second1) key(id string) string { return "second:" + id }

type lone interface{ alone(id string) string }

type only struct{ p string }

func (o *only) alone(id string) string { return o.p + "only:" + id }

type wraps struct{ keyer }

type base struct{ p string }

func (b base) of(x string) string { return b.p + x }

type derived struct {
	base
	q string
}

func (d derived) all(x string) string { return d.q + d.of(x) }

func twice(f func(string) string, x string) string { return f(f(x)) }

func apply(f func(string) string, x string) string { return f(x) }

func maker(p string) func(string) string { return func(x string) string { return p + x } }

func chosen(long bool) func(string) string {
	if long {
		return maker("long:")
	}
	return maker("short:")
}

func plus(x string) string { return x + "+" }

func minus(x string) string { return x + "-" }

var byName = plus

var rebound = plus

func rebind() { rebound = minus }

func many(sep string, parts ...string) string {
	out := sep
	for i, p := range parts {
		if i > 0 {
			out += sep
		}
		out += p
	}
	return out
}

func last(parts ...string) string { return parts[len(parts)-1] }

func second(parts ...string) string { return parts[1] }

func deep(x string) string { return "1" + deeper(x) }

func deeper(x string) string { return "2" + deepest(x, "4") }

func deepest(x, y string) string { return "3" + y + x }

func down(x string, n int) string {
	if n <= 0 {
		return "d:" + x
	}
	return down(x, n-1)
}

func swap(a, b string) (string, string) { return b, a }

type option func(*pair)

func withA(a string) option { return func(p *pair) { p.a = a } }

func build(opts ...option) *pair {
	p := &pair{a: "a", b: "b"}
	for _, o := range opts {
		o(p)
	}
	return p
}

type keyFunc func(string) string

func day(n int) string {
	switch n % 7 {
	case 1:
		return "mon"
	case 2:
		return "tue"
	case 3:
		return "wed"
	case 4:
		return "thu"
	case 5:
		return "fri"
	case 6:
		return "sat"
	}
	return "sun"
}

// Calls of every kind.
var calls = []any{
	func(x string) string { return deep(x) },                              // want `^1234{x}$`
	func(x string) string { a, b := swap(x, "b"); return a + b },          // want `^b{x}$`
	func(x string) string { return first1{"f:"}.key(x) },                  // want `^f:{x}$`
	func(x string) string { var k keyer = first1{"f:"}; return k.key(x) }, // want `^f:{x}$`
	func(x string) string { var k keyer = &second1{}; return k.key(x) },   // want `^second:{x}$`
	func(x string) string { f := first1{"f:"}.key; return f(x) },          // want `^f:{x}$`
	func(x string) string { f := first1.key; return f(first1{"f:"}, x) },  // want `^f:{x}$`
	func(x string) string { f := (*second1).key; return f(nil, x) },       // want `^second:{x}$`
	func(x string) string { return wraps{&second1{}}.key(x) },             // want `second:{x}`
	func(x string) string { return derived{base{"b:"}, "d:"}.all(x) },     // want `^d:b:{x}$`
	func(x string) string { return derived{base{"b:"}, "d:"}.of(x) },      // want `^b:{x}$`
	func(x string) string { var l lone = &only{"p:"}; return l.alone(x) }, // want `^p:only:{x}$`
	func(x string) string { return apply(plus, x) },                       // want `^{x}\+$`
	func(x string) string { return maker("m:")(x) },                       // want `^m:{x}$`
	func(x string) string { f := maker("m:"); return f(x) },               // want `^m:{x}$`
	func(x string) string { return byName(x) },                            // want `^{x}\+$`
	func(x string) string { f := plus; return f(x) + minus(x) },           // want `^{x}\+{x}-$`
	func(x string) string { return many(":", "a", x) },                    // want `(^|\| ):a:{x}( \||$)`
	func(x string) string { return many(":", x) },                         // want `(^|\| ):{x}( \||$)`
	func(x string) string { return many(":") + x },                        // want `^:{x}$`
	func(x string) string { return many(":", []string{"a", x}...) },       // want `(^|\| ):a:{x}( \||$)`
	func(x string) string { return second("a", x, "c") },                  // want `^{x}$`
	func(x string) string { return last("a", x) },                         // want `{x}`
	func(x string) string { return down(x, 3) },                           // want `d:{x}` `open`
	func(x string) string { return build(withA(x)).both() },               // want `/b` `open`
	func(x string) string { return build().both() + x },                   // want `(^|\| )a/b{x}( \||$)` `open`
	func(x string) string { // want `^{x}\+ \| {x}-$`
		f := plus
		if len(x) > 3 {
			f = minus
		}
		return f(x)
	},
	func(x string) string { // want `^k:{x}$`
		f := func(y string) string { return "k:" + y }
		return f(x)
	},
	func(x string) string { // want `^k:{x}:{x}$`
		f := func(y string) string { return x + ":" + y }
		return "k:" + f(x)
	},
	func(x string) string { // want `^k:{x}$`
		return func(y string) string { return "k:" + y }(x)
	},
	func(x string) string { // want `^1{x} \| 2{x}$`
		f := func(y string) string { return y + x }
		if x == "a" {
			return f("1")
		}
		return f("2")
	},
	func(x string) string { return keyFunc(plus)(x) },                                   // want `^{x}\+$`
	func(x string) string { var f keyFunc = plus; return f(x) },                         // want `^{x}\+$`
	func(x string) string { f := plus; g := func() string { return f(x) }; return g() }, // want `^{x}\+$`
	func(x string) string { return chosen(true)(x) },                                    // want `x` `open`
	func(x string) string { return rebound(x) },                                         // want `x` `open`
	func(n int) string { return "d:" + day(n) + ":" + itoa(n) },                         // want `^d:{day\(n\)}:{n}$` `open`
}

// Functions that see the variables around them.
var closures = []any{
	func(x string) string { // want `^k:{x}$`
		p := "k:"
		f := func() string { return p + x }
		return f()
	},
	func(x string) (k string) { // want `^k:{x}!$`
		defer func() { k += "!" }()
		k = "k:" + x
		return k
	},
	func(x string) (k string) { // want `^k:{x}$`
		defer func() { k = "k:" + x }()
		return "z"
	},
	func(x string) (k string) { // want `^k:{x} \| z$`
		defer func() {
			if x == "a" {
				k = "z"
			}
		}()
		k = "k:" + x
		return k
	},
	func(x string) string { // want `^a:{x\.\.\.}$` `open`
		k := "a:"
		add := func(s string) { k += s }
		add(x)
		return k
	},
	func(x string) string { // want `^a:{x} \| b:{x}$`
		k := "a:"
		set := func() { k = "b:" }
		set()
		return k + x
	},
	func(x string) string { // want `^a:{x}$`
		k := "a:"
		show := func() string { return k + x }
		return show()
	},
	func(x string) string { // want `^a:{x} \| b:{x}$`
		k := "a:"
		show := func() string { return k + x }
		k = "b:"
		return show()
	},
	func(x string) string { // want `^a:{x}$`
		k := "a:" + x
		done := make(chan bool)
		go func() { k := "b"; _ = k; close(done) }()
		<-done
		return k
	},
	func(x string) string { // want `^a:{x}b$`
		p := pair{"a:", "b"}
		f := func() string { return p.a + x + p.b }
		return f()
	},
	func(x string) string { // want `^1:2:{x}$`
		outer := func(a string) string {
			inner := func(b string) string { return a + b + x }
			return inner("2:")
		}
		return outer("1:")
	},
}
