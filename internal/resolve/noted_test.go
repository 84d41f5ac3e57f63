package resolve

import (
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/fault"
	"github.com/tenantkey/tenantkey/internal/template"
)

// TestNoted: the steps that are noted on a hole, and its form.
func TestNoted(t *testing.T) {
	for _, tt := range []struct {
		key  string // the body of Key(a, b string, n int, t time.Time, s fmt.Stringer)
		want string // expression, form, steps
	}{
		{`return strings.ToLower(a)`, "a  strings.ToLower()"},
		{`return strings.TrimSpace(strings.ToUpper(a))`, "a  strings.ToUpper() strings.TrimSpace()"},
		{`return strings.Repeat(a, 2)`, "a  strings.Repeat(2)"},
		{`return strings.ReplaceAll(a, "x", "y")`, "a  strings.ReplaceAll(x,y)"},
		{`return strings.Replace(a, "x", "y", -1)`, "a  strings.ReplaceAll(x,y)"},
		{`return strings.Replace(a, "x", "y", 1)`, "a  strings.Replace(x,y,1)"},
		{`return strings.Replace(a, "x", "y", 0)`, "a "},
		{`return strings.NewReplacer("/", "-", ":", "_").Replace(a)`, "a  strings.NewReplacer(/,-,:,_)"},
		{`return strings.NewReplacer("ab", "-", ":", "_").Replace(a)`, "a  strings.ReplaceAll(ab,-) strings.ReplaceAll(:,_)"},
		{`x, _, _ := strings.Cut(a, ":"); return x`, "x  piece(:)"},
		{`_, x, _ := strings.Cut(a, ":"); return x`, "x "},
		{`x, _ := strings.CutPrefix(a, ":"); return x`, "x "},
		{`x, _ := strings.CutSuffix(a, ":"); return x`, "x "},
		{`x := strings.Split(a, ":"); return x[0]`, "x[0]  piece(:)"},
		{`x := strings.Split(a, ":"); return x[1]`, "x[1]  piece(:)"},
		{`x := strings.SplitN(a, ":", 2); return x[0]`, "x[0]  piece(:)"},
		{`x := strings.SplitN(a, ":", 2); return x[1]`, "x[1] "},
		{`x := strings.SplitAfter(a, ":"); return x[0]`, "x[0] "},
		{`x := strings.Fields(a); return x[1]`, "x[1]  piece( )"},
		{`return a[:n]`, "a  slice()"},
		{`return hex.EncodeToString([]byte(a))`, "a hex hex()"},
		{`return hex.EncodeToString([]byte(a))[:n]`, "a hex hex() slice()"},
		{`return url.PathEscape(a)`, "a escape url.PathEscape()"},
		{`return base64.StdEncoding.EncodeToString([]byte(a))`, "a base64 encoding/base64.StdEncoding()"},
		{`return fmt.Sprintf("%05d", n)`, "n int %05d(number)"},
		{`return fmt.Sprintf("%x", n)`, "n hex %x(number)"},
		{`return fmt.Sprintf("%08x", n)`, "n fixed %08x(number)"},
		{`return fmt.Sprintf("%x", a)`, "a hex %x()"},
		{`return fmt.Sprintf("%032X", a)`, "a fixed %032X()"},
		{`return fmt.Sprintf("%5s", a)`, "a  %5s()"},
		{`return fmt.Sprintf("%+d", n)`, "n int %+d(number)"},
		{`return fmt.Sprintf("%+v", n)`, "n int"},
		{`return fmt.Sprintf("%#v", a)`, "a quoted %#v()"},
		{`return fmt.Sprintf("%t", n > 0)`, "n > 0 bool"},
		{`return strconv.FormatInt(int64(n), 10)`, "n int"},
		{`return strconv.FormatInt(int64(n), 16)`, "n hex strconv.FormatInt(16)"},
		{`return strconv.FormatInt(int64(n), 36)`, "n int strconv.FormatInt(36)"},
		{`x, err := strconv.Atoi(a); if err != nil { panic(err) }; return strconv.Itoa(x)`, "a int strconv.Atoi()"},
		{`return t.Format("2006")`, "t time (time.Time).Format(2006)"},
		{`return fmt.Sprint(t.Unix())`, "t int (time.Time).Unix()"},
		{`return s.String()`, "s  (fmt.Stringer).String()"},
		{`return t.String()`, "t  (time.Time).String()"},
		{`return strings.Map(up, a)`, "a  strings.Map()"},
	} {
		r := resolving(buildProgram(t, `package p
import ("encoding/base64"; "encoding/hex"; "fmt"; "net/url"; "strconv"; "strings"; "time")
var _, _, _, _, _, _ = base64.StdEncoding, hex.Dump, fmt.Sprint, url.PathEscape, strconv.Itoa, strings.Clone
func up(r rune) rune { return r + 1 }
func Key(a, b string, n int, t time.Time, s fmt.Stringer) string { `+tt.key+" }", realImporter()))
		h, ok := r.Returns(r.pkg.Func("Key"))[0].Hole()
		if !ok {
			t.Errorf("%s is %s, want one hole", tt.key, show(r.Returns(r.pkg.Func("Key"))[0]))
			continue
		}
		got := h.Expr + " " + string(h.Form)
		for _, st := range h.Via {
			got += " " + st.Func + "(" + strings.Join(st.Args, ",") + ")"
		}
		if got != tt.want {
			t.Errorf("%s is %q, want %q", tt.key, got, tt.want)
		}
	}
}

