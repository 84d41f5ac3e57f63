// The one manager of the process, and the client of another service.
package singleton

import (
	"context"
	"sync"

	"github.com/redis/go-redis/v9"
)

type Manager struct {
	accountID string
	log       func(string)
}

var (
	once    sync.Once
	manager *Manager
)

func New(accountID string, log func(string)) *Manager {
	once.Do(func() {
		m := &Manager{accountID: accountID, log: log}
		m.log("made")
		manager = m
	})
	return manager
}

type Vault struct {
	ClientID, ClientSecret string
	OrgID                  string
	rdb                    *redis.Client
	fetch                  func(ctx context.Context, org, secret string) (string, error)
}

func (v *Vault) Key(ctx context.Context) (string, error) {
	if k, err := v.rdb.Get(ctx, "vault-key").Result(); err == nil {
		return k, nil
	}
	k, err := v.fetch(ctx, v.OrgID, v.ClientSecret)
	if err != nil {
		return "", err
	}
	return k, v.rdb.Set(ctx, "vault-key", k, 0).Err()
}
