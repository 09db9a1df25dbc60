"""Hostile servers, and what becomes of credentials: the twin of `test/security` for TypeScript."""

from __future__ import annotations

import json
import time
import pickle
import logging
from typing import Any

import httpx
import pytest

import acme
from acme._auth import api_key
from acme._path import path_template
from acme._lines import ValueReader
from acme._parse import parse_body
from acme._models import BaseModel
from acme._options import Events, EventRule
from acme._progress import Progress
from acme._webhooks import verify, unsafe_unwrap
from acme._exceptions import NotFoundError, APIWebhookValidationError, APIResponseValidationError

DEEP = b"[" * 200_000


class Model(BaseModel):
    id: str


def response_of(content: bytes, status: int = 200) -> httpx.Response:
    request = httpx.Request("GET", "https://acme.test/a?api_key=query-secret", headers={"Authorization": "Bearer s3"})
    headers = {"content-type": "application/json", "set-cookie": "session=s3"}
    return httpx.Response(status, content=content, headers=headers, request=request)


def answering(answer: Any) -> Any:
    transport = httpx.MockTransport(lambda _: answer)
    return acme.Acme(
        api_key="secret-key", base_url="https://acme.test", max_retries=0, http_client=httpx.Client(transport=transport)
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty body"),
        (b"null", "null"),
        (b"[]", "a list"),
        (b'"text"', "text"),
        (b"1", "a number"),
        (b"true", "a boolean"),
        (DEEP, "Invalid JSON"),
        (b'{"a":' * 200_000, "Invalid JSON"),
        (b"<html>", "Invalid JSON"),
    ],
)
def test_a_model_that_did_not_come(content: bytes, says: str) -> None:
    with pytest.raises(APIResponseValidationError, match=says) as caught:
        parse_body(response_of(content), {}, Model, False)
    assert caught.value.status_code == 200


def test_nothing_is_no_model() -> None:
    assert parse_body(response_of(b"", 204), {}, Model, False) is None
    assert parse_body(response_of(b""), {}, object, False) is None
    assert parse_body(response_of(b"[]"), {}, list[Model], False) == []


def test_an_error_whose_json_is_too_deep_keeps_its_status() -> None:
    with answering(httpx.Response(404, content=DEEP)) as client, pytest.raises(NotFoundError) as caught:
        client.get("/a", cast_to=object)
    assert caught.value.status_code == 404


def test_numbers_of_thousands_of_digits() -> None:
    digits = "1" * 5000
    reader = ValueReader(Events(), lambda data: data, response_of(b""), Progress())
    assert list(reader.feed(f'retry: {digits}\ndata: {{"a":1}}\n\n'.encode())) == [{"a": 1}]
    headers = {"webhook-id": "a", "webhook-timestamp": digits, "webhook-signature": "v1,AA=="}
    with pytest.raises(APIWebhookValidationError):
        verify("{}", headers=headers, key="whsec_AAAA")
    with pytest.raises(APIWebhookValidationError):
        unsafe_unwrap(DEEP)
    assert time.time() > 0


