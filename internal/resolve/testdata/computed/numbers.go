package computed

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strconv"
)

func itoa(n int) string { return strconv.Itoa(n) }

type level int

type name string

func str[T ~string | ~[]byte](v T) string { return string(v) }

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

	func() string { return fmt.Sprint(2.0, 2.5, float32(3)) },                                   // want `^2 2\.5 3$`
	func() string { return "f:" + strconv.FormatFloat(2.5, 'f', 2, 64) },                        // want `^f:` `open`
	func(n int) string { return "f:" + strconv.FormatFloat(float64(n), 'f', 0, 64) },            // want `^f:{n}$`
	func(n int) string { return "n:" + strconv.FormatInt(int64(n), 36) },                        // want `^n:{n}$`
	func(n, b int) string { return "n:" + strconv.FormatInt(int64(n), 2+b*b%30) },               // want `^n:` `open`
	func(n int) string { return string(binary.BigEndian.AppendUint32([]byte("k"), uint32(n))) }, // want `^k{.*n.*}$` `open`
	func() string { return string(binary.BigEndian.AppendUint32([]byte("k"), 7)) + "x" },        // want `.` `open`
	func(x string) string { return str([]byte("a")) + str(x) },                                  // want `^a{x}$`
	func(x string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte("a"+x))) },            // want `^{.*a.*x.*}$` `open`
	func(x string) string { // want `^{.*a.*x.*}$` `open`
		h := sha256.New()
		h.Write([]byte("a"))
		h.Write([]byte(x))
		return hex.EncodeToString(h.Sum(nil))
	},
	func(x string) string { // want `^h:{.*x.*}$` `open`
		h := fnv.New32a()
		h.Write([]byte(x))
		return "h:" + strconv.Itoa(int(h.Sum32()))
	},
	func(x string) string { b, _ := json.Marshal(pair{x, "b"}); return "j:" + string(b) }, // want `^j:{.*}$` `open`
	func(x string) string { return string([]byte{'a', 98, 0x63}) + x },                    // want `^abc{x}$`
	func(n int) string { return "b" + string([]byte{byte(n%50 + 65)}) },                   // want `^b{.*n.*}$` `open`
	func() string { return strconv.FormatUint(18446744073709551615, 16) },                 // want `^ffffffffffffffff$`
}
