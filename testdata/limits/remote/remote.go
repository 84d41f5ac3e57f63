// Package remote gets whole keys from other processes: from a queue, from the
// standard input, from the store itself. The program that made them is another
// one; only a contract between the two, a registry that both are held to, can
// say what they look like.
package remote

import (
	"bufio"
	"context"
	"os"

	"github.com/redis/go-redis/v9"
)

// FromQueue pops a key that another process has pushed.
func FromQueue(ctx context.Context, rdb *redis.Client) error {
	popped, err := rdb.LPop(ctx, "evict").Result() // want `^(get|delete|set|other) evict no$`
	if err != nil {
		return err
	}
	return rdb.Del(ctx, popped).Err() // want `^delete {(?:[^{}]|{[^{}]*})*} unknown$`
}

// FromInput reads keys line by line.
func FromInput(ctx context.Context, rdb *redis.Client) {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		rdb.Del(ctx, lines.Text()) // want `^delete {(?:[^{}]|{[^{}]*})*} unknown$`
	}
}

// FromSet deletes the keys that a set in the store names.
func FromSet(ctx context.Context, rdb *redis.Client) {
	for _, member := range rdb.SMembers(ctx, "dirty").Val() { // want `^get dirty no$`
		rdb.Del(ctx, member) // want `^delete {(?:[^{}]|{[^{}]*})*} unknown$`
	}
}
