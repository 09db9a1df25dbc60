/** Operations that a team does not judge, and what one side alone cannot take out of the comparison. */
import { describe, expect, it } from 'vitest';
import { type LeaveOutSide, leaveOut } from '../../generator/diff/leave-out.ts';
import { textSubject } from '../../generator/diff/subject.ts';
import type { Change } from '../../generator/diff/types.ts';
import type { Api, Resource } from '../../generator/ir/types.ts';
import { apiOf } from './support.ts';

const WANTED = { tags: ['beta', 'old'], extensions: ['x-internal', 'x-hidden'] };

/** Operations as lines: `get /pets`, then its tags and extensions. */
async function sideOf(...lines: readonly string[]): Promise<LeaveOutSide> {
  const operations = lines.map((line) => {
    const [verb = '', path = '', ...marks] = line.split(' ');
    return { verb, path, marks, isExtension: (mark: string) => mark.startsWith('x-') };
  });
  const paths: Record<string, Record<string, object>> = {};
  for (const { verb, path, marks, isExtension } of operations) {
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    }));
    const tags = marks.filter((mark) => !isExtension(mark));
    paths[path] = {
      ...paths[path],
      [verb]: { tags, parameters, responses: { 204: { description: 'ok' } } },
    };
  }
  const api = await apiOf(JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths }));
  return {
    api,
    has: (method, extension) =>
      operations.some(
        ({ verb, path, marks }) => method.verb === verb && method.path === path && marks.includes(extension),
      ),
  };
}

const callsIn = (api: Api): readonly string[] => {
  const of = ({ methods, children }: Resource): readonly string[] => [
    ...methods.map(({ verb, path }) => `${verb} ${path}`),
    ...children.flatMap(of),
  ];
  return [...of(api.root)].sort();
};

const change = (rule: Change['rule'], wire: Change['wire'], ...operations: readonly string[]): Change => ({
  ...{ kind: 'change', rule, wire, source: [], runtime: 'same', bump: 'major', notice: false },
  ...{ fingerprint: '012345678901', subject: 's', about: textSubject('s'), message: 'm', directions: [] },
  reach: operations.map((operation) => ({ operation, where: ['query'] })),
});

interface Case {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The calls that are compared, of both sides. */
  readonly compares: readonly [readonly string[], readonly string[]];
  readonly notes?: readonly string[];
  /** How many operations nobody judges. */
  readonly operations: number;
}

const removed = (name: string): string =>
  `${name} counts as removed: it was judged before, and is marked to be left out.`;
const added = (name: string): string =>
  `${name} counts as new: it was left out before, and is no longer marked.`;

const CASES: Readonly<Record<string, Case>> = {
  'nothing is marked': {
    ...{ before: ['get /a'], after: ['get /a', 'get /b other x-other'], operations: 0 },
    compares: [['get /a'], ['get /a', 'get /b']],
  },
  'both sides leave it out, by a tag and by an extension': {
    ...{ before: ['get /a', 'get /b beta'], after: ['get /a', 'get /b x-hidden'], operations: 1 },
    compares: [
      ['get /a', 'get /b'],
      ['get /a', 'get /b'],
    ],
  },
  'one side has it, and leaves it out': {
    ...{ before: ['get /a', 'get /b x-internal'], after: ['get /a', 'get /c other old'], operations: 2 },
    compares: [
      ['get /a', 'get /b'],
      ['get /a', 'get /c'],
    ],
  },
  'the new side alone leaves it out': {
    ...{ before: ['get /a', 'get /b', 'post /b'], after: ['get /a', 'get /b x-internal', 'post /b'] },
    compares: [
      ['get /a', 'get /b', 'post /b'],
      ['get /a', 'post /b'],
    ],
    notes: [removed('GET /b')],
    operations: 0,
  },
  'the base alone leaves it out': {
    ...{ before: ['get /a', 'get /b beta'], after: ['get /a', 'get /b'], operations: 0 },
    compares: [['get /a'], ['get /a', 'get /b']],
    notes: [added('GET /b')],
  },
  'another name of a parameter is the same operation': {
    ...{ before: ['get /a/{id}/b/{x}'], after: ['get /a/{key}/b/{y} x-internal'], operations: 0 },
    compares: [['get /a/{id}/b/{x}'], []],
    notes: [removed('GET /a/{key}/b/{y}')],
  },
  'each side alone leaves out one of the other': {
    ...{ before: ['get /a', 'put /b beta'], after: ['get /a old', 'put /b'], operations: 0 },
    compares: [['get /a'], ['put /b']],
    notes: [removed('GET /a'), added('PUT /b')],
  },
};

