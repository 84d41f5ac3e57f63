package computed

import "fmt"

type point struct {
	X, Y int
}

type user struct {
	Org, Name string
	at        point
}

type shown struct{ id string }

func (s shown) String() string { return "<" + s.id + ">" }

type broken struct{ why string }

func (b broken) Error() string { return "broken:" + b.why }

type both struct{ s string }

func (b both) String() string { return "s:" + b.s }
func (b both) Error() string  { return "e:" + b.s }

type inside struct{ shown }

func say(format string, args ...any) string { return "say:" + fmt.Sprintf(format, args...) }

func scoped(scope, format string, args ...any) string { return fmt.Sprintf(scope+":"+format, args...) }

func sayAll(args ...any) string { return "all:" + fmt.Sprint(args...) }

func sayLines(args ...any) string { return fmt.Sprintln(args...) }

func first(format string, args ...any) string { return fmt.Sprintf("%v/"+"%v", args...) }

func lead(args ...any) string {
	all := append([]any{"p"}, args...)
	return fmt.Sprintf("%v:%v:%v", all...)
}

func second2(args ...any) string { return fmt.Sprintf("%[2]v", args...) }

func late(format string, n int, args ...any) string { return fmt.Sprintf("l:"+format, args...) }

func printed(p pair) string { return fmt.Sprint(p) }

