// Who is asking is in the key, or only decides whether the caller is let in; what a context alone finds is no caller.
package sessioncall

import (
	"context"
	"errors"
	"net/http"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Session struct{ OrgID, UserID string }

type Rates struct{ Base float64 }

type Handler struct {
	of    func(*http.Request) (*Session, error)
	rates func(ctx context.Context) (*Rates, error)
	names *lru.Cache[string, string]
	costs *lru.Cache[string, float64]
	find  func(org, id string) (string, error)
	plan  func(code string) (float64, error)
}

func (h *Handler) Name(r *http.Request, id string) (string, error) {
	s, err := h.of(r)
	if err != nil {
		return "", err
	}
	key := s.OrgID + "/" + id
	if v, ok := h.names.Get(key); ok {
		return v, nil
	}
	v, err := h.find(s.OrgID, id)
	if err == nil {
		h.names.Add(key, v)
	}
	return v, err
}

func (h *Handler) Cost(r *http.Request, code string) (float64, error) {
	if s, err := h.of(r); err != nil || s.OrgID == "" {
		return 0, errors.New("log in")
	}
	if v, ok := h.costs.Get(code); ok {
		return v, nil
	}
	rates, err := h.rates(r.Context())
	if err != nil {
		return 0, err
	}
	v, err := h.plan(code)
	if err == nil {
		v *= rates.Base
		h.costs.Add(code, v)
	}
	return v, err
}
