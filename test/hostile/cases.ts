/**
 * Documents that want to do harm, made by script. Every stage runs over all of them; none may throw, hang or
 * write where it should not.
 */

export interface HostileCase {
  readonly name: string;
  /** The first is the entry. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** What reading must say; absent: it must not object, the danger is for later stages. */
  readonly codes?: readonly string[];
}

/** Text that ends comments, strings and templates, or means something to a shell, a path or a prototype. */
export const NASTY: readonly string[] = [
  '*/ alert(1) /*',
  '`${alert(1)}`',
  "'; alert(1); '",
  '"; alert(1); "',
  '\\',
  '\\u0027',
  '\u2028alert(1)\u2029',
  'a\nb\r\nc',
  '</script>',
  '<!-- x',
  '{{{x}}}',
  '${{{x}}}',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'then',
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\x',
  '..',
  '.',
  '',
  ' ',
  '😀',
  'مرحبا',
  '\u202eabc',
  '\u0000',
  '\ud800',
  'await',
  'default',
  'import',
  '1a',
  'a-b',
  'a.b',
  'a b',
  '%2e%2e%2f',
];

const minimal = (rest: object): string =>
  JSON.stringify({ openapi: '3.1.0', info: { title: 'Hostile', version: '1' }, paths: {}, ...rest });
const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const schemas = (table: object): string => minimal({ components: { schemas: table } });
const ok = {
  '200': {
    description: 'ok',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } },
  },
};

export const hostileCases = (): readonly HostileCase[] => [...texts(), ...shapes(), ...names()];