describe('two sides', () => {
  it.each(Object.entries(CASES))(
    '%s',
    async (_title, { before, after, compares, notes = [], operations }) => {
      const sides = leaveOut({ base: await sideOf(...before), revision: await sideOf(...after) }, WANTED);
      expect([callsIn(sides.base), callsIn(sides.revision)]).toEqual(compares);
      expect(sides.notes).toEqual(notes);
      expect(sides.judged([])).toEqual({ changes: [], leftOut: { operations, changes: 0 } });
    },
  );

  it('are as they were where nothing is to be left out', async () => {
    const [base, revision] = [await sideOf('get /a beta'), await sideOf('get /a x-internal')];
    const sides = leaveOut({ base, revision }, undefined);
    expect([sides.base, sides.revision, sides.notes]).toEqual([base.api, revision.api, []]);
    const changes = [change('operation-removed', 'break', 'GET /a')];
    expect(sides.judged(changes)).toEqual({ changes });
  });

  it('leave the other resources as they are', async () => {
    const [base, revision] = [await sideOf('get /a', 'get /b'), await sideOf('get /a', 'get /b beta')];
    const { revision: kept } = leaveOut({ base, revision }, WANTED);
    expect(kept.root.children.map(({ key, methods }) => [key, methods.length])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
    expect(kept.client).toEqual(revision.api.client);
  });
});

describe('changes', () => {
  const judged = async (...changes: readonly Change[]) => {
    const side = await sideOf('get /a', 'get /b/{id} beta');
    return leaveOut({ base: side, revision: side }, WANTED).judged(changes);
  };
  const TYPE = 'operation-removed';

  it('go where they reach nothing that is judged', async () => {
    const kept = change(TYPE, 'break', 'GET /a');
    const gone = change(TYPE, 'break', 'GET /b/{id}', 'GET /b/{other}');
    expect(await judged(kept, gone)).toEqual({
      changes: [kept],
      leftOut: { operations: 1, changes: 1 },
    });
  });

  it('keep what they reach that is judged', async () => {
    const { changes, leftOut } = await judged(change(TYPE, 'break', 'GET /b/{key}', 'GET /a'));
    expect(changes.map(({ reach }) => reach.map(({ operation }) => operation))).toEqual([['GET /a']]);
    expect(leftOut).toEqual({ operations: 1, changes: 0 });
  });

  it('that reach no operation at all stay', async () => {
    const whole = change('tags-changed', 'ok');
    expect((await judged(whole)).changes).toEqual([whole]);
  });

  it.each<[Change['wire'], boolean]>([
    ['break', true],
    ['silent', true],
    ['depends', false],
    ['ok', false],
  ])('ask for a new version where what is judged has wire %s: %s', async (wire, isAsked) => {
    const version = change('version-not-raised', 'ok');
    const other = change(TYPE, wire, 'GET /a');
    const { changes, leftOut } = await judged(version, other);
    expect(changes).toEqual(isAsked ? [version, other] : [other]);
    expect(leftOut).toEqual({ operations: 1, changes: 0 });
  });

  it('ask for no new version because of what nobody judges', async () => {
    const version = change('version-not-raised', 'ok');
    const gone = change(TYPE, 'break', 'GET /b/{id}');
    expect((await judged(version, gone)).changes).toEqual([]);
  });
});
