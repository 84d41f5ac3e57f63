// Package digest hashes what a key is made of. The text of the digest is not
// known, but what went into it is: a tenant that was hashed is carried by the
// key (verdict yes), one that was not is missing (verdict no). What the hole
// prints is left open.
package digest

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io"
	"strconv"

	"github.com/cespare/xxhash/v2"
	"github.com/google/uuid"
	"github.com/redis/go-redis/v9"

	"example.com/forms/digest/hashing"
)

// SHA256 hashes tenant and query.
func SHA256(ctx context.Context, rdb *redis.Client, orgID, query string) {
	sum := sha256.Sum256([]byte(orgID + ":" + query))
	rdb.Get(ctx, "search:"+hex.EncodeToString(sum[:])) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// SHA256NoTenant hashes the query alone.
func SHA256NoTenant(ctx context.Context, rdb *redis.Client, query string) {
	sum := sha256.Sum256([]byte(query))
	rdb.Get(ctx, "search:"+hex.EncodeToString(sum[:])) // want `^get search:{(?:[^{}]|{[^{}]*})*} no$`
}

// TenantOutside hashes the query and has the tenant as a segment.
func TenantOutside(ctx context.Context, rdb *redis.Client, orgID, query string) {
	sum := sha512.Sum512([]byte(query))
	rdb.Get(ctx, fmt.Sprintf("search:%s:%x", orgID, sum)) // want `^get search:{orgID}:{(?:[^{}]|{[^{}]*})*} yes$`
}

// MD5 formats the digest with %x.
func MD5(ctx context.Context, rdb *redis.Client, tenantID, query string) {
	rdb.Get(ctx, fmt.Sprintf("search:%x", md5.Sum([]byte(tenantID+query)))) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// SHA1Base64 encodes it otherwise.
func SHA1Base64(ctx context.Context, rdb *redis.Client, docName string) {
	sum := sha1.Sum([]byte(docName))
	rdb.Get(ctx, "doc:"+base64.StdEncoding.EncodeToString(sum[:])) // want `^get doc:{(?:[^{}]|{[^{}]*})*} no$`
}

// Streamed writes into a hash.Hash.
func Streamed(ctx context.Context, rdb *redis.Client, tenantID, query string) {
	h := sha256.New()
	h.Write([]byte(tenantID))
	h.Write([]byte{0})
	io.WriteString(h, query)
	rdb.Get(ctx, "search:"+hex.EncodeToString(h.Sum(nil))) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// StreamedNoTenant is the negative.
func StreamedNoTenant(ctx context.Context, rdb *redis.Client, userID, query string) {
	h := sha256.New()
	h.Write([]byte(userID))
	h.Write([]byte(query))
	rdb.Get(ctx, "search:"+hex.EncodeToString(h.Sum(nil))) // want `^get search:{(?:[^{}]|{[^{}]*})*} no$`
}

// Formatted writes into a hash with Fprintf.
func Formatted(ctx context.Context, rdb *redis.Client, orgID, query string, pageNo int) {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s|%s|%d", orgID, query, pageNo)
	rdb.Get(ctx, "search:"+strconv.FormatUint(h.Sum64(), 16)) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// XXHash is a number.
func XXHash(ctx context.Context, rdb *redis.Client, orgID, query string) {
	rdb.Get(ctx, "search:"+strconv.FormatUint(xxhash.Sum64String(orgID+query), 36)) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// XXHashDigest streams into it.
func XXHashDigest(ctx context.Context, rdb *redis.Client, query string) {
	d := xxhash.New()
	d.WriteString("v1")
	d.WriteString(query)
	rdb.Get(ctx, fmt.Sprintf("search:%016x", d.Sum64())) // want `^get search:{(?:[^{}]|{[^{}]*})*} no$`
}

// HMAC keys the digest with a secret: the secret is no tenant, what is hashed
// may be.
func HMAC(ctx context.Context, rdb *redis.Client, secret []byte, tenantID, docName string) {
	m := hmac.New(sha256.New, secret)
	m.Write([]byte(tenantID + "/" + docName))
	rdb.Get(ctx, "doc:"+hex.EncodeToString(m.Sum(nil))) // want `^get doc:{(?:[^{}]|{[^{}]*})*} yes$`
}

// Checksum is a CRC.
func Checksum(ctx context.Context, rdb *redis.Client, docName string) {
	rdb.Get(ctx, fmt.Sprintf("doc:%08x", crc32.ChecksumIEEE([]byte(docName)))) // want `^get doc:{(?:[^{}]|{[^{}]*})*} no$`
}

type filter struct {
	OrgID string
	Text  string
	Page  int
}

// JSON hashes the JSON of a struct literal that has the tenant in a field.
func JSON(ctx context.Context, rdb *redis.Client, orgID, text string) error {
	data, err := json.Marshal(filter{OrgID: orgID, Text: text})
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	return rdb.Get(ctx, "search:"+hex.EncodeToString(sum[:])).Err() // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// JSONParameter hashes the JSON of a struct that was given: its type has the
// tenant.
func JSONParameter(ctx context.Context, rdb *redis.Client, f filter) {
	data, _ := json.Marshal(f)
	rdb.Get(ctx, fmt.Sprintf("search:%x", sha256.Sum256(data))) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// JSONWhole has the JSON itself as the end of the key.
func JSONWhole(ctx context.Context, rdb *redis.Client, text string) {
	data, _ := json.Marshal(map[string]string{"text": text})
	rdb.Get(ctx, "search:"+string(data)) // want `^get search:.*{(?:[^{}]|{[^{}]*})*}.* no$`
}

// Helper calls a digest function of another package.
func Helper(ctx context.Context, rdb *redis.Client, orgID, query string) {
	rdb.Get(ctx, "search:"+hashing.Sum(orgID+"\x00"+query)) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// HelperNoTenant is the negative.
func HelperNoTenant(ctx context.Context, rdb *redis.Client, query string) {
	rdb.Get(ctx, "search:"+hashing.Sum(query)) // want `^get search:{(?:[^{}]|{[^{}]*})*} no$`
}

// WholeKey is the digest alone.
func WholeKey(ctx context.Context, rdb *redis.Client, tenantID, query string) {
	rdb.Get(ctx, hashing.Sum(tenantID+query)) // want `^get {(?:[^{}]|{[^{}]*})*} yes$`
}

// Twice hashes a digest: the tenant is two digests deep.
func Twice(ctx context.Context, rdb *redis.Client, orgID, query string) {
	rdb.Get(ctx, "search:"+hashing.Sum(hashing.Sum(orgID)+query)) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// NameBased derives a UUID from text.
func NameBased(ctx context.Context, rdb *redis.Client, orgID, docName string) {
	id := uuid.NewSHA1(uuid.NameSpaceURL, []byte(orgID+"/"+docName))
	rdb.Get(ctx, "doc:"+id.String()) // want `^get doc:{(?:[^{}]|{[^{}]*})*} yes$`
}

// Truncated takes the first bytes of the digest.
func Truncated(ctx context.Context, rdb *redis.Client, tenantID, query string) {
	sum := sha256.Sum256([]byte(tenantID + query))
	rdb.Get(ctx, "search:"+hex.EncodeToString(sum[:8])) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// Buffered gathers the input in a buffer first.
func Buffered(ctx context.Context, rdb *redis.Client, orgID, query string) {
	var b bytes.Buffer
	b.WriteString(orgID)
	b.WriteByte('|')
	b.WriteString(query)
	rdb.Get(ctx, fmt.Sprintf("search:%x", md5.Sum(b.Bytes()))) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// Binary writes a number into the hash with encoding/binary.
func Binary(ctx context.Context, rdb *redis.Client, orgID int64, query string) {
	h := sha256.New()
	binary.Write(h, binary.BigEndian, orgID)
	io.WriteString(h, query)
	rdb.Get(ctx, fmt.Sprintf("search:%x", h.Sum(nil))) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}

// Encoder writes JSON into the hash.
func Encoder(ctx context.Context, rdb *redis.Client, tenantID, text string) {
	h := sha256.New()
	json.NewEncoder(h).Encode(filter{OrgID: tenantID, Text: text})
	rdb.Get(ctx, fmt.Sprintf("search:%x", h.Sum(nil))) // want `^get search:{(?:[^{}]|{[^{}]*})*} yes$`
}
