// The tenant is a header of the request.
package request

import (
	"net/http"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Server struct {
	pages *lru.Cache[string, []byte]
	draw  func(tenant, path string) []byte
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if b, ok := s.pages.Get(r.URL.Path); ok {
		w.Write(b)
		return
	}
	b := s.draw(r.Header.Get("X-Tenant-ID"), r.URL.Path)
	s.pages.Add(r.URL.Path, b) // want `value cached under "\{r.URL.Path\}" depends on r.Header.Get\("X-Tenant-ID"\) \(request.go:20\)`
	w.Write(b)
}
