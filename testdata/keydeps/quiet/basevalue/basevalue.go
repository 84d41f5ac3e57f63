// The customer's rebate is taken off after the cache.
package basevalue

import (
	"database/sql"

	gocache "github.com/patrickmn/go-cache"
)

type Prices struct {
	cache *gocache.Cache
	db    *sql.DB
}

func (p *Prices) Price(customerID, sku string) (float64, error) {
	var rebate float64
	if err := p.db.QueryRow("SELECT rebate FROM customer WHERE id = $1", customerID).Scan(&rebate); err != nil {
		return 0, err
	}
	if v, ok := p.cache.Get("price-" + sku); ok {
		return v.(float64) * (1 - rebate), nil
	}
	var base float64
	if err := p.db.QueryRow("SELECT price FROM price WHERE sku = $1", sku).Scan(&base); err != nil {
		return 0, err
	}
	p.cache.Set("price-"+sku, base, gocache.DefaultExpiration)
	return base * (1 - rebate), nil
}
