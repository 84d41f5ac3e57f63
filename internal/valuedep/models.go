package valuedep

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// transparent are the packages whose functions only turn values into other
// values: what comes out is what went in.
var transparent = set(`strings strconv fmt bytes unicode unicode/utf8 sort slices maps math errors html path path/filepath encoding/json
	encoding/hex encoding/base64 encoding/base32 encoding/binary encoding/gob encoding/xml encoding/csv net/url crypto/sha256 crypto/sha1 crypto/md5
	crypto/sha512 crypto/hmac hash/fnv hash/crc32 hash/crc64 hash/maphash compress/gzip compress/flate time text/tabwriter reflect math/big net/netip cmp iter
	io regexp github.com/google/uuid google.golang.org/protobuf/proto github.com/cespare/xxhash/v2 github.com/vmihailenco/msgpack/v5
	github.com/bytedance/sonic github.com/goccy/go-json github.com/json-iterator/go github.com/klauspost/compress/zstd github.com/golang/snappy
	github.com/pkg/errors golang.org/x/text/cases golang.org/x/exp/slices golang.org/x/exp/maps github.com/samber/lo`)

// isTransparent reports whether a call turns its arguments into its result
// without looking anything up.
func isTransparent(com *ssa.CallCommon) bool {
	fn := calleeObject(com)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	if transparent[fn.Pkg().Path()] {
		return true
	}
	return hasPrefix(fn.Name(), []string{"Marshal", "Encode", "Serialize", "Compress", "String", "Clone", "DeepCopy", "Copy", "ToProto", "FromProto", "Gzip", "Zip"})
}

// hasNoInput reports whether what a call returns has nothing to do with its
// arguments: clocks, random values, the process's environment.
func hasNoInput(com *ssa.CallCommon) bool {
	fn := calleeObject(com)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "os", "runtime", "flag", "math/rand", "math/rand/v2", "crypto/rand", "github.com/spf13/viper":
		return fn.Name() != "ReadFile" && fn.Name() != "Open" && fn.Name() != "ReadDir"
	case "time":
		switch fn.Name() {
		case "Now", "Since", "Until":
			return true
		}
	case "github.com/google/uuid":
		return strings.HasPrefix(fn.Name(), "New") && fn.Signature().Params().Len() == 0
	}
	return fn.Name() == "Now" && fn.Signature().Params().Len() == 0
}

// writers begin the names of functions whose arguments are the data to store.
var writers = []string{"Create", "Insert", "Update", "Upsert", "Save", "Put", "Set", "Add", "Patch", "Replace", "Store", "Write", "Register", "Publish", "Send", "Enqueue", "Delete", "Remove"}

func isWriter(name string) bool { return hasPrefix(name, writers) }

// A fieldUse is what the package stores into a struct's field.
type fieldUse struct {
	sets    []*ssa.Store
	unknown bool // something that is not a function of the package is stored
	late    bool // stored outside the function that makes the struct
	given   bool // a parameter is stored: the object may be shared
}

func (u *fieldUse) values() []ssa.Value {
	var vs []ssa.Value
	for _, st := range u.sets {
		vs = append(vs, st.Val)
	}
	return vs
}

func (a *Analysis) noteStore(st *ssa.Store) {
	switch addr := st.Addr.(type) {
	case *ssa.FieldAddr:
		f := field(addr.X.Type(), addr.Field)
		if f == nil {
			return
		}
		u := a.fields[f]
		if u == nil {
			u = &fieldUse{}
			a.fields[f] = u
		}
		u.sets = append(u.sets, st)
		switch v := st.Val.(type) {
		case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
			u.unknown, u.given = true, true
		case *ssa.UnOp:
			u.unknown = true
			_, global := v.X.(*ssa.Global)
			_, fieldOf := v.X.(*ssa.FieldAddr)
			u.given = u.given || global || fieldOf
		}
		if _, fresh := addr.X.(*ssa.Alloc); !fresh {
			u.late = true
		}
	case *ssa.Global:
		if st.Parent().Synthetic == "" && !strings.HasPrefix(st.Parent().Name(), "init") {
			a.globals[addr] = true
		}
	}
}

