/**
 * Typed reads of a config's sections. A value of the wrong type has already
 * been reported and reads as absent.
 */
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import { type Origin, at } from '../lib/origin.ts';
import { DURATION } from './schema/parts.ts';

export interface Section {
  readonly value: JsonObject;
  readonly origin: Origin;
}

export interface ConfigEntry {
  readonly key: string;
  readonly value: JsonValue;
  readonly origin: Origin;
}

const EMPTY: JsonObject = {};

export const valueAt = ({ value }: Section, key: string): JsonValue | undefined =>
  Object.hasOwn(value, key) ? (value[key] ?? undefined) : undefined;

/** The section under `key`; empty if it is absent. */
export function sectionAt(section: Section, key: string): Section {
  const value = valueAt(section, key);
  return { value: isJsonObject(value) ? value : EMPTY, origin: at(section.origin, key) };
}

export const hasSection = (section: Section, key: string): boolean => isJsonObject(valueAt(section, key));

/** Members in file order, without the author's own `x-` keys. */
export const entriesOf = (section: Section): readonly ConfigEntry[] =>
  Object.entries(section.value).flatMap(([key, value]) =>
    key.startsWith('x-') ? [] : [{ key, value, origin: at(section.origin, key) }],
  );

export const sectionOf = ({ value, origin }: ConfigEntry): Section => ({
  value: isJsonObject(value) ? value : EMPTY,
  origin,
});

export function itemsAt(section: Section, key: string): readonly ConfigEntry[] {
  const value = valueAt(section, key);
  return Array.isArray(value)
    ? value.map((item: JsonValue, index) => ({
        key: String(index),
        value: item,
        origin: at(section.origin, key, index),
      }))
    : [];
}

export function textAt(section: Section, key: string): string | undefined {
  const value = valueAt(section, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Text, or a number or date that YAML parsed instead of text. */
export function scalarAt(section: Section, key: string): string | undefined {
  const value = valueAt(section, key);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

export function flagAt(section: Section, key: string): boolean | undefined {
  const value = valueAt(section, key);
  return typeof value === 'boolean' ? value : undefined;
}

export function numberAt(section: Section, key: string): number | undefined {
  const value = valueAt(section, key);
  return typeof value === 'number' ? value : undefined;
}

export const textsAt = (section: Section, key: string): readonly string[] =>
  itemsAt(section, key).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));

/** A value out of `values`, or undefined. */
export function choiceAt<T extends string>(
  section: Section,
  key: string,
  values: readonly T[],
): T | undefined {
  const value = valueAt(section, key);
  return values.find((item) => item === value);
}

/** Milliseconds from a number (milliseconds) or an ISO 8601 duration. */
export function millisecondsAt(section: Section, key: string): number | undefined {
  const value = valueAt(section, key);
  if (typeof value === 'number') return value;
  const parts = typeof value === 'string' ? DURATION.exec(value) : null;
  if (parts === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = parts
    .slice(1)
    .map((part) => (part === undefined ? 0 : Number(part)));
  return Math.round(
    (((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) *
      1000,
  );
}

/** Removes keys whose value is undefined, as `exactOptionalPropertyTypes` requires. */
export function defined<T extends object>(
  fields: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept as ReturnType<typeof defined<T>>;
}
