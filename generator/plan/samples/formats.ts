/**
 * Checks texts against a `format`. Many tools treat formats as hints, but a sample that
 * violates its own format is misleading.
 */
import { fullFormats } from 'ajv-formats/dist/formats.js';

/** Longer text is accepted unchecked, because the expressions for addresses are slow on long text. */
const LONGEST = 500;

const checks: ReadonlyMap<string, unknown> = new Map(Object.entries(fullFormats));

/** True also for unknown formats and for those of numbers. */
export function meetsFormat(text: string, format: string | undefined): boolean {
  return format === undefined || text.length > LONGEST || meets(text, checks.get(format));
}

function meets(text: string, check: unknown): boolean {
  if (check instanceof RegExp) return check.test(text);
  if (typeof check === 'function') return Boolean(check(text));
  if (typeof check !== 'object' || check === null || !('validate' in check)) return true;
  return ('type' in check && check.type === 'number') || meets(text, check.validate);
}
