/** A small writer of YAML and tables that is safe for any text. */
import { isRecord } from './catalogue-types.ts';

/** Block style. Text that YAML could read as another value is quoted as a JSON string, which YAML accepts. */
export const yamlOf = (value: unknown): string => `${block(value, '').replace(/^\n/, '')}\n`;

function block(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return value.map((item) => `\n${indent}- ${block(item, `${indent}  `).replace(/^\n\s*/, '')}`).join('');
  }
  if (isRecord(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return '{}';
    return entries
      .map(([name, inside]) => {
        const text = block(inside, `${indent}  `);
        return `\n${indent}${scalar(name)}:${text.startsWith('\n') ? '' : ' '}${text}`;
      })
      .join('');
  }
  return typeof value === 'string' ? scalar(value) : String(value);
}

/** Words that YAML reads as another type. */
const OTHER = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.\d].*)$/i;

const scalar = (text: string): string =>
  /^[\w./@-][\w ./@-]*$/.test(text) && !/[ .]$/.test(text) && !OTHER.test(text) && !text.startsWith('@')
    ? text
    : JSON.stringify(text);

const WIDEST = 40;
const MOST_COLUMNS = 8;

/** One column for each field of the first items whose value is not an object. */
export function tableOf(value: unknown): string {
  const rows = (Array.isArray(value) ? value : [value]).map((row): Readonly<Record<string, unknown>> =>
    isRecord(row) ? row : { value: row as unknown },
  );
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const isPlain = (name: string): boolean =>
    rows.some((row) => row[name] !== null && row[name] !== undefined && typeof row[name] !== 'object');
  const plain = names.filter(isPlain);
  const shown = (plain.length > 0 ? plain : names).slice(0, MOST_COLUMNS);
  if (shown.length === 0) return '';
  const cells = [
    shown.map((name) => name.toUpperCase()),
    ...rows.map((row) => shown.map((name) => cell(row[name]))),
  ];
  const widths = shown.map((_name, column) =>
    Math.max(...cells.map((row) => [...(row[column] ?? '')].length)),
  );
  return cells
    .map(
      (row) =>
        `${row
          .map((text, column) => padded(text, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - [...text].length));

function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/\s+/g, ' ');
  const characters = [...text];
  return characters.length <= WIDEST ? text : `${characters.slice(0, WIDEST - 1).join('')}…`;
}
