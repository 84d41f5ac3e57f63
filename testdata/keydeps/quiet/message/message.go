// A map in a message is a part of the message, not a cache.
package message

type Request struct{ Filters map[string][]string }

func Restrict(r *Request, field, tenantID string, narrow func(string) []string) {
	if _, ok := r.Filters[field]; ok {
		return
	}
	r.Filters[field] = narrow(tenantID)
}
