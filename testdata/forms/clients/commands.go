package clients

import (
	"github.com/bradfitz/gomemcache/memcache"
	"github.com/gomodule/redigo/redis"
)

type pooled struct {
	pool   *redis.Pool
	prefix string
}

func (p *pooled) do(cmd, key string, args ...any) (any, error) {
	c := p.pool.Get()
	defer c.Close()
	return c.Do(cmd, append([]any{p.prefix + key}, args...)...) // want `^other {p\.prefix}{key} caller$`
}

// CommandOfCaller hands command and key to a wrapper.
func (p *pooled) CommandOfCaller(orgID, itemID string) {
	p.do("GET", "item:"+orgID+":"+itemID) // want `^other item:{orgID}:{itemID} yes$`
	p.do("SETEX", "item:"+itemID, 60, "") // want `^other item:{itemID} no$`
}

func run(c redis.Conn, cmd string, args ...any) { c.Do(cmd, args...) } // want `^other {args\[0\]} caller$`

// CommandWithArguments hands all arguments on: the first is the key.
func CommandWithArguments(c redis.Conn, orgID, itemID string) {
	run(c, "HSET", "item:"+orgID, itemID, 1) // want `^other item:{orgID} yes$`
}

// ArgsAdded builds the arguments of a command with the client's own type.
func ArgsAdded(c redis.Conn, orgID string, ids []string, fields map[string]string) {
	c.Do("HSET", redis.Args{}.Add("item:"+orgID).AddFlat(fields)...) // want `^set item:{orgID} yes$`
	args := redis.Args{}
	for _, id := range ids {
		args = args.Add("item:" + id)
	}
	c.Do("MGET", args...) // want `^get item:{id} no$`
}

// ItemOfGet writes an item back that was read under a known key.
func ItemOfGet(mc *memcache.Client, orgID string) error {
	it, err := mc.Get("seq:" + orgID) // want `^get seq:{orgID} yes$`
	if err != nil {
		return err
	}
	it.Value = append(it.Value, '1')
	return mc.CompareAndSwap(it) // want `^set seq:{orgID} yes$`
}
