// What all share is cached, what the team may see is picked afterwards.
package filteredlater

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
)

type Search struct {
	rdb *redis.Client
	all func(query string) ([]string, error)
}

func (s *Search) Find(ctx context.Context, teamID, query string) ([]string, error) {
	key := "search:" + query
	var all []string
	if b, err := s.rdb.Get(ctx, key).Bytes(); err == nil {
		if err := json.Unmarshal(b, &all); err != nil {
			return nil, err
		}
	} else {
		if all, err = s.all(query); err != nil {
			return nil, err
		}
		b, err := json.Marshal(all)
		if err != nil {
			return nil, err
		}
		s.rdb.Set(ctx, key, b, time.Minute)
	}
	var out []string
	for _, n := range all {
		if strings.HasPrefix(n, teamID+"/") {
			out = append(out, n)
		}
	}
	return out, nil
}
