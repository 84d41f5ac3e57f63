// The key is the id of a part of what is handed over: the other fields of that part are decided by it.
package execution

import "golang.org/x/sync/singleflight"

type Execution struct{ Id, OrganizationSlug, OrganizationId, Name string }
type ExecuteRequest struct {
	Execution Execution
}
type Result struct{ S string }
type runner struct {
	sf  singleflight.Group
	run func(organization string) (*Result, error)
}

func (r *runner) Execute(request ExecuteRequest) (*Result, error) {
	v, err, _ := r.sf.Do(request.Execution.Id, func() (any, error) { return r.execute(request) })
	if err != nil {
		return nil, err
	}
	return v.(*Result), nil
}

func (r *runner) execute(request ExecuteRequest) (*Result, error) {
	if request.Execution.OrganizationSlug == "" {
		request.Execution.OrganizationSlug = request.Execution.OrganizationId
	}
	return r.run(request.Execution.OrganizationSlug)
}
