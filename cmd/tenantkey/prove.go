package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/tenantkey/tenantkey/registry"
)

func (a *app) proveCommand() *cobra.Command {
	var file string
	var format string
	cmd := &cobra.Command{
		Use:   "prove [flags]",
		Short: "Prove that no two tenants can share a key of the registry",
		Long: `Prove asks of every two patterns in registry.yaml whether one key can be read as
a key of two different tenants. It exits with 0 when no two tenants share a
key, and with 1 and a counter-example when they do.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.prove(file, format) },
	}
	cmd.Flags().StringVar(&file, "registry", "", "the registry `FILE`; without it registry.yaml is looked up from here to the module's root")
	cmd.Flags().StringVar(&format, "format", "text", "print the proof as `FORMAT`: text, json")
	return cmd
}

func (a *app) prove(file, format string) error {
	if format != "text" && format != "json" {
		return fmt.Errorf("there is no -format=%s for prove: use text or json", format)
	}
	reg, err := findRegistry(file)
	if err != nil {
		return err
	}
	proof := reg.Prove()
	if format == "json" {
		data, err := json.MarshalIndent(proof, "", "  ")
		if err != nil {
			return err
		}
		fmt.Fprintf(a.stdout, "%s\n", data)
	} else {
		fmt.Fprint(a.stdout, proof)
	}
	if !proof.Proved() {
		a.exit = exitFindings
	}
	return nil
}

// findRegistry loads the registry in file, or that of the working directory.
func findRegistry(file string) (*registry.Registry, error) {
	if file == "" {
		dir, err := os.Getwd()
		if err != nil {
			return nil, err
		}
		if file, err = registry.Find(dir); err != nil {
			return nil, err
		}
		if file == "" {
			return nil, errors.New("there is no registry.yaml here or up to the module's root: write one (see tenantkey help registry) or name it with -registry")
		}
	}
	return loadRegistry(file)
}
