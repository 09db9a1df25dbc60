/**
 * Every field of the intermediate representation: changing it changes the report, or stands here with the
 * reason why it must not.
 */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import type { Api } from '../../generator/ir/types.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../generator/lib/json.ts';
import { projectRoot } from '../support/shared.ts';
import { sdkOfFiles } from '../support/sdk.ts';

const HEADERS = 'receivers read headers themselves; the SDK reads only those of the signature';
const DERIVED = 'follows from other fields, which are compared';
const TOLD_OF_SCHEME = 'a scheme is compared where methods page by it';
const CUT = 'without it the value is no Api; what may stand there is compared';

/** Silent on purpose. */
const REASONS: Readonly<Record<string, string>> = {
  'api.client': CUT,
  'api.info': CUT,
  'api.root': CUT,
  'api.kind': CUT,
  'api.client.casings': 'names are compared as the document spells them',
  'api.client.casings[].camel': 'names are compared as the document spells them',
  'api.client.casings[].initialism': 'names are compared as the document spells them',
  'api.client.casings[].pascal': 'names are compared as the document spells them',
  'api.client.casings[].whole': 'names are compared as the document spells them',
  'api.client.casings[].word': 'names are compared as the document spells them',
  'api.client.isNameGiven': 'names are compared as the document spells them',
  'api.client.edition': 'what an edition decides is compared',
  'api.client.sortProperties': 'order of properties has no effect on programs',
  'api.client.options[].description': 'not in the document',
  'api.client.options[].nullable': 'the option can be left out or not, which is told',
  'api.client.options[].required': 'read from the environment, so it can be left out',
  'api.client.options[].values': 'known values beside any text',
  'api.info.contact': 'about the API, not what it does',
  'api.info.docsURL': 'about the API, not what it does',
  'api.info.license': 'about the API, not what it does',
  'api.info.organization': 'about the API, not what it does',
  'api.info.version': 'judged with the other changes',
  'api.tags': 'texts of pages',
  'api.tags[].name': 'texts of pages',
  'api.tags[].description': 'texts of pages',
  'resource.description': 'texts of pages',
  'method.path': 'compared by its parts',
  'method.hidden': 'hides it from pages',
  'method.samples': 'texts of pages',
  'method.samples[].language': 'texts of pages',
  'method.samples[].source': 'texts of pages',
  'method.deprecated.message': 'that it is deprecated is told',
  'method.body.chosen': DERIVED,
  'method.body.contents[].kind': DERIVED,
  'method.responses[].contents[].kind': DERIVED,
  'method.body.contents[].type': CUT,
  'method.responses[].contents[].type': CUT,
  'method.parameters[].type': CUT,
  'method.responses[].headers[].type': CUT,
  'method.streaming.event': CUT,
  'method.parameters[].styled': 'style and explode, which follow from it, are compared',
  'method.servers[].name': 'no choice of the caller',
  'method.pagination.item': DERIVED,
  'type:array.items': CUT,
  'type:object.properties[].type': CUT,
  'type:object.properties[].default': 'that of its type, which is compared',
  'type:nullable.type': CUT,
  'type:object.nameHints': 'names of types are compared where they are declared',
  'type:scalar.deprecated': 'a strike-through in editors',
  'type:literal.default': 'a constant is its own default',
  'type:unknown.reason': 'why nothing is known',
  'type:union.mode': 'anyOf and oneOf are one union, unless a value fits two members of a oneOf',
  'type:union.discriminator.explicit': DERIVED,
  'type:union.discriminator.mapping': DERIVED,
  'type:union.open': 'to which kind of value: that of the list',
  'type:ref.id': CUT,
  'api.schemas[].name': 'types are matched by shape, place and name',
  'api.schemas[].usedIn': DERIVED,
  'api.webhooks[].body.chosen': DERIVED,
  'api.webhooks[].body.contents[].kind': DERIVED,
  'api.webhooks[].body.contents[].type': CUT,
  'api.webhooks[].body.required': 'the receiver cannot tell',
  'api.webhooks[].callback.expression': 'where the API sends it, by its own rule',
  'api.webhooks[].callback.name': DERIVED,
  'api.webhooks[].parameters': HEADERS,
  'api.webhooks[].parameters[].allowReserved': HEADERS,
  'api.webhooks[].parameters[].explode': HEADERS,
  'api.webhooks[].parameters[].in': HEADERS,
  'api.webhooks[].parameters[].name': HEADERS,
  'api.webhooks[].parameters[].required': HEADERS,
  'api.webhooks[].parameters[].style': HEADERS,
  'api.webhooks[].parameters[].styled': HEADERS,
  'api.webhooks[].parameters[].type': HEADERS,
  ...Object.fromEntries(
    [
      'continueOnEmptyItems',
      'paramLocation',
      'purposes',
      'purposes[].header',
      'purposes[].path',
      'purposes[].purpose',
      'request',
      'response',
      'topLevelArray',
      'type',
    ].map((key) => [`api.paginationSchemes[].${key}`, TOLD_OF_SCHEME]),
  ),
};

