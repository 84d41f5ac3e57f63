// The path of the URL has what is read from it.
package urlpath

import (
	"net/http"

	lru "github.com/hashicorp/golang-lru/v2"
)

type API struct {
	cache *lru.Cache[string, string]
	find  func(account, id string) (string, error)
}

func (a *API) Get(w http.ResponseWriter, r *http.Request) {
	v, ok := a.cache.Get(r.URL.Path)
	if !ok {
		var err error
		if v, err = a.find(r.PathValue("account"), r.PathValue("id")); err != nil {
			http.NotFound(w, r)
			return
		}
		a.cache.Add(r.URL.Path, v)
	}
	w.Write([]byte(v))
}

func (a *API) Search(w http.ResponseWriter, r *http.Request) {
	v, ok := a.cache.Get(r.RequestURI)
	if !ok {
		var err error
		if v, err = a.find(r.PathValue("account"), r.FormValue("q")); err != nil {
			http.NotFound(w, r)
			return
		}
		a.cache.Add(r.RequestURI, v)
	}
	w.Write([]byte(v))
}
