// A field of a hash is a part of the key; the tenant is in neither.
package hashfield

import (
	"context"
	"database/sql"

	"github.com/redis/go-redis/v9"
)

type Repo struct {
	rdb *redis.Client
	db  *sql.DB
}

func (r *Repo) Email(ctx context.Context, tenantID, id string) (string, error) {
	var mail string
	if err := r.db.QueryRowContext(ctx, "SELECT mail FROM u WHERE tenant = $1 AND id = $2", tenantID, id).Scan(&mail); err != nil {
		return "", err
	}
	return mail, r.rdb.HSet(ctx, "mails", id, mail).Err() // want `value cached under "mails" depends on tenantID`
}
