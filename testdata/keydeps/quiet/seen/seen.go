// A set of what was done already hands over nothing; and a check that is complete.
package seen

import "context"

type Sender struct {
	sent  map[string]bool
	known map[string]bool
	send  func(ctx context.Context, orgID, mail string) (bool, error)
}

func (s *Sender) Once(ctx context.Context, orgID, mail string) error {
	if s.sent[mail] {
		return nil
	}
	ok, err := s.send(ctx, orgID, mail)
	s.sent[mail] = ok
	return err
}

func (s *Sender) Known(ctx context.Context, orgID, mail string) (bool, error) {
	k := orgID + "/" + mail
	if ok, hit := s.known[k]; hit {
		return ok, nil
	}
	ok, err := s.send(ctx, orgID, mail)
	if err == nil {
		s.known[k] = ok
	}
	return ok, err
}
