// The same as quiet/madeanddropped, but for who holds it.
package madeandkept

import (
	"context"
	"log"
)

type tenantKey struct{}

func tenantOf(ctx context.Context) string {
	id, _ := ctx.Value(tenantKey{}).(string)
	return id
}

type Files interface {
	URL(ctx context.Context, ref string) (string, error)
}

type Rewriter struct {
	files Files
	memo  map[string]string
}

func NewRewriter(f Files) *Rewriter { return &Rewriter{files: f, memo: map[string]string{}} }

func (w *Rewriter) URL(ctx context.Context, ref string) string {
	if url, ok := w.memo[ref]; ok {
		return url
	}
	url, err := w.files.URL(ctx, ref)
	if err != nil {
		return ref
	}
	w.memo[ref] = url // want `value cached under "\{ref\}" depends on the caller in the context of w\.files\.URL\(ctx, ref\) \(madeandkept\.go:\d+\), which the key leaves out`
	return url
}

type Server struct{ rewriter *Rewriter }

func NewServer(f Files) *Server { return &Server{rewriter: NewRewriter(f)} }

func (s *Server) Show(ctx context.Context, ref string) string {
	log.Print(tenantOf(ctx))
	return s.rewriter.URL(ctx, ref)
}
