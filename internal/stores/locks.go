package stores

// https://pkg.go.dev/github.com/go-redsync/redsync/v4
var redsync = []client{
	{path: "github.com/go-redsync/redsync/v4", store: "redis", groups: []group{
		{"Redsync", "NewMutex", Row{Op: Lock, Keys: at(0)}},
	}},
}

// https://pkg.go.dev/github.com/bsm/redislock
var redislock = []client{
	{path: "github.com/bsm/redislock", store: "redis", groups: []group{
		{"Client", "Obtain", Row{Op: Lock, Keys: at(1)}},
		{"", "Obtain", Row{Op: Lock, Keys: at(2)}},
	}},
}

// A task id is unique in its queue: a second task of the same id is refused
// while the first is there.
//
// https://pkg.go.dev/github.com/hibiken/asynq#TaskID
var asynq = []client{
	{path: "github.com/hibiken/asynq", store: "asynq", groups: []group{
		{"", "TaskID", Row{Op: Other, Keys: at(0)}},
	}},
}
