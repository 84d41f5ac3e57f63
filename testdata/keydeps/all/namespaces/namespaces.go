// The name space of an XML name is no namespace of tenants: an input like others.
package namespaces

import (
	"encoding/xml"
)

type printer struct {
	prefixes map[string]string
}

func (p *printer) prefix(n xml.Name) string {
	if s, ok := p.prefixes[n.Local]; ok {
		return s
	}
	s := "ns" + n.Space
	p.prefixes[n.Local] = s // want `depends on n.Space`
	return s
}
