/** `select`: keeps only the named fields of a response, for example `id,owner.name`. */
import { isRecord } from './catalogue-types.ts';

interface Wanted {
  /** The whole value is kept. */
  isWhole: boolean;
  readonly fields: Map<string, Wanted>;
}

export function select(value: unknown, text: string): unknown {
  const root: Wanted = { isWhole: false, fields: new Map() };
  for (const path of text.split(',').slice(0, 200)) {
    let place = root;
    const names = path
      .trim()
      .split('.')
      .filter((name) => name !== '');
    for (const name of names) {
      const next = place.fields.get(name) ?? { isWhole: false, fields: new Map() };
      place.fields.set(name, next);
      place = next;
    }
    if (names.length > 0) place.isWhole = true;
  }
  return root.fields.size === 0 ? value : pick(value, root);
}

/** In a list, a name selects that field of every element. */
function pick(value: unknown, wanted: Wanted): unknown {
  if (wanted.isWhole && wanted.fields.size === 0) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, wanted));
  if (!isRecord(value)) return value;
  const entries = [...wanted.fields].flatMap(([name, inside]): [string, unknown][] =>
    Object.hasOwn(value, name) ? [[name, pick(value[name], inside)]] : [],
  );
  return Object.fromEntries(entries);
}
