package stores

// Buckets of JetStream keep values by key, and objects by name. A watch, and
// what is listed, may have wildcards. A message's id is unique in its stream
// for a time: a second message of the same id is refused.
//
// https://pkg.go.dev/github.com/nats-io/nats.go#KeyValue
// https://pkg.go.dev/github.com/nats-io/nats.go/jetstream#KeyValue
var nats = []client{
	{path: "github.com/nats-io/nats.go", store: "nats", groups: append([]group{
		{"", "MsgId", Row{Op: Other, Keys: at(0)}},
	}, withoutContext(natsRows)...)},
	{path: "github.com/nats-io/nats.go/jetstream", store: "nats", groups: append([]group{
		{"", "WithMsgID", Row{Op: Other, Keys: at(0)}},
		{"KeyValue", "ListKeysFiltered", Row{Op: Scan, Keys: each(1), Pattern: true}},
	}, natsRows...)},
}

var natsRows = []group{
	{"KeyValue", "Get GetRevision History", Row{Op: Get, Keys: at(1)}},
	{"KeyValue", "Create Put PutString Update", Row{Op: Set, Keys: at(1), Values: at(2)}},
	{"KeyValue", "Delete Purge", Row{Op: Delete, Keys: at(1)}},
	{"KeyValue", "Watch", Row{Op: Other, Keys: at(1), Pattern: true}},
	{"KeyValue", "WatchFiltered", Row{Op: Other, Keys: each(1), Pattern: true}},
	{"KeyValue", "Keys ListKeys", Row{Op: Scan}},
	{"ObjectStore", "Get GetBytes GetFile GetInfo GetString", Row{Op: Get, Keys: at(1)}},
	{"ObjectStore", "PutBytes PutString", Row{Op: Set, Keys: at(1), Values: at(2)}},
	{"ObjectStore", "Put", Row{Op: Set, Keys: field(1, "Name"), Values: at(2)}},
	{"ObjectStore", "AddBucketLink AddLink UpdateMeta", Row{Op: Set, Keys: at(1)}},
	{"ObjectStore", "Delete", Row{Op: Delete, Keys: at(1)}},
}
