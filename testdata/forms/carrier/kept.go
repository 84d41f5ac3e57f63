package carrier

import (
	"context"
	"strings"

	"github.com/redis/go-redis/v9"
)

// rows keeps the key it was made with until it is closed.
type rows struct {
	rdb      *redis.Client
	cacheKey string
}

func newRows(rdb *redis.Client, cacheKey string) *rows {
	return &rows{rdb: rdb, cacheKey: cacheKey}
}

func openRows(rdb *redis.Client, tenantID, object string) *rows {
	return newRows(rdb, "rows:"+tenantID+":"+object)
}

var useOpenRows = openRows

// Close uses a key that a constructor took: it is what the constructor's only
// caller gives.
func (r *rows) Close(ctx context.Context) {
	r.rdb.Set(ctx, r.cacheKey, 1, 0) // want `^set rows:{tenantID}:{object} yes$`
}

// sessions have a prefix that their constructor takes, and its one caller
// gives.
type sessions struct {
	rdb    *redis.Client
	prefix string
}

func newSessions(prefix string, rdb *redis.Client) *sessions {
	return &sessions{prefix: prefix, rdb: rdb}
}

func openSessions(rdb *redis.Client) *sessions { return newSessions("session_", rdb) }

var useOpenSessions = openSessions

// GivenPrefix has a prefix that can be nothing but this text.
func (s *sessions) GivenPrefix(ctx context.Context, id string) {
	s.rdb.Get(ctx, s.prefix+id) // want `^get session_{id} no$`
}

// shelf is made by others as well: its prefix is theirs.
type shelf struct {
	rdb    *redis.Client
	prefix string
}

func newShelf(prefix string, rdb *redis.Client) *shelf { return &shelf{prefix: prefix, rdb: rdb} }

var makeShelf = newShelf

var oneShelf = newShelf("shelf_", nil)

// HeldConstructor has a constructor that is also a value, which is called with
// anything.
func (s *shelf) HeldConstructor(ctx context.Context, id string) {
	s.rdb.Get(ctx, s.prefix+id) // want `^get {s\.prefix}{id} (no|caller|unknown)$`
}

// list keeps the ids that a caller gives one by one.
type list struct {
	rdb *redis.Client
	of  string
}

func newList(rdb *redis.Client, ids ...string) *list {
	return &list{rdb: rdb, of: "list:" + strings.Join(ids, ",")}
}

func openList(rdb *redis.Client, orgID string) *list { return newList(rdb, orgID, "all") }

var useOpenList = openList

// KeptList joins what its maker was given.
func (l *list) KeptList(ctx context.Context) {
	l.rdb.Get(ctx, l.of) // want `^get list:{orgID},all yes$`
}

// A MadeList is put together of any number of ids.
type MadeList struct {
	rdb *redis.Client
	of  string
}

func newMadeLists(rdb *redis.Client, ids []string) *MadeList {
	return &MadeList{rdb: rdb, of: "made:" + strings.Join(ids, ",")}
}

var useMadeLists = newMadeLists

// OfList uses what the maker joined.
func (m *MadeList) OfList(ctx context.Context) {
	m.rdb.Get(ctx, m.of) // want `^get made:{ids\[\]\.\.\.} (no|unknown)$`
}

// pages are a cache that others make with a key.
type pages struct {
	rdb      *redis.Client
	cacheKey string
}

// NewPages is exported: what the key is, its callers say.
func NewPages(rdb *redis.Client, cacheKey string) *pages { return &pages{rdb, cacheKey} }

// KeptLonger makes the key that it was made with longer on one way.
func (p *pages) KeptLonger(ctx context.Context, page string) {
	key := p.cacheKey
	if page != "" {
		key = p.cacheKey + ":page:" + page
	}
	p.rdb.Get(ctx, key) // want `^get {key} | {p\.cacheKey}:page:{page} caller$`
}
