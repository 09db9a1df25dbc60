/** JSON to be read: what fits stands in one line; a place of the document is its pointer. */
export function print(value: unknown, indent = ''): string {
  const whole = JSON.stringify(value, (_key, each: unknown) => pointed(each));
  if (whole === undefined || whole.length + indent.length <= 108) return whole ?? 'undefined';
  const inner = `${indent}  `;
  const plain = pointed(value);
  if (Array.isArray(plain))
    return `[\n${plain.map((each) => `${inner}${print(each, inner)}`).join(',\n')}\n${indent}]`;
  if (plain === null || typeof plain !== 'object') return whole;
  const members = Object.entries(plain)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => `${inner}${JSON.stringify(key)}: ${print(each, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function pointed(value: unknown): unknown {
  if (value instanceof Map) return [...value];
  if (value instanceof Set) return [...value];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { document, pointer, ...more } = value as { document?: unknown; pointer?: unknown };
  return typeof document === 'string' && typeof pointer === 'string' && Object.keys(more).length === 0
    ? `${document === 'openapi.yml' ? '' : document}#${pointer}`
    : value;
}
