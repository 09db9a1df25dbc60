package request

import (
	"context"
	"math"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Retry overrides the retry policy of the API.
type Retry struct {
	// Statuses to retry, such as 429 or 5XX.
	Statuses   []string
	Initial    time.Duration
	Max        time.Duration
	Exponent   float64
	MaxElapsed time.Duration
}

var retryStatuses = []string{"408", "409", "429", "5XX"}

// longestWait is the longest delay a server may ask for; beyond it the usual delay is used.
const longestWait = time.Minute

func (r Retry) wants(status int, header http.Header) bool {
	switch header.Get("X-Should-Retry") {
	case "true":
		return true
	case "false":
		return false
	}
	statuses := r.Statuses
	if len(statuses) == 0 {
		statuses = retryStatuses
	}
	text := strconv.Itoa(status)
	return slices.Contains(statuses, text) || slices.Contains(statuses, text[:1]+"XX")
}

// delay returns the time before the next attempt: `retry-after-ms` or `Retry-After`
// (RFC 9110 section 10.2.3), otherwise exponential backoff, reduced by up to a quarter at random.
func (r Retry) delay(header http.Header, attempt int) time.Duration {
	if asked, ok := askedDelay(header); ok && asked >= 0 && asked <= longestWait {
		return asked
	}
	initial := float64(first(r.Initial, 500*time.Millisecond))
	pause := math.Min(initial*math.Pow(first(r.Exponent, 2), float64(attempt)), float64(first(r.Max, 8*time.Second)))
	return time.Duration(pause * (1 - rand.Float64()/4))
}

func askedDelay(header http.Header) (time.Duration, bool) {
	if ms, ok := seconds(header.Get("Retry-After-Ms"), time.Millisecond); ok {
		return ms, true
	}
	after := header.Get("Retry-After")
	if asked, ok := seconds(after, time.Second); ok {
		return asked, true
	}
	if date, err := http.ParseTime(after); err == nil {
		return time.Until(date), true
	}
	return 0, false
}

func seconds(text string, unit time.Duration) (time.Duration, bool) {
	number, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || math.IsNaN(number) || math.Abs(number) > 1e9 {
		return 0, false
	}
	return time.Duration(number * float64(unit)), true
}

// wait returns early if the context ends, and does not wait if the deadline is sooner.
func wait(ctx context.Context, pause time.Duration) bool {
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) <= pause {
		return false
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}
