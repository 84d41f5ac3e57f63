package computed

import (
	"bytes"
	"encoding/hex"
	"html"
	"net/url"
	"path"
	"strings"
)

// What functions of strings and their kin make of text that is known, of text
func with(r *strings.Replacer, x string) string { return r.Replace(x) }

// with a hole in it, and of a hole.
var texts = []any{
	func(x string) string { return "a:" + x + ":b" },                                                   // want `^a:{x}:b$`
	func(x, y string) string { return x + y },                                                          // want `^{x}{y}$`
	func() string { return strings.ToUpper("ab:") + strings.ToLower("CD") },                            // want `^AB:cd$`
	func(x string) string { return strings.ToUpper("a:" + x) },                                         // want `^A:{x}$`
	func(x string) string { return strings.ToLower(x) },                                                // want `^{x}$`
	func() string { return strings.TrimSpace(" a b ") },                                                // want `^a b$`
	func(x string) string { return strings.TrimSpace(" a" + x + "b ") },                                // want `^a{x}b$`
	func() string { return strings.Trim("--a-b--", "-") },                                              // want `^a-b$`
	func() string { return strings.TrimLeft("--a-b--", "-") },                                          // want `^a-b--$`
	func() string { return strings.TrimRight("--a-b--", "-") },                                         // want `^--a-b$`
	func() string { return strings.TrimPrefix("--a--", "--") },                                         // want `^a--$`
	func() string { return strings.TrimSuffix("--a--", "--") },                                         // want `^--a$`
	func(x string) string { return strings.Trim("--a"+x+"b--", "-") },                                  // want `^a{x}b$`
	func(x string) string { return strings.TrimLeft("--a"+x+"b--", "-") },                              // want `^a{x}b--$`
	func(x string) string { return strings.TrimRight("--a"+x+"b--", "-") },                             // want `^--a{x}b$`
	func(x string) string { return strings.TrimPrefix("--a"+x+"b--", "--") },                           // want `^a{x}b--$`
	func(x string) string { return strings.TrimSuffix("--a"+x+"b--", "--") },                           // want `^--a{x}b$`
	func(x string) string { return strings.TrimPrefix(x, "a") },                                        // want `^{x}$`
	func(x string) string { return strings.TrimSuffix(x, "z_") },                                       // want `^{x}$`
	func(x string) string { return strings.Trim(x, "/a") },                                             // want `^{x}$`
	func(x string) string { return strings.TrimSpace(x) },                                              // want `^{x}$`
	func() string { return strings.Repeat("ab", 3) },                                                   // want `^ababab$`
	func(x string) string { return strings.Repeat("-", 2) + x },                                        // want `^--{x}$`
	func() string { return strings.Replace("a.b.c.d", ".", ":", 2) },                                   // want `^a:b:c\.d$`
	func() string { return strings.Replace("a.b.c.d", ".", ":", -1) },                                  // want `^a:b:c:d$`
	func() string { return strings.Replace("a.b", ".", ":", 0) },                                       // want `^a\.b$`
	func() string { return strings.ReplaceAll("a.b.c", ".", "") },                                      // want `^abc$`
	func(x string) string { return strings.ReplaceAll("a."+x+".b", ".", ":") },                         // want `^a:{x}:b$`
	func(x string) string { return strings.ReplaceAll("item/ID", "ID", x) },                            // want `^item/{x}$`
	func(x, y string) string { return strings.ReplaceAll("ID/"+y+"/ID", "ID", x) },                     // want `^{x}/{y}/{x}$`
	func(x string) string { return strings.Replace("a.b."+x, ".", ":", 1) },                            // want `^a:b\.{x}$`
	func(x string) string { return strings.NewReplacer(".", ":", "/", "%2F").Replace(x) },              // want `^{x}$`
	func() string { return strings.NewReplacer("a", "b", "b", "c").Replace("abcab") },                  // want `^bccbc$`
	func() string { return strings.NewReplacer("aa", "1", "a", "2").Replace("aaab") },                  // want `^12b$`
	func(x string) string { return strings.NewReplacer("{id}", x).Replace("i:{id}:") },                 // want `^i:{x}:$`
	func(x string) string { return strings.NewReplacer("ab", "1", "cd", "2").Replace(x) },              // want `^{x}$`
	func(x, old string) string { return strings.NewReplacer(old, "-").Replace("k:" + x) },              // want `.` `open`
	func() string { return strings.Join([]string{"a", "b", "c"}, ":") },                                // want `^a:b:c$`
	func(x string) string { return strings.Join([]string{"a", x, ""}, ":") },                           // want `^a:{x}:$`
	func(x string) string { return strings.Join([]string{x}, ":") },                                    // want `^{x}$`
	func() string { return strings.Join(nil, ":") + "." },                                              // want `^\.$`
	func() string { return strings.Split("a:b:c", ":")[1] },                                            // want `^b$`
	func() string { return strings.Join(strings.Fields(" a  b "), ",") },                               // want `^a,b$`
	func() string { return strings.SplitN("a:b:c", ":", 2)[1] },                                        // want `^b:c$`
	func(n int) string { return strings.SplitN("a:b:c", ":", n%2+2)[1] },                               // want `.` `open`
	func() string { return strings.SplitAfter("a:b", ":")[0] },                                         // want `^a:$`
	func(n int) string { return strings.Split("a:"+itoa(n)+":b", ":")[1] },                             // want `^{n}$`
	func(n int) string { return strings.Split("a:"+itoa(n)+":b", ":")[2] },                             // want `^b$`
	func(n int) string { return strings.Join(strings.Split("a:"+itoa(n)+"-:b", ":"), "/") },            // want `^a/{n}-/b$`
	func() string { before, _, _ := strings.Cut("a:b:c", ":"); return before },                         // want `^a$`
	func() string { _, after, _ := strings.Cut("a:b:c", ":"); return after },                           // want `^b:c$`
	func() string { after, _ := strings.CutPrefix("a:b", "a:"); return after },                         // want `^b$`
	func() string { before, _ := strings.CutSuffix("a:b", ":b"); return before },                       // want `^a$`
	func(x string) string { before, _, _ := strings.Cut(x, ":"); return "k:" + before },                // want `^k:{before}$` `open`
	func(x string) string { _, after, _ := strings.Cut(x, ":"); return "k:" + after },                  // want `^k:{after}$` `open`
	func(x string) string { return strings.Clone("a:" + x) },                                           // want `^a:{x}$`
	func(x string) string { return strings.Map(up, x) },                                                // want `^{x}$` `open`
	func() string { return path.Join("a", "", "b/", "/c") },                                            // want `^a/b/c$`
	func() string { return path.Join("a", "..", "b") },                                                 // want `^b$`
	func(x string) string { return "k:" + url.PathEscape("a b/"+x) },                                   // want `^k:a%20b%2F{x}$`
	func(x string) string { return "k:" + url.QueryEscape("a b/"+x) },                                  // want `^k:a\+b%2F{x}$`
	func(x string) string { return hex.EncodeToString([]byte("a:" + x)) },                              // want `^613a{x}$`
	func(x string) string { return string(hex.AppendEncode([]byte("h:"), []byte(x))) },                 // want `^h:{x}$`
	func(x string) string { return "k:" + html.EscapeString(x) },                                       // want `^k:{x}$`
	func(x string) string { return string(bytes.ToLower([]byte("A:" + x))) },                           // want `^a:{x}$`
	func(x string) string { return string(bytes.TrimSuffix([]byte(x+"::"), []byte(":"))) },             // want `^{x}:$`
	func(x string) string { return string(bytes.Join([][]byte{[]byte("a"), []byte(x)}, []byte(":"))) }, // want `^a:{x}$`
	func(x string) string { return url.Values{"b": {x}, "a": {"1"}}.Encode() },                         // want `^a=1&b={x}$`
	func(x string) string { // want `^a=1&b={x}$`
		v := url.Values{}
		v.Set("b", x)
		v.Set("a", "1")
		return v.Encode()
	},

	// Parts of text.
	func() string { s := "abcdef"; return s[2:] },                             // want `^cdef$`
	func() string { s := "abcdef"; return s[:2] },                             // want `^ab$`
	func() string { s := "abcdef"; return s[2:4] },                            // want `^cd$`
	func() string { s := "abcdef"; return s[:] },                              // want `^abcdef$`
	func() string { s := "abcdef"; return s[6:] + "." },                       // want `^\.$`
	func() string { s := "abcdef"; return s[:6] + s[0:0] },                    // want `^abcdef$`
	func(x string) string { return ("abc:" + x)[2:] },                         // want `^c:{x}$`
	func(x string) string { return ("abc:" + x)[4:] },                         // want `^{x}$`
	func(x string) string { return ("abc:" + x)[:2] },                         // want `^ab$`
	func(x string) string { return ("abc:" + x)[1:4] },                        // want `^bc:$`
	func(x string) string { return ("abc:" + x)[:3] + x },                     // want `^abc{x}$`
	func(x string) string { return "k:" + (x + "......")[:3] },                // want `^k:.*$` `open`
	func(x string) string { return "k:" + (x + "......")[3:] },                // want `^k:.*$` `open`
	func(x string) string { return "k:" + ("a" + x + "......")[3:] },          // want `^k:.*$` `open`
	func(x string) string { return "k:" + x[:len(x)/2] },                      // want `^k:{x}$` `open`
	func(x string) string { s := "abc:" + x; return s[:len(s)-len(x)] + "." }, // want `.` `open`

	func(x, y string) string { return "k:" + strings.Split(x, y+";")[0] },                              // want `^k:` `open`
	func(x string, n int) string { return "k:" + strings.Replace(x, "a", "b", n) },                     // want `^k:` `open`
	func(x, y string) string { return strings.ReplaceAll("k:"+x, y+"?", "-") },                         // want `.` `open`
	func(x string) string { return strings.Replace(x, "/", ":", 1) },                                   // want `^{x}$`
	func(x string) string { return strings.Replace("a/"+x, "/", ":", 2) },                              // want `.` `open`
	func() string { return path.Base("a/b/c") + path.Clean("a//b/./") },                                // want `^ca/b$`
	func(x string) string { return "k:" + path.Base(x) },                                               // want `^k:{x}$`
	func(x string) string { return "k:" + path.Base("a/"+x) },                                          // want `^k:{path\.Base\(a/{x\)}$` `open`
	func(x string) string { return strings.Repeat(x, 2) },                                              // want `^{x}$`
	func(x string) string { return strings.Repeat("a"+x, 2) },                                          // want `x` `open`
	func(x string) string { return "k:" + strings.ToTitle("a"+x) },                                     // want `x` `open`
	func(x string) string { return with(strings.NewReplacer("/", "-"), x) },                            // want `x` `open`
	func(x string) string { ps := []string{"/", x}; return strings.NewReplacer(ps...).Replace("a/b") }, // want `^a{x}b$`
	func(x string) string { // want `^a=1&b={x}&b=2$`
		v := url.Values{"c": {"0"}}
		v.Add("b", x)
		v.Add("b", "2")
		v.Set("a", "0")
		v.Set("a", "1")
		v.Del("c")
		return v.Encode()
	},
	func(x string) string { return url.Values{"a b": {x, "c"}}.Encode() }, // want `^a\+b={x}&a\+b=c$`

	func(n int) string { return path.Join(itoa(n), "a/") },       // want `^{n}/a$`
	func(n int) string { return path.Join("/", itoa(n)) },        // want `^/{n}$`
	func(n int) string { return path.Join("a//b", itoa(n), "") }, // want `^a/b/{n}$`
	func(n int) string { return path.Join("a", itoa(n)+"//b/") }, // want `^a/{n}/b$`
}

func up(r rune) rune { return r + 1 }
