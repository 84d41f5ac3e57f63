// Rows are read in a loop; the tenant is in the query that makes them.
package rows

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"github.com/redis/go-redis/v9"
)

type Repo struct {
	db  *sql.DB
	rdb *redis.Client
}

type Member struct{ ID, Name string }

func (r *Repo) Members(ctx context.Context, orgID, teamSlug string) ([]Member, error) {
	key := "members:" + teamSlug // want `depends on orgID \(rows.go:26\), which the key leaves out`
	if data, err := r.rdb.Get(ctx, key).Bytes(); err == nil {
		var out []Member
		return out, json.Unmarshal(data, &out)
	}
	rows, err := r.db.QueryContext(ctx, "SELECT id, name FROM member WHERE org = $1 AND team = $2", orgID, teamSlug)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Member
	for rows.Next() {
		var m Member
		if err := rows.Scan(&m.ID, &m.Name); err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	data, err := json.Marshal(out)
	if err != nil {
		return nil, err
	}
	return out, r.rdb.Set(ctx, key, data, time.Hour).Err()
}