// TestEncoded: what encodings and digests remember of what goes into them.
func TestEncoded(t *testing.T) {
	const imports = `import ("bytes"; "crypto/sha256"; "encoding/base64"; "encoding/binary"; "encoding/hex"; "encoding/json"; "hash/fnv"; "fmt"; "strconv")
var _, _, _, _, _, _, _, _, _ = bytes.Clone, sha256.New, base64.StdEncoding, binary.Write, hex.Dump, json.Valid, fnv.New32, fmt.Sprint, strconv.Itoa
type T struct { A string; b string; C string ` + "`json:\"-\"`" + `; D string ` + "`json:\"d,omitempty\"`" + ` }
`
	in := func(body string) string { return "func Key(a, x string, n, m int, v T, p *T) string { " + body + " }" }
	checkReached(t, imports, []reached{
		{"json of a struct", in(`d, _ := json.Marshal(T{a, "b", "c", "d"}); return string(d)`), "{json.Marshal(a,d)}"},
		{"json of a pointer", in(`d, _ := json.Marshal(&T{A: a, b: "b"}); return string(d)`), "{json.Marshal(a,)}"},
		{"json of a parameter", in(`d, _ := json.MarshalIndent(v, "", " "); return string(d)`), "{json.Marshal(v.A,v.D)}"},
		{"json of a map", in(`d, _ := json.Marshal(map[string]string{"k": a, "z": "z"}); return string(d)`), "{json.Marshal(a,z)}"},
		{"json of text", in(`d, _ := json.Marshal(a); return "j:" + string(d)`), "j:{json.Marshal(a)}"},
		{"json through an encoder", in(`var b bytes.Buffer; json.NewEncoder(&b).Encode(T{A: a, D: "d"}); return b.String()`), "{json.Marshal(a,d)}"},
		{"base64 of text and a hole", in(`return base64.URLEncoding.EncodeToString([]byte("a:" + a))`), "{base64.EncodeToString(a:a)}"},
		{"base64 of text", in(`return base64.RawURLEncoding.EncodeToString([]byte("a?"))`), "YT8"},
		{"a sum", in(`d := sha256.Sum256([]byte("a:" + a)); return hex.EncodeToString(d[:])`), "{sha256.Sum256(a:a)}"},
		{"a hash", in(`h := sha256.New(); h.Write([]byte(a)); fmt.Fprintf(h, ":%s", x); return hex.EncodeToString(h.Sum(nil))`), "{sha256.New(a:x)}"},
		{"a hash behind text", in(`h := sha256.New(); h.Write([]byte(a)); return string(h.Sum([]byte("p:")))`), "p:{sha256.New(a)}"},
		{"a number", in(`h := fnv.New64a(); h.Write([]byte(a)); return fmt.Sprint(h.Sum64())`), "{fnv.New64a(a)}"},
		{"a hash of nothing", in(`h := fnv.New64a(); return "h:" + fmt.Sprint(h.Sum64())`), "h:?is a digest of something that is not known"},
		{"a hash that is reset", in(`h := fnv.New64a(); h.Write([]byte(a)); h.Reset(); h.Write([]byte(x)); return fmt.Sprint(h.Sum64())`), "{fnv.New64a(x)}"},
		{"numbers as bytes", in(`var b [8]byte; binary.BigEndian.PutUint32(b[4:], uint32(n)); binary.BigEndian.PutUint32(b[:4], uint32(m)); return string(b[:])`), "{m}{n}"},
		{"a number of any length", in(`var b [10]byte; k := binary.PutUvarint(b[:], uint64(n)); return "n:" + string(b[:k])`), "n:{n}"},
		{"a number behind text", in(`return string(binary.BigEndian.AppendUint32([]byte("n:"), uint32(n)))`), "n:{n}"},
		{"a written number", in(`var b bytes.Buffer; b.WriteString("n:"); binary.Write(&b, binary.BigEndian, int64(n)); return b.String()`), "n:{n}"},
		{"written text", in(`var b bytes.Buffer; binary.Write(&b, binary.BigEndian, []byte(a)); return b.String()`), "{a}"},
		{"bytes", in(`return string([]byte{'a', ':', byte(n)})`), "a:{n}"},
		{"a byte that is no rune", in(`return string([]byte{0xff, 'a'})`), "\xffa"},
		{"a byte in a builder", in(`var b bytes.Buffer; b.WriteByte(0xff); b.WriteRune(0xff); b.WriteByte('a'); return b.String()`), "\xffÿa"},
		{"a float", in(`return "f:" + strconv.FormatFloat(1.5, 'f', 3, 64)`), "f:{strconv.FormatFloat(3/2, 102, 3, 64)}"},
		{"a number in any base", in(`return strconv.FormatInt(255, n)`), "{strconv.FormatInt(255, n)}"},
		{"a constant in a base", in(`return strconv.FormatInt(255, 16) + strconv.FormatInt(7, 2)`), "ff111"},
		{"quoted behind text", in(`return string(strconv.AppendQuote([]byte("q:"), a))`), `q:"{a}"`},
	})
}

