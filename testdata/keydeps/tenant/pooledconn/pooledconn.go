// The tenant picks the database that is asked, and nothing else.
package pooledconn

import (
	"context"
	"database/sql"
	"fmt"
	"sync"

	"github.com/redis/go-redis/v9"
)

type Pool struct {
	mu  sync.Mutex
	dbs map[string]*sql.DB
	rdb *redis.Client
}

func (p *Pool) conn(tenantID string) (*sql.DB, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if db, ok := p.dbs[tenantID]; ok {
		return db, nil
	}
	return nil, fmt.Errorf("no database of %s", tenantID)
}

func (p *Pool) Note(ctx context.Context, tenantID, id string) (string, error) {
	if v, err := p.rdb.Get(ctx, "note:"+id).Result(); err == nil {
		return v, nil
	}
	db, err := p.conn(tenantID)
	if err != nil {
		return "", err
	}
	var v string
	if err := db.QueryRowContext(ctx, "SELECT body FROM note WHERE id = ?", id).Scan(&v); err != nil {
		return "", err
	}
	return v, p.rdb.Set(ctx, "note:"+id, v, 0).Err() // want `depends on tenantID`
}
