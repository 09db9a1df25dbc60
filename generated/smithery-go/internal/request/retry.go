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

// Retry overrides when an API is asked again.
type Retry struct {
	// Statuses such as 429 or 5XX.
	Statuses   []string
	Initial    time.Duration
	Max        time.Duration
	Exponent   float64
	MaxElapsed time.Duration
}

var retryStatuses = []string{"408", "409", "429", "5XX"}

// longestWait is how long a server may ask to wait; beyond it the usual delay is used.
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

// delay is the time before the next attempt: what the server asks for in `retry-after-ms` or `Retry-After`
// (RFC 9110 section 10.2.3), else one that grows, with up to a quarter taken off at random.
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

// wait ends at once when the context does, and does not begin where the deadline comes first.
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
