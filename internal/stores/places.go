package stores

// The words that rows are written with.

// at is the arguments that are keys (or values) themselves.
func at(args ...int) []Place {
	places := make([]Place, len(args))
	for i, arg := range args {
		places[i] = Place{Arg: arg}
	}
	return places
}

func each(arg int) []Place    { return []Place{{Arg: arg, Shape: Each}} }
func pairs(arg int) []Place   { return []Place{{Arg: arg, Shape: Pairs}} }
func triples(arg int) []Place { return []Place{{Arg: arg, Shape: Triples}} }
func mapKeys(arg int) []Place { return []Place{{Arg: arg, Shape: MapKeys}} }
func command(arg int) []Place { return []Place{{Arg: arg, Shape: Command}} }
func streams(arg int) []Place { return []Place{{Arg: arg, Shape: Streams}} }
func counted(arg int) []Place { return []Place{{Arg: arg, Shape: Counted}} }
func both(arg int) []Place    { return []Place{{Arg: arg, Shape: Both}} }
func within(arg int) []Place  { return []Place{{Arg: arg, Shape: Within}} }
func mapped(arg int) []Place  { return []Place{{Arg: arg, Shape: Mapped}} }

func field(arg int, name string) []Place {
	return []Place{{Arg: arg, Shape: Field, Field: name}}
}

// fieldEach is every element of a field.
func fieldEach(arg int, name string) []Place {
	return []Place{{Arg: arg, Shape: Field, Field: name, Deep: Each}}
}

func eachField(arg int, name string) []Place {
	return []Place{{Arg: arg, Shape: EachField, Field: name}}
}

func fieldStreams(arg int, name string) []Place {
	return []Place{{Arg: arg, Shape: Streams, Field: name}}
}

// on returns the groups of tables as methods of the types in recvs.
func on(recvs string, tables ...[]group) []group {
	var groups []group
	for _, table := range tables {
		for _, g := range table {
			g.on = recvs
			groups = append(groups, g)
		}
	}
	return groups
}