def test_the_usual_mark_of_the_end() -> None:
    progress = Progress()
    reader = ValueReader(Events(), lambda data: data, response_of(b""), progress)
    assert list(reader.feed(b'data: {"a":1}\n\ndata: [DONE]\n\ndata: {"a":2}\n\n')) == [{"a": 1}]
    assert progress.is_done


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_no_number_in_a_path(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        path_template("/a/{id}", id=value)


def test_a_pickled_error_holds_no_credential() -> None:
    transport = httpx.MockTransport(
        lambda _: httpx.Response(404, json={"message": "no"}, headers={"set-cookie": "s=cookie-secret"})
    )
    with (
        acme.Acme(
            api_key="secret-key",
            base_url="https://acme.test",
            max_retries=0,
            http_client=httpx.Client(transport=transport),
        ) as client,
        pytest.raises(NotFoundError) as caught,
    ):
        client.get("/a?token=query-secret", cast_to=object, options={"headers": {"X-Mine": "own-secret"}})
    raw = pickle.dumps(caught.value)
    assert b"secret" not in raw
    back = pickle.loads(raw)
    assert (back.status_code, back.body, str(back)) == (404, {"message": "no"}, str(caught.value))
    assert (back.response.json(), back.request.method, back.request.url.path) == ({"message": "no"}, "GET", "/a")


def test_a_query_credential_does_not_follow_a_redirect() -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        # As servers do that only move: with the query of the request.
        location = f"https://thief.test/b?{request.url.query.decode()}&kept=1"
        is_first = request.url.host == "acme.test"
        return httpx.Response(307, headers={"location": location}) if is_first else httpx.Response(200, json={})

    class Signed(acme.Acme):
        @property
        def _auth_schemes(self) -> Any:
            return {"key": api_key("query", "sid", "query-secret")}

    with Signed(
        api_key="a", base_url="https://acme.test", http_client=httpx.Client(transport=httpx.MockTransport(answer))
    ) as client:
        client.get("/a", cast_to=object)
    assert seen == ["https://acme.test/a?sid=query-secret", "https://thief.test/b?kept=1"]


@pytest.mark.parametrize("mode", ["status", "stream", "raw"])
def test_the_request_of_an_error_holds_no_credential(mode: str) -> None:
    event = b"event: error\ndata: {}\n\n"
    answer = httpx.Response(200, content=event) if mode == "stream" else httpx.Response(404, json={"error": "gone"})

    class Signed(acme.Acme):
        @property
        def _auth_schemes(self) -> Any:
            return {"key": api_key("query", "sid", "query-secret"), "head": api_key("header", "X-Sid", "head-secret")}

    with (
        Signed(
            api_key="a",
            base_url="https://acme.test",
            max_retries=0,
            http_client=httpx.Client(transport=httpx.MockTransport(lambda _: answer)),
        ) as client,
        pytest.raises(acme.APIError) as caught,
    ):
        path = path_template("/a/{id}", id="id-secret")
        options: Any = {"security": [("key", "head")], "headers": {"Cookie": "s=cookie-secret", "X-A": "kept"}}
        if mode == "stream":
            error_rule = Events(rules=(EventRule("error", event_type="error"),))
            list(
                client.post(
                    path,
                    cast_to=object,
                    body={"password": "body-secret"},
                    options={**options, "events": error_rule},
                    stream=True,
                    stream_cls=acme.Stream[object],
                )
            )
        else:
            if mode == "raw":
                options["headers"]["\0response"] = "raw"
            client.post(path, cast_to=object, body={"password": "body-secret"}, options=options)
    error = caught.value
    request: Any = error.request
    assert str(error).endswith("(POST /a/{id})")
    assert isinstance(request, httpx.Request)
    assert (request.method, request.url.path, request.headers["x-a"]) == ("POST", "/a/id-secret", "kept")
    shown = f"{error} {request.url} {request.headers.multi_items()} {request.content!r}"
    assert shown.replace("id-secret", "").count("secret") == 0
    assert answer.request is request


def test_errors_are_called_as_they_are_imported() -> None:
    assert NotFoundError.__module__ == "acme"
    assert NotFoundError is acme.NotFoundError
    assert acme.AcmeError.__module__ == "acme"


def test_what_is_printed_has_no_credential() -> None:
    with acme.Acme(api_key="secret-key", base_url="https://me:secret@acme.test/v1?key=secret") as client:
        assert repr(client) == "Acme(base_url='https://***@acme.test/v1?key=***')"
    with answering(httpx.Response(200, json={"id": "a"})) as client:
        raw = client.servers.with_raw_response.retrieve("a")
    assert repr(raw) == "<APIResponse [200 OK] type=Server>"


def test_httpx_logs_no_credential(caplog: pytest.LogCaptureFixture) -> None:
    from acme._log import hide_in_httpx

    hide_in_httpx(frozenset(["sig"]))
    with caplog.at_level(logging.INFO, logger="httpx"):
        with httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200))) as client:
            client.get("https://acme.test/a?sig=hidden&token=hidden&page=1")
    assert "page=1" in caplog.text
    assert "hidden" not in caplog.text


@pytest.mark.parametrize("text", ['data: {"a":1}\n\n', 'data: {"a":1}\n\ndata: [DONE]\n\n'])
def test_a_stream_from_a_response_that_was_read(text: str) -> None:
    headers = {"content-type": "text/event-stream"}
    with answering(httpx.Response(200, content=text.encode(), headers=headers)) as client:
        stream = client.get("/events", cast_to=object, stream=True, stream_cls=acme.Stream[object])
        assert json.dumps(list(stream)) == '[{"a": 1}]'
