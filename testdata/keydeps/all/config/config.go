// The loader reads a field of a configuration that was handed in.
package config

import (
	"golang.org/x/sync/singleflight"
)

type Config struct{ URL, Kid string }

type Keys struct {
	g     singleflight.Group
	fetch func(url, kid string) ([]byte, error)
}

func (k *Keys) Get(cfg Config) (any, error) {
	v, err, _ := k.g.Do(cfg.Kid, func() (any, error) { return k.fetch(cfg.URL, cfg.Kid) }) // want `value cached under "\{cfg.Kid\}" depends on cfg.URL`
	return v, err
}
