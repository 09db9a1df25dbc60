/** A document that uses each of many names in every role, and text that would end comments and literals. */

/** Keywords, built-in names, names that generated files import or declare, and devices of Windows. */
export const NAMES: readonly string[] = [
  ...new Set(
    // TypeScript
    (
      'this constructor prototype toString hasOwnProperty valueOf then catch finally function new delete await async ' +
      'arguments default class enum export extends super yield static interface package let var typeof void with of ' +
      'undefined NaN Object Promise Error Record Array Map Date Function Symbol String Number Response Request ' +
      'options params body headers pathOf APIResource APIPromise RequestOptions index ' +
      // Python
      'self cls cached_property register None True int str list dict object property overload override ' +
      'deprecated required_args typing httpx transform omit path_template make_request_options lambda pass global ' +
      'to_raw_response_wrapper with_raw_response resources types date datetime Union Optional Dict cast client _client ' +
      'lib given mro __init__ __class__ pagination copy close model_config model_fields dict json schema ' +
      // Go
      'type func range select go defer nil error string any len make init main iota chan fallthrough goto const ' +
      'context http io time option param request respjson apijson ctx opts res err r query Client JSON RawJSON ' +
      'MarshalJSON UnmarshalJSON Options ToParam ExtraFields GetNextPage ' +
      // Files
      'con aux nul index.d README ' +
      // Not words
      'fooBar foo_bar FooBar foo-bar 1st ä 名 😀 a.b $ref _ __proto__ get set list create update delete retrieve'
    ).split(' '),
  ),
];

const TEXT = 'a"b`c\\d */ // +build x\n//go:embed secret\r\n\u2028#cgo ${x} {{y}} """ \'\'\' <!-- -->';

const answer = (schema: object): object => ({
  '200': { description: TEXT, content: { 'application/json': { schema } } },
});

/** Also an entry for `__proto__`, which an object literal would not get. */
const fromNames = (entries: readonly (readonly [string, object])[]): object =>
  entries.reduce<object>(
    (all, [name, value]) => Object.defineProperty(all, name, { value, enumerable: true, configurable: true }),
    {},
  );

export function hostileDocument(names: readonly string[] = NAMES): object {
  const properties = fromNames(names.map((name) => [name, { type: 'string', description: TEXT }]));
  const schema = (index: number): object => ({ $ref: `#/components/schemas/S${index}` });
  const paths = names.map((name, index) => {
    const inPath = encodeURIComponent(name).replaceAll('.', '%2E');
    return [
      `/p${index}/{${inPath}}`,
      {
        post: {
          operationId: name,
          tags: [name],
          summary: TEXT,
          parameters: [
            { name: inPath, in: 'path', required: true, schema: { type: 'string' } },
            { name, in: 'query', schema: { type: 'string', enum: [name, TEXT, ...names] } },
            { name: `X-${inPath}`, in: 'header', schema: { type: 'string' } },
          ],
          requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } },
          responses: answer(schema(index)),
        },
        get: {
          operationId: `get ${name}`,
          tags: ['things'],
          parameters: [{ name: inPath, in: 'path', required: true, schema: { type: 'string' } }],
          responses: answer({ oneOf: [schema(index), schema((index + 1) % names.length)] }),
        },
      },
    ] as const;
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Odd', version: '1.0.0', description: TEXT },
    servers: [{ url: 'https://odd.example' }],
    tags: names.map((name) => ({ name, description: TEXT })),
    paths: fromNames(paths),
    components: {
      schemas: fromNames(
        names.map((name, index) => [
          `S${index}`,
          { title: name, type: 'object', required: [`own${index}`, name], properties },
        ]),
      ),
    },
  };
}
