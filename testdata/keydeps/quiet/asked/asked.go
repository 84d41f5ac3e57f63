// A function that says whether to go on is no loader, and what is given to it is kept by nobody.
package asked

import "context"

type source interface {
	Fetch(ctx context.Context, scope string, more func(tag string) bool) error
}

type Tags struct{ limits map[string]int }

func (t *Tags) List(ctx context.Context, from source, tenantID, scope string) ([]string, error) {
	var tags []string
	most := t.limits[tenantID]
	err := from.Fetch(ctx, scope, func(tag string) bool {
		tags = append(tags, tag)
		return len(tags) < most
	})
	return tags, err
}
