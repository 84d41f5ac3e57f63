// Package encoded uses a cache of another package that is made with a function
// which writes its keys. The function is in the constructor's call, here, and
// the field that holds it is there: which object has which function, nobody
// follows. What the caches are asked for is listed as the key, without the text
// and the tenant that the function puts around it: a key with a false shape,
// and a false alarm where the tenant is in the function.
package encoded

import (
	"context"
	"strconv"

	"github.com/redis/go-redis/v9"

	"example.com/limits/encoded/kv"
)

// images is a cache of counts of images.
type images kv.Cache[int64]

func encoder(prefix string) func(int64) string {
	return func(id int64) string { return prefix + strconv.FormatInt(id, 10) }
}

func newImages(rdb *redis.Client) images { return kv.NewRedis(rdb, encoder("image:")) }

func newImagesOf(rdb *redis.Client, tenantID string) images {
	return kv.NewRedis(rdb, encoder("image:"+tenantID+":"))
}

type finder struct{ shared, own images }

func newFinder(rdb *redis.Client, tenantID string) *finder {
	return &finder{newImages(rdb), newImagesOf(rdb, tenantID)}
}

var useFinder = newFinder

// Shared has the key image:{imageID}.
func (f *finder) Shared(ctx context.Context, imageID int64) int64 {
	return f.shared.Count(ctx, imageID) // want `^incr {imageID} no$`
}

// Own has the key image:{tenantID}:{imageID}, with the tenant.
func (f *finder) Own(ctx context.Context, imageID int64) int64 {
	return f.own.Count(ctx, imageID) // want `^incr {imageID} no$`
}
