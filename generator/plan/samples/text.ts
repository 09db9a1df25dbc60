/**
 * Example strings and numbers: from the format, from the constraints,
 * otherwise from the name of the property.
 */
import type { Constraints } from '../../ir/types.ts';
import { meetsFormat } from './formats.ts';
import { matchPattern } from './pattern.ts';
import type { SampleStyle } from './value.ts';

/**
 * Formats of the OpenAPI and JSON Schema registries. Times are fixed, and hosts are reserved
 * for examples (RFC 2606, RFC 5737).
 */
const FORMATS = new Map([
  ['uri', 'https://example.com'],
  ['url', 'https://example.com'],
  ['iri', 'https://example.com'],
  ['uri-reference', '/example'],
  ['uri-template', 'https://example.com/{id}'],
  ['date-time', '2026-01-31T09:30:00Z'],
  ['date', '2026-01-31'],
  ['time', '09:30:00Z'],
  ['duration', 'P1D'],
  ['email', 'dev@example.com'],
  ['idn-email', 'dev@example.com'],
  ['hostname', 'example.com'],
  ['idn-hostname', 'example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['ip', '192.0.2.1'],
  ['cidr', '192.0.2.0/24'],
  ['uuid', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
  ['byte', 'c2FtcGxl'],
  ['base64', 'c2FtcGxl'],
  ['base64url', 'c2FtcGxl'],
  ['json-pointer', '/id'],
  ['relative-json-pointer', '0'],
  ['regex', '^a+$'],
  ['phone', '+15555550100'],
  ['color', '#3366cc'],
]);

export function sampleText(facts: {
  readonly name: string;
  readonly format?: string | undefined;
  readonly constraints?: Constraints | undefined;
  readonly style: SampleStyle;
}): string {
  const { name, constraints, style } = facts;
  const formatted = facts.format === undefined ? undefined : FORMATS.get(facts.format);
  const named = style.placeholders === 'names' ? name : name === 'id' ? '<id>' : '<value>';
  const least = constraints?.minLength;
  const filled = least !== undefined && least > 0 && least <= 1000 ? 'x'.repeat(least) : undefined;
  const most = constraints?.maxLength;
  // A word that matches the document's pattern is more meaningful than filler.
  const options = [
    formatted,
    ...(constraints?.pattern === undefined ? [filled, named] : [named, filled]),
    most === undefined ? undefined : named.slice(0, Math.max(0, most)),
  ].flatMap((text) => text ?? []);
  const fits = (text: string): boolean => meetsText(text, facts);
  const fitting = options.find(fits);
  if (fitting !== undefined) return fitting;
  const matched = constraints?.pattern === undefined ? undefined : matchPattern(constraints.pattern, fits);
  return matched ?? filled ?? formatted ?? named;
}

/** JSON Schema 2020-12 validation, sections 6.3 and 7.3. An invalid pattern forbids nothing. */
export function meetsText(
  text: string,
  {
    format,
    constraints,
  }: { readonly format?: string | undefined; readonly constraints?: Constraints | undefined },
): boolean {
  if (!meetsFormat(text, format)) return false;
  if (!constraints) return true;
  const length = [...text].length;
  if (constraints.minLength !== undefined && length < constraints.minLength) return false;
  if (constraints.maxLength !== undefined && length > constraints.maxLength) return false;
  if (constraints.pattern === undefined) return true;
  // A repeated group can take exponential time on a long text that does not match,
  // and the expression is untrusted.
  if (length > 24 && /\)[+*{]/.test(constraints.pattern)) return false;
  return compile(constraints.pattern)?.test(text) ?? true;
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    try {
      return new RegExp(pattern);
    } catch {
      return undefined;
    }
  }
}

export function sampleNumber(facts: {
  readonly integer: boolean;
  readonly constraints?: Constraints | undefined;
}): number {
  const { constraints } = facts;
  const step =
    constraints?.multipleOf !== undefined && constraints.multipleOf > 0
      ? constraints.multipleOf
      : facts.integer
        ? 1
        : undefined;
  const lowest =
    constraints?.minimum ??
    (constraints?.exclusiveMinimum === undefined ? undefined : constraints.exclusiveMinimum + (step ?? 1));
  const highest =
    constraints?.maximum ??
    (constraints?.exclusiveMaximum === undefined ? undefined : constraints.exclusiveMaximum - (step ?? 1));
  const inside =
    lowest !== undefined
      ? Math.max(lowest, highest !== undefined && highest < 1 ? lowest : Math.max(lowest, 0))
      : Math.min(highest ?? 1, 1);
  const whole = step === undefined ? inside : Math.ceil(inside / step) * step;
  return meetsNumber(whole, constraints) ? whole : inside;
}

/** JSON Schema 2020-12 validation, section 6.2, without `multipleOf`, whose result depends on rounding. */
export function meetsNumber(value: number, constraints: Constraints | undefined): boolean {
  if (!constraints) return true;
  return (
    (constraints.minimum === undefined || value >= constraints.minimum) &&
    (constraints.maximum === undefined || value <= constraints.maximum) &&
    (constraints.exclusiveMinimum === undefined || value > constraints.exclusiveMinimum) &&
    (constraints.exclusiveMaximum === undefined || value < constraints.exclusiveMaximum)
  );
}
