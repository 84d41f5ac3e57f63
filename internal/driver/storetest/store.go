// Package storetest is a build cache that machines share: a program that the
// go command starts as GOCACHEPROG, for tests.
//
// See https://pkg.go.dev/cmd/go/internal/cacheprog for the protocol.
package storetest

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// variable is set where the process is to be the store, not the test.
const variable = "TENANTKEY_TEST_STORE"

// Env returns what the environment of a machine has whose go command shares the
// store in a folder. The program is the test binary, whose TestMain calls Main.
func Env(program, store string) []string {
	return []string{"GOCACHEPROG=" + program, variable + "=" + store}
}

// Main serves the go command and exits, when the process is a store.
func Main() {
	store := os.Getenv(variable)
	if store == "" || len(os.Args) > 1 {
		return
	}
	if err := serve(os.Stdin, os.Stdout, store); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

type request struct {
	ID                 int64
	Command            string
	ActionID, OutputID []byte
	BodySize           int64
}

type response struct {
	ID            int64
	Err           string   `json:",omitempty"`
	KnownCommands []string `json:",omitempty"`
	Miss          bool     `json:",omitempty"`
	OutputID      []byte   `json:",omitempty"`
	Size          int64    `json:",omitempty"`
	DiskPath      string   `json:",omitempty"`
}

// An entry is the index of the store: one file for each action.
type entry struct {
	OutputID []byte
	Size     int64
}

func serve(in io.Reader, out io.Writer, store string) error {
	dec, enc := json.NewDecoder(bufio.NewReader(in)), json.NewEncoder(out)
	if err := enc.Encode(response{KnownCommands: []string{"get", "put", "close"}}); err != nil {
		return err
	}
	for {
		var req request
		if err := dec.Decode(&req); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		res := response{ID: req.ID}
		var err error
		switch req.Command {
		case "get":
			err = get(store, &req, &res)
		case "put":
			var body []byte
			if req.BodySize > 0 {
				if err := dec.Decode(&body); err != nil {
					return err
				}
			}
			err = put(store, &req, body, &res)
		case "close":
			return enc.Encode(res)
		}
		if err != nil {
			res.Err = err.Error()
		}
		if err := enc.Encode(res); err != nil {
			return err
		}
	}
}

func get(store string, req *request, res *response) error {
	data, err := os.ReadFile(action(store, req.ActionID))
	if errors.Is(err, os.ErrNotExist) {
		res.Miss = true
		return nil
	}
	if err != nil {
		return err
	}
	var e entry
	if err := json.Unmarshal(data, &e); err != nil {
		return err
	}
	res.OutputID, res.Size, res.DiskPath = e.OutputID, e.Size, output(store, e.OutputID)
	return nil
}

func put(store string, req *request, body []byte, res *response) error {
	res.DiskPath = output(store, req.OutputID)
	if err := write(res.DiskPath, body); err != nil {
		return err
	}
	data, err := json.Marshal(entry{req.OutputID, req.BodySize})
	if err != nil {
		return err
	}
	return write(action(store, req.ActionID), data)
}

// write makes a file at once, as others may read it.
func write(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), "tmp")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

func action(store string, id []byte) string { return filepath.Join(store, hex.EncodeToString(id)+"-a") }
func output(store string, id []byte) string { return filepath.Join(store, hex.EncodeToString(id)+"-d") }
