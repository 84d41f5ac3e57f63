// The progress of one job: what the last run left is looked at, then every run
// writes its own.
package jobprogress

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
)

type Progress struct {
	TaskID  string
	Valid   []int
	Message string
}

type Importer struct {
	rdb      *redis.Client // nil: one process
	memory   sync.Map
	validate func(tenantID string, entries []string) ([]int, error)
}

func (im *Importer) progress(ctx context.Context, taskID string) (*Progress, error) {
	if im.rdb == nil {
		if p, ok := im.memory.Load(taskID); ok {
			return p.(*Progress), nil
		}
		return nil, redis.Nil
	}
	data, err := im.rdb.Get(ctx, "import:"+taskID).Bytes()
	if err != nil {
		return nil, err
	}
	var p Progress
	return &p, json.Unmarshal(data, &p)
}

func (im *Importer) save(ctx context.Context, p *Progress) error {
	if im.rdb == nil {
		im.memory.Store(p.TaskID, p)
		return nil
	}
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return im.rdb.Set(ctx, "import:"+p.TaskID, data, time.Hour).Err()
}

func (im *Importer) Run(ctx context.Context, tenantID, taskID string, entries []string) error {
	p := &Progress{TaskID: taskID}
	var valid []int
	if before, err := im.progress(ctx, taskID); err == nil && len(before.Valid) > 0 {
		valid = before.Valid
	} else {
		found, err := im.validate(tenantID, entries)
		if err != nil {
			return err
		}
		valid = found
	}
	p.Valid = valid
	if len(valid) == 0 {
		p.Message = "nothing to import"
		return im.save(ctx, p)
	}
	p.Message = "importing"
	return im.save(ctx, p)
}
