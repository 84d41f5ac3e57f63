package stores

import (
	"go/token"
	"go/types"
	"testing"
)

// method makes the method that a type of a package declares.
func method(path, recv, name string) *types.Func {
	pkg := types.NewPackage(path, "p")
	var v *types.Var
	if recv != "" {
		named := types.NewNamed(types.NewTypeName(token.NoPos, pkg, recv, nil), types.NewStruct(nil, nil), nil)
		v = types.NewVar(token.NoPos, pkg, "", types.NewPointer(named))
	}
	return types.NewFunc(token.NoPos, pkg, name, types.NewSignatureType(v, nil, nil, nil, nil, false))
}

func TestLookup(t *testing.T) {
	for _, test := range []struct {
		path, recv, name string
		op               Op
		store            string
		ok               bool
	}{
		{"github.com/redis/go-redis/v9", "cmdable", "Get", Get, "redis", true},
		{"github.com/redis/go-redis/v9", "", "NewCmd", Other, "redis", true},
		{"golang.org/x/sync/singleflight", "Group", "Do", Other, "singleflight", true},
		{"github.com/hashicorp/golang-lru/v2/expirable", "LRU", "Add", Set, "lru", true},
		{"github.com/redis/go-redis/v9", "Client", "Close", "", "", false},
		{"example.com/cache", "Cache", "Get", "", "", false},
	} {
		row, ok := Lookup(method(test.path, test.recv, test.name))
		if ok != test.ok || ok && (row.Op != test.op || row.Store != test.store) {
			t.Errorf("Lookup(%s.%s.%s) = %+v, %v", test.path, test.recv, test.name, row, ok)
		}
	}
	universe := types.Universe.Lookup("error").Type().Underlying().(*types.Interface).Method(0)
	if row, ok := Lookup(universe); ok {
		t.Errorf("Lookup(error.Error) = %+v", row)
	}
}

func BenchmarkLookupOfNoClient(b *testing.B) {
	fn := method("example.com/cache", "Cache", "Get")
	b.ReportAllocs()
	for b.Loop() {
		Lookup(fn)
	}
}
