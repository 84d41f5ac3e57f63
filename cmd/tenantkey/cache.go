package main

import (
	"os"
	"path/filepath"

	"github.com/tenantkey/tenantkey/internal/driver"
)

// cacheVariable names the directory in which findings are kept between runs;
// "off" keeps none.
const cacheVariable = "TENANTKEY_CACHE"

// openCache opens the cache, nil if there is to be none. Without a home
// directory there is none, as in a bare container.
func openCache() (*driver.Cache, error) {
	dir := os.Getenv(cacheVariable)
	switch dir {
	case "off":
		return nil, nil
	case "":
		base, err := os.UserCacheDir()
		if err != nil {
			return nil, nil
		}
		cache, err := driver.OpenCache(filepath.Join(base, "tenantkey"))
		if err != nil {
			return nil, nil // a home that can't be written, as in CI
		}
		return cache, nil
	}
	return driver.OpenCache(dir)
}