// TestParametric: what a generic function that is not seen can return.
func TestParametric(t *testing.T) {
	const imports = `import ("iter"; "strings"; "slices")
var _, _ = strings.Clone, slices.Max[[]int]
var _ iter.Seq[int]
`
	key := func(decl, body string) string {
		return decl + " { panic(0) }\nfunc Key(a string) string { " + body + " }"
	}
	checkReached(t, imports, []reached{
		{"an element", key("func pick[T any](in []T) T", `return pick([]string{a, "b"})`), "b|{a}"},
		{"an element of either", key("func pick[T any](in []T, or T) T", `return pick([]string{a}, "or")`), "or|{a}"},
		{"what it is given", key("func must[T any](v T, err error) T", `return must(a, nil)`), "{a}"},
		{"the first of two results", key("func two[T any](v T) (T, error)", `v, _ := two(a + ":"); return v`), "{a}:"},
		{"a pointer", key("func to[T any](v T) *T", `return *to(a)`), "{a}"},
		{"a constraint of slices", key("func pick[S ~[]E, E any](in S) E", `return pick([]string{a})`), "{a}"},
		{"keys, of a map that it may fill", key("func keys[K comparable, V any](m map[K]V) []K", `return strings.Join(keys(map[string]int{a: 1}), ",")`), "({keys(map[string]int)[]}/,)"},
		{"values, of a map that it may fill", key("func values[K comparable, V any](m map[K]V) []V", `return strings.Join(values(map[int]string{1: a}), ",")`), "({values(map[int]string)[]}/,)"},
		{"keys or values", key("func any1[T comparable](m map[T]T) T", `return any1(map[string]string{"k": a})`), `{any1(map[string]string)}`},
		{"a function of the elements", key("func each[T, R any](in []T, f func(T) R) []R", `return strings.Join(each([]string{a, "b"}, func(s string) string { return "k:" + s }), ",")`), "(k:b|k:{a}/,)"},
		{"a function of nothing", key("func call[T any](f func() T) T", `return call(func() string { return "f:" + a })`), "f:{a}"},
		{"a function of two results", key("func call[T any](f func() (T, error)) T", `return call(func() (string, error) { return "f:" + a, nil })`), "f:{a}"},
		{"a named function type", key("type fn[T any] func() T\nfunc call[T any](f fn[T]) T", `return call(fn[string](func() string { return "f:" + a }))`), "f:{a}"},
		{"an iterator", key("func first[T any](s iter.Seq[T]) T", `return first(slices.Values([]string{a}))`), "{a}"},
		{"text", key("func decode[T any](s string, v T) T", `return decode("x", a)`), `{decode("x", a)}`},
		{"no type parameter", key("func lower(s []string) string", `return lower([]string{a})`), "{lower(&[1]string[…])}"},
	})
}

// broken panics where it is asked.
type broken struct{ NoFacts }

func (broken) Returns(*types.Func) (*Summary, bool)    { panic("broken") }
func (broken) Holds(*types.Var) (template.Value, bool) { panic("broken") }

// TestFault: a panic tells where in the analysed code it was.
func TestFault(t *testing.T) {
	pkg := buildProgram(t, "package p\nimport \"os\"\nvar held = os.Getenv(\"A\")\nfunc Key() string { return os.Getenv(\"B\") }\nfunc F(a string) (string, error) { return os.Readlink(a) }", realImporter())
	r := New(pkg, pkg.Prog.Fset, broken{})
	r.Index(Functions(pkg))
	fn := pkg.Func("Key")
	for name, tt := range map[string]struct {
		f  func()
		at token.Pos
	}{
		"Value":   {func() { r.Value(fn.Blocks[0].Instrs[0].(ssa.Value)) }, fn.Blocks[0].Instrs[0].Pos()},
		"Returns": {func() { r.Returns(fn) }, fn.Pos()},
		"Holds":   {func() { r.Holds(pkg.Var("held")) }, pkg.Var("held").Pos()},
	} {
		func() {
			defer func() {
				if f, ok := recover().(fault.Fault); !ok || f.Pos() != tt.at {
					t.Errorf("%s: the fault is %v at %v, want it at %v", name, f, f.Pos(), tt.at)
				}
			}()
			tt.f()
		}()
	}
	readlink := pkg.Func("F").Blocks[0].Instrs
	for _, instr := range readlink {
		if e, ok := instr.(*ssa.Extract); ok && posOf(e) != pkg.Func("F").Pos() {
			t.Errorf("a value without a position is at %v", posOf(e))
		}
	}
	if at := posOf(pkg.Func("F").Params[0]); at == pkg.Func("F").Pos() || !at.IsValid() {
		t.Errorf("a parameter is at %v", at)
	}
}
