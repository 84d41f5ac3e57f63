// A cache that lives as long as a request.
package request2

import (
	"context"
)

type loader struct {
	tenantID string
	seen     map[string]string
	find     func(ctx context.Context, tenantID, id string) (string, error)
}

func newLoader(tenantID string, find func(ctx context.Context, tenantID, id string) (string, error)) *loader {
	return &loader{tenantID: tenantID, seen: map[string]string{}, find: find}
}

func (l *loader) load(ctx context.Context, id string) (string, error) {
	if v, ok := l.seen[id]; ok {
		return v, nil
	}
	v, err := l.find(ctx, l.tenantID, id)
	if err == nil {
		l.seen[id] = v
	}
	return v, err
}

func Names(ctx context.Context, tenantID string, ids []string, find func(ctx context.Context, tenantID, id string) (string, error)) ([]string, error) {
	l := newLoader(tenantID, find)
	var out []string
	for _, id := range ids {
		n, err := l.load(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	memo := map[string]string{}
	for _, id := range ids {
		if _, ok := memo[id]; !ok {
			v, err := find(ctx, tenantID, id)
			if err != nil {
				return nil, err
			}
			memo[id] = v
		}
		out = append(out, memo[id])
	}
	return out, nil
}
