// Rows are gathered one by one.
package rowsloop

import (
	"context"
	"database/sql"
	"sync"
)

type Member struct{ ID, Name string }

type Repo struct {
	db    *sql.DB
	mu    sync.RWMutex
	byTag map[string][]Member
}

func (r *Repo) Members(ctx context.Context, teamID, tag string) ([]Member, error) {
	r.mu.RLock()
	if ms, ok := r.byTag[tag]; ok {
		r.mu.RUnlock()
		return ms, nil
	}
	r.mu.RUnlock()
	rows, err := r.db.QueryContext(ctx, "SELECT id, name FROM member WHERE team_id = $1 AND tag = $2", teamID, tag)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ms []Member
	for rows.Next() {
		var m Member
		if err := rows.Scan(&m.ID, &m.Name); err != nil {
			return nil, err
		}
		ms = append(ms, m)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.byTag[tag] = ms // want `value cached under "\{tag\}" depends on teamID`
	return ms, nil
}
