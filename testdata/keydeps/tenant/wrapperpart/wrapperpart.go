// A wrapper takes the parts of its key out of what it is given.
package wrapperpart

import "sync"

type Params struct {
	AccountNo   string
	Kind        string
	WorkspaceID string
}

type Token struct{ Secret string }

type Handler struct {
	issue  func(Params) (Token, error)
	tokens sync.Map
}

func (h *Handler) keep(p Params, t Token) { h.tokens.Store(p.AccountNo, t) }

func (h *Handler) Token(p Params) (Token, error) {
	if t, ok := h.tokens.Load(p.AccountNo); ok {
		return t.(Token), nil
	}
	t, err := h.issue(p)
	if err != nil {
		return Token{}, err
	}
	h.keep(p, t) // want `value cached under "\{p\.AccountNo\}" depends on p\.WorkspaceID \(wrapperpart\.go:25\), which the key leaves out`
	return t, nil
}

func (h *Handler) keepKind(p Params, t Token) { h.tokens.Store(p.Kind+"/"+p.AccountNo, t) }

func (h *Handler) OfKind(p Params) (Token, error) {
	if t, ok := h.tokens.Load(p.Kind + "/" + p.AccountNo); ok {
		return t.(Token), nil
	}
	t, err := h.issue(p)
	if err != nil {
		return Token{}, err
	}
	h.keepKind(p, t) // want `value cached under "\{p\.Kind\}\{\*\}\{p\.AccountNo\}" depends on p\.WorkspaceID \(wrapperpart\.go:39\), which the key leaves out`
	return t, nil
}
