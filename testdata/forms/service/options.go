package service

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type settings struct{ App, Area string }

// An option is an interface: what it does to the settings is not to be seen
// where it is applied.
type option interface{ apply(*settings) }

type optionFunc func(*settings)

func (f optionFunc) apply(s *settings) { f(s) }

func withApp(app string) option { return optionFunc(func(s *settings) { s.App = app }) }

type broker struct {
	rdb      *redis.Client
	settings settings
}

func newBroker(rdb *redis.Client, options ...option) *broker {
	s := settings{App: "app", Area: "all"}
	for _, o := range options {
		o.apply(&s)
	}
	return &broker{rdb: rdb, settings: s}
}

// OptionOverDefault has a default that options change: the default is not all
// that the key can have there.
func (b *broker) OptionOverDefault(ctx context.Context, itemID string) {
	b.rdb.Get(ctx, b.settings.App+":item:"+itemID) // want `^get {b\.settings\.App}:item:{itemID} no$`
}

var (
	_ = newBroker
	_ = withApp
)
