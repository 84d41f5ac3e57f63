// A header is checked and sent back, and is no part of the page.
package handler

import (
	"net/http"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Pages struct {
	cache *lru.Cache[string, []byte]
	page  func(path string) ([]byte, error)
}

func (p *Pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	tenantID := r.Header.Get("X-Tenant-ID")
	if tenantID == "" {
		http.Error(w, "no tenant", http.StatusBadRequest)
		return
	}
	w.Header().Set("X-Tenant-ID", tenantID)
	path := r.URL.Path
	b, ok := p.cache.Get(path)
	if !ok {
		var err error
		if b, err = p.page(path); err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		p.cache.Add(path, b)
	}
	_, _ = w.Write(b)
}
