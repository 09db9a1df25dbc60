package request

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/corner/bookshop-go/v2/internal/apijson"
)

// WebhookError reports an invalid signature, or a body that is not an event.
type WebhookError struct{ Message string }

func (e *WebhookError) Error() string { return e.Message }

const (
	webhookTolerance = 5 * time.Minute
	// Times with more digits are thousands of years away.
	longestTimestamp = 15
)

// Unwrap verifies an event with the client's webhook key and decodes it.
func (a *API) Unwrap(payload []byte, headers http.Header, option string, into any, opts ...[]RequestOption) error {
	var all []RequestOption
	for _, own := range opts {
		all = append(all, own...)
	}
	c, err := a.config(context.Background(), http.MethodPost, Verbatim(""), Call{}, all)
	if err != nil {
		return err
	}
	return a.UnwrapWith(payload, headers, c.Values[option], into)
}

// UnwrapWith verifies an event with the given key and decodes it. It ignores options.
func (a *API) UnwrapWith(payload []byte, headers http.Header, key string, into any, _ ...[]RequestOption) error {
	if err := verify(payload, headers, key, time.Now()); err != nil {
		return err
	}
	return a.ReadEvent(payload, into)
}

// ReadEvent decodes an event without verifying it.
func (a *API) ReadEvent(payload []byte, into any) error {
	fits, err := apijson.Decode(string(payload), into)
	if err != nil {
		return &WebhookError{"the webhook body is not JSON, or is nested too deeply: " + err.Error()}
	}
	if !fits {
		return &WebhookError{"the webhook body is " + kindOf(string(payload)) + ", which is not what the API documents"}
	}
	return nil
}

// verify checks a signature by the rules of Standard Webhooks, version 1 (standardwebhooks.com).
func verify(payload []byte, headers http.Header, keys string, now time.Time) error {
	id, timestamp, signatures := headers.Get("webhook-id"), headers.Get("webhook-timestamp"), headers.Get("webhook-signature")
	if id == "" || timestamp == "" || signatures == "" {
		return &WebhookError{"missing webhook headers: webhook-id, webhook-timestamp and webhook-signature are required"}
	}
	if !isRecent(timestamp, now) {
		return &WebhookError{"the webhook timestamp is too old or in the future"}
	}
	var secrets [][]byte
	for _, key := range strings.Fields(keys) {
		secret, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(key, "whsec_"))
		if err != nil || len(secret) == 0 {
			return &ConfigError{"the webhook key is not base64"}
		}
		secrets = append(secrets, secret)
	}
	if len(secrets) == 0 {
		return &ConfigError{"missing webhook key"}
	}
	isValid := false
	for _, secret := range secrets {
		mac := hmac.New(sha256.New, secret)
		_, _ = fmt.Fprintf(mac, "%s.%s.", id, timestamp)
		_, _ = mac.Write(payload)
		expected := mac.Sum(nil)
		for _, signature := range strings.Split(signatures, " ") {
			claimed, isFirst := strings.CutPrefix(signature, "v1,")
			own, err := base64.StdEncoding.DecodeString(claimed)
			// All pairs are tried in constant time, so the duration does not reveal a match.
			isValid = isFirst && err == nil && hmac.Equal(expected, own) || isValid
		}
	}
	if !isValid {
		return &WebhookError{"the webhook signature is invalid"}
	}
	return nil
}

func isRecent(timestamp string, now time.Time) bool {
	if len(timestamp) > longestTimestamp || strings.Trim(timestamp, "0123456789") != "" {
		return false
	}
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	distance := now.Unix() - seconds
	limit := int64(webhookTolerance / time.Second)
	return err == nil && distance <= limit && distance >= -limit
}
