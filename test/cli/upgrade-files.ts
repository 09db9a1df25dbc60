/** Two configs of one document, and sides that cannot be opened. */
import { PUBLISHED_CONFIG } from '../../generator/documented/config-file.ts';
import { DOCUMENTED_SPEC } from '../../generator/documented/files.ts';
import type { Files } from './play.ts';

export const done = "responses: {'204': {description: done}}";
const id = 'parameters: [{name: id, in: path, required: true, schema: {type: string}}]';
export const SPEC = `openapi: 3.1.0
info: {title: Zoo, version: 1.0.0}
servers: [{url: 'https://zoo.example'}]
paths:
  /pets/{id}: {get: {operationId: getPet, ${id}, ${done}}}
`;
export const methods = (text: string, more = ''): string =>
  `edition: "2026-11-22"\n${more}resources: {pets: {methods: {${text}}}}\n`;
const named = (name: string): string => `targets: {typescript: {package_name: ${name}}}\n`;
const FIND = "find: 'get /pets/{id}'";
const LOOK = "look: 'get /pets/{id}'";
export const FILES: Files = {
  'api.yml': SPEC,
  'faulty.yml': `x-odd: .inf\n${SPEC}  /toys: {get: {requestBody: {$ref: '#/components/none'}, ${done}}}\n`,
  'broken.yml': 'a: [\n',
  'bad.yml': 'resources: [1]\n',
  'old.yml': methods(FIND),
  'new.yml': methods(LOOK),
  'named.yml': methods(FIND, named('zoo')),
  'renamed.yml': methods(LOOK, named('park')),
  'overlaid.yml': methods(FIND, 'openapi: {overlays: [overlay.yml]}\n'),
  'overlay.yml':
    "overlay: 1.0.0\ninfo: {title: o, version: 1}\nactions: [{target: '$.paths', update: {/late: {get: {responses: {}}}}}]\n",
  'outside.yml': methods(FIND, 'openapi: {overlays: [../none.yml]}\n'),
  [`sdk/${DOCUMENTED_SPEC}`]: SPEC,
  'sdk/package.json': '{"name": "published"}',
  'empty/a.txt': '',
  'file:empty/a.txt': '',
  'own/package.json': '{"name": "published", "version": "1.0.0"}',
  [`own/${DOCUMENTED_SPEC}`]: SPEC,
  [`own/${PUBLISHED_CONFIG}`]: JSON.stringify({
    resources: { pets: { methods: { seek: 'get /pets/{id}' } } },
  }),
  'parts.yml': SPEC.replace(/ {2}\/pets.*/, "  /pets: {$ref: '../part.yml'}"),
  '../part.yml': `get: {${done}}\n`,
  '../far.yml': SPEC,
  '../own.yml': methods(FIND),
};