// text is what two calls, or two values, have in common when they are the same.
func (a *Analysis) text(v ssa.Value) string {
	t := &texter{a: a}
	return t.text(v, 0)
}

// A texter writes the text of one value. Past maxText parts, each of the others
// is like no other.
type texter struct {
	a     *Analysis
	parts int
}

func (t *texter) text(v ssa.Value, depth int) string {
	if t.parts++; t.parts > maxText || depth > maxTree || v.Parent() == nil && !hasText(v) {
		return ownText(v)
	}
	next := func(x ssa.Value) string { return t.text(x, depth+1) }
	switch v := v.(type) {
	case *ssa.Const:
		return v.String()
	case *ssa.Parameter:
		return outermost(v.Parent()).Name() + "/" + v.Parent().Name() + "." + v.Name()
	case *ssa.Global, *ssa.Function:
		return v.String()
	case *ssa.FreeVar:
		if bs := t.a.bindings[v]; len(bs) == 1 {
			return next(bs[0])
		}
	case *ssa.FieldAddr:
		return next(v.X) + "." + fieldName(v.X, v.Field)
	case *ssa.Field:
		return next(v.X) + "." + fieldName(v.X, v.Field)
	case *ssa.UnOp:
		return v.Op.String() + next(v.X)
	case *ssa.BinOp:
		return "(" + next(v.X) + v.Op.String() + next(v.Y) + ")"
	case *ssa.Extract:
		return next(v.Tuple) + "#" + string(rune('0'+v.Index))
	case *ssa.MakeInterface:
		return next(v.X)
	case *ssa.ChangeType:
		return next(v.X)
	case *ssa.Convert:
		return next(v.X)
	case *ssa.TypeAssert:
		return next(v.X)
	case *ssa.Alloc:
		if x := onlyStore(v); x != nil {
			return next(x)
		}
	case *ssa.Call:
		var b strings.Builder
		b.WriteString(t.a.calleeText(v.Common()))
		for _, arg := range callArgs(v.Common()) {
			b.WriteByte(',')
			b.WriteString(next(arg))
		}
		return b.String() + ")"
	}
	return ownText(v)
}

func hasText(v ssa.Value) bool {
	switch v.(type) {
	case *ssa.Const, *ssa.Global, *ssa.Function:
		return true
	}
	return false
}

// ownText is the text of a value that is like no other.
func ownText(v ssa.Value) string {
	if v.Parent() == nil {
		return v.Name()
	}
	return fmt.Sprintf("%p#%s", v.Parent(), v.Name())
}

func fieldName(x ssa.Value, i int) string {
	if f := field(x.Type(), i); f != nil {
		return f.Name()
	}
	return "?"
}

// onlyStore returns the one value that a variable ever has.
func onlyStore(al *ssa.Alloc) ssa.Value {
	var x ssa.Value
	for _, r := range *al.Referrers() {
		if st, ok := r.(*ssa.Store); ok && st.Addr == al {
			if x != nil {
				return nil
			}
			x = st.Val
		}
	}
	return x
}

func (a *Analysis) calleeText(com *ssa.CallCommon) string {
	if obj := calleeObject(com); obj != nil {
		return obj.FullName()
	}
	return calleeName(com)
}

// source returns a call as it is written.
func (a *Analysis) source(call *ssa.Call) string {
	if e := a.callExpr(call); e != nil {
		s := types.ExprString(e)
		if len(s) <= 60 {
			return s
		}
		return types.ExprString(e.Fun) + "(…)"
	}
	return calleeName(call.Common()) + "(…)"
}

// identPos returns where obj is named inside the call at pos, else pos.
func (a *Analysis) identPos(pos token.Pos, obj types.Object) token.Pos {
	a.index()
	e := a.calls[pos]
	if e == nil || obj == nil {
		return pos
	}
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && a.Info.Uses[id] == obj {
			pos = id.Pos()
			return false
		}
		return true
	})
	return pos
}

func hintEvidence(names ...string) []template.Evidence {
	var evs []template.Evidence
	for _, n := range names {
		evs = append(evs, template.Evidence{Kind: template.ByName, Text: n})
	}
	return evs
}
