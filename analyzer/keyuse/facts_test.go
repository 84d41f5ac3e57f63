package keyuse

import (
	"bytes"
	"encoding/gob"
	"reflect"
	"testing"

	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// param is a hole that is parameter i of example.com/keys.Item.
func param(i int, name string) *template.Hole {
	h := &template.Hole{Expr: name, Type: "string", Origin: template.Origin{Kind: template.Param, Index: i, Owner: "example.com/keys.Item"}}
	return h.Known(template.Evidence{Kind: template.ByName, Text: name})
}

func samples() []any {
	key := template.Cross(template.Text("item:"), template.HoleSet(param(0, "tenantID")), template.Text(":"), template.HoleSet(param(1, "id")))
	return []any{
		&returnsKey{Results: []template.Value{
			template.TextValue(key),
			{Kind: template.IsRecord, Type: "example.com/keys.K", Fields: []template.Named{{Name: "Key", Value: template.TextValue(key)}}},
			template.ListValue(template.Item{Value: template.TextValue(key), Many: true}),
		}},
		&takesKey{Takings: []Taking{{Store: "redis", Op: stores.Set, Param: 1, Path: []string{"Key"}, Key: key}}},
		&holdsKey{Value: template.TextValue(template.Text("app:"))},
		&reachesStore{},
	}
}

// TestFactsEncode holds that a fact has one encoding, and that it comes back as
// it was: hosts compare the bytes to tell whether a package must be done again.
func TestFactsEncode(t *testing.T) {
	for _, f := range samples() {
		var first []byte
		for range 10 {
			var b bytes.Buffer
			if err := gob.NewEncoder(&b).Encode(f); err != nil {
				t.Fatalf("%T: %v", f, err)
			}
			if first == nil {
				first = b.Bytes()
			} else if !bytes.Equal(first, b.Bytes()) {
				t.Errorf("%T has two encodings", f)
			}
		}
		back := reflect.New(reflect.TypeOf(f).Elem())
		if err := gob.NewDecoder(bytes.NewReader(first)).DecodeValue(back); err != nil {
			t.Fatalf("%T: %v", f, err)
		}
		if !reflect.DeepEqual(back.Interface(), f) {
			t.Errorf("%T came back as %v", f, back.Interface())
		}
	}
}

// TestFactsPrint holds what tests of other packages match.
func TestFactsPrint(t *testing.T) {
	want := []string{
		"returnsKey(item:{tenantID}:{id}, {Key: item:{tenantID}:{id}}, [item:{tenantID}:{id}...])",
		"takesKey(1.Key set redis item:{tenantID}:{id})",
		"holdsKey(app:)",
		"reachesStore",
	}
	for i, f := range samples() {
		if got := f.(interface{ String() string }).String(); got != want[i] {
			t.Errorf("got %s, want %s", got, want[i])
		}
	}
}