function texts(): readonly HostileCase[] {
  const yaml = 'openapi: 3.1.0\ninfo: {title: a, version: "1"}\npaths: {}\n';
  const bombs = many(60, (n) => `x-${n + 1}: &l${n + 1} [*l${n}, *l${n}, *l${n}]`).join('\n');
  return [
    { name: 'UTF-16 LE', files: { 'openapi.yml': Buffer.from(`\ufeff${yaml}`, 'utf16le') } },
    { name: 'UTF-16 BE', files: { 'openapi.yml': Buffer.from(`\ufeff${yaml}`, 'utf16le').swap16() } },
    { name: 'byte order mark and CRLF', files: { 'openapi.yml': `\ufeff${yaml.replaceAll('\n', '\r\n')}` } },
    {
      name: 'tabs as indentation',
      files: { 'openapi.yml': 'openapi: 3.1.0\npaths:\n\t/a: {}\n' },
      codes: ['yaml-syntax'],
    },
    {
      name: 'alias bomb',
      files: { 'openapi.yml': `${yaml}x-0: &l0 [a, a]\n${bombs}` },
      codes: ['alias-growth'],
    },
    {
      name: 'alias bomb of merge keys',
      files: {
        'openapi.yml': `${yaml}x-0: &l0 {a: [1, 2]}\n${many(60, (n) => `x-${n + 1}: &l${n + 1} {b: *l${n}, c: *l${n}, <<: *l${n}}`).join('\n')}`,
      },
      codes: ['alias-growth'],
    },
    { name: 'alias of itself', files: { 'openapi.yml': `${yaml}x-a: &a {b: *a}\n` }, codes: ['alias-cycle'] },
    {
      name: '10,000 levels of flow YAML',
      files: { 'openapi.yml': `${yaml}x-a: ${'['.repeat(10_000)}${']'.repeat(10_000)}` },
      codes: ['nested-too-deep'],
    },
    {
      name: '10,000 levels of JSON',
      files: {
        'openapi.json': minimal({}).replace(
          '"paths":{}',
          `"paths":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
        ),
      },
      codes: ['nested-too-deep'],
    },
    {
      name: '1,000 levels of schemas',
      files: {
        'openapi.json': minimal({}).replace(
          '"paths":{}',
          `"paths":{},"components":{"schemas":{"A":${'{"type":"array","items":'.repeat(1000)}{}${'}'.repeat(1000)}}}`,
        ),
      },
      codes: ['nested-too-deep'],
    },
    {
      name: 'numbers beyond all bounds',
      files: {
        'openapi.json': minimal({}).replace(
          '"paths":{}',
          '"paths":{},"components":{"schemas":{"A":{"type":"number","maximum":1e400,"minimum":-1e400,"default":12345678901234567890}}}',
        ),
      },
      codes: ['number-not-finite', 'number-not-finite', 'number-inexact'],
    },
    {
      name: 'NaN',
      files: {
        'openapi.yml': `${yaml}components: {schemas: {A: {type: number, default: .nan, maximum: .inf}}}`,
      },
      codes: ['number-not-finite', 'number-not-finite'],
    },
    {
      name: 'a key of one megabyte',
      files: { 'openapi.json': schemas({ ['k'.repeat(1_000_000)]: { type: 'string' } }) },
    },
    {
      name: 'a reference of one megabyte',
      files: { 'openapi.json': schemas({ A: { $ref: `#/${'a/'.repeat(500_000)}` } }) },
      codes: ['ref-not-found'],
    },
    {
      name: 'a reference that is no text',
      files: { 'openapi.json': schemas({ A: { $ref: 7 }, B: { $ref: null }, C: { $ref: {} } }) },
      codes: ['ref-not-text', 'ref-not-text', 'ref-not-text'],
    },
    {
      name: 'a reference to the whole document',
      files: {
        'openapi.json': minimal({
          components: { schemas: { A: { $ref: '#' }, B: { properties: { a: { $ref: '' } } } } },
        }),
      },
    },
  ];
}

function shapes(): readonly HostileCase[] {
  const ring = (length: number): string =>
    schemas(
      Object.fromEntries(
        many(length, (n) => [`S${n}`, { $ref: `#/components/schemas/S${(n + 1) % length}` }]),
      ),
    );
  return [
    { name: 'a ring of two references', files: { 'openapi.json': ring(2) } },
    {
      name: 'a ring of path items',
      files: {
        'openapi.json': minimal({ paths: { '/a': { $ref: '#/paths/~1b' }, '/b': { $ref: '#/paths/~1a' } } }),
      },
      codes: ['ref-ring', 'ref-ring'],
    },
    {
      name: 'a chain of 20,000 references',
      files: {
        'openapi.json': schemas({
          ...Object.fromEntries(many(20_000, (n) => [`S${n}`, { $ref: `#/components/schemas/S${n + 1}` }])),
          S20000: { type: 'string' },
        }),
      },
    },
    {
      name: 'a chain of 5,000 nested references',
      files: {
        'openapi.json': schemas({
          ...Object.fromEntries(
            many(5000, (n) => [
              `S${n}`,
              { type: 'object', properties: { next: { $ref: `#/components/schemas/S${n + 1}` } } },
            ]),
          ),
          S5000: { type: 'string' },
        }),
      },
    },
    {
      name: 'references through references',
      files: {
        'openapi.json': schemas(
          Object.fromEntries(
            many(100, (n) => [`S${n}`, { $ref: `#/components/schemas/S${n + 1}/properties/a/properties/a` }]),
          ),
        ),
      },
      codes: many(100, () => 'ref-not-found'),
    },
    {
      name: 'circular allOf',
      files: {
        'openapi.json': schemas({
          A: { allOf: [{ $ref: '#/components/schemas/B' }] },
          B: { allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] },
        }),
      },
    },
    {
      name: 'circular oneOf with allOf parents',
      files: {
        'openapi.json': schemas({
          P: { oneOf: [{ $ref: '#/components/schemas/C' }], discriminator: { propertyName: 't' } },
          C: { allOf: [{ $ref: '#/components/schemas/P' }] },
        }),
      },
    },
    {
      name: 'exponential allOf',
      files: {
        'openapi.json': schemas({
          ...Object.fromEntries(
            many(60, (n) => [
              `S${n}`,
              {
                allOf: [
                  { $ref: `#/components/schemas/S${n + 1}` },
                  { $ref: `#/components/schemas/S${n + 1}` },
                ],
              },
            ]),
          ),
          S60: { type: 'object' },
        }),
      },
    },
    {
      name: 'exponential oneOf',
      files: {
        'openapi.json': schemas({
          ...Object.fromEntries(
            many(60, (n) => [
              `S${n}`,
              {
                oneOf: [
                  { $ref: `#/components/schemas/S${n + 1}` },
                  { type: 'array', items: { $ref: `#/components/schemas/S${n + 1}` } },
                ],
              },
            ]),
          ),
          S60: { type: 'object' },
        }),
      },
    },
    {
      name: 'an enum of 100,000 values',
      files: { 'openapi.json': schemas({ A: { type: 'string', enum: many(100_000, (n) => `value ${n}`) } }) },
    },
    {
      name: 'a description of two megabytes',
      files: { 'openapi.json': schemas({ A: { type: 'object', description: 'word */ '.repeat(250_000) } }) },
    },
    {
      name: 'a component that is an inherited member',
      files: {
        'openapi.json':
          '{"openapi":"3.1.0","info":{"title":"a","version":"1"},"paths":{},"components":{"schemas":{"__proto__":{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"$ref":"#/components/schemas/__proto__"}}},"constructor":{"type":"string"}}}}',
      },
    },
    {
      name: 'everything of the wrong type',
      files: {
        'openapi.json':
          '{"openapi":"3.1.0","info":[],"servers":{},"tags":"x","security":7,"paths":{"/a":{"get":[],"post":{"parameters":{},"requestBody":"x","responses":[]},"put":{"parameters":[null,7,"x",[]],"responses":{"200":null,"x":{"content":[]}}}}},"components":{"schemas":[{"type":7}],"parameters":null}}',
      },
    },
    {
      name: 'null everywhere',
      files: {
        'openapi.json':
          '{"openapi":"3.1.0","info":null,"servers":null,"paths":{"/a":null,"/b":{"get":null,"post":{"operationId":null,"parameters":null,"requestBody":{"content":{"application/json":null}},"responses":{"200":{"content":{"application/json":{"schema":null}}}}}}},"components":{"schemas":{"A":null,"B":{"type":null,"properties":null,"items":null,"enum":null,"allOf":null}}}}',
      },
    },
  ];
}

function names(): readonly HostileCase[] {
  const table = Object.fromEntries(
    NASTY.map((text) => [
      text,
      {
        type: 'object',
        title: text,
        description: text,
        properties: { [text]: { type: 'string', enum: [...NASTY], default: text, description: text } },
      },
    ]),
  );
  const operations = Object.fromEntries(
    NASTY.map((text, n) => [
      `/p${n}/${text}/{${text}}`,
      {
        get: {
          operationId: text,
          tags: [text],
          summary: text,
          description: text,
          parameters: [
            { name: text, in: 'path', required: true, schema: { type: 'string' } },
            { name: text, in: 'query', description: text, schema: { type: 'string' } },
            { name: text, in: 'header', schema: { type: 'string' } },
          ],
          responses: ok,
        },
      },
    ]),
  );
  return [
    {
      name: 'nasty names and texts everywhere',
      files: {
        'openapi.json': JSON.stringify({
          openapi: '3.1.0',
          info: { title: '../../x */', version: '`${x}`', description: NASTY.join('\n') },
          servers: [{ url: "https://x/'`${a}" }],
          tags: NASTY.map((name) => ({ name, description: name })),
          paths: operations,
          components: { schemas: { ...table, A: { type: 'object' } } },
        }),
      },
    },
    ...NASTY.slice(0, 12).map(
      (text): HostileCase => ({
        name: `a document titled ${JSON.stringify(text)}`,
        files: {
          'openapi.json': JSON.stringify({
            openapi: '3.1.0',
            info: { title: text, version: text },
            paths: { '/a': { get: { tags: [text], responses: ok } } },
            components: { schemas: { A: { type: 'string', const: text } } },
          }),
        },
      }),
    ),
  ];
}
