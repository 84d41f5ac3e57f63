package loop

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/redis/go-redis/v9"
)

type rows interface {
	Next() bool
	Scan(dest ...any) error
}

func memberIDs(rs rows) ([]uuid.UUID, error) {
	var ids []uuid.UUID
	for rs.Next() {
		var id uuid.UUID
		if err := rs.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// Scanned takes ids, which are arrays, out of a database's rows.
func Scanned(ctx context.Context, rdb *redis.Client, rs rows, orgID string) error {
	ids, err := memberIDs(rs)
	if err != nil {
		return err
	}
	for _, memberID := range ids {
		rdb.Del(ctx, fmt.Sprintf("%s-%s", orgID, memberID)) // want `^delete {orgID}-{[^{},]*} yes$`
	}
	return nil
}
