// The package itself makes one, uses it and drops it: what it keeps is kept for a
// call.
package madeanddropped

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
	w.memo[ref] = url
	return url
}

func Rewrite(ctx context.Context, f Files, ref string) string {
	log.Print(tenantOf(ctx))
	return NewRewriter(f).URL(ctx, ref)
}

// A Step is made and run at once, too: it has no receiver, and is given nothing.
type Step func()

func NewStep() Step { return func() {} }

func Run() { NewStep()() }
