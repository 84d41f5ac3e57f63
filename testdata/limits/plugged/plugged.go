// Package plugged gets its key builder from a plugin. The code that makes the
// key is in a file that is loaded at run time and was never part of the build.
package plugged

import (
	"context"
	"plugin"

	"github.com/redis/go-redis/v9"
)

// FromPlugin looks a function up by name and calls it.
func FromPlugin(ctx context.Context, rdb *redis.Client, path, itemID string) error {
	p, err := plugin.Open(path)
	if err != nil {
		return err
	}
	sym, err := p.Lookup("Key")
	if err != nil {
		return err
	}
	build := sym.(func(string) string)
	return rdb.Get(ctx, build(itemID)).Err() // want `^get {(?:[^{}]|{[^{}]*})*} unknown$`
}
