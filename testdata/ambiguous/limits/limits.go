// Package limits has keys of which keyambiguous is known to say the wrong thing.
package limits

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/redis/go-redis/v9"
)

// A known miss: how %v writes a list, [a b] and [a b], is not read.
func printed(ctx context.Context, rdb *redis.Client, topics []string) {
	rdb.Get(ctx, fmt.Sprintf("topics:%v", topics))
}

// A known false alarm: a test of the text says nothing of the text here.
func tested(ctx context.Context, rdb *redis.Client, r *http.Request, region string) error {
	name := r.Header.Get("X-Name")
	if strings.Contains(name, "-") {
		return errors.New("bad name")
	}
	return rdb.Get(ctx, fmt.Sprintf("plan:%s-%s", name, region)).Err() // want `is ambiguous`
}

// A known false alarm: the same text stands on both sides.
func twice(ctx context.Context, rdb *redis.Client, r *http.Request) {
	name := r.Header.Get("X-Name")
	rdb.Get(ctx, name+"-"+name) // want `is ambiguous`
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
