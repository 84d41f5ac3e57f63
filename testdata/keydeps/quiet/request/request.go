// The key has the request's query as a whole.
package request

import (
	"net/http"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Server struct {
	pages *lru.Cache[string, []byte]
	draw  func(path, sort string) []byte
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b, ok := s.pages.Get(r.URL.String())
	if !ok {
		b = s.draw(r.URL.Path, r.URL.Query().Get("sort"))
		s.pages.Add(r.URL.String(), b)
	}
	w.Write(b)
}
