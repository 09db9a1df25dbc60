/** What is reported of the properties of an object: the rule, the subject, the texts and the places. */
import { expect, it } from 'vitest';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { apiOf } from './support.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The object is in the answer of a call, and with `sent` in its body too. */
const documentOf = (schema: Schema, isSent: boolean): string => {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/pets': {
        [isSent ? 'post' : 'get']: {
          operationId: 'pets',
          ...(isSent && { requestBody: { required: true, content } }),
          responses: { 200: { description: 'ok', content } },
        },
      },
    },
    components: { schemas: { Pet: { type: 'object', ...schema } } },
  });
};

const of = (properties: Schema, ...required: readonly string[]): Schema => ({
  properties,
  ...(required.length > 0 && { required }),
});

interface Case {
  readonly before: Schema;
  readonly after: Schema;
  readonly isSent?: true;
  readonly reports: readonly string[];
}

const text = { type: 'string' };
/** A type that keeps its name where it is used. */
const TYPE = { type: 'object', properties: { x: { type: 'integer' } } };
const REF = { $ref: '#/components/schemas/Pet/$defs/T' };
const CASES: Readonly<Record<string, Case>> = {
  'a default beside a named type': {
    before: { $defs: { T: TYPE }, ...of({ a: REF }) },
    after: { $defs: { T: TYPE }, ...of({ a: { ...REF, default: { x: 1 } } }) },
    isSent: true,
    reports: [
      'default-added: Pet.a Pet.a has a default now ·  → {"x":1} · /properties/a /properties/a · ok patch',
    ],
  },
  'another default beside a named type': {
    before: { $defs: { T: TYPE }, ...of({ a: { ...REF, default: { x: 1 } } }) },
    after: { $defs: { T: TYPE }, ...of({ a: { ...REF, default: { x: 2 } } }) },
    isSent: true,
    reports: [
      'default-changed: Pet.a Pet.a has another default · {"x":1} → {"x":2} · /properties/a /properties/a · ok patch',
    ],
  },
  'the same default beside a named type': {
    before: { $defs: { T: TYPE }, ...of({ a: { ...REF, default: { x: 1 } } }) },
    after: { $defs: { T: TYPE }, ...of({ a: { ...REF, default: { x: 1 } } }) },
    isSent: true,
    reports: [],
  },
  'no default beside a named type': {
    before: { $defs: { T: TYPE }, ...of({ a: { ...REF, default: { x: 1 } } }) },
    after: { $defs: { T: TYPE }, ...of({ a: REF }) },
    isSent: true,
    reports: [
      'default-removed: Pet.a Pet.a no longer has a default · {"x":1} →  · /properties/a /properties/a · ok patch',
    ],
  },
  'a required property of a named type comes with a default': {
    before: { $defs: { T: TYPE }, ...of({ b: REF }) },
    after: { $defs: { T: TYPE }, ...of({ b: REF, a: { ...REF, default: { x: 1 } } }, 'a') },
    isSent: true,
    reports: [
      'property-added-required-with-default: Pet.a Pet.a was added and is required ·  → T · - /properties/a · break major',
    ],
  },
  'a property in another stability': {
    before: of({ a: text }),
    after: of({ a: { ...text, 'x-stability-level': 'beta' } }),
    isSent: true,
    reports: [
      'stability-decreased: Pet.a Pet.a promises less stability · stable → beta · /properties/a /properties/a · break minor',
    ],
  },
  'a default': {
    before: of({ a: text }),
    after: of({ a: { ...text, default: 'x' } }),
    isSent: true,
    reports: [
      'default-added: Pet.a Pet.a has a default now ·  → "x" · /properties/a /properties/a · ok patch',
    ],
  },
  'a default beside a reference': {
    before: { $defs: { T: text }, ...of({ a: { $ref: '#/components/schemas/Pet/$defs/T' } }) },
    after: { $defs: { T: text }, ...of({ a: { $ref: '#/components/schemas/Pet/$defs/T', default: 'x' } }) },
    isSent: true,
    reports: [
      'default-added: Pet.a Pet.a has a default now ·  → "x" · /properties/a /properties/a · ok patch',
    ],
  },
  'another default beside a reference': {
    before: { $defs: { T: text }, ...of({ a: { $ref: '#/components/schemas/Pet/$defs/T', default: 'x' } }) },
    after: { $defs: { T: text }, ...of({ a: { $ref: '#/components/schemas/Pet/$defs/T', default: 'y' } }) },
    isSent: true,
    reports: [
      'default-changed: Pet.a Pet.a has another default · "x" → "y" · /properties/a /properties/a · ok patch',
    ],
  },
  'no default beside a reference': {
    before: { $defs: { T: text }, ...of({ a: { $ref: '#/components/schemas/Pet/$defs/T', default: 'x' } }) },
    after: { $defs: { T: text }, ...of({ a: { $ref: '#/components/schemas/Pet/$defs/T' } }) },
    isSent: true,
    reports: [
      'default-removed: Pet.a Pet.a no longer has a default · "x" →  · /properties/a /properties/a · ok patch',
    ],
  },
  'a property is read-only now': {
    before: of({ a: text }),
    after: of({ a: { ...text, readOnly: true } }),
    isSent: true,
    reports: [
      'property-became-read-only: Pet.a Pet.a became read-only ·  →  · /properties/a /properties/a · ignored major',
    ],
  },
  'a property is read-only no longer': {
    before: of({ a: { ...text, readOnly: true } }),
    after: of({ a: text }),
    isSent: true,
    reports: [
      'property-no-longer-read-only: Pet.a Pet.a is no longer read-only ·  →  · /properties/a /properties/a · ok minor',
    ],
  },
  'a required property is read-only no longer': {
    before: of({ a: { ...text, readOnly: true } }, 'a'),
    after: of({ a: text }, 'a'),
    isSent: true,
    reports: [
      'property-no-longer-read-only-required: Pet.a Pet.a is no longer read-only ·  →  · /properties/a /properties/a · depends major',
    ],
  },
  'read-only is written down': {
    before: of({ a: text }),
    after: of({ a: { ...text, readOnly: false } }),
    isSent: true,
    reports: [],
  },
  'a property is write-only now': {
    before: of({ a: text }),
    after: of({ a: { ...text, writeOnly: true } }),
    isSent: true,
    reports: [
      'property-became-write-only: Pet.a Pet.a became write-only ·  →  · /properties/a /properties/a · depends major',
    ],
  },
  'a property is write-only no longer': {
    before: of({ a: { ...text, writeOnly: true } }),
    after: of({ a: text }),
    isSent: true,
    reports: [
      'property-no-longer-write-only: Pet.a Pet.a is no longer write-only ·  →  · /properties/a /properties/a · ok minor',
    ],
  },
  'a required property is write-only no longer': {
    before: of({ a: { ...text, writeOnly: true } }, 'a'),
    after: of({ a: text }, 'a'),
    isSent: true,
    reports: [
      'property-no-longer-write-only: Pet.a Pet.a is no longer write-only ·  →  · /properties/a /properties/a · ok minor',
    ],
  },
  'write-only is written down': {
    before: of({ a: text }),
    after: of({ a: { ...text, writeOnly: false } }),
    isSent: true,
    reports: [],
  },
  'a read-only property goes, in what is sent and returned': {
    before: of({ a: text, b: { ...text, readOnly: true } }),
    after: of({ a: text }),
    isSent: true,
    reports: ['property-removed: Pet.b Pet.b was removed · string →  · /properties/b - · break major'],
  },
  'a write-only property goes': {
    before: of({ a: text, b: { ...text, writeOnly: true } }),
    after: of({ a: text }),
    isSent: true,
    reports: ['property-removed: Pet.b Pet.b was removed · string →  · /properties/b - · ignored major'],
  },
  'a required property comes': {
    before: of({ a: text }),
    after: of({ a: text, b: { ...text, description: 'The second.' } }, 'b'),
    isSent: true,
    reports: [
      'property-added-required: Pet.b Pet.b was added and is required ·  → string · - /properties/b · break major · The second.',
    ],
  },
  'a required property comes with a default': {
    before: of({ a: text }),
    after: of({ a: text, b: { ...text, default: 'x' } }, 'b'),
    isSent: true,
    reports: [
      'property-added-required-with-default: Pet.b Pet.b was added and is required ·  → string · - /properties/b · break major',
    ],
  },
  'a required property comes with a default beside a reference': {
    before: { $defs: { T: text }, ...of({ a: text }) },
    after: {
      $defs: { T: text },
      ...of(
        { a: text, b: { $ref: '#/components/schemas/Pet/$defs/T', default: 'x', description: 'Own.' } },
        'b',
      ),
    },
    isSent: true,
    reports: [
      'property-added-required-with-default: Pet.b Pet.b was added and is required ·  → T · - /properties/b · break major · Own.',
      'model-added: T T was added ·  →  · - /$defs/T · ok minor',
    ],
  },
  'a property comes whose type has words': {
    before: { $defs: { T: { ...text, description: 'Of the type.' } }, ...of({ a: text }) },
    after: {
      $defs: { T: { ...text, description: 'Of the type.' } },
      ...of({ a: text, b: { $ref: '#/components/schemas/Pet/$defs/T' } }),
    },
    isSent: true,
    reports: [
      'model-added: T T was added ·  →  · - /$defs/T · ok minor · Of the type.',
      'property-added-optional: Pet.b Pet.b was added ·  → T · - /properties/b · ok minor · Of the type.',
    ],
  },
  'a property is required now': {
    before: of({ a: text }),
    after: of({ a: text }, 'a'),
    isSent: true,
    reports: [
      'property-became-required: Pet.a Pet.a became required ·  →  · /properties/a /properties/a · break major',
    ],
  },
  'a nullable property is required now': {
    before: of({ a: { type: ['string', 'null'] } }),
    after: of({ a: { type: ['string', 'null'] } }, 'a'),
    reports: [
      'property-became-required: Pet.a Pet.a became required ·  →  · /properties/a /properties/a · ok minor',
    ],
  },
  'a property is optional now': {
    before: of({ a: text }, 'a'),
    after: of({ a: text }),
    reports: [
      'property-became-optional: Pet.a Pet.a became optional ·  →  · /properties/a /properties/a · break major',
    ],
  },
  'a property is deprecated': {
    before: of({ a: text }),
    after: of({ a: { ...text, deprecated: true } }),
    reports: ['deprecated: Pet.a Pet.a was deprecated ·  →  · /properties/a /properties/a · ok minor'],
  },
  'a property is deprecated no longer': {
    before: of({ a: { ...text, deprecated: true } }),
    after: of({ a: text }),
    reports: [
      'reactivated: Pet.a Pet.a is no longer deprecated ·  →  · /properties/a /properties/a · ok patch',
    ],
  },
  'a property has other words': {
    before: of({ a: { ...text, description: 'Old.' } }),
    after: of({ a: { ...text, description: 'New.' } }),
    reports: [
      'docs-changed: Pet.a Pet.a is documented otherwise ·  →  · /properties/a /properties/a · ok patch',
    ],
  },
  'a property has another example': {
    before: of({ a: { ...text, example: { x: 1 } } }),
    after: of({ a: { ...text, example: { x: 2 } } }),
    reports: [
      'examples-changed: Pet.a Pet.a has another example ·  →  · /properties/a /properties/a · ok patch',
    ],
  },
  'a property has an example': {
    before: of({ a: text }),
    after: of({ a: { ...text, example: 'x' } }),
    reports: [
      'examples-changed: Pet.a Pet.a has another example ·  →  · /properties/a /properties/a · ok patch',
    ],
  },
  'an equal example': {
    before: of({ a: { ...text, example: { x: 1 } } }),
    after: of({ a: { ...text, example: { x: 1 } } }),
    reports: [],
  },
  'a pattern comes': {
    before: of({ a: text }),
    after: { ...of({ a: text }), patternProperties: { '^x-': text, '^a-': { type: 'integer' } } },
    isSent: true,
    reports: [
      'pattern-property-added: Pet["^a-"] Pet["^a-"] restricts properties of that name now ·  → integer · - /patternProperties/^a- · break minor',
      'pattern-property-added: Pet["^x-"] Pet["^x-"] restricts properties of that name now ·  → string · - /patternProperties/^x- · break minor',
    ],
  },
  'a pattern goes': {
    before: { ...of({ a: text }), patternProperties: { '^x-': text } },
    after: of({ a: text }),
    isSent: true,
    reports: [
      'pattern-property-removed: Pet["^x-"] Pet["^x-"] no longer restricts properties of that name · string →  · /patternProperties/^x- - · break minor',
    ],
  },
  'a pattern has another type': {
    before: { ...of({ a: text }), patternProperties: { '^x-': text } },
    after: { ...of({ a: text }), patternProperties: { '^x-': { type: 'integer' } } },
    isSent: true,
    reports: [
      'type-changed: Pet["^x-"] Pet["^x-"] changed type · string → integer · /patternProperties/^x- /patternProperties/^x- · break major',
    ],
  },
  'a property with an odd name has another type': {
    before: of({ 'a b': text }),
    after: of({ 'a b': { type: 'integer' } }),
    reports: [
      'type-changed: Pet."a b" Pet."a b" changed type · string → integer · /properties/a b /properties/a b · break major',
    ],
  },
  'a property in an object in a list': {
    before: of({ a: { type: 'array', items: of({ b: text }) } }),
    after: of({ a: { type: 'array', items: of({ b: { type: 'integer' } }) } }),
    reports: [
      'type-changed: Pet.a[].b Pet.a[].b changed type · string → integer · /properties/a/items/properties/b /properties/a/items/properties/b · break major',
    ],
  },
};

it.each(Object.entries(CASES))('%s', async (_title, { before, after, isSent = false, reports }) => {
  const changes = diffApis(await apiOf(documentOf(before, isSent)), await apiOf(documentOf(after, isSent)), {
    today: '2026-11-24',
    naming: sdkNames,
  });
  const short = (pointer = ''): string => pointer.replace('/components/schemas/Pet', '') || '-';
  expect(
    changes
      .filter(({ rule }) => rule !== 'version-not-raised')
      .map(
        ({ rule, subject, message, before: old, after: fresh, base, revision, bump, wire, words }) =>
          `${rule}: ${subject} ${message} · ${old ?? ''} → ${fresh ?? ''} · ${short(base?.pointer)} ${short(revision?.pointer)} · ${wire} ${bump}${words === undefined ? '' : ` · ${words}`}`,
      ),
  ).toEqual(reports);
});
