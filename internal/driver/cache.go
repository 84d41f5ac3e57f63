package driver

import (
	"crypto/sha256"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/cache"
)

// maxCacheSize is the size past which the cache is emptied, in bytes. Entries
// that were not used for five days are removed before that.
const maxCacheSize = 1 << 30

// A Cache keeps facts and findings of packages between runs, by content: an
// entry that is found is right, whatever happened meanwhile.
type Cache struct {
	dir string
	c   *cache.Cache
}

// OpenCache opens the cache in dir, which is made if need be.
func OpenCache(dir string) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	c, err := cache.Open(dir)
	if err != nil {
		return nil, err
	}
	return &Cache{dir: dir, c: c}, nil
}

// get returns an entry. One whose bytes are not what they were is none.
func (c *Cache) get(key string) ([]byte, bool) {
	data, _, err := c.c.GetBytes(sha256.Sum256([]byte(key)))
	return data, err == nil
}

// put adds an entry. A cache that can't be written costs time only.
func (c *Cache) put(key string, data []byte) {
	_ = c.c.PutBytes(sha256.Sum256([]byte(key)), data)
}

// Trim removes what was not used for days; it does so once a day. A cache that
// is too large then is emptied.
func (c *Cache) Trim() error {
	stamp := filepath.Join(c.dir, "trim.txt")
	before, _ := os.ReadFile(stamp)
	c.c.Trim()
	if after, _ := os.ReadFile(stamp); string(after) == string(before) {
		return nil
	}
	size, err := treeSize(c.dir)
	if err != nil || size <= maxCacheSize {
		return err
	}
	return c.empty()
}

func treeSize(dir string) (int64, error) {
	var size int64
	err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if info, err := e.Info(); err == nil {
			size += info.Size()
		}
		return nil
	})
	return size, err
}

// empty removes the entries, which lie in directories of two hex digits.
func (c *Cache) empty() error {
	files, err := filepath.Glob(filepath.Join(c.dir, "[0-9a-f][0-9a-f]", "*"))
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.Remove(f); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}
