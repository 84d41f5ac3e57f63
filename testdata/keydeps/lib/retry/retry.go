// Package retry runs what may fail more than once.
package retry

import "context"

// Do returns what f returns, which is called up to three times.
func Do[T any](ctx context.Context, f func() (T, error)) (T, error) {
	var v T
	var err error
	for range 3 {
		if v, err = f(); err == nil || ctx.Err() != nil {
			break
		}
	}
	return v, err
}
