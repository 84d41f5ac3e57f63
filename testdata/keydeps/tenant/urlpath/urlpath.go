// The path of the URL has neither its query nor the headers.
package urlpath

import (
	"net/http"

	lru "github.com/hashicorp/golang-lru/v2"
)

type API struct {
	cache *lru.Cache[string, string]
	find  func(account, id string) (string, error)
}

func (a *API) Query(w http.ResponseWriter, r *http.Request) {
	v, ok := a.cache.Get(r.URL.Path)
	if !ok {
		var err error
		if v, err = a.find(r.FormValue("account"), r.PathValue("id")); err != nil {
			http.NotFound(w, r)
			return
		}
		a.cache.Add(r.URL.Path, v) // want `depends on r.FormValue\("account"\)`
	}
	w.Write([]byte(v))
}

func (a *API) Header(w http.ResponseWriter, r *http.Request) {
	v, ok := a.cache.Get(r.RequestURI)
	if !ok {
		var err error
		if v, err = a.find(r.Header.Get("X-Account"), r.PathValue("id")); err != nil {
			http.NotFound(w, r)
			return
		}
		a.cache.Add(r.RequestURI, v) // want `depends on r.Header.Get\("X-Account"\)`
	}
	w.Write([]byte(v))
}
