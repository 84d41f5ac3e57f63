package quiet

import (
	"context"
	"crypto/md5"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
	"github.com/redis/go-redis/v9"
)

// An id is not known to hold the separator, whatever stands beside it; nor is a
// name.
func beside(ctx context.Context, rdb *redis.Client, tenantID, groupName, path string) {
	rdb.Get(ctx, tenantID+":"+path)
	rdb.Get(ctx, path+":"+tenantID)
	rdb.Get(ctx, groupName+"/"+path)
}

type message struct{ Path, Sum string }

// The only maker writes a digest: the last 32 characters are it.
func newMessage(path string, body []byte) message {
	sum := md5.Sum(body)
	return message{Path: path, Sum: hex.EncodeToString(sum[:])}
}

func seen(ctx context.Context, rdb *redis.Client, m message) {
	rdb.Get(ctx, m.Path+m.Sum)
}

type spec struct {
	Query string
	Args  []string
}

func newSpec(query string, args ...string) spec { return spec{Query: query, Args: args} }

// The only calls of the only maker give constants.
func forUser(path string) spec { return newSpec("login", path) }
func forHost(path string) spec { return newSpec("host", path) }

func hit(ctx context.Context, rdb *redis.Client, s spec) {
	rdb.Incr(ctx, "rate:"+s.Query+":"+strings.Join(s.Args, ":"))
}

// remember is only called with a signed token, which has no colon.
func remember(ctx context.Context, rdb *redis.Client, subject, signed string) {
	rdb.Get(ctx, "user:"+subject+":signed:"+signed)
}

func issue(ctx context.Context, rdb *redis.Client, secret []byte, subject string) error {
	signed, err := jwt.New(jwt.SigningMethodHS256).SignedString(secret)
	if err != nil {
		return err
	}
	remember(ctx, rdb, subject, signed)
	return nil
}

// A new uuid is called a path here, and is none.
func generated(ctx context.Context, rdb *redis.Client, query string) {
	path := uuid.NewString()
	rdb.Get(ctx, path+":"+query)
}

var (
	errName = errors.New("bad name")
	slug    = regexp.MustCompile(`^[a-z0-9]+$`)
)

// What is tested for the separator does not hold it.
func tested(ctx context.Context, rdb *redis.Client, r *http.Request, region string) error {
	name := r.Header.Get("X-Name")
	if strings.Contains(name, "-") {
		return errName
	}
	return rdb.Get(ctx, fmt.Sprintf("plan:%s-%s", name, region)).Err()
}

// What a regular expression was asked about is as that lets it be.
func matched(ctx context.Context, rdb *redis.Client, path, query string) error {
	if !slug.MatchString(path) {
		return errName
	}
	return rdb.Get(ctx, path+":"+query).Err()
}

func validName(s string) bool { return slug.MatchString(s) }

func validated(ctx context.Context, rdb *redis.Client, r *http.Request, query string) error {
	path := r.PathValue("path")
	if !validName(path) {
		return errName
	}
	return rdb.Get(ctx, path+":"+query).Err()
}

// What a regular expression found is as that is.
func foundIn(ctx context.Context, rdb *redis.Client, raw, query string) {
	if m := slug.FindStringSubmatch(raw); m != nil {
		path := m[0]
		rdb.Get(ctx, path+":"+query)
	}
}

// The same text stands on both sides.
func twice(ctx context.Context, rdb *redis.Client, r *http.Request) {
	name := r.Header.Get("X-Name")
	rdb.Get(ctx, name+"-"+name)
}

// A number of something is not known to be negative.
func counted(ctx context.Context, rdb *redis.Client, name string, project int) {
	rdb.Get(ctx, fmt.Sprintf("service-%s-%d", name, project))
}

type settings struct{ path string }

func (s *settings) SiteURL(ctx context.Context) string { return s.path }

// A setting of the program is the same for all.
func site(ctx context.Context, rdb *redis.Client, s *settings, path string) {
	rdb.Get(ctx, path+"_"+s.SiteURL(ctx))
}

// A user's name has no colon, nor has a tag of git or a repository.
func lacking(ctx context.Context, rdb *redis.Client, username, repository, tag, path string) {
	rdb.Get(ctx, username+":"+path)
	rdb.Get(ctx, repository+":"+tag)
}

// A field of another package's type may be anything; that it is free text is not
// known.
func fetched(ctx context.Context, rdb *redis.Client, ck *http.Cookie, re *http.Cookie) {
	rdb.Get(ctx, ck.Path+":"+re.Path)
}

type event struct {
	Kind kind   `json:"kind"`
	Path string `json:"path"`
	Hash string `json:"hash"`
}

func (e event) String() string { return fmt.Sprintf("%q/%q", e.Kind, e.Path) }

// Nobody is seen to choose how long a hash is.
func hashes(ctx context.Context, rdb *redis.Client, e event) {
	rdb.Get(ctx, e.String()+e.Hash)
	rdb.Get(ctx, e.Path+e.Hash)
}

// Who has the path of a file has the file.
func font(fonts map[string][]byte, dir, file string) []byte {
	return fonts[filepath.Join(dir, file)]
}
