// Package logctx keeps what a log is to show in the context.
package logctx

import (
	"context"
	"log/slog"
)

type key struct{}

func With(ctx context.Context, attr slog.Attr) context.Context {
	attrs, _ := ctx.Value(key{}).([]slog.Attr)
	return context.WithValue(ctx, key{}, append(attrs[:len(attrs):len(attrs)], attr))
}
