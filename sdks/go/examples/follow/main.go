// Follows blocks and epochs from a cursor, and prints a line for each: topic, height, cursor.
//
// STEGOS_URL, STEGOS_TOKEN, STEGOS_FROM; STEGOS_REST are milliseconds it rests after each.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strconv"
	"time"

	"github.com/stegos/stegos/sdks/go"
)

func main() {
	client, err := stegos.New(os.Getenv("STEGOS_URL"), stegos.Options{
		Token: stegos.TokenText(os.Getenv("STEGOS_TOKEN")),
		// Impatient: the tests take its connection away all the time.
		Retry:             stegos.Retry{Attempts: 1_000, Delay: 10 * time.Millisecond, MaxDelay: 200 * time.Millisecond},
		ProbeInterval:     time.Second,
		SkipContractCheck: true,
	})
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()

	rest, _ := strconv.Atoi(os.Getenv("STEGOS_REST"))
	from := stegos.Cursor("genesis")
	if given := os.Getenv("STEGOS_FROM"); given != "" {
		from = stegos.Cursor(given)
	}
	stream := client.Events(stegos.EventsOptions{Topics: []stegos.TopicPattern{"chain.block", "stake.*"}, From: from})
	defer stream.Close()
	for {
		item, err := stream.Next(context.Background())
		if err != nil {
			log.Fatal(err)
		}
		var height any = "-"
		switch item := item.(type) {
		case *stegos.ChainBlockItem:
			height = item.Event.Height
		case *stegos.StakeEpochItem:
			height = item.Event.Height
		}
		fmt.Println(item.Topic(), height, item.Cursor())
		time.Sleep(time.Duration(rest) * time.Millisecond)
	}
}
