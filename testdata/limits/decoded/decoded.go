// Package decoded is told its key by a message: json.Unmarshal writes it into a
// field, through reflection, from bytes that another program made. The
// field's name is all that there is; it says that it is a key, and not whose.
package decoded

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/redis/go-redis/v9"
)

type request struct {
	Key string `json:"key"`
}

// FromJSON uses the field as the whole key.
func FromJSON(ctx context.Context, rdb *redis.Client, data []byte) error {
	var req request
	if err := json.Unmarshal(data, &req); err != nil {
		return err
	}
	return rdb.Get(ctx, req.Key).Err() // want `^get {(?:[^{}]|{[^{}]*})*} unknown$`
}

// FromBody does so with a decoder on a request's body.
func FromBody(rdb *redis.Client, r *http.Request) error {
	var req request
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		return err
	}
	return rdb.Del(r.Context(), req.Key).Err() // want `^delete {(?:[^{}]|{[^{}]*})*} unknown$`
}

// FromAny takes it out of untyped JSON.
func FromAny(ctx context.Context, rdb *redis.Client, data []byte) error {
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		return err
	}
	key, _ := m["key"].(string)
	return rdb.Get(ctx, key).Err() // want `^get {(?:[^{}]|{[^{}]*})*} unknown$`
}
