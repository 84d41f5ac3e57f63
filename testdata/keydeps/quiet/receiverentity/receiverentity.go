// A method of the very thing that the key names.
package receiverentity

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Order struct{ ID, ShopID, Title string }

var totals, _ = lru.New[string, int](100)

func (o *Order) Total(sum func(shopID, id string) int) int {
	if n, ok := totals.Get(o.ID); ok {
		return n
	}
	n := sum(o.ShopID, o.ID)
	totals.Add(o.ID, n)
	return n
}
