package structkey

// A countRequest asks for a count in one tenant.
type countRequest struct {
	TenantID string
	Query    string
}

// memo is a cache by any key.
type memo struct{ m map[any]any }

// Put keeps a value.
func (c *memo) Put(k, v any) { c.m[k] = v }

// Get returns it.
func (c *memo) Get(k any) any { return c.m[k] }

type counter struct {
	c        *memo
	tenantID string
}

func (r *counter) request(q string) *countRequest {
	return &countRequest{TenantID: r.tenantID, Query: q}
}

// put is told itself: its request says what the key has.
func put(c *memo, req countRequest, ok bool) {
	c.Put(req, ok) // want `^set {req\.TenantID},{req\.Query} yes$`
}

var usePut = put

// A listRequest asks for a list, whoever asks.
type listRequest struct{ Kind, Query string }

// BoxedNoTenant is the negative.
func BoxedNoTenant(c *memo, req listRequest) {
	c.Put(req, true) // want `^set {req\.Kind},{req\.Query} no$`
}

// BoxedCaller calls put with a struct that a pointer leads to: there is nothing
// to tell.
func (r *counter) BoxedCaller(q string) {
	put(r.c, *r.request(q), true)
}

// BoxedAtOnce hands it to the cache itself.
func (r *counter) BoxedAtOnce(q string) {
	r.c.Put(*r.request(q), true) // want `^set {r\.tenantID},{q} yes$`
}
