// The state of a login is made just then: nobody else has it.
package oauthstate

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"time"

	"github.com/redis/go-redis/v9"
)

type State struct {
	TenantID string
	ClientID string
}

type Login struct {
	rdb      *redis.Client
	register func(ctx context.Context, tenantID string) (string, error)
}

func GenerateState() (string, error) {
	var b [16]byte
	_, err := rand.Read(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:]), err
}

func (l *Login) Start(ctx context.Context, tenantID string) (string, error) {
	client, err := l.register(ctx, tenantID)
	if err != nil {
		return "", err
	}
	state, err := GenerateState()
	if err != nil {
		return "", err
	}
	data, err := json.Marshal(State{TenantID: tenantID, ClientID: client})
	if err != nil {
		return "", err
	}
	if err := l.rdb.Get(ctx, "login:"+state).Err(); err == nil {
		return "", redis.ErrClosed
	}
	return state, l.rdb.Set(ctx, "login:"+state, data, 10*time.Minute).Err()
}