// What fmt prints.
var prints = []any{
	func(x string) string { return fmt.Sprintf("a:%s:b", x) },                     // want `^a:{x}:b$`
	func(x string, n int) string { return fmt.Sprintf("%s:%d", x, n) },            // want `^{x}:{n}$`
	func(x string, n int) string { return fmt.Sprintf("%[2]d:%[1]s", x, n) },      // want `^{n}:{x}$`
	func(x, y string) string { f := "%[2]s:%s%%"; return fmt.Sprintf(f, x, y) },   // want `^{y}:%!s\(MISSING\)%$`
	func(x, y string) string { return fmt.Sprintf("%[2]s:%[1]s:%s", x, y) },       // want `^{y}:{x}:{y}$`
	func(x string) string { return fmt.Sprintf("100%%:%v", x) },                   // want `^100%:{x}$`
	func(x string) string { return fmt.Sprintf("%q", x) },                         // want `^"?{x}"?$`
	func(x string) string { return fmt.Sprintf("a:%x", x) },                       // want `^a:{x}$`
	func(x string) string { return fmt.Sprintf("a:%X", x) },                       // want `^a:{x}$`
	func(x string) string { return fmt.Sprintf("a:%5s|", x) },                     // want `^a:{x}\|$`
	func(x string) string { return fmt.Sprintf("a:%-8s|", x) },                    // want `^a:{x}\|$`
	func(x string) string { return fmt.Sprintf("a:%.2s", x) },                     // want `^a:{x}$`
	func(n int) string { return fmt.Sprintf("a:%05d", n) },                        // want `^a:{n}$`
	func(n int) string { return fmt.Sprintf("a:%x", n) },                          // want `^a:{n}$`
	func(b bool) string { return fmt.Sprintf("a:%t", b) },                         // want `^a:{b}$`
	func(n int) string { return fmt.Sprintf("%v:%v:%v", 1, "a", n) },              // want `^1:a:{n}$`
	func(n int) string { return fmt.Sprintf("%*d:%d", 3, 7, n) },                  // want `^  7:{n}$`
	func(n int) string { return fmt.Sprintf("%-*d:%d", 3, 7, n) },                 // want `^7  :{n}$`
	func(n int) string { return fmt.Sprintf("%.*f:%d", 1, 2.5, n) },               // want `^2\.5:{n}$`
	func(n int) string { return fmt.Sprintf("%5.1f:%d", 2.5, n) },                 // want `^  2\.5:{n}$`
	func() string { return fmt.Sprintf("%T:%T", 1, "a") },                         // want `^int:string$`
	func() string { return fmt.Sprintf("%#x:%#v:%+d", 255, "a", 5) },              // want `^0xff:"a":\+5$`
	func() string { return fmt.Sprintf("%v:%t:%g", true, false, 2.5) },            // want `^true:false:2\.5$`
	func() string { return fmt.Sprintf("%c%c", 'a', 0xe9) },                       // want `^aé$`
	func(x string) string { return fmt.Sprint("a", x, "b") },                      // want `^a{x}b$`
	func(n, m int) string { return fmt.Sprint(n, m) },                             // want `^{n} {m}$`
	func(n, m int) string { return fmt.Sprint(n, "-", m) },                        // want `^{n}-{m}$`
	func(n, m int) string { return fmt.Sprint("-", n, m) },                        // want `^-{n} {m}$`
	func(x string, n int) string { return fmt.Sprintln(x, n) },                    // want `^{x} {n}\n$`
	func() string { return fmt.Sprint() + fmt.Sprintf("none") },                   // want `^none$`
	func(x string) string { return string(fmt.Appendf([]byte("a"), ":%s", x)) },   // want `^a:{x}$`
	func(x string, n int) string { return string(fmt.Append(nil, x, n, n)) },      // want `^{x}{n} {n}$`
	func(x string) string { return string(fmt.Appendln([]byte("a "), x, "b")) },   // want `^a {x} b\n$`
	func(n int) string { return fmt.Sprintf("%v", point{1, n}) },                  // want `^{{1 {n}}}$`
	func(n int) string { return fmt.Sprintf("%+v", point{1, n}) },                 // want `^{{X:1 Y:{n}}}$`
	func(x string) string { return fmt.Sprintf("%v", user{"o", x, point{1, 2}}) }, // want `^{{o {x} {{1 2}}}}$`
	func(x string) string { return fmt.Sprintf("%+v", user{Name: x}) },            // want `^{{Org: Name:{x} at:{{X:0 Y:0}}}}$`
	func(x string) string { return fmt.Sprintf("%v:%s", shown{"1"}, shown{x}) },   // want `^<1>:<{x}>$`
	func(x string) string { return fmt.Sprint(shown{x}) },                         // want `^<{x}>$`
	func(x string) string { return fmt.Sprintf("%v", broken{x}) },                 // want `^broken:{x}$`
	func(x string) string { return fmt.Sprintf("%s", both{x}) },                   // want `^e:{x}$`
	func(x string) string { return fmt.Sprintf("%q", shown{"a"}) + x },            // want `^"<a>"{x}$`
	func(x, y string) string { return fmt.Sprint([]string{x, y}) },                // want `^\[{x} {y}\]$`
	func(x, y string) string { return fmt.Sprintf("%s", []string{x, y}) },         // want `^\[{x} {y}\]$`
	func(x, y string) string { return fmt.Sprintf(x+":%s", y) },                   // want `^{x}:{y}$`
	func(x string) string { return say("k:%s:%d", x, 1) },                         // want `^say:k:{x}:1$`
	func(x string) string { return say("none") + x },                              // want `^say:none{x}$`
	func(x string) string { return scoped("org", "%s/%v", x, true) },              // want `^org:{x}/true$`
	func(x, y string) string { return scoped(y, "%s/%v", x, true) },               // want `^{y}:{x}/true$`
	func(x string) string { return sayAll("a", x) },                               // want `^all:a{x}$`
	func(x string) string { return sayLines("a", x) },                             // want `^a {x}\n$`
	func(x string) string { return first("", x, "b") },                            // want `^{x}/b$`
	func(x string) string { // want `^a:{x}-b$`
		args := []any{x, "b"}
		return fmt.Sprintf("a:%s-%s", args...)
	},
	func(x string) string { // want `^{x}b$`
		args := []any{x}
		args = append(args, "b")
		return fmt.Sprint(args...)
	},
	func(x string) string { // want `^one:{x} \| two:{x}$`
		format := "one:%s"
		if len(x) > 3 {
			format = "two:%s"
		}
		return fmt.Sprintf(format, x)
	},

	func(x string) string { return late("k:%s", 1, x) },                           // want `^l:k:{x}$`
	func(x string) string { return printed(pair{x, "b"}) },                        // want `^{{{x} b}}$`
	func(x string) string { return fmt.Sprint(inside{shown{x}}) },                 // want `^<{x}>$`
	func(x string) string { return fmt.Sprintf("%s|%v", []byte(x), 'a') },         // want `^{x}\|97$`
	func(x string) string { return fmt.Sprintf("%5s", "a"+x) },                    // want `x` `open`
	func(x string) string { return fmt.Sprintf("%x", "a"+x) },                     // want `^61{x}$`
	func(x string) string { return fmt.Sprintf("%v", &pair{x, "b"}) },             // want `^&{{{x} b}}$`
	func(x string) string { return fmt.Sprintf("%v", map[string]string{"a": x}) }, // want `.` `open`
	func(x string) string { return fmt.Sprintf("%v", [2]string{"a", x}) },         // want `^\[a {x}\]$`
	func(n int) string { return fmt.Sprintf("%v", []int{1, n}) },                  // want `^\[1 {n}\]$`
	func(x string) string { // want `.` `open`
		args := []any{x}
		if len(x) > 3 {
			args = append(args, "b")
		}
		return fmt.Sprint(args...)
	},

	func(n int) string { return fmt.Sprintf("%[2]*[1]d|", n, 5) },                                             // want `^{n}\|$`
	func(n int) string { return fmt.Sprintf("%[3]*.[2]*[1]f|%d", 12.0, 2, 6, n) },                             // want `.`
	func(n int) string { return fmt.Sprintf("%[3]*.[2]*[1]f|%[4]d", 12.0, 2, 6, n) },                          // want `^ 12\.00\|{n}$`
	func(n int) string { return fmt.Sprintf("%+.2e|% d|%-6d|%06d", 12345.678, n, 42, 42) },                    // want `^\+1\.23e\+04\|{n}\|42    \|000042$`
	func(n int) string { return fmt.Sprintf("%08.3f|%x|%X|%o|%b|%c", 3.14159, 255, 255, 8, 5, 65) + itoa(n) }, // want `^0003\.142\|ff\|FF\|10\|101\|A{n}$`
	func() string { return fmt.Sprintf("%.0f:%.9f:%9d:%10d:%09d", 2.0, 1.5, 7, 7, 7) },                        // want `^2:1\.500000000:        7:         7:000000007$`
	func(x string) string { return lead("a", x) },                                                             // want `^p:a:{x}$`
	func(x string) string { return second2("a", x) },                                                          // want `^{x}$`
	func(x string) string { return second2(x, "b") },                                                          // want `^b$`
}
