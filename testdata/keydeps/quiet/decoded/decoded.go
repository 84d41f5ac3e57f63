// All fields of a request's body are in the key, or the id of the thing that was sent.
package decoded

import (
	"context"
	"encoding/json"

	lru "github.com/hashicorp/golang-lru/v2"
)

type getInvoice struct{ Org, ID string }

type Invoice struct{ ID, Org, Number string }

type API struct {
	cache *lru.Cache[string, string]
	ask   func(ctx context.Context, in getInvoice) (string, error)
	print func(ctx context.Context, org, number string) (string, error)
}

func (a *API) Asked(ctx context.Context, body []byte) (string, error) {
	var in getInvoice
	if err := json.Unmarshal(body, &in); err != nil {
		return "", err
	}
	key := in.Org + "/" + in.ID
	if v, ok := a.cache.Get(key); ok {
		return v, nil
	}
	v, err := a.ask(ctx, in)
	if err == nil {
		a.cache.Add(key, v)
	}
	return v, err
}

func (a *API) Printed(ctx context.Context, event []byte) (string, error) {
	var inv Invoice
	if err := json.Unmarshal(event, &inv); err != nil {
		return "", err
	}
	if v, ok := a.cache.Get("print:" + inv.ID); ok {
		return v, nil
	}
	v, err := a.print(ctx, inv.Org, inv.Number)
	if err == nil {
		a.cache.Add("print:"+inv.ID, v)
	}
	return v, err
}

func (a *API) Body(ctx context.Context, body []byte) (string, error) {
	if v, ok := a.cache.Get(string(body)); ok {
		return v, nil
	}
	var in getInvoice
	if err := json.Unmarshal(body, &in); err != nil {
		return "", err
	}
	v, err := a.ask(ctx, in)
	if err == nil {
		a.cache.Add(string(body), v)
	}
	return v, err
}
