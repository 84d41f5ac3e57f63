// Package limits has keys of which keyambiguous is known to say the wrong thing.
package limits

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/redis/go-redis/v9"
)

// A known miss: how %v writes a list, [a b] and [a b], is not read.
func printed(ctx context.Context, rdb *redis.Client, topics []string) {
	rdb.Get(ctx, fmt.Sprintf("topics:%v", topics))
}

// A known miss: the two paths are one value, so that there are fewer examples;
// the one that is found has two values.
func twice(ctx context.Context, rdb *redis.Client, path, query string) {
	rdb.Get(ctx, path+":"+query+":"+path)
}

// A known miss: a test of the text is taken to be made for the key, whatever
// the function does of it.
func counted(ctx context.Context, rdb *redis.Client, path, query string) int {
	n := 0
	if strings.Contains(path, ":") {
		n++
	}
	rdb.Get(ctx, path+":"+query)
	return n
}

type label string

// newLabel refuses the empty text only.
func newLabel(s string) (label, error) {
	if s == "" {
		return "", errors.New("no label")
	}
	return label(s), nil
}

var _ = newLabel

// A known miss: what a function that makes a text type checks is not looked
// into; it is taken to see to the separators.
func lenient(ctx context.Context, rdb *redis.Client, l label, path string) {
	rdb.Get(ctx, fmt.Sprintf("%s/%s", l, path))
}
