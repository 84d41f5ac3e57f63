package computed

import (
	"encoding/base64"
	"strconv"
)

func itoa(n int) string { return strconv.Itoa(n) }

type level int

type name string

// Numbers and other values as text.
var numbers = []any{
	func(n int) string { return "n:" + strconv.Itoa(n) },                                      // want `^n:{n}$`
	func() string { return strconv.Itoa(-12) + strconv.FormatInt(255, 16) },                   // want `^-12ff$`
	func() string { return strconv.FormatInt(10, 2) + strconv.FormatInt(35, 36) },             // want `^1010z$`
	func() string { return strconv.FormatUint(18446744073709551615, 10) },                     // want `^18446744073709551615$`
	func() string { return strconv.FormatUint(255, 16) },                                      // want `^ff$`
	func() string { return strconv.FormatBool(true) + strconv.FormatBool(false) },             // want `^truefalse$`
	func(b bool) string { return "b:" + strconv.FormatBool(b) },                               // want `^b:{b}$`
	func(n int) string { return "n:" + strconv.FormatInt(int64(n), 10) },                      // want `^n:{n}$`
	func(n int) string { return "n:" + strconv.FormatInt(int64(n), 16) },                      // want `^n:{n}$`
	func(n int) string { return string(strconv.AppendInt([]byte("n:"), int64(n), 10)) },       // want `^n:{n}$`
	func(b bool) string { return string(strconv.AppendBool([]byte("b:"), b)) },                // want `^b:{b}$`
	func(x string) string { return string(strconv.AppendQuote([]byte("q:"), x)) },             // want `^q:"{x}"$`
	func(x string) string { return "q:" + strconv.Quote("a"+x) },                              // want `^q:"a{x}"$`
	func() string { return strconv.Quote("a\"b\n") },                                          // want `^"a\\"b\\n"$`
	func(x string) string { return "q:" + strconv.Quote(x) },                                  // want `^q:"?{x}"?$`
	func(n int) string { return "r:" + string(rune(n)) },                                      // want `^r:{n}$` `open`
	func() string { return string(rune(65)) + string(rune(0xe9)) },                            // want `^Aé$`
	func(n int) string { return "n:" + strconv.Itoa(int(level(n))) },                          // want `^n:{n}$`
	func(x string) string { return "k:" + string(name(x)) },                                   // want `^k:{x}$`
	func(x string) string { return "k:" + string([]byte(x)) + string([]rune(x)) },             // want `^k:{x}{x}$`
	func() string { n, _ := strconv.Atoi("12"); return "n:" + strconv.Itoa(n) },               // want `^n:12$`
	func(x string) string { return "n:" + strconv.Itoa(len(x)) },                              // want `^n:{len\(x\)}$` `open`
	func() string { return "n:" + itoa(len("abc")) },                                          // want `^n:3$`
	func(x string) string { return base64.StdEncoding.EncodeToString([]byte(x)) },             // want `^{x}$`
	func(x string) string { return "k:" + base64.URLEncoding.EncodeToString([]byte("a:"+x)) }, // want `^k:{.*x.*}$` `open`
	func(n int) string { return "n:" + strconv.Itoa(n+1) },                                    // want `^n:{n \+ 1}$` `open`
	func(n, m int) string { return "n:" + strconv.Itoa(min(n, m)) },                           // want `^n:{min\(n, m\)}$` `open`
	func(x string) string { return "c:" + string(("abc" + x)[1]) },                            // want `^c:.*$` `open`
}
