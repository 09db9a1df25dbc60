/** Converts times and 64-bit integers in parsed JSON, in place. */
import { Stream } from '../streaming.ts';
import type { Attempt } from './attempt.ts';
import { digitsOf } from './json.ts';
import type { StreamDecoder } from './request-options.ts';

/** Where a JSON value contains times and 64-bit integers. */
export type Shape =
  /** A text (RFC 3339 section 5.6) that becomes a `Date`. */
  | 'time'
  /** An integer that becomes a bigint. */
  | 'int64'
  /** Nothing to convert. */
  | 'plain'
  /** A shape that may contain itself. */
  | (() => Shape)
  | { readonly items: Shape }
  | { readonly tuple: readonly Shape[]; readonly rest?: Shape }
  /** An object; `rest` is the shape of the properties that are not listed. */
  | { readonly fields: { readonly [name: string]: Shape }; readonly rest?: Shape }
  /** Several shapes of one value. */
  | { readonly all: readonly Shape[] }
  /** The shape depends on the text in a property. */
  | { readonly tag: string; readonly cases: { readonly [value: string]: Shape } };

/** Shapes by status: `200`, `2XX` or `default`. */
export type Shapes = { readonly [status: string]: Shape };

/** Converts the body of a response. */
export type Decode = (body: unknown, status: number) => unknown;

/** For the request option `__decode`. */
export const decoder =
  (shapes: Shapes): Decode =>
  (body, status) => {
    const shape = shapes[status] ?? shapes[`${Math.trunc(status / 100)}XX`] ?? shapes['default'];
    return shape === undefined ? body : convert(body, shape);
  };

/** A stream whose values are converted. */
export const decodedStream =
  <T>(decode: StreamDecoder<Stream<T>>, shape: Shape): StreamDecoder<Stream<T>> =>
  (response: Response, attempt: Attempt) => {
    const stream = decode(response, attempt);
    const converted = async function* () {
      for await (const value of stream) {
        yield convert(value, shape);
      }
    };
    return new Stream(converted, stream.controller, stream.progress);
  };

/** The value with everything converted that its shape lists. What does not have the declared form is unchanged. */
export function convert<T>(value: T, shape: Shape, digits?: string): T;
export function convert(value: unknown, shape: Shape, digits?: string): unknown {
  if (typeof shape === 'function') {
    return convert(value, shape(), digits);
  }
  if (shape === 'time') {
    return timeOf(value);
  }
  if (shape === 'int64') {
    return typeof value === 'number' && Number.isInteger(value) ? BigInt(digits ?? value) : value;
  }
  if (shape === 'plain') {
    return value;
  }
  if ('all' in shape) {
    return shape.all.reduce((converted, part) => convert(converted, part, digits), value);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const holder = value as Record<string, unknown>;
  if ('tag' in shape) {
    const tag = String(holder[shape.tag]);
    return Object.hasOwn(shape.cases, tag) ? convert(value, shape.cases[tag] ?? 'plain') : value;
  }
  if (Array.isArray(value) === 'fields' in shape) {
    return value;
  }
  for (const name of Object.keys(holder)) {
    const inner =
      'items' in shape
        ? shape.items
        : 'tuple' in shape
          ? (shape.tuple[Number(name)] ?? shape.rest)
          : Object.hasOwn(shape.fields, name)
            ? shape.fields[name]
            : shape.rest;
    if (inner !== undefined) {
      holder[name] = convert(holder[name], inner, digitsOf(holder, name));
    }
  }
  return value;
}

/** Times have an offset; without it a `Date` would depend on the time zone of the reader. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

function timeOf(value: unknown): unknown {
  if (typeof value !== 'string' || !TIME.test(value)) {
    return value;
  }
  const time = new Date(value.toUpperCase());
  return Number.isNaN(time.getTime()) ? value : time;
}
