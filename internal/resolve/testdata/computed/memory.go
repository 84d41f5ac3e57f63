package computed

import (
	"context"
	"fmt"
)

import "sync"

type pair struct{ a, b string }

type nest struct {
	in  pair
	tag string
	arr [2]string
	ptr *pair
}

type ring struct {
	next *ring
	k    string
}

func newPair(a, b string) *pair { return &pair{a: a, b: b} }

func (p *pair) set(a string) { p.a = a }

func (p pair) both() string { return p.a + "/" + p.b }

func (p *pair) with(b string) *pair {
	p.b = b
	return p
}

func fill(p *pair, x string) {
	p.a = "f:" + x
	p.b = p.a + "!"
}

func fillOne(s *string, x string) { *s += ":" + x }

func fillAny(s *string, x string) {
	if x != "" {
		*s = x
	}
}

var fixed = "fixed:"

var table = map[string]string{"a": "1:", "b": "2:"}

var settings = pair{a: "sa:", b: "sb:"}

var listed = [2]string{"l0:", "l1:"}

var changed = "c0:"

func change() { changed = "c1:" }

var cfg = pair{a: "ca:", b: "cb:"}

func configure() { cfg.a = "other:" }

func give(ch chan string) { ch <- "g:" }

func deepFill(n *nest, x string) { n.in.a = n.tag + x }

func two(x string) [2]string { return [2]string{"2", x} }

type ctxKey struct{}

type ctxName string

var ctxVar = &ctxKey{}

type svc struct{ f func(string) string }

