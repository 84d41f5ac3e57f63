// Package reflected takes the key out of a value by reflection. Which field it
// is depends on text that exists only at run time; the types of all values
// that reach the function would have to be known, and reflect's methods would
// have to be run. What can be said: nothing is known of the key.
package reflected

import (
	"context"
	"reflect"

	"github.com/redis/go-redis/v9"
)

// ByTag reads the field that has a tag.
func ByTag(ctx context.Context, rdb *redis.Client, v any) {
	rv := reflect.ValueOf(v)
	key := ""
	for i := range rv.NumField() {
		if rv.Type().Field(i).Tag.Get("cache") == "key" {
			key = rv.Field(i).String()
		}
	}
	rdb.Get(ctx, key) // want `^get .* (unknown|no)$`
}

// Called calls a method by its name.
func Called(ctx context.Context, rdb *redis.Client, v any, method string) {
	out := reflect.ValueOf(v).MethodByName(method).Call(nil)
	rdb.Get(ctx, out[0].String()) // want `^get {(?:[^{}]|{[^{}]*})*} unknown$`
}
