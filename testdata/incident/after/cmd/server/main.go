// Server is a project-management service for many tenants on one database and
// one Redis.
package main

import (
	"cmp"
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	_ "github.com/lib/pq"
	"github.com/redis/go-redis/v9"

	"example.com/projects/api"
	"example.com/projects/cache"
	"example.com/projects/store"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	st, err := store.Open(context.Background(), db)
	if err != nil {
		log.Fatal(err)
	}
	rdb := redis.NewClient(&redis.Options{Addr: cmp.Or(os.Getenv("REDIS_ADDR"), "localhost:6379")})
	addr := cmp.Or(os.Getenv("ADDR"), ":8080")
	log.Fatal(http.ListenAndServe(addr, api.New(st, cache.New(rdb))))
}
