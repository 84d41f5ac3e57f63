// The record of a session is read, brought up to date and put back under the
// session's id: what the one who works in it is called is written into it.
package sessionstate

import (
	"context"
	"encoding/json"

	"github.com/redis/go-redis/v9"
)

type Caller struct{ ID, Account string }

type Editing struct {
	SessionID, UserID, Account, Section string
	Started                             int64
}

type Editor struct{ rdb *redis.Client }

func (e *Editor) find(ctx context.Context, id string) (*Editing, error) {
	b, err := e.rdb.Get(ctx, "editing:"+id).Bytes()
	if err != nil {
		return nil, err
	}
	s := new(Editing)
	return s, json.Unmarshal(b, s)
}

func (e *Editor) save(ctx context.Context, s *Editing) error {
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return e.rdb.Set(ctx, "editing:"+s.SessionID, b, 0).Err()
}

func (e *Editor) Touch(ctx context.Context, c *Caller, sessionID string, now int64) error {
	s := &Editing{SessionID: sessionID, UserID: c.ID, Account: c.Account, Started: now}
	if old, err := e.find(ctx, sessionID); err == nil {
		if old.UserID != c.ID {
			return nil
		}
		s.Started, s.Section = old.Started, old.Section
	}
	return e.save(ctx, s)
}
