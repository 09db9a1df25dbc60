/**
 * Which texts a `format` allows. Many tools take formats as hints, but a sample that breaks its own says
 * something wrong.
 */
import { fullFormats } from 'ajv-formats/dist/formats.js';

/** Beyond this a text is taken as it is: the expressions for addresses are not made for long texts. */
const LONGEST = 500;

const checks: ReadonlyMap<string, unknown> = new Map(Object.entries(fullFormats));

/** True for formats that nobody has defined, and for those of numbers. */
export function meetsFormat(text: string, format: string | undefined): boolean {
  return format === undefined || text.length > LONGEST || meets(text, checks.get(format));
}

function meets(text: string, check: unknown): boolean {
  if (check instanceof RegExp) return check.test(text);
  if (typeof check === 'function') return Boolean(check(text));
  if (typeof check !== 'object' || check === null || !('validate' in check)) return true;
  return ('type' in check && check.type === 'number') || meets(text, check.validate);
}
