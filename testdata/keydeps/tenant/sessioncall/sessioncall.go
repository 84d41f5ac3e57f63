// Who is asking is found out by a call that is given nothing but the request, or its context.
package sessioncall

import (
	"context"
	"net/http"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Session struct{ OrgID, UserID string }

type Auth interface {
	Session(ctx context.Context) (*Session, error)
}

type Handler struct {
	auth  Auth
	of    func(*http.Request) (*Session, error)
	names *lru.Cache[string, string]
	find  func(org, id string) (string, error)
}

func (h *Handler) Name(r *http.Request, id string) (string, error) {
	s, err := h.of(r)
	if err != nil {
		return "", err
	}
	if v, ok := h.names.Get(id); ok {
		return v, nil
	}
	v, err := h.find(s.OrgID, id)
	if err == nil {
		h.names.Add(id, v) // want `depends on h.of\(r\).OrgID`
	}
	return v, err
}

func (h *Handler) Title(ctx context.Context, id string) (string, error) {
	s, err := h.auth.Session(ctx)
	if err != nil {
		return "", err
	}
	key := "title:" + id // want `depends on h.auth.Session\(ctx\).OrgID`
	if v, ok := h.names.Get(key); ok {
		return v, nil
	}
	v, err := h.find(s.OrgID, id)
	if err == nil {
		h.names.Add(key, v)
	}
	return v, err
}
