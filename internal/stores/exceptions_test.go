package stores

import (
	"go/types"
	"path"
	"strings"
)

// An exception is functions that look as if they take a key, and why they
// have no row. The path is an import path or "*" for all; the names are as
// for path.Match, of methods "Recv.Name", or "Name" for any receiver and none.
type exception struct{ path, names, reason string }

var exceptions = []exception{
	// Redis commands without keys.
	{"*", "ACL* Auth AuthACL", "users and passwords of the server"},
	{"*", "Client[KU]* ClientSetName", "names connections, not data"},
	{"*", "ClusterAddSlots ClusterCountFailureReports ClusterDelSlots ClusterForget ClusterMeet ClusterReplicate ClusterSlaves",
		"names nodes and slots of a cluster"},
	{"*", "cmdable.ClusterKeySlot ClusterCmdable.ClusterKeySlot CoreCmdable.ClusterKeySlot Cmdable.ClusterKeySlot Compat.ClusterKeySlot Pipeline.ClusterKeySlot",
		"computes where a key would be, touches nothing"},
	{"*", "CommandGetKeys CommandGetKeysAndFlags CommandList", "asks about commands, runs none"},
	{"*", "Config[GS]et Info InfoMap LatencyReset ReplicaOf SlaveOf", "the server's settings and state"},
	{"*", "Function* Script[EL]* TFunction*", "code, which runs with keys in other methods"},
	{"*", "TFCall*", "has the number of keys, not the keys"},
	{"*", "FT*", "names search indexes, aliases, fields and dictionaries; documents are stored by other methods"},
	{"*", "HImportDiscard HImportPrepare", "names a set of fields of one connection"},
	{"*", "TSQuery* TSMGet TSMGetWithArgs", "labels, not keys"},
	{"*", "TSMAdd", "a known miss: its keys are the first elements of slices in a slice"},
	{"*", "PubSub.Ping PubSubConn.Ping", "a payload that comes back"},
	{"*", "Pipeline.*ubscribe", "always panics"},

	// What comes out of a client.
	{"*", "*Cmd.SetVal *CmdResult", "sets the reply of a command, for mocks"},
	{"*", "*Cmd.Scan StructValue.Scan Scan Struct ScanSlice ScanStruct Scanner.*", "decodes a reply"},
	{"github.com/redis/go-redis/v9", "InfoCmd.Item AggregateRow.Collect ExtractCommandValue", "looks into a reply"},

	{"*", "*Message.CacheMarshal *Message.CacheUnmarshalView Cache.Unmarshal", "bytes of a value"},

	// go-redis
	{"github.com/redis/go-redis/v9", "ARGrepArgs.Append", "adds options to a command's arguments"},
	{"*", "SentinelClient.*", "names masters that a sentinel watches, and its own channels"},
	{"github.com/redis/go-redis/v9", "*Builder.* Client.New*Builder", "as for FT*"},
	{"*", "MasterForKey SlaveForKey GetShardClientForKey ConsistentHash.Get", "finds the node of a key; the call on the node has a row"},
	{"github.com/redis/go-redis/v9", "LocalCache.* Cache.*", "go-redis calls it, with cache keys that it made of commands"},
	{"github.com/redis/go-redis/v9", "*PushNotificationHandler OTel*.*", "names of notifications and of pools"},
	{"*", "NewScript NewScriptServerSHA", "the source of a script"},

	// redigo
	{"github.com/gomodule/redigo/redis", "Args.Add", "adds to a slice of arguments: Args is resolved as what Do gets"},
	{"github.com/gomodule/redigo/redis", "DialClientName", "names the connection"},

	// rueidis and valkey-go
	{"*", "CacheStore.* SimpleCache.*", "an interface that the client calls with keys of its own commands"},
	{"*", "NewLocker", "KeyValidity is a duration"},

	// Others.
	{"*", "Config.OnRemoveFilterSet Hasher.Sum64 *Logger.*", "settings that the cache calls itself"},
	{"github.com/bradfitz/gomemcache/memcache", "PickServer", "finds the server of a key; the client calls it"},
	{"github.com/bradfitz/gomemcache/memcache", "ServerList.SetServers", "addresses"},
	{"*", "Mock*Recorder.*", "expectations of a mock, whose keys may be matchers"},
	{"github.com/patrickmn/go-cache", "LoadFile SaveFile", "a file's name"},
	{"github.com/jellydator/ttlcache/v3", "*Loader*.Load", "the cache calls it, with a key that Get was given"},
	{"github.com/jellydator/ttlcache/v3", "NewItem NewItemWithOpts", "makes an item that is in no cache"},
	{"github.com/maypok86/otter/v2", "*Loader*.* *Calculator.*", "the cache calls it, with a key that Get was given"},
	{"github.com/hibiken/asynq", "Inspector.*", "acts for operators on queues, and on tasks by ids that were listed"},
	{"*", "*Policy.UnmarshalJSON *Type.UnmarshalJSON StoreCompression.UnmarshalJSON", "bytes of a setting"},
	{"*", "ObjectStore.PutFile", "a file's name"},
	{"*", "KeyValueManager.* ObjectStoreManager.*", "names of buckets"},
	{"github.com/nats-io/nats.go", "Conn.* EncodedConn.* Encoder.* CustomDialer.* Header.* JetStream.* JetStreamManager.* Msg.* Subscription.*",
		"subjects, streams and messages"},
	{"github.com/nats-io/nats.go", "Bind BindStream ConsumerName ExpectLastMsgId ExpectStream Name Nkey", "names connections and streams"},
	{"github.com/nats-io/nats.go/jetstream", "*ConsumerManager.* Msg.* Publisher.* Stream.* StreamManager.* WithExpect*",
		"subjects, streams and messages"},
	{"go.etcd.io/etcd/client/v3", "Client.* Auth.* Cluster.* Lease.* Maintenance.*", "users, members, leases and endpoints"},
	{"go.etcd.io/etcd/client/v3", "Cmp.With* Op.With* FromCompare WithRange", "changes what has a key already, or ends a range of keys"},
	{"go.etcd.io/etcd/client/v3/concurrency", "Election.* WithPrefetch", "the value of a leader; keys that Get has, too"},
	{"github.com/gofiber/fiber/v2", "*", "a web framework: of its types Storage keeps values"},
	{"github.com/gofiber/fiber/v3", "*", "a web framework: of its types Storage keeps values"},
	{"*", "Getter.Get GetterFunc.Get", "groupcache calls it, with a key that the group was given"},
	{"*", "NewGroup GetGroup DeregisterGroup", "the name of a group"},
	{"*", "ByteView.* Sink.*", "a value of groupcache"},
	{"*", "PickPeer HTTPPool.*", "groupcache finds the process of a key, and asks it"},
	{"github.com/muesli/cache2go", "NewCacheItem", "makes an item that is in no cache"},
	{"github.com/bluele/gcache", "CacheBuilder.EvictType", "the name of an algorithm"},
	{"*", "LayeredCache.GetOrCreateSecondaryCache LayeredCache.ForEachFunc", "names a part of a cache, whose methods have rows"},
	{"github.com/viccon/sturdyc", "Client.*BatchKeyFn Client.PermutatedKey", "makes a key, or a function that does"},
	{"github.com/viccon/sturdyc", "DistributedStorage*.*", "an interface that the client calls with keys that it was given"},
	{"github.com/samber/hot", "HotCacheConfig.*", "names of algorithms and metrics"},
	{"github.com/VictoriaMetrics/fastcache", "*File*", "a file's name"},
	{"github.com/coocood/freecache", "RingBuf.*", "the memory under the cache"},
	{"github.com/hibiken/asynq", "ResultWriter.Write", "bytes of a result"},
	{"github.com/hibiken/asynq", "LogLevel.Set Scheduler.* ServeMux.Handle* *Aggregator*.Aggregate Group Queue",
		"names of queues, groups and patterns of task types"},
}

// exceptionFor returns what names the exception that a function comes under.
func exceptionFor(fn *types.Func) (id string, ok bool) {
	recv, _ := receiver(fn)
	full := fn.Name()
	if recv != "" {
		full = recv + "." + full
	}
	for _, e := range exceptions {
		if e.path != "*" && e.path != fn.Pkg().Path() {
			continue
		}
		for pattern := range strings.FieldsSeq(e.names) {
			name := full
			if !strings.Contains(pattern, ".") {
				name = fn.Name()
			}
			if ok, _ := path.Match(pattern, name); ok {
				return e.path + " " + pattern, true
			}
		}
	}
	return "", false
}
