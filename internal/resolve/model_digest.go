package resolve

import (
	"github.com/tenantkey/tenantkey/internal/template"
)

// Digests remember what they digest: a tenant inside a hash still counts.
// https://pkg.go.dev/crypto/sha256, https://pkg.go.dev/hash and the like.
func init() {
	rows := map[string]model{}
	for _, name := range []string{
		"crypto/sha256.Sum256", "crypto/sha256.Sum224", "crypto/sha512.Sum512", "crypto/sha512.Sum384", "crypto/sha512.Sum512_256",
		"crypto/sha1.Sum", "crypto/md5.Sum", "crypto/sha3.Sum256", "crypto/sha3.Sum512",
		"golang.org/x/crypto/blake2b.Sum256", "golang.org/x/crypto/blake2b.Sum512", "golang.org/x/crypto/blake2s.Sum256", "golang.org/x/crypto/sha3.Sum256",
		"lukechampine.com/blake3.Sum256", "github.com/zeebo/blake3.Sum256",
	} {
		rows[name] = digestOf(name, 0, template.FormFixed)
	}
	for _, name := range []string{
		"hash/crc32.ChecksumIEEE", "hash/adler32.Checksum",
		"github.com/cespare/xxhash/v2.Sum64", "github.com/cespare/xxhash/v2.Sum64String", "github.com/cespare/xxhash.Sum64", "github.com/cespare/xxhash.Sum64String",
		"github.com/zeebo/xxh3.Hash", "github.com/zeebo/xxh3.HashString", "github.com/spaolacci/murmur3.Sum32", "github.com/spaolacci/murmur3.Sum64",
		"github.com/OneOfOne/xxhash.ChecksumString64", "github.com/OneOfOne/xxhash.Checksum64", "github.com/dgryski/go-farm.Hash64", "github.com/dgryski/go-farm.Fingerprint64",
	} {
		rows[name] = digestOf(name, 0, template.FormUint)
	}
	rows["hash/crc32.Checksum"] = digestOf("hash/crc32.Checksum", 0, template.FormUint)
	rows["hash/maphash.String"] = digestOf("hash/maphash.String", 1, template.FormUint)
	rows["hash/maphash.Bytes"] = digestOf("hash/maphash.Bytes", 1, template.FormUint)
	for _, pkg := range []string{"github.com/google/uuid"} {
		rows[pkg+".NewSHA1"] = digestOf(pkg+".NewSHA1", 1, template.FormUUID)
		rows[pkg+".NewMD5"] = digestOf(pkg+".NewMD5", 1, template.FormUUID)
	}
	register(rows)
}
