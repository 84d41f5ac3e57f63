// One field of a request's body is in the key, and the value is looked up by another.
package decoded

import (
	"context"
	"encoding/json"
	"net/http"

	lru "github.com/hashicorp/golang-lru/v2"
)

type getInvoice struct{ Org, ID string }

type API struct {
	cache *lru.Cache[string, string]
	find  func(ctx context.Context, org, id string) (string, error)
	ask   func(ctx context.Context, in getInvoice) (string, error)
}

func (a *API) Invoice(w http.ResponseWriter, r *http.Request) {
	var in getInvoice
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	v, ok := a.cache.Get("invoice:" + in.ID)
	if !ok {
		var err error
		if v, err = a.find(r.Context(), in.Org, in.ID); err != nil {
			http.NotFound(w, r)
			return
		}
		a.cache.Add("invoice:"+in.ID, v) // want `depends on in.Org`
	}
	w.Write([]byte(v))
}

func (a *API) Asked(ctx context.Context, body []byte) (string, error) {
	var in getInvoice
	if err := json.Unmarshal(body, &in); err != nil {
		return "", err
	}
	if v, ok := a.cache.Get("asked:" + in.ID); ok {
		return v, nil
	}
	v, err := a.ask(ctx, in)
	if err == nil {
		a.cache.Add("asked:"+in.ID, v) // want `depends on in.Org`
	}
	return v, err
}
