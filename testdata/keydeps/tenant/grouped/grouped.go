// What was found is added to, and given back.
package grouped

type Event struct {
	TenantID string
	Kind     string
}

type group struct {
	route string
	count []string
}

type Router struct {
	groups map[string]*group
	find   func(tenantID, kind string) (string, error)
}

func (r *Router) Route(e *Event) (string, error) {
	g, ok := r.groups[e.Kind]
	if !ok {
		route, err := r.find(e.TenantID, e.Kind)
		if err != nil {
			return "", err
		}
		g = &group{route: route}
		r.groups[e.Kind] = g // want `depends on e.TenantID`
	}
	g.count = append(g.count, e.Kind)
	return g.route, nil
}
