/** Methods in a line each, for the rules by which a method without a config is paginated. */
import { missingPart } from '../../generator/ir/pagination/missing.ts';
import { proposePagination } from '../../generator/ir/pagination/propose.ts';
import type { Offered, Pageable } from '../../generator/ir/pagination/request.ts';
import type { ResponseHeader, TypeNode } from '../../generator/ir/types.ts';

const SCALARS: Readonly<Record<string, string>> = { s: 'string', i: 'integer', n: 'number', b: 'boolean' };

/**
 * `next:s?!uri=x>1~/x"Type"'Words_of_it'`: the name, the type (text, integer, number, flag, unknown, object,
 * array of texts), then null, format, default, minimum, example, description of the type, and of the part.
 * `data.next:s` is in an object; `items[id slug:s]` is an array of objects.
 */
const PART =
  /^([\w.$@-]*)(?:\[([^\]]*)\])?(?::(\w)(\?)?)?(?:!([\w-]+))?(?:=(\w+))?(?:>(\d+))?(?:~([^'"]+))?(?:"([^"]*)")?(?:'(.*)')?$/;

interface Part {
  readonly name: string;
  readonly offered: Offered;
}

const object = (parts: readonly Part[]): TypeNode => {
  const names = [...new Set(parts.map(({ name }) => name.split('.')[0] ?? ''))];
  const properties = names.map((name) => {
    const own = parts.find((part) => part.name === name);
    const inner = parts
      .filter((part) => part.name.startsWith(`${name}.`))
      .map((part) => ({ ...part, name: part.name.slice(name.length + 1) }));
    return { name, required: true, ...(own?.offered ?? { type: object(inner) }) };
  });
  return { kind: 'object', bases: [], properties } as unknown as TypeNode;
};

const split = (text: string): readonly string[] => text.match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? [];

function partOf(text: string): Part {
  const found = PART.exec(text);
  if (found === null) throw new Error(`no part ${text}`);
  const [, name = '', item, letter = 's', nullable, format, first, minimum, example, own, description] =
    found;
  const more = {
    ...(first !== undefined && { default: /^\d+$/.test(first) ? Number(first) : first }),
    ...(minimum !== undefined && { constraints: { minimum: Number(minimum) } }),
    ...(example !== undefined && { examples: [example] }),
    ...(format !== undefined && { format }),
    ...(own !== undefined && { description: own.replaceAll('_', ' ') }),
  };
  const array = (items: TypeNode): object => ({ kind: 'array', items });
  const plain =
    item !== undefined
      ? array(object(split(item).map(partOf)))
      : letter === 'a'
        ? array({ kind: 'scalar', scalar: 'string' } as TypeNode)
        : letter === 'u'
          ? { kind: 'unknown' }
          : letter === 'o'
            ? object([])
            : { kind: 'scalar', scalar: SCALARS[letter] };
  const type = { ...plain, ...more } as unknown as TypeNode;
  const whole = nullable === undefined ? type : ({ kind: 'nullable', type } as TypeNode);
  const words = description?.replaceAll('_', ' ');
  return { name, offered: { type: whole, ...(words !== undefined && { description: words }) } };
}

export interface Paged {
  readonly query?: string;
  readonly body?: string;
  readonly result?: string;
  readonly headers?: string;
  /** False for a method that may change something. */
  readonly reads?: boolean;
}

function pageableOf({ query = '', body = '', result, headers = '' }: Paged): Pageable {
  const map = (text: string) =>
    new Map(
      split(text)
        .map(partOf)
        .map(({ name, offered }) => [name, offered]),
    );
  const parts = split(result ?? '').map(partOf);
  const [first] = parts;
  const isArray = first?.name === '';
  return {
    ...{ query: map(query), body: map(body), required: new Set() },
    ...(result !== undefined && { result: isArray ? first.offered.type : object(parts) }),
    headers: split(headers)
      .map(partOf)
      .map(({ name, offered }) => ({ name, ...offered }) as unknown as ResponseHeader),
  };
}

/** `cursor: items=data next_cursor_param=cursor`; undefined where nothing is paginated. */
export function proposed(paged: Paged): string | undefined {
  const found = proposePagination(new Map(), pageableOf(paged), paged.reads ?? true);
  if (found === undefined) return undefined;
  const uses = found.purposes.map(
    ({ purpose, path, header }) =>
      `${purpose}=${path.join('.')}${header === undefined ? '' : ' in a header'}`,
  );
  const { type, paramLocation, params, topLevelArray, firstPage } = found;
  return [
    `${type} ${paramLocation} (${params.join(', ')}):`,
    ...uses,
    ...(topLevelArray ? ['of an array'] : []),
    ...(firstPage === undefined ? [] : [`from ${firstPage}`]),
  ].join(' ');
}

export const missing = (paged: Paged): string | undefined => missingPart(new Map(), pageableOf(paged));