// Variables, structs, arrays, maps, pointers, channels.
var memory = []any{
	func(x string) string { // want `^1{x}:2$`
		p := pair{"1" + x, "2"}
		return p.a + ":" + p.b
	},
	func(x string) string { // want `^{x}/c$`
		p := newPair(x, "b")
		p.b = "c"
		return p.both()
	},
	func(x string) string { // want `^{x}/b$`
		p := newPair("a", "b")
		p.set(x)
		return p.both()
	},
	func(x string) string { // want `^a/{x}$`
		return newPair("a", "b").with("c").with(x).both()
	},
	func(x string) string { // want `^f:{x}/f:{x}!$`
		var p pair
		fill(&p, x)
		return p.both()
	},
	func(x string) string { // want `^{x}:b$`
		p := pair{"a", "b"}
		q := p
		q.a = x
		p.b = "changed"
		return q.a + ":" + q.b
	},
	func(x string) string { // want `^{x}:b$`
		p := &pair{"a", "b"}
		q := p
		q.a = x
		return p.a + ":" + p.b
	},
	func(x string) string { // want `^a:{x}:t$`
		n := nest{in: pair{"a", x}, tag: "t"}
		return n.in.a + ":" + n.in.b + ":" + n.tag
	},
	func(x string) string { // want `^{x}:b:$`
		var n nest
		n.in = pair{"a", "b"}
		n.in.a = x
		return n.in.a + ":" + n.in.b + ":" + n.tag
	},
	func(x string) string { // want `^{x}:$`
		n := nest{ptr: &pair{}}
		n.ptr.a = x
		return n.ptr.a + ":" + n.ptr.b
	},
	func(x string) string { // want `^{x}:b$`
		p := &pair{"a", "b"}
		n := &nest{ptr: p}
		n.ptr.a = x
		return p.a + ":" + p.b
	},
	func(x string) string { // want `^{x}:b$`
		p := &pair{"a", "b"}
		n := &nest{ptr: p}
		p.set(x)
		return n.ptr.a + ":" + n.ptr.b
	},
	func(x string) string { // want `{` `open`
		a, b := &ring{k: "a"}, &ring{k: "b"}
		a.next, b.next = b, a
		b.next.k = x
		return a.k + ":" + a.next.k
	},
	func(x string) string { // want `^p:{x}$`
		var a [2]string
		a[0] = "p"
		a[1] = x
		return a[0] + ":" + a[1]
	},
	func(x string) string { // want `^{x}:p$`
		var a [2]string
		a[0] = "p"
		a[1] = x
		return a[1] + ":" + a[0]
	},
	func(x string) string { // want `^:{x}$`
		var n nest
		n.arr[1] = x
		return n.arr[0] + ":" + n.arr[1]
	},
	func(x string) string { // want `^a:{x}$`
		s := "a"
		fillOne(&s, x)
		return s
	},
	func(x string) string { // want `^a \| {x}$`
		s := "a"
		fillAny(&s, x)
		return s
	},
	func(x string) string { // want `^{x}b$`
		s := "a"
		p := &s
		*p = x
		return s + "b"
	},
	func(x string) string { // want `^{x}!$`
		s := "a"
		p := &s
		s = x + "!"
		return *p
	},
	func(x string) string { return fixed + x },                   // want `^fixed:{x}$`
	func(x string) string { return table["a"] + x },              // want `^1:{x}$`
	func(x string) string { return table[orElse("a", "b")] + x }, // want `^1:{x} \| 2:{x}$`
	func(x string) string { return settings.a + settings.b + x }, // want `^sa:sb:{x}$`
	func(x string) string { return listed[1] + listed[0] + x },   // want `^l1:l0:{x}$`
	func(x string) string { return changed + x },                 // want `^{changed}{x}$` `open`
	func(x string) string { // want `^v:{x}$`
		m := map[string]string{}
		m["a"] = "v:"
		return m["a"] + x
	},
	func(x string) string { // want `^v:{x}$`
		m := map[string]string{"a": "v:", "b": "w:"}
		delete(m, "b")
		return m["a"] + x
	},
	func(x string) string { // want `^1:{x}$`
		m := map[bool]string{true: "1:", false: "2:"}
		return m[true] + x
	},
	func(x string) string { // want `^c:{x}$`
		ch := make(chan string, 1)
		ch <- "c:" + x
		return <-ch
	},
	func(x string) string { // want `^1:{x} \| 2:{x}$`
		ch := make(chan string, 2)
		ch <- "1:" + x
		ch <- "2:" + x
		close(ch)
		return <-ch
	},
	func(x string) string { // want `^ \| c:{x}$`
		ch := make(chan string, 1)
		done := make(chan bool)
		ch <- "c:"
		select {
		case <-done:
			return ""
		case k := <-ch:
			return k + x
		}
	},
	func(x string) string { // want `^ \| c:{x}$`
		ch := make(chan string, 1)
		ch <- "c:"
		k, ok := <-ch
		if !ok {
			return ""
		}
		return k + x
	},
	func(x string) string { // want `^ \| o:{x}$`
		var once sync.Once
		k := ""
		once.Do(func() { k = "o:" + x })
		return k
	},
	func(x string) string { // want `^b:{x}$`
		v := any("b:" + x)
		s, _ := v.(string)
		return s
	},
	func(x string) string { // want `^{x}/2$`
		v := any(pair{x, "2"})
		p, _ := v.(pair)
		return p.both()
	},
	func(x string) string { // want `^ab$`
		_ = x
		var s struct{ k, l string }
		s.k, s.l = "a", "b"
		return s.k + s.l
	},
	func(n int) string { // want `^0:{n}$`
		var a struct{ i, j int }
		a.j = n
		return itoa(a.i) + ":" + itoa(a.j)
	},
	func(x string) string { return cfg.a + cfg.b + x }, // want `^{cfg\.a}{cfg\.b}{x}$` `open`
	func(x string) string { // want `^c:{x}$`
		ch := make(chan string, 1)
		ch <- "c:" + x
		var in <-chan string = ch
		return <-in
	},
	func(x string) string { // want `.` `open`
		ch := make(chan string, 2)
		give(ch)
		ch <- "c:" + x
		return <-ch
	},
	func(x string) string { // want `^s:{x}$`
		ch := make(chan string, 1)
		select {
		case ch <- "s:" + x:
		default:
		}
		return <-ch
	},
	func(x string) string { // want `^1:{x} \| 2:{x}$`
		a, b := make(chan string, 1), make(chan string, 1)
		a <- "1:" + x
		if len(x) > 20 {
			b <- "2:" + x
		}
		select {
		case k := <-a:
			return k
		case k := <-b:
			return k
		}
	},
	func(x string) string { // want `^{x}!?/f:`
		var n nest
		fill(&n.in, x)
		n.in.a = x
		return n.in.both()
	},
	func(x string) string { // want `^t:{x}$`
		n := nest{tag: "t"}
		fillOne(&n.tag, x)
		return n.tag
	},
	func(x string) string { // want `^t{x}/b$`
		n := &nest{tag: "t", in: pair{"a", "b"}}
		deepFill(n, x)
		return n.in.both()
	},
	func(x string) string { // want `^{x}/b$`
		n := nest{in: pair{"a", "b"}}
		n.in.set(x)
		return n.in.both()
	},
	func(x string) string { // want `{x}/c`
		p := &pair{"a", "b"}
		if len(x) > 2 {
			p = &pair{x, "c"}
		}
		return p.both()
	},
	func(x string) string { // want `^{x}/:/c$`
		var ps [2]pair
		ps[0].a = x
		ps[1].b = "c"
		return ps[0].both() + ":" + ps[1].both()
	},
	func(x string) string { return two(x)[1] + two(x)[0] }, // want `^{x}2$`
	func(x string) string { // want `^{x}$`
		ctx := context.WithValue(context.Background(), ctxKey{}, x)
		return ctx.Value(ctxKey{}).(string)
	},
	func(x string) string { // want `^{x}z$`
		ctx := context.WithValue(context.Background(), ctxName("a"), x)
		ctx = context.WithValue(ctx, ctxName("b"), "z")
		return ctx.Value(ctxName("a")).(string) + ctx.Value(ctxName("b")).(string)
	},
	func(x string) string { // want `^{x}$`
		ctx := context.WithValue(context.Background(), ctxVar, x)
		return ctx.Value(ctxVar).(string)
	},
	func(x string) string { // want `^b:{x}$`
		s := svc{f: func(y string) string { return "b:" + y }}
		return s.f(x)
	},
	func(x string) string { // want `^a1:{x} \| a2:{x}$`
		t := "a1:"
		if len(x) > 2 {
			t = "a2:"
		}
		p := &t
		return *p + x
	},
	func(x string) string { // want `^0:false::{x}$`
		var z struct {
			n int
			b bool
			s string
		}
		return fmt.Sprint(z.n) + ":" + fmt.Sprint(z.b) + ":" + z.s + ":" + x
	},
	func(x string) string { // want `^p \| {x}$`
		a := [2]string{"p", "q"}
		a[len(x)%2] = x
		return a[0]
	},
	func(x string) string { // want `p \| q \| {x}$`
		var a [2]string
		a[0] = "p"
		a[1] = "q"
		if len(x) > 3 {
			a[1] = x
		}
		return a[len(x)%2]
	},
	func(x string) string { // want `{x}`
		ps := [2]pair{{"a", "b"}, {"c", "d"}}
		ps[len(x)%2].a = x
		return ps[0].both()
	},
}
