/** Collects every operation of the document in a fixed order: by path, then by verb. */
import { byCodeUnit, sortedBy } from '../../lib/order.ts';
import { type OperationHints, readOperationHints } from '../../openapi/operation-hints.ts';
import { type Context, type DocumentNode, follow, originAt, place } from '../context.ts';
import { objectAt, textAt, valueAt } from '../read.ts';
import { reportMisplaced, reportOddPath } from './oddities.ts';
import { type PathKey, parsePathKey } from './path.ts';

export interface Operation {
  /** `get /servers/{id}`: lower-case verb and the key under `paths` as written. */
  readonly id: string;
  readonly verb: string;
  /** The method as `additionalOperations` spells it. */
  readonly sentVerb?: string;
  readonly pathKey: string;
  readonly path: PathKey;
  readonly pathItem: DocumentNode;
  readonly place: DocumentNode;
  readonly operationId?: string;
  readonly tags: readonly string[];
  readonly hints: OperationHints;
}

const VERBS: readonly string[] = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
];

/** In characters. RFC 9110 section 4.1 requires recipients to support 8,000 octets and no more. */
const LONGEST_PATH = 8000;

/**
 * Operations of `paths`. Those that a hint excludes are reported and not returned,
 * unless `asked` contains their id.
 */
export function collectOperations(context: Context, asked: ReadonlySet<string>): readonly Operation[] {
  const root = place(context, context.documents.root, { document: '', pointer: '' });
  const paths = follow(context, objectAt(root.node, 'paths'), originAt(context, root, 'paths'));
  const operations: Operation[] = [];
  for (const [pathKey, value] of sortedBy(Object.entries(paths?.node ?? {}), ([key]) => key)) {
    if (paths === undefined || pathKey.startsWith('x-') || pathKey === '$ref') continue;
    const pathItem = follow(context, value, originAt(context, paths, pathKey));
    if (pathItem === undefined) continue;
    context.visit('Path Item Object', pathItem.node, pathItem.origin);
    if (pathKey.length > LONGEST_PATH) {
      context.report(
        'path-too-long',
        { path: `${pathKey.slice(0, 60)}…`, length: pathKey.length },
        pathItem.origin,
      );
      continue;
    }
    reportMisplaced(context, pathItem, VERBS);
    reportOddPath(context, pathKey, pathItem);
    for (const operation of operationsOf(context, pathItem)) {
      const found = describe(context, operation, { pathKey, pathItem });
      if (found.hints.ignore !== undefined && !asked.has(found.id))
        context.report(
          'operation-ignored',
          { operation: found.id, keyword: found.hints.ignore },
          found.place.origin,
        );
      else operations.push(found);
    }
  }
  if (operations.length === 0 && !Object.hasOwn(root.node, 'webhooks'))
    context.report('no-operations', {}, (paths ?? root).origin);
  return operations;
}

interface Declared {
  readonly verb: string;
  readonly sentVerb?: string;
  readonly place: DocumentNode;
}

export function operationsOf(context: Context, pathItem: DocumentNode): readonly Declared[] {
  const found: Declared[] = [];
  for (const verb of VERBS) {
    const operation = follow(context, valueAt(pathItem.node, verb), originAt(context, pathItem, verb));
    if (operation === undefined) continue;
    context.visit('Operation Object', operation.node, operation.origin);
    found.push({ verb, place: operation });
  }
  const more = objectAt(pathItem.node, 'additionalOperations');
  for (const [sentVerb, value] of sortedBy(Object.entries(more ?? {}), ([key]) => key)) {
    const operation = follow(context, value, originAt(context, pathItem, 'additionalOperations', sentVerb));
    if (operation === undefined) continue;
    const verb = sentVerb.toLowerCase();
    context.visit('Operation Object', operation.node, operation.origin);
    if (!isToken(sentVerb) || found.some((declared) => declared.verb === verb))
      context.report(
        isToken(sentVerb) ? 'verb-repeated' : 'verb-invalid',
        { verb: sentVerb },
        operation.origin,
      );
    else found.push({ verb, sentVerb, place: operation });
  }
  return found.sort((a, b) => verbRank(a.verb) - verbRank(b.verb) || byCodeUnit(a.verb, b.verb));
}

/** RFC 9110 section 5.6.2. */
const isToken = (text: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(text);

const ORDER = ['get', 'post', 'put', 'patch', 'delete'];
const verbRank = (verb: string): number => (ORDER.includes(verb) ? ORDER.indexOf(verb) : ORDER.length);

function describe(
  { audience }: Context,
  { verb, sentVerb, place: operation }: Declared,
  { pathKey, pathItem }: { readonly pathKey: string; readonly pathItem: DocumentNode },
): Operation {
  const operationId = textAt(operation.node, 'operationId');
  const tags = valueAt(operation.node, 'tags');
  return {
    id: `${verb} ${pathKey}`,
    verb,
    pathKey,
    path: parsePathKey(pathKey),
    pathItem,
    place: operation,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
    hints: readOperationHints(operation.node, pathItem.node, audience),
    ...(sentVerb !== undefined && { sentVerb }),
    ...(operationId !== undefined && operationId.trim() !== '' && { operationId: operationId.trim() }),
  };
}
