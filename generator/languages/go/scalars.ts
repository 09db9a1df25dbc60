/** Scalars of the document as Go types. */
import type { ScalarType } from '../../ir/types.ts';
import { code } from './code.ts';
import type { GoType, Way } from './types.ts';

const TEXT: GoType = { text: code`string`, kind: 'scalar' };

export function scalarType({ scalar, format }: ScalarType, way: Way): GoType {
  switch (scalar) {
    case 'string':
      return format === 'date' || format === 'date-time'
        ? { text: code`time.Time`, kind: 'scalar', format }
        : TEXT;
    case 'integer':
      return { text: code`int64`, kind: 'scalar' };
    case 'number':
      return { text: code`float64`, kind: 'scalar' };
    case 'boolean':
      return { text: code`bool`, kind: 'scalar' };
    case 'binary':
      return way === 'request' ? { text: code`io.Reader`, kind: 'reader' } : TEXT;
    case 'null':
      return { text: code`any`, kind: 'any' };
    default:
      return scalar satisfies never;
  }
}
