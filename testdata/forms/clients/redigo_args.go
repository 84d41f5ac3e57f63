package clients

import "github.com/gomodule/redigo/redis"

type job struct {
	ID, Name, Cron, Hook, Parent, Extra string
	At, Die, Check                      int64
}

// RedigoOptions sends a command whose arguments are many and optional: the key
// is first all the same.
func RedigoOptions(conn redis.Conn, orgID string, j job) error {
	args := make([]any, 0)
	args = append(args, "job:"+orgID+":"+j.ID)
	args = append(args, "name", j.Name, "at", j.At)
	if j.Cron != "" {
		args = append(args, "cron", j.Cron)
	}
	if j.Hook != "" {
		args = append(args, "hook", j.Hook)
	}
	if j.Parent != "" {
		args = append(args, "parent", j.Parent)
	}
	if j.Extra != "" {
		args = append(args, "extra", j.Extra)
	}
	if j.Die > 0 {
		args = append(args, "die", j.Die)
	}
	if j.Check > 0 {
		args = append(args, "check", j.Check)
	}
	args = append(args, "updated", 1)
	return conn.Send("HMSET", args...) // want `^set job:{orgID}:{j.ID} yes$`
}
