// What belongs together is gathered under a key: nothing is served from there.
package grouped

type Event struct {
	TenantID string
	Kind     string
	Payload  []byte
}

type Message struct{ parts [][]byte }

func (m *Message) Merge(o *Message) { m.parts = append(m.parts, o.parts...) }

type group struct {
	message *Message
	events  []*Event
}

type Batcher struct {
	order  []string
	groups map[string]*group
	read   func(*Event) (kind string, m *Message, err error)
}

func (b *Batcher) Add(e *Event) error {
	kind, m, err := b.read(e)
	if err != nil {
		return err
	}
	if _, ok := b.groups[kind]; !ok {
		b.order = append(b.order, kind)
		b.groups[kind] = &group{message: m, events: []*Event{e}}
	} else {
		b.groups[kind].events = append(b.groups[kind].events, e)
		b.groups[kind].message.Merge(m)
	}
	return nil
}
