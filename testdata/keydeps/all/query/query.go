// A parameter of the request's query.
package query

import (
	"net/http"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Server struct {
	pages *lru.Cache[string, []byte]
	draw  func(path, sort string) []byte
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b, ok := s.pages.Get(r.URL.Path)
	if !ok {
		b = s.draw(r.URL.Path, r.URL.Query().Get("sort"))
		s.pages.Add(r.URL.Path, b) // want `depends on r.URL.Query.Get\("sort"\)`
	}
	w.Write(b)
}
