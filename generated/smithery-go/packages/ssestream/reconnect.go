package ssestream

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"net/http"
	"time"

	"github.com/smithery-ai/smithery-go/internal/request"
)

// longestDelay is the longest delay that grows with each failure.
const longestDelay = 30 * time.Second

// ReconnectOptions says how a stream is reconnected. The zero value has the defaults.
type ReconnectOptions struct {
	// Endless reconnects also when the server closes the stream, for streams that have no end.
	Endless bool
	// MaxReconnects is the number of attempts in a row that may fail before an event arrives: 5 if it is 0,
	// none if it is negative.
	MaxReconnects int
	// Delay is the time before reconnecting if the server sent none: a second if it is 0. It doubles with each
	// failure.
	Delay time.Duration
}

// Reconnecting is a stream of server-sent events that continues after a lost connection. It must be closed,
// unless Next reported false.
type Reconnecting[T any] struct {
	ctx      context.Context
	connect  func(opts ...request.RequestOption) *Stream[T]
	options  ReconnectOptions
	stream   *Stream[T]
	err      error
	id       string
	delay    time.Duration
	failures int
	isAsked  bool
	isClosed bool
}

// Reconnect reads a stream of server-sent events again with the header Last-Event-ID (WHATWG HTML section
// 9.2.4) when its connection fails. The function must pass its options to the method. Only for servers that
// send event IDs and continue after the ID in the header: without an ID, the error is reported, because events
// would be lost or repeated. The end of the context ends the stream.
//
//	stream := ssestream.Reconnect(ctx, ssestream.ReconnectOptions{},
//		func(opts ...option.RequestOption) *ssestream.Stream[Event] {
//			return client.Events.WatchStreaming(ctx, opts...)
//		})
//	for event, err := range stream.All() { … }
func Reconnect[T any](ctx context.Context, options ReconnectOptions, connect func(opts ...request.RequestOption) *Stream[T]) *Reconnecting[T] {
	if options.MaxReconnects == 0 {
		options.MaxReconnects = 5
	}
	if options.Delay <= 0 {
		options.Delay = time.Second
	}
	return &Reconnecting[T]{ctx: ctx, connect: connect, options: options, delay: options.Delay}
}

// Next advances to the next value. It returns false at the end or if the stream fails: see Err.
func (r *Reconnecting[T]) Next() bool {
	for r.err == nil && !r.isClosed {
		if r.stream == nil {
			r.stream = r.open()
		}
		if r.stream.Next() {
			r.failures = 0
			return true
		}
		if !r.again() {
			return false
		}
	}
	return false
}

// Current returns the value that Next advanced to.
func (r *Reconnecting[T]) Current() T {
	if r.stream == nil {
		var none T
		return none
	}
	return r.stream.Current()
}

// Err returns the error that ended the stream; nil at its end.
func (r *Reconnecting[T]) Err() error { return r.err }

// Close ends the request. The stream does not reconnect afterwards.
func (r *Reconnecting[T]) Close() error {
	r.isClosed = true
	if r.stream == nil {
		return nil
	}
	return r.stream.Close()
}

// All iterates over the values and closes the stream. An error comes last.
func (r *Reconnecting[T]) All() iter.Seq2[T, error] { return all[T](r) }

// open starts the stream behind the last event.
func (r *Reconnecting[T]) open() *Stream[T] {
	isUsed := false
	stream := r.connect(request.OptionFunc(func(c *request.Config) error {
		isUsed = true
		if r.id != "" {
			id := r.id
			c.Header = append(c.Header[:len(c.Header):len(c.Header)], func(h http.Header) { h.Set("Last-Event-ID", id) })
		}
		return nil
	}))
	// Without the header the server would send the same events again and again.
	if stream.err == nil && !isUsed {
		_ = stream.Close()
		return &Stream[T]{err: &request.ConfigError{Message: "the function must pass its options to the method"}}
	}
	return stream
}

// again reports whether the stream continues, and waits before it does.
func (r *Reconnecting[T]) again() bool {
	failure := r.stream.err
	at := r.stream.source.progress()
	if at.id != nil {
		r.id = *at.id
	}
	if at.delay != nil {
		r.delay, r.isAsked = *at.delay, true
	}
	if r.ctx.Err() != nil {
		r.err = r.ctx.Err()
		return false
	}
	if r.stream.source.isDone || failure == nil && !r.options.Endless {
		return false
	}
	switch {
	case failure != nil && (r.id == "" || !isTemporary(failure)):
		r.err = failure
	case r.failures >= r.options.MaxReconnects && failure != nil:
		r.err = failure
	case r.failures >= r.options.MaxReconnects:
		r.err = &request.ResponseError{
			Message:   fmt.Sprintf("the server closed the stream %d times without an event", r.failures+1),
			Operation: r.stream.source.operation(),
		}
	default:
		timer := time.NewTimer(r.wait())
		defer timer.Stop()
		select {
		case <-timer.C:
			r.failures++
			r.stream = nil
			return true
		case <-r.ctx.Done():
			r.err = r.ctx.Err()
		}
	}
	return false
}

// wait returns the delay, which grows with each failure.
func (r *Reconnecting[T]) wait() time.Duration {
	limit := longestDelay
	if r.isAsked {
		limit = max(limit, r.delay)
	}
	return time.Duration(min(float64(r.delay)*math.Pow(2, float64(r.failures)), float64(limit)))
}

// isTemporary reports whether the connection failed, or the server or a proxy in front of it is restarting.
func isTemporary(failure error) bool {
	var connection *request.ConnectionError
	var status *request.Error
	return errors.As(failure, &connection) || errors.As(failure, &status) && status.StatusCode >= 500
}
