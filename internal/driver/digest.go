package driver

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"
)

// fileDigest returns the SHA-256 of a file's content.
func fileDigest(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// A digest is made of fields. Each is written with its length, so that no two
// lists of fields are the same bytes.
type digest struct{ h hash.Hash }

func newDigest(purpose string) digest {
	d := digest{sha256.New()}
	d.add(purpose)
	return d
}

func (d digest) add(fields ...string) {
	for _, f := range fields {
		fmt.Fprintf(d.h, "%d:", len(f))
		io.WriteString(d.h, f)
	}
}

func (d digest) String() string { return hex.EncodeToString(d.h.Sum(nil)) }
