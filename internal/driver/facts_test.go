package driver

import (
	"bytes"
	"go/types"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// Keys lead back to the object, in the export data as in the source.
func TestObjectKey(t *testing.T) {
	dir := module(t, `
-- a.go --
package a

type Named struct {
	Field struct{ Inner int }
}

func (Named) Value()    {}
func (*Named) Pointer() {}

type unexported struct{}

func (unexported) Method() {}

func New() unexported { return unexported{} }

type Generic[E any] struct{}

func (*Generic[E]) Method(e E) {}

type Interface interface {
	Method()
	Embedded
}

type Embedded interface{ Deep() }

var Var int
`)
	o := options(dir)
	g, err := load(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	un := newUniverse(g)
	p := listed(t, dir, ".")
	src, problems := un.check(&unit{pkg: p})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	imported, err := un.get(g.all[p.ID])
	if err != nil {
		t.Fatal(err)
	}
	for ident, obj := range src.info.Defs {
		if obj == nil || !wantKey(obj) {
			continue
		}
		key := objectKey(obj)
		if key == "" {
			t.Errorf("%s has no key", ident.Name)
			continue
		}
		if back := objectOf(src.pkg, key); back != obj {
			t.Errorf("key %s of %v leads to %v", key, obj, back)
		}
		if back := objectOf(imported, key); back == nil || back.Name() != obj.Name() || objectKey(back) != key {
			t.Errorf("key %s of %v leads to %v in the export data", key, obj, back)
		}
	}
}

// wantKey reports whether facts about obj have to reach importers.
func wantKey(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Func, *types.TypeName:
		_, param := obj.Type().(*types.TypeParam)
		return !param
	case *types.Var:
		return obj.IsField() || obj.Parent() == obj.Pkg().Scope()
	}
	return false
}

// The same facts are the same bytes, whatever order they came in; and they come
// back as they were.
func TestFactCodec(t *testing.T) {
	registerFacts([]*analysis.Analyzer{newMark()})
	typ := reflect.TypeFor[*isMarked]()
	table := &factTable{byKey: map[factKey]analysis.Fact{}}
	for _, name := range []string{"Mark", "T.Method", "B", "", "/T.UF0"} {
		table.byKey[factKey{name, typ}] = &isMarked{Way: []string{name, "x"}}
	}
	var first []byte
	for range 10 {
		data, err := encodeFacts(&factFile{Tables: []pathTable{{Path: "p", Facts: table.named()}}})
		if err != nil {
			t.Fatal(err)
		}
		if first != nil && !bytes.Equal(first, data) {
			t.Fatal("the same facts are encoded in two ways")
		}
		first = data
	}
	f, err := decodeFacts(first)
	if err != nil {
		t.Fatal(err)
	}
	if got := tableOf(f.Tables[0].Facts); !reflect.DeepEqual(got, table) {
		t.Errorf("got %v, want %v", got, table)
	}
	for n := range len(first) - 1 {
		if _, err := decodeFacts(first[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are taken for facts", n, len(first))
		}
	}
}
