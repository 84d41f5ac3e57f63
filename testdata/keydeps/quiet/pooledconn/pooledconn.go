// The tenant picks the database that is asked, and the map that the answer is kept in.
package pooledconn

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
)

type notes struct {
	mu sync.Mutex
	m  map[string]string
}

func (n *notes) get(id string) (string, bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	v, ok := n.m[id]
	return v, ok
}

func (n *notes) put(id, v string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.m[id] = v
}

type Pool struct {
	mu  sync.Mutex
	dbs map[string]*sql.DB
	mem map[string]*notes
}

func (p *Pool) conn(tenantID string) (*sql.DB, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if db, ok := p.dbs[tenantID]; ok {
		return db, nil
	}
	return nil, fmt.Errorf("no database of %s", tenantID)
}

func (p *Pool) notesOf(tenantID string) *notes {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := p.mem[tenantID]
	if n == nil {
		n = &notes{m: map[string]string{}}
		p.mem[tenantID] = n
	}
	return n
}

func (p *Pool) Note(ctx context.Context, tenantID, id string) (string, error) {
	kept := p.notesOf(tenantID)
	if v, ok := kept.get(id); ok {
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
	kept.put(id, v)
	return v, nil
}
