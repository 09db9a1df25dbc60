/**
 * The fields of OpenAPI's objects that the build reads. Any other field has no effect, which
 * is reported once for each field.
 */
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import { byCodeUnit } from '../../lib/order.ts';

/** Keyed by the object names of OpenAPI 3.1 section 4.8 and 3.2 section 4. */
const READ = {
  'OpenAPI Object': 'openapi info servers paths webhooks components security tags swagger $self',
  'Info Object': 'title summary description version license',
  'Tag Object': '$ref name summary description parent',
  'Path Item Object':
    '$ref summary description servers parameters get put post delete options head patch trace query additionalOperations',
  'Operation Object':
    'tags summary description operationId parameters requestBody responses deprecated security servers',
  'Parameter Object':
    '$ref name in description required deprecated schema content style explode allowReserved example examples summary',
  'Request Body Object': '$ref content required',
  'Media Type Object': '$ref schema example examples encoding',
  'Media Type Object of a sequence': '$ref schema example examples encoding itemSchema',
  // The documentation shows the type of a response, not its examples.
  'Media Type Object of a response': '$ref schema encoding',
  'Media Type Object of a response that is a sequence': '$ref schema encoding itemSchema',
  'Encoding Object': 'contentType style explode allowReserved',
  'Response Object': '$ref summary description headers content links',
  'Header Object': '$ref schema content',
  'Security Scheme Object': '$ref type description name in scheme bearerFormat flows openIdConnectUrl',
  'OAuth Flows Object':
    'clientCredentials application password implicit authorizationCode accessCode deviceAuthorization',
  'OAuth Flow Object': 'scopes tokenUrl authorizationUrl',
} as const;

export type ObjectKind = keyof typeof READ;
const read: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(READ).map(([kind, names]) => [kind, new Set(names.split(' '))]),
);

export interface FieldCoverage {
  readonly visit: (kind: ObjectKind, node: JsonObject, origin: Origin) => void;
  readonly notes: () => readonly Diagnostic[];
}

export function createFieldCoverage(): FieldCoverage {
  const ignored = new Map<
    string,
    { readonly kind: string; readonly field: string; readonly origin: Origin; count: number }
  >();
  const seen = new Set<JsonObject>();
  return {
    visit: (kind, node, origin) => {
      if (seen.has(node)) return;
      seen.add(node);
      const known = read.get(kind);
      for (const field of Object.keys(node)) {
        if (known === undefined || known.has(field) || field.startsWith('x-')) continue;
        const key = `${kind} ${field}`;
        const entry = ignored.get(key);
        if (entry === undefined) ignored.set(key, { kind, field, origin: at(origin, field), count: 1 });
        else entry.count += 1;
      }
    },
    notes: () =>
      [...ignored.values()]
        .sort((a, b) => byCodeUnit(a.kind, b.kind) || byCodeUnit(a.field, b.field))
        .map(({ kind, field, count, origin }) =>
          diagnostic('field-ignored', { kind, field, count }, { origin }),
        ),
  };
}
