/** Samples of models that are sent and received and have a single type: it requires what the server sets. */
import { expect, test } from 'vitest';
import { typecheckTree } from '../../generator/verify/typecheck.ts';
import { projectRoot } from '../support/shared.ts';
import { sdkOf } from '../support/sdk.ts';

const PLANET = "{ $ref: '#/components/schemas/Planet' }";
const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const SPEC = `openapi: 3.1.0
info: { title: Galaxy, version: 1.0.0 }
servers: [{ url: https://galaxy.example }]
paths:
  /planets:
    post:
      operationId: createPlanet
      requestBody: { required: true, ${json(PLANET)} }
      responses: { '200': { description: The planet., ${json(PLANET)} } }
  /bodies:
    post:
      operationId: createBody
      requestBody: { required: true, ${json(`{ oneOf: [${PLANET}, { $ref: '#/components/schemas/Moon' }] }`)} }
      responses: { '200': { description: The planet., ${json(PLANET)} } }
components:
  schemas:
    Planet:
      type: object
      required: [id, name]
      properties:
        id: { type: integer, readOnly: true }
        name: { type: string }
        nearest: ${PLANET}
        others: { type: array, items: ${PLANET}, example: [{ name: Mars }] }
    Moon: { type: object, required: [size], properties: { size: { type: integer }, planet: ${PLANET} } }
`;
const NODE = 'declare const process: { readonly env: { readonly [name: string]: string | undefined } };';

// A config without an edition keeps one type; without a config there are two.
test.each([['unspecified_endpoints: generate'], [undefined]])('%s', async (config) => {
  const { files } = await sdkOf(SPEC, config === undefined ? {} : { config });
  const tree = [...files, { path: 'tests/node.d.ts', text: NODE }];
  expect(typecheckTree(tree, { packages: projectRoot })).toEqual([]);
  const text = files.find(({ path }) => path === 'tests/api-resources/planets.test.ts')?.text;
  expect(/nearest: \{ id: \d/.test(text ?? '')).toBe(config !== undefined);
});
