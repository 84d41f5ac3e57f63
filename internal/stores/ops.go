package stores

import (
	"strings"
	"sync"
)

// opsOfCommands names the commands whose op can't be told from the table's
// flags: "write" alone does not tell a deletion from a counter, and
// "readonly" not a look at a time to live from a look at the value. What is
// not here reads (get) or writes (set) as the table says, or does neither
// (other). https://redis.io/docs/latest/commands/
var opsOfCommands = sync.OnceValue(func() map[string]Op {
	return byName(map[Op]string{
		// They read, although the table says write because they also take away,
		// touch the time to live or can store.
		Get: `getdel getex hgetdel hgetex lpop rpop blpop brpop lmpop blmpop spop zpopmin zpopmax bzpopmin bzpopmax
		zmpop bzmpop xreadgroup xclaim xautoclaim sort georadius georadiusbymember json.arrpop pfcount`,
		Delete: `del unlink delex hdel srem zrem zremrangebylex zremrangebyrank zremrangebyscore lrem ltrim
		xdel xdelex xackdel xtrim xgroup|destroy xgroup|delconsumer
		json.del json.forget json.clear json.arrtrim cf.del ts.del ts.deleterule vrem ardel ardelrange
		ft.sugdel`,
		Expire: `expire expireat expiretime pexpire pexpireat pexpiretime ttl pttl persist
		hexpire hexpireat hexpiretime hpexpire hpexpireat hpexpiretime httl hpttl hpersist`,
		Incr: `incr incrby incrbyfloat increx decr decrby hincrby hincrbyfloat zincrby
		cms.incrby topk.incrby ts.incrby ts.decrby json.numincrby json.nummultby`,
		Scan:    `scan clusterscan hscan sscan zscan keys randomkey pubsub|channels pubsub|shardchannels`,
		Publish: `publish spublish`,
		Flush:   `flushdb flushall`,
		// They touch keys without handing out or storing a value of the caller's,
		// or do what a script says.
		Other: `eval_ro evalsha_ro fcall_ro touch migrate xack xnack xcfgset xgroup|create xgroup|createconsumer xgroup|setid watch`,
	})
})

// byName turns a list of names for each op into the op of each name.
func byName(lists map[Op]string) map[string]Op {
	ops := make(map[string]Op)
	for op, names := range lists {
		for name := range strings.FieldsSeq(names) {
			ops[name] = op
		}
	}
	return ops
}

// op returns what the command does with its keys.
func (c *redisCommand) op() Op {
	if op, ok := opsOfCommands()[c.name]; ok {
		return op
	}
	switch {
	case c.write:
		return Set
	case c.read:
		return Get
	default:
		return Other
	}
}
