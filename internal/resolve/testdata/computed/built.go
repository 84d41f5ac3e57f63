package computed

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
)

func writeTo(b *strings.Builder, x string) {
	b.WriteString(":")
	b.WriteString(x)
}

func writeAny(w io.Writer, x string) { fmt.Fprintf(w, "[%s]", x) }

type sink struct {
	b strings.Builder
	n int
}

func (s *sink) add(x string) *sink {
	s.b.WriteString("." + x)
	s.n++
	return s
}

func (s *sink) String() string { return s.b.String() }

// Builders and buffers.
var built = []any{
	func(x string) string { // want `^a:{x}$`
		var b strings.Builder
		b.WriteString("a:")
		b.WriteString(x)
		return b.String()
	},
	func(x string) string { // want `^aé{x}z$`
		var b strings.Builder
		b.WriteByte('a')
		b.WriteRune('é')
		b.Write([]byte(x))
		b.WriteByte('z')
		return b.String()
	},
	func(x string) string { // want `^b:{x}$`
		var b strings.Builder
		b.WriteString("a:")
		b.Reset()
		b.WriteString("b:" + x)
		return b.String()
	},
	func(x string) string { // want `^a:{x}$`
		var b strings.Builder
		b.Grow(10)
		b.WriteString("a")
		writeTo(&b, x)
		return b.String()
	},
	func(x string) string { // want `^a\[{x}\]1 2\n$`
		var b bytes.Buffer
		b.WriteString("a")
		writeAny(&b, x)
		fmt.Fprint(&b, 1, 2)
		fmt.Fprintln(&b)
		return b.String()
	},
	func(x string) string { return bytes.NewBufferString("n:" + x).String() }, // want `^n:{x}$`
	func(x string) string { // want `^n:{x}!$`
		b := bytes.NewBuffer([]byte("n:" + x))
		b.WriteString("!")
		return string(b.Bytes())
	},
	func(x string) string { // want `^k:{x}$`
		var b bytes.Buffer
		b.WriteString("gone")
		b.Truncate(0)
		b.WriteString("k:" + x)
		return b.String()
	},
	func(x string) string { // want `.*` `open`
		var b bytes.Buffer
		b.WriteString("gone" + x)
		b.Truncate(2)
		return b.String()
	},
	func(x string) string { // want `.*` `open`
		var b bytes.Buffer
		b.WriteString("gone" + x)
		b.Next(2)
		return b.String()
	},
	func(x string) string { // want `^a{x}$`
		var b bytes.Buffer
		io.WriteString(&b, "a")
		io.Copy(&b, strings.NewReader(x))
		return b.String()
	},
	func(x string) string { // want `^a{x}$`
		var b bytes.Buffer
		w := bufio.NewWriter(&b)
		w.WriteString("a")
		w.WriteString(x)
		w.Flush()
		return b.String()
	},
	func(x string) string { // want `^\.a\.{x}$`
		s := &sink{}
		s.add("a").add(x)
		return s.String()
	},
	func(x string) string { return new(sink).add("a").add(x).String() }, // want `^\.a\.{x}$`
	func(x string) string { // want `^a \| a:{x}$`
		var b strings.Builder
		b.WriteString("a")
		if x != "" {
			b.WriteString(":")
			b.WriteString(x)
		}
		return b.String()
	},
	func(x string, n int) string { // want `^a:?{x\.\.\.}$` `open`
		var b strings.Builder
		b.WriteString("a")
		for i := 0; i < n; i++ {
			b.WriteString(":" + x)
		}
		return b.String()
	},
	func(x string) string { // want `^a.*{.*\.\.\.}$` `open`
		var b strings.Builder
		b.WriteString("a")
		each([]string{x, "b"}, func(s string) { b.WriteString(":" + s) })
		return b.String()
	},
	func(x string) string { // want `^{x\.\.\.}$` `open`
		var b strings.Builder
		add := func(s string) { b.WriteString(s) }
		add("a:")
		add(x)
		return b.String()
	},
	func(x string) string { // want `^a.{x}$`
		b := &strings.Builder{}
		fmt.Fprintf(b, "%s.%s", "a", x)
		s := b.String()
		b.WriteString("later")
		return s
	},
}

func each(xs []string, f func(string)) {
	for _, x := range xs {
		f(x)
	}
}
