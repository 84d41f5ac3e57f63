// A thing is kept under its name, if nothing is yet: it was not looked up.
package putabsent

type Node struct {
	Namespace string
	Children  []*Node
}

type Set struct{ found map[string][]string }

func (s *Set) AddTree(name string, tree *Node) ([]string, bool) {
	if old, ok := s.found[name]; ok {
		return old, false
	}
	all := names(tree)
	s.found[name] = all
	return all, true
}

func names(n *Node) []string {
	out := []string{n.Namespace}
	for _, c := range n.Children {
		out = append(out, names(c)...)
	}
	return out
}
