// Run it: go run ./examples/first-call
package main

import (
	"context"
	"fmt"
	"log"

	bookshop "github.com/corner/bookshop-go/v2"
	"github.com/corner/bookshop-go/v2/option"
)

func main() {
	client := bookshop.NewClient(
		option.WithAPIKey("My api key"),             // defaults to os.Getenv("BOOKSHOP_API_KEY")
		option.WithClientID("My client id"),         // defaults to os.Getenv("BOOKSHOP_CLIENT_ID")
		option.WithClientSecret("My client secret"), // defaults to os.Getenv("BOOKSHOP_CLIENT_SECRET")
	)
	order, err := client.Orders.New(context.TODO(), bookshop.OrderNewParams{
		Delivery: bookshop.DeliveryUnionParam{
			OfPickup: &bookshop.DeliveryPickupParam{StoreID: "paris"},
		},
		Lines: []bookshop.OrderLineParam{
			{
				ISBN:   "9780141439518",
				Copies: bookshop.Int(2),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(order.ID)
}
