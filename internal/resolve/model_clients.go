package resolve

import (
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// What clients make of keys before they go to the store.
//
// https://pkg.go.dev/github.com/gomodule/redigo/redis#Args
// https://pkg.go.dev/github.com/bradfitz/gomemcache/memcache#Item
func init() {
	register(map[string]model{
		"(github.com/gomodule/redigo/redis.Args).Add":                   addedArgs,
		"(github.com/gomodule/redigo/redis.Args).AddFlat":               addedFlat,
		"(*github.com/bradfitz/gomemcache/memcache.Client).Get":         itemOfKey,
		"(*github.com/bradfitz/gomemcache/memcache.Client).GetAndTouch": itemOfKey,
	})
}

func addedArgs(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	return r.appendTo(r.evalIn(v.Call.Args[0], v.Block()), r.evalIn(v.Call.Args[1], v.Block()), v.Type()), true
}

// addedFlat adds the elements of a list, the fields of a struct or the entries
// of a map: what stands before them is known.
func addedFlat(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	flat := template.Item{Value: template.UnknownValue("is an element that AddFlat adds"), Many: true}
	return r.appendTo(r.evalIn(v.Call.Args[0], v.Block()), template.ListValue(flat), v.Type()), true
}

// itemOfKey is a look-up whose result has the key that was asked for.
func itemOfKey(r *Resolver, v *ssa.Call, index int) (template.Value, bool) {
	if index != 0 {
		return template.Value{}, false
	}
	key := template.Named{Name: "Key", Value: r.evalIn(v.Call.Args[1], v.Block())}
	return template.Value{Kind: template.IsRecord, Type: "github.com/bradfitz/gomemcache/memcache.Item", Fields: []template.Named{key}}, true
}
