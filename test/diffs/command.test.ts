/** Sides of a comparison: files, git revisions, other OpenAPI versions; and what cannot be compared. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DiffArguments, computeDiff } from '../../generator/cli/diff.ts';
import { printReports } from '../../generator/cli/diff-print.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { apiOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'sdkwright-diff-'));
const outside = mkdtempSync(join(tmpdir(), 'sdkwright-none-'));
const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main', ...args],
    { cwd: folder, encoding: 'utf8' },
  );

const entry = `openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
servers: [{url: https://api.example.com}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: 'parts/pet.yml#/Pet'}}}
`;
const part = (properties: string): string => `Pet:\n  type: object\n  properties:\n    ${properties}\n`;

beforeAll(() => {
  mkdirSync(join(folder, 'specs/parts'), { recursive: true });
  writeFileSync(join(folder, 'specs/openapi.yml'), entry);
  writeFileSync(join(folder, 'specs/parts/pet.yml'), part('name: {type: string}'));
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  writeFileSync(join(folder, 'specs/parts/pet.yml'), part('title: {type: string}'));
  writeFileSync(join(folder, 'broken.yml'), 'openapi: 3.1.0\npaths: [');
});

const compare = async (base: string, revision: string, more: Partial<DiffArguments> = {}, cwd = folder) => {
  const outcome = await computeDiff(
    {
      base,
      revision,
      failOn: 'major',
      allowRemote: false,
      today: '2026-11-21',
      ...more,
    },
    { cwd, colors: pc.createColors(false) },
  );
  const terms = { format: 'text', version: '1.0.0', colour: false } as const;
  return { ...outcome, out: outcome.report ? printReports([outcome.report], terms) : '' };
};

describe('sides', () => {
  it('reads a revision with all that it refers to from the same revision', async () => {
    const { code, report } = await compare('main:specs/openapi.yml', 'specs/openapi.yml');
    expect(code).toBe(1);
    expect(report?.changes.map((one) => [one.rule, one.baseLocation, one.revisionLocation])).toEqual([
      [
        'property-removed',
        { document: 'specs/parts/pet.yml', pointer: '/Pet/properties/name', line: 4, column: 5 },
        { document: 'specs/parts/pet.yml', pointer: '/Pet', line: 1, column: 1 },
      ],
      [
        'property-added-optional',
        { document: 'specs/parts/pet.yml', pointer: '/Pet', line: 1, column: 1 },
        { document: 'specs/parts/pet.yml', pointer: '/Pet/properties/title', line: 4, column: 5 },
      ],
    ]);
    expect((await compare('HEAD:specs/openapi.yml', 'main:specs/openapi.yml')).out).toBe(
      'No API change\nHEAD:specs/openapi.yml → main:specs/openapi.yml\n',
    );
  });

  it.each([
    ['nope:specs/openapi.yml', 'no revision nope'],
    ['main:specs/nope.yml', 'no file specs/nope.yml in main'],
    ['--exec=x:specs/openapi.yml', 'does not begin with a dash'],
  ])('refuses %s', async (base, reason) => {
    const { code, err } = await compare(base, 'specs/openapi.yml');
    expect([code, err]).toEqual([3, expect.stringContaining(reason)]);
  });

  it('says when there is no repository, no file, or no document', async () => {
    expect(await compare('main:specs/openapi.yml', 'x.yml', {}, outside)).toMatchObject({
      code: 3,
      err: expect.stringContaining('is in no git repository') as string,
    });
    expect(await compare('missing.yml', 'specs/openapi.yml')).toMatchObject({
      code: 3,
      err: expect.stringContaining('missing.yml cannot be compared') as string,
    });
    const broken = await compare('specs/openapi.yml', 'broken.yml');
    expect(broken).toMatchObject({
      code: 3,
      err: expect.stringContaining('broken.yml cannot be compared') as string,
    });
    expect(broken.err).not.toContain('specs/openapi.yml cannot');
  });

  it('reads a URL only when it is allowed to, and a path of git from the current folder', async () => {
    expect(await compare('http://127.0.0.1:9/openapi.yml', 'specs/openapi.yml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--allow remote') as string,
    });
    expect(
      await compare('http://127.0.0.1:9/openapi.yml', 'specs/openapi.yml', { allowRemote: true }),
    ).toMatchObject({ code: 3 });
    expect((await compare('main:./openapi.yml', 'openapi.yml', {}, join(folder, 'specs'))).code).toBe(1);
    expect((await compare('main:../specs/openapi.yml', 'openapi.yml', {}, join(folder, 'specs'))).code).toBe(
      1,
    );
    expect((await compare('missing.yml', 'specs/openapi.yml')).err).toContain('REVISION:PATH');
  });

  it('has an answer to whatever a side may be', async () => {
    writeFileSync(join(folder, 'empty.yml'), '');
    writeFileSync(join(folder, 'list.json'), '[]');
    for (const side of ['empty.yml', 'list.json', 'specs', 'main:specs', 'main:', ':', 'npm:'])
      expect([side, (await compare('specs/openapi.yml', side)).code]).toEqual([side, 3]);
    expect(await compare('specs/openapi.yml', 'specs/openapi.yml', { failOn: 'patch' })).toMatchObject({
      code: 0,
      out: expect.stringContaining('No API change') as string,
    });
  });

  it('refuses an exceptions file that is absent or wrong with the code for wrong use', async () => {
    writeFileSync(join(folder, 'exceptions.yml'), 'accept: [{rule: property-removed}]');
    expect(
      (await compare('main:specs/openapi.yml', 'specs/openapi.yml', { exceptions: 'exceptions.yml' })).code,
    ).toBe(2);
    expect(
      (await compare('main:specs/openapi.yml', 'specs/openapi.yml', { exceptions: 'none.yml' })).code,
    ).toBe(2);
    writeFileSync(join(folder, 'exceptions.yml'), 'accept: [{rule: property-removed, reason: agreed}]');
    expect(
      (await compare('main:specs/openapi.yml', 'specs/openapi.yml', { exceptions: 'exceptions.yml' })).code,
    ).toBe(0);
  });
});

describe('spellings', () => {
  it('sees no change between OpenAPI 2.0, 3.0 and 3.1 of one API', async () => {
    const swagger = await apiOf(
      JSON.stringify({
        swagger: '2.0',
        info: { title: 'Pets', version: '1.0.0' },
        host: 'api.example.com',
        schemes: ['https'],
        produces: ['application/json'],
        paths: {
          '/pets': {
            get: {
              operationId: 'listPets',
              parameters: [{ name: 'limit', in: 'query', type: 'integer', maximum: 9 }],
              responses: { 200: { description: 'ok', schema: { $ref: '#/definitions/Pet' } } },
            },
          },
        },
        definitions: {
          Pet: { type: 'object', properties: { name: { type: 'string', 'x-nullable': true } } },
        },
      }),
    );
    const document = (openapi: string, name: object, maximum: object) =>
      apiOf(
        JSON.stringify({
          openapi,
          info: { title: 'Pets', version: '1.0.0' },
          servers: [{ url: 'https://api.example.com' }],
          paths: {
            '/pets': {
              get: {
                operationId: 'listPets',
                parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', ...maximum } }],
                responses: {
                  200: {
                    description: 'ok',
                    content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
                  },
                },
              },
            },
          },
          components: { schemas: { Pet: { type: 'object', properties: { name } } } },
        }),
      );
    const older = await document('3.0.3', { type: 'string', nullable: true }, { maximum: 9 });
    const newer = await document('3.1.0', { type: ['string', 'null'] }, { maximum: 9 });
    expect(diffApis(older, newer)).toEqual([]);
    expect(diffApis(swagger, newer).map((one) => `${one.rule}: ${one.message}`)).toEqual([]);
  });

  it('survives types that nest deeply or refer to themselves', async () => {
    let deep: object = { type: 'string' };
    for (let level = 0; level < 180; level += 1)
      deep =
        level % 2 === 0 ? { type: 'array', items: deep } : { type: 'object', properties: { next: deep } };
    const text = (leaf: object): string =>
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'x', version: '1' },
        paths: {
          '/a': {
            get: {
              responses: {
                200: {
                  description: 'ok',
                  content: {
                    'application/json': { schema: { anyOf: [{ $ref: '#/components/schemas/Node' }, leaf] } },
                  },
                },
              },
            },
          },
        },
        components: {
          schemas: {
            Node: {
              type: 'object',
              properties: {
                next: { $ref: '#/components/schemas/Node' },
                all: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
              },
            },
          },
        },
      });
    expect(diffApis(await apiOf(text(deep)), await apiOf(text(deep), undefined, 'b.yml'))).toEqual([]);
    expect(diffApis(await apiOf(text(deep)), await apiOf(text({ type: 'string' }))).length).toBeGreaterThan(
      0,
    );
  });
});
