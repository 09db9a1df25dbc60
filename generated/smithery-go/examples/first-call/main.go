// Run it: go run ./examples/first-call
package main

import (
	"context"
	"fmt"
	"log"

	smithery "github.com/smithery-ai/smithery-go"
	"github.com/smithery-ai/smithery-go/option"
)

func main() {
	client := smithery.NewClient(
		option.WithAPIKey("My api key"), // defaults to os.Getenv("SMITHERY_API_KEY")
	)
	server, err := client.Servers.Get(context.TODO(), "smithery-ai/github")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(server.Connections)
}
