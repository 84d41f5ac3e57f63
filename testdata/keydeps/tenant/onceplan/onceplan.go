// The seats of the first account are kept in a package variable and told to everyone.
package onceplan

import "sync"

type Seats struct{ Used, Max int }

var (
	once  sync.Once
	seats Seats
)

type client struct {
	do func(path string) (Seats, error)
}

func Of(c *client, accountID string) (Seats, error) {
	var err error
	once.Do(func() { // want `value that is made once depends on accountID`
		seats, err = c.do("/accounts/" + accountID + "/seats")
	})
	return seats, err
}
