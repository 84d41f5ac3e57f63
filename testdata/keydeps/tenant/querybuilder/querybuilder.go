// The query is put together step by step.
package querybuilder

import (
	"strings"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Query struct {
	where []string
	args  []any
}

func (q *Query) Where(cond string, arg any) *Query {
	q.where = append(q.where, cond)
	q.args = append(q.args, arg)
	return q
}

func (q *Query) SQL() string { return "SELECT name FROM x WHERE " + strings.Join(q.where, " AND ") }

type Repo struct {
	cache *lru.Cache[string, []string]
	run   func(sql string, args []any) ([]string, error)
}

func (r *Repo) Names(tenantID, kind string) ([]string, error) {
	if v, ok := r.cache.Get(kind); ok {
		return v, nil
	}
	q := new(Query).Where("tenant_id = ?", tenantID).Where("kind = ?", kind)
	v, err := r.run(q.SQL(), q.args)
	if err != nil {
		return nil, err
	}
	r.cache.Add(kind, v) // want `value cached under "\{kind\}" depends on tenantID`
	return v, nil
}
