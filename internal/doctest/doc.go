// Package doctest holds the README and docs/ to what is true: every command
// in them is run, every registry loaded, every message compared with what the
// linter says. It has tests and nothing else.
//
// A fenced block says in its info string how it is tested:
//
//	console                  each "$ command" is run; the lines up to the next one are its output, to the letter
//	sh                       each line is run; its output is not looked at
//	  dir=DIR                … in this directory of the repository (default: its top)
//	  exit=N                 … the last command's exit status (default 0; those before it end with 0)
//	  elsewhere=FILE         not run here, because it takes long or would run itself: FILE must run each line
//	  net                    not run here, because it needs the network or a program that Go doesn't bring
//	yaml                     one that starts with "tenantkey: 1" is loaded as a registry
//	  refused                … and is refused; the text block after it is the error
//	go reported              linted inside the incident's module; the text block after it is the messages, one a line
//	go silent                linted likewise: no findings
//
// Statements without a function around them are given one, with the
// parameters that the examples use; imports are added. A command's module
// version (@latest) is taken off: what is tested is this checkout. Examples
// are files of one package, so that what they declare needs different names.
package doctest
