// Tenantkey finds cache keys through which one tenant can read another's data.
package main

func main() {}
