// A package variable that is packed by whoever needs it first.
package rawonce

import (
	"bytes"
	"compress/gzip"
	"sync"
)

var (
	once sync.Once
	raw  = []byte("descriptor")
)

func zip(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write(b)
	_ = w.Close()
	return out.Bytes()
}

func Raw() []byte {
	once.Do(func() { raw = zip(raw) })
	return raw
}
