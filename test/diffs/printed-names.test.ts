/** What a report calls by name is there: every call and every type is one of the SDKs of the two sides. */
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateInMemory, openTemplates } from '../oracle/judge/in-memory.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import type { Change } from '../../generator/diff/types.ts';
import type { TemplateSet } from '../../generator/emit/template-set.ts';
import type { TreeFile } from '../../generator/emit/types.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { pathInTree, treeProgram } from '../../generator/verify/program.ts';
import { projectRoot } from '../support/shared.ts';
import { everyNth } from '../support/sample.ts';
import { completeDocument, configOf, readCases } from './cases.ts';
import { apiOf, documentsOf } from './support.ts';

let templates: TemplateSet | undefined;
beforeAll(async () => {
  templates = await openTemplates(projectRoot, join(projectRoot, 'templates'));
});

interface Declared {
  readonly calls: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

/**
 * Every method that can be called from the client, and every type that can be imported, as the compiler sees
 * them.
 */
function declaredIn(files: readonly TreeFile[]): Declared {
  const program = treeProgram(files, ['src/index.ts']);
  const checker = program.getTypeChecker();
  const calls = new Set<string>();
  const types = new Set<string>();
  const isOurs = (symbol: ts.Symbol | undefined): boolean =>
    (symbol?.declarations ?? []).some((one) => one.getSourceFile().fileName.startsWith(pathInTree('src/')));
  const visit = (type: ts.Type, path: readonly string[]): void => {
    for (const one of checker.getPropertiesOfType(type)) {
      const own = checker.getTypeOfSymbol(one);
      if (own.getCallSignatures().length > 0) calls.add([...path, one.name].join('.'));
      else if (path.length < 6 && !one.name.startsWith('_') && isOurs(own.symbol))
        visit(own, [...path, one.name]);
    }
  };
  const entry = program.getSourceFile(pathInTree('src/index.ts'));
  const module = entry === undefined ? undefined : checker.getSymbolAtLocation(entry);
  const client = module === undefined ? undefined : checker.tryGetMemberInModuleExports('default', module);
  if (client === undefined) throw new Error('The SDK has no client.');
  const symbol = client.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(client) : client;
  visit(checker.getDeclaredTypeOfSymbol(symbol), ['client']);
  types.add(symbol.name);
  for (const file of program.getSourceFiles()) {
    const own = checker.getSymbolAtLocation(file);
    if (own === undefined || !file.fileName.startsWith(pathInTree('src/'))) continue;
    for (const one of checker.getExportsOfModule(own)) types.add(one.name);
  }
  return { calls, types };
}

/** Calls wherever they stand, and the type that a subject begins with. */
function namesIn(change: Change): { readonly calls: readonly string[]; readonly types: readonly string[] } {
  const texts = [
    change.message,
    change.subject,
    ...change.reach.map((one) => `${one.symbol ?? 'client.x'}()`),
  ];
  const calls = texts.flatMap((text) =>
    [...text.matchAll(/\bclient(?:\.[\w$]+)+(?=\(\))/g)].map(([call]) => call),
  );
  const [type] = /^[A-Z][\w$]*(?=$|[.[])/.exec(change.subject) ?? [];
  return {
    calls: calls.filter((one) => one !== 'client.x'),
    types: [...(type === undefined ? [] : [type])],
  };
}

const DOCUMENT = `
paths:
  /things/api_url: {get: {operationId: getApiUrl, tags: [things], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/api_url'}}}}}}}
  /ip_addresses/{ip_id}: {get: {operationId: getIpAddress, tags: [ip_addresses], parameters: [{name: ip_id, in: path, required: true, schema: {type: string}}], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/oauth-http-url'}}}}}}}
  /requests/{id}: {delete: {operationId: constructor, tags: [requests], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: gone}}}}
components:
  schemas:
    api_url: {type: object, required: [kind], properties: {kind: {type: string}, id: {type: string}}}
    oauth-http-url: {type: object, properties: {id: {type: string}, deep: {type: object, properties: {sku: {type: string}}}}}
    Error: {type: object, properties: {id: {type: string}}}
`;

const CHANGED = DOCUMENT.replaceAll('sku: {type: string}', 'sku: {type: integer}')
  .replaceAll('id: {type: string}', 'id: {type: boolean}')
  .replace(
    "'204': {description: gone}",
    "'204': {description: gone}, '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}",
  );

describe('names in reports', () => {
  const all: readonly (readonly [string, string, string])[] = [
    ...everyNth(readCases(), 3).map((one) => [`${one.file} ${one.title}`, one.before, one.after] as const),
    ['initialisms, and names that are taken', DOCUMENT, CHANGED],
  ];
  it.each(all)('%s', async (_name, before, after) => {
    const made = async (text: string) =>
      generateInMemory(
        { documents: await documentsOf(completeDocument(text)), config: configOf(text) },
        templates ?? expect.fail(),
      );
    const [base, revision] = [await made(before), await made(after)];
    const changes = diffApis(base.api, revision.api, { today: '2026-11-21', naming: sdkNames });
    const sides = [declaredIn(base.files), declaredIn(revision.files)];
    const unnamed = new Set(
      [base.api, revision.api].flatMap((api) =>
        api.schemas.flatMap((one) => (one.model === undefined ? [sdkNames(api).type(one.name)] : [])),
      ),
    );
    const missing = changes.flatMap((change) => {
      const { calls, types } = namesIn(change);
      return [
        ...calls.filter((name) => !sides.some((side) => side.calls.has(name))),
        ...types.filter((name) => !unnamed.has(name) && !sides.some((side) => side.types.has(name))),
      ];
    });
    expect(missing).toEqual([]);
  });

  it('are those of the config', async () => {
    const origin = { document: 'sdkwright.yml', pointer: '' };
    const config = { ...configOf(''), casings: [{ word: 'api', initialism: false, origin }] };
    const apis = await Promise.all([DOCUMENT, CHANGED].map((text) => apiOf(completeDocument(text), config)));
    const [base, revision] = apis;
    if (base === undefined || revision === undefined) throw new Error('Two documents make two APIs.');
    const calls = diffApis(base, revision, { naming: sdkNames }).flatMap((one) => namesIn(one).calls);
    expect(calls).toContain('client.things.retrieveApiURL');
    expect(calls).not.toContain('client.things.retrieveAPIURL');
  });
});
