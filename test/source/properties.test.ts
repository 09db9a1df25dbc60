import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { isJsonObject } from '../../generator/lib/json.ts';
import { printDiagnostics } from '../../generator/diagnostics/print/print-text.ts';
import { parseText } from '../../generator/source/parse/parse-text.ts';
import { load, read } from './support.ts';

const NAMES = [
  '$ref',
  '$id',
  '$defs',
  '$anchor',
  'type',
  'items',
  'properties',
  'nullable',
  'allOf',
  'oneOf',
  'schemas',
  'components',
  'paths',
  '/a',
  'get',
  'parameters',
  'responses',
  'schema',
  'content',
  'example',
  'discriminator',
  'mapping',
  'in',
  'name',
  'body',
  'collectionFormat',
  '__proto__',
  'constructor',
  'toString',
  'x-nullable',
  'flow',
  'enum',
  'length',
  '',
];
const TEXTS = [
  '#',
  '#/',
  '#/components/schemas/A',
  '#/paths/~1a',
  '#/$defs/x',
  'other.yml#/a',
  'query',
  'formData',
  'array',
  'object',
  'oauth2',
  '%',
  '#/%',
  '#/%zz',
  '//',
  'file:///etc/passwd',
  'http://',
  'https://a.b/c',
];

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    fc.constantFrom(...TEXTS),
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie('value'), {
    maxKeys: 6,
    noNullPrototype: true,
  }),
}));

const document = (version: string) =>
  json.object.map((rest) => ({
    ...(isJsonObject(rest) ? rest : {}),
    ...(version === '2.0' ? { swagger: version } : { openapi: version }),
  }));

describe.each(['2.0', '3.0.3', '3.1.0', '3.2.0'])('any JSON with the version %s', (version) => {
  test('is read without a fault of ours, and every diagnostic has a place', async () => {
    await fc.assert(
      fc.asyncProperty(document(version), async (value) => {
        const { diagnostics, texts } = await load(
          { 'openapi.json': JSON.stringify(value), 'other.yml': 'a: {$ref: "openapi.json#/components"}' },
          { allowRemote: false },
        );
        for (const { origin, position } of diagnostics) {
          const place =
            position ??
            (origin === undefined ? undefined : texts.get(origin.document)?.locate(origin.pointer));
          expect(place?.line).toBeGreaterThan(0);
        }
        expect(typeof printDiagnostics(diagnostics, texts, { color: false })).toBe('string');
      }),
      { numRuns: 300 },
    );
  });
});

test('every object of an upgraded document has an origin that exists in the text', async () => {
  await fc.assert(
    fc.asyncProperty(document('3.0.3'), async (value) => {
      const written: unknown = JSON.parse(JSON.stringify(value));
      const documents = await read({ 'openapi.json': JSON.stringify(value) });
      const work: object[] = [documents.root];
      for (let node = work.pop(); node !== undefined; node = work.pop()) {
        const { pointer } = documents.originOf(node);
        expect(pointed(written, pointer), pointer).toBe(true);
        work.push(...Object.values(node).filter((child) => typeof child === 'object' && child !== null));
      }
    }),
    { numRuns: 200 },
  );
});

test('JSON and YAML of any document are read alike', () => {
  fc.assert(
    fc.property(document('3.1.0'), (value) => {
      const text = JSON.stringify(value);
      const yaml = parseText('a.yml', stringify(JSON.parse(text), { aliasDuplicateObjects: false }));
      expect(yaml.value?.root).toEqual(parseText('a.json', text).value?.root);
    }),
    { numRuns: 200 },
  );
});

test('any text gives a value or a diagnostic', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc
          .array(
            fc.constantFrom(
              'a: ',
              '- ',
              '\n',
              '  ',
              '[',
              ']',
              '{',
              '}',
              '&a ',
              '*a',
              '"',
              "'",
              '|',
              '>',
              '#',
              '? ',
              '<<: ',
              '!!str ',
              '---\n',
              '\t',
              '1',
              ',',
            ),
          )
          .map((parts) => parts.join('')),
      ),
      (text) => {
        const { value, diagnostics } = parseText('a.yml', text);
        expect(value !== undefined || diagnostics.some((one) => one.severity === 'error')).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

test('any bytes give a value or a diagnostic', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const { value, diagnostics } = parseText('a.yml', bytes);
      expect(value !== undefined || diagnostics.length > 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

function pointed(root: unknown, pointer: string): boolean {
  let node = root;
  for (const token of pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, token)) return false;
    node = Reflect.get(node, token);
  }
  return true;
}