type Path = readonly (string | number)[];

/** Kinds of the types, inside which a field has the same meaning wherever the type stands. */
const KINDS = new Set([
  'object',
  'array',
  'tuple',
  'record',
  'union',
  'intersection',
  'nullable',
  'ref',
  'scalar',
  'literal',
  'unknown',
  'never',
]);

/** The paths of each field, by the kind of its owner: `method.servers[].url`, `type:array.items`. */
function fieldsOf(api: JsonObject): ReadonlyMap<string, readonly Path[]> {
  const found = new Map<string, Path[]>();
  const visit = (node: JsonValue, path: Path, name: string): void => {
    if (Array.isArray(node)) {
      node.forEach((item: JsonValue, index) => visit(item, [...path, index], `${name}[]`));
      return;
    }
    if (!isJsonObject(node)) return;
    const kind = node['kind'];
    const owner =
      typeof kind === 'string' && KINDS.has(kind) && name !== 'api'
        ? `type:${kind}`
        : name
            .replace(/^(?:api\.root|resource)(?:\.children\[\])?$/, 'resource')
            .replace(/^resource\.methods\[\]/, 'method');
    for (const [key, value] of Object.entries(node)) {
      const field = `${owner}.${key}`;
      if (
        key === 'origin' ||
        key === 'provenance' ||
        (owner.startsWith('type:') && key === 'kind') ||
        field.includes('.example')
      )
        continue;
      found.set(field, [...(found.get(field) ?? []), [...path, key]]);
      visit(value, [...path, key], field);
    }
  };
  visit(api, [], 'api');
  return found;
}

/** The same with another value in one place; undefined where there is none to take away. */
function changed(api: JsonObject, path: Path): JsonObject | undefined {
  const copy = structuredClone(api);
  const owner = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => Reflect.get(at as object, key), copy) as Record<string, unknown>;
  const key = String(path.at(-1));
  const value = owner[key];
  if (typeof value === 'boolean') owner[key] = !value;
  else if (typeof value === 'number') owner[key] = value + 1;
  else if (typeof value === 'string') owner[key] = `${value}x`;
  else if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    owner[key] = value.slice(0, -1);
  } else delete owner[key];
  return copy;
}

function isTold(before: JsonObject, after: JsonObject): boolean {
  try {
    return diffApis(before as unknown as Api, after as unknown as Api, { today: '2026-11-22' }).some(
      (one) => one.rule !== 'version-not-raised',
    );
  } catch {
    return false;
  }
}

/** Of the places of one field so many are tried. */
const MOST = 6;

test('what is silent is silent for a reason', async () => {
  const told = new Map<string, boolean>();
  for (const spec of ['bookshop', 'smithery', 'registry']) {
    const { generation } = await sdkOfFiles(join(projectRoot, `specs/${spec}/openapi.yml`), {
      config: join(projectRoot, `specs/${spec}/sdkwright.yml`),
      only: () => false,
    });
    const api = JSON.parse(JSON.stringify(generation?.api)) as JsonObject;
    for (const [field, paths] of fieldsOf(api)) {
      const step = Math.max(1, Math.floor(paths.length / MOST));
      for (const path of paths.filter((_path, index) => index % step === 0)) {
        if (told.get(field) === true) break;
        const after = changed(api, path);
        if (after !== undefined) told.set(field, isTold(api, after));
      }
    }
  }
  expect(
    [...told]
      .filter(([, isSaid]) => !isSaid)
      .map(([field]) => field)
      .sort(),
  ).toEqual(Object.keys(REASONS).sort());
  expect(told.size).toBeGreaterThan(150);
}, 300_000);
