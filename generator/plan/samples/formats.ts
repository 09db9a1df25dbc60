/** Which texts a `format` allows. Many tools take formats as hints, but a sample that breaks its own says something wrong. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';

/** Beyond this a text is taken as it is: the expressions for addresses are not made for long texts. */
const LONGEST = 500;

const ajv = new Ajv2020({ strict: false, logger: false, formats: fullFormats });
const known = new Set<string>(Object.keys(fullFormats));
const checks = new Map<string, ValidateFunction>();

/** True for formats that nobody has defined. */
export function meetsFormat(text: string, format: string | undefined): boolean {
  if (format === undefined || text.length > LONGEST || !known.has(format)) return true;
  const check = checks.get(format) ?? ajv.compile({ type: 'string', format });
  checks.set(format, check);
  return check(text);
}
