/** Detects a list that was complete and is now paginated: deployed clients silently lose the rest. */
import { CURSOR, MORE_CURSORS, OFFSET, PAGE, SIZE } from '../../ir/pagination/vocabulary.ts';
import type { Api, Content, Method, TypeNode } from '../../ir/types.ts';
import type { Origin } from '../../lib/origin.ts';
import { snake } from '../../lib/words.ts';
import type { MethodSurface } from '../surface.ts';
import { resultOf, schemeOf } from './pages.ts';
import { type Compared, own } from './place.ts';
import { type Schemas, membersOfObject, resolve, withoutNull } from './shape.ts';
import type { Walk } from './walk.ts';
import { type Subject, parameterSubject, textSubject } from '../subject.ts';

/** A query parameter or a property of the body. */
interface Offered {
  readonly name: string;
  readonly isQuery: boolean;
  readonly subject: Subject;
  readonly type: TypeNode;
  readonly required: boolean;
  readonly origin: Origin;
}

/**
 * Reports the first new optional argument that paginates the list. A new required argument is already
 * breaking, and a list that had such an argument was already paginated.
 */
export function compareListLength(
  apis: { readonly base: Api; readonly revision: Api },
  walk: Walk,
  { a, b, user, findings }: Compared,
): void {
  if (isInParts(apis.base, a) || offered(a.method, walk.base).some(isPaging)) return;
  if (!isList(resultOf(a), walk.base) || !isList(resultOf(b), walk.revision)) return;
  const fresh = offered(b.method, walk.revision).filter((item) => isPaging(item) && !item.required);
  const limits = fresh.map((item) => ({ parameter: item, value: defaultOf(item, walk.revision) }));
  const limit =
    limits.find(({ parameter, value }) => isSize(parameter) && value !== undefined) ??
    limits.find(({ parameter, value }) => PAGE.has(snake(parameter.name)) && value !== undefined) ??
    (isInParts(apis.revision, b) ? limits[0] : undefined);
  if (limit === undefined) return;
  const { parameter, value } = limit;
  findings.own.push(
    own(
      'list-shortened',
      {
        subject: parameter.subject,
        message:
          value === undefined
            ? 'is new, and the list that came whole is divided into pages'
            : `is new and ${String(value)} where it is not sent: the list that came whole may be cut off`,
        ...(value === undefined ? { adjust: { wire: 'depends' } } : { after: String(value) }),
        revision: parameter.origin,
      },
      user,
      parameter.isQuery ? 'query' : 'body',
    ),
  );
}

/** A `fake_page` is a complete list with the methods of a page. */
const isInParts = (api: Api, method: MethodSurface): boolean =>
  (schemeOf(api, method)?.type ?? 'fake_page') !== 'fake_page';

const isSize = ({ name }: Offered): boolean => SIZE.has(snake(name));
const isPaging = ({ name }: Offered): boolean =>
  [SIZE, PAGE, OFFSET, CURSOR, MORE_CURSORS].some((words) => words.has(snake(name)));

function defaultOf({ type }: Offered, schemas: Schemas): number | undefined {
  const target = resolve(type, schemas);
  const value = type.default ?? target?.default ?? (target && withoutNull(target)?.default);
  return typeof value === 'number' ? value : undefined;
}

function offered({ parameters, body }: Method, schemas: Schemas): readonly Offered[] {
  const content = body?.contents[body.chosen];
  const object = content === undefined ? undefined : withoutNull(content.type);
  const target = object === undefined ? undefined : resolve(object, schemas);
  const properties =
    target?.kind === 'object' ? [...membersOfObject(target, schemas).properties.values()] : [];
  return [
    ...parameters
      .filter((parameter) => parameter.in === 'query')
      .map((parameter) => ({
        ...parameter,
        isQuery: true,
        subject: parameterSubject(
          'query',
          schemas.names?.argument(parameter.name, parameter.alias) ?? parameter.name,
        ),
      })),
    ...properties.map((property) => ({
      ...property,
      isQuery: false,
      subject: textSubject(
        `request body property ${schemas.names?.property(property.name) ?? property.name}`,
      ),
    })),
  ];
}

/** Whether the content is a list or an object that contains one. */
function isList(content: Content | undefined, schemas: Schemas): boolean {
  if (content?.kind !== 'json') return false;
  const target = listed(content.type, schemas);
  return (
    target?.kind === 'array' ||
    (target?.kind === 'object' &&
      [...membersOfObject(target, schemas).properties.values()].some(
        (property) => listed(property.type, schemas)?.kind === 'array',
      ))
  );
}

function listed(type: TypeNode, schemas: Schemas): TypeNode | undefined {
  const target = resolve(type, schemas);
  const plain = target === undefined ? undefined : withoutNull(target);
  return plain === undefined ? undefined : resolve(plain, schemas);
}
