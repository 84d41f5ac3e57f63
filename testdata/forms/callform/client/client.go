// Package client gives the connection by function and by variable.
package client

import "github.com/redis/go-redis/v9"

// Shared is the connection of the process.
var Shared *redis.Client

// Conn returns it.
func Conn() *redis.Client { return Shared }
