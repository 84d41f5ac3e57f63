// The tenant is a part of the request's path.
package pathvalue

import (
	"context"
	"net/http"
	"time"

	"github.com/redis/go-redis/v9"
)

type Server struct {
	rdb  *redis.Client
	load func(ctx context.Context, ns, name string) (string, error)
}

func (s *Server) get(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	key := "obj:" + name // want `depends on r.PathValue\("namespace"\)`
	v, err := s.rdb.Get(r.Context(), key).Result()
	if err != nil {
		v, err = s.load(r.Context(), r.PathValue("namespace"), name)
		if err != nil {
			http.Error(w, err.Error(), 500)
			return
		}
		s.rdb.Set(r.Context(), key, v, time.Minute)
	}
	w.Write([]byte(v))
}
