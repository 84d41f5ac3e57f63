// The progress of one job: what the last run left is looked at, then every run
// writes its own.
package jobprogress

import (
	"context"
	"encoding/json"
	"time"

	"github.com/redis/go-redis/v9"
)

type Progress struct {
	TaskID  string
	Valid   []int
	Message string
}

type Importer struct {
	rdb      *redis.Client
	validate func(tenantID string, entries []string) ([]int, error)
}

func (im *Importer) progress(ctx context.Context, taskID string) (*Progress, error) {
	data, err := im.rdb.Get(ctx, "import:"+taskID).Bytes()
	if err != nil {
		return nil, err
	}
	var p Progress
	return &p, json.Unmarshal(data, &p)
}

func (im *Importer) save(ctx context.Context, p *Progress) error {
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return im.rdb.Set(ctx, "import:"+p.TaskID, data, time.Hour).Err()
}

func (im *Importer) Run(ctx context.Context, tenantID, taskID string, entries []string) error {
	p := &Progress{TaskID: taskID}
	if before, err := im.progress(ctx, taskID); err == nil && len(before.Valid) > 0 {
		p.Valid = before.Valid
	} else {
		valid, err := im.validate(tenantID, entries)
		if err != nil {
			return err
		}
		p.Valid = valid
	}
	p.Message = "importing"
	return im.save(ctx, p)
}
