package missing

import (
	"context"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
)

// keyLocker has a mutex for each key.
type keyLocker struct{ mutexes sync.Map }

func (k *keyLocker) Lock(id string) {
	m, _ := k.mutexes.LoadOrStore(id, &sync.Mutex{})
	m.(*sync.Mutex).Lock()
}

func (k *keyLocker) Unlock(id string) {
	if m, ok := k.mutexes.Load(id); ok {
		m.(*sync.Mutex).Unlock()
	}
}

type index struct{ locker keyLocker }

// What is locked and unlocked by a key hands nothing over.
func (x *index) load(shard string) {
	x.locker.Lock("shard:" + shard)
	defer x.locker.Unlock("shard:" + shard)
}

type lease struct {
	rdb        *redis.Client
	key, token string
}

type leases struct{ rdb *redis.Client }

func (l *leases) AcquireLock(ctx context.Context, key, token string) (*lease, error) {
	err := l.rdb.SetNX(ctx, key, token, time.Minute).Err()
	return &lease{l.rdb, key, token}, err
}

// GetWithLock is no lock: what it reads, it hands over.
func (l *leases) GetWithLock(ctx context.Context, key string) (string, error) {
	return l.rdb.Get(ctx, key).Result()
}

func (l *leases) charge(ctx context.Context, invoiceID string) error {
	if _, err := l.AcquireLock(ctx, "charge:"+invoiceID, "t"); err != nil {
		return err
	}
	_, err := l.GetWithLock(ctx, "charged:"+invoiceID) // want `"charged:{invoiceID}" has no tenant`
	return err
}
