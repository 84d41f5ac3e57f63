// The map is the result, handed out whole: each expansion comes with the object
// that it is of.
package handedout

type Object struct{ Kind, ID string }

type Tree struct {
	Of       Object
	Children []*Tree
}

type Expanded struct {
	Namespace string
	Tree      *Tree
}

type Subjects []Object

type Set struct{ found map[string]Subjects }

func (s *Set) SubjectsByObject() map[string]Subjects { return s.found }

func (s *Set) Add(of Object, e *Expanded) (Subjects, bool, error) {
	key := of.Kind + ":" + of.ID
	if have, ok := s.found[key]; ok {
		return have, false, nil
	}
	subjects, err := subjectsIn(e.Namespace, e.Tree)
	if err != nil {
		return nil, false, err
	}
	s.found[key] = subjects
	return subjects, true, nil
}

var subjectsIn func(namespace string, t *Tree) (Subjects, error)
