/** A report of changes: what is judged, what is joined, where each is. */
import { describe, expect, it } from 'vitest';
import {
  type DiffReport,
  type ReportInput,
  atEveryPlace,
  buildReport,
} from '../../generator/diff/report/report.ts';
import { methodSubject, parameterSubject } from '../../generator/diff/subject.ts';
import type { Change } from '../../generator/diff/types.ts';
import { CREATE, LIST, MAJOR, at, change, fieldOf } from './report-data.ts';

const nick = fieldOf('Pet', 'nick');
const origin = (pointer: string) => ({ document: 'openapi.yml', pointer, line: 1 }) as never;

const plain = (...given: Parameters<typeof change>): Change => {
  const { title: _title, ...rest } = change(...given);
  return rest as Change;
};

const build = (changes: readonly Change[], more: Partial<ReportInput> = {}): DiffReport =>
  buildReport({ base: 'a', revision: 'b', changes, failOn: 'major', locate: () => undefined, ...more });

const major = plain('type-changed', nick, 'is a', { ...MAJOR, wire: 'ok' });
const wire = plain('type-changed', nick, 'is b', { wire: 'silent', bump: 'minor' });
const source = plain('type-changed', nick, 'is c', { source: ['read'], bump: 'minor' });
const runtime = plain('type-changed', nick, 'is d', { runtime: 'changed', bump: 'minor' });
const repaired = plain('type-changed', nick, 'is e', { runtime: 'repaired', bump: 'minor' });
const patch = plain('docs-changed', nick, 'is f', { bump: 'patch' });
const known = plain('type-changed', nick, 'is g', { ...MAJOR, accepted: { reason: 'known' } });

it('keeps what is told of it, and nothing else', () => {
  expect(build([])).toEqual({
    ...{ version: 1, base: 'a', revision: 'b', changes: [], withoutEffect: [], accepted: [] },
    ...{ idleExceptions: [] },
    verdict: { wire: 'ok', source: [], runtime: 'same', bump: 'none', failOn: 'major', ok: true },
  });
  const more = {
    language: 'go',
    sdk: { name: 'pets' },
    idleExceptions: ['old'],
    declaredBump: 'patch',
  } as const;
  expect(build([], { ...more, leftOut: { operations: 1, changes: 2 }, layers: ['wire'] })).toEqual({
    ...{ version: 1, base: 'a', revision: 'b', changes: [], withoutEffect: [], accepted: [] },
    ...{ language: 'go', sdk: { name: 'pets' }, idleExceptions: ['old'] },
    verdict: {
      ...{ wire: 'ok', source: [], runtime: 'same', bump: 'none', failOn: 'major', ok: true },
      ...{ judgedBump: 'none', declaredBump: 'patch', leftOut: { operations: 1, changes: 2 } },
    },
  });
  expect(build([major], { language: 'typescript' })).toEqual(build([major]));
  expect(build([major], { language: 'go' }).changes[0]).toEqual({
    ...{ ...major, title: 'type changed', language: 'go' },
  });
});

it('sorts changes by what they are', () => {
  const report = build([major, patch, known, { ...patch, fingerprint: 'x', accepted: { reason: 'known' } }]);
  expect(report.changes.map(({ message }) => message)).toEqual(['Pet.nick is a']);
  expect(report.withoutEffect.map(({ message }) => message)).toEqual(['Pet.nick is f']);
  expect(report.accepted.map(({ message }) => message)).toEqual(['Pet.nick is g', 'Pet.nick is f']);
  expect(report.verdict).toMatchObject({ bump: 'major', leftBump: 'major', ok: false });
  expect(build([known, patch]).verdict).toMatchObject({ bump: 'major', leftBump: 'patch', ok: true });
});

describe('within the bound', () => {
  it.each<[string, readonly Change[], Partial<ReportInput>, string | undefined, boolean]>([
    ['below', [source], {}, undefined, true],
    ['at it', [major], {}, undefined, false],
    ['of none', [major], { failOn: 'none' }, undefined, true],
    ['of a patch', [patch], { failOn: 'patch' }, undefined, false],
    ['of a minor', [patch], { failOn: 'minor' }, undefined, true],
    ['declared', [major], { declaredBump: 'major' }, undefined, true],
    ['declared, without a bound', [major], { declaredBump: 'minor', failOn: 'none' }, undefined, false],
    ['of the wire', [wire], { layers: ['wire'] }, 'major', false],
    ['of the wire, broken', [{ ...wire, wire: 'break' }], { layers: ['wire'] }, 'major', false],
    ['of the wire, whole', [source, major], { layers: ['wire'] }, 'patch', true],
    ['of code', [wire, source], { layers: ['source'] }, 'minor', true],
    ['of code, major', [major], { layers: ['source'] }, 'major', false],
    ['of code, whole', [wire, runtime], { layers: ['source'] }, 'patch', true],
    ['at run time', [runtime], { layers: ['runtime'], failOn: 'minor' }, 'minor', false],
    ['at run time, repaired', [repaired, wire, source], { layers: ['runtime'] }, 'patch', true],
    ['of two layers', [source, wire], { layers: ['source', 'wire'] }, 'major', false],
    [
      'of layers without changes',
      [],
      { layers: ['wire', 'source', 'runtime'], failOn: 'patch' },
      'none',
      true,
    ],
    ['of what is accepted', [known], { layers: ['wire', 'source'] }, 'none', true],
  ])('%s', (_name, changes, more, judged, ok) => {
    const { verdict } = build(changes, more);
    expect([verdict.judgedBump, verdict.ok]).toEqual([judged, ok]);
  });
});

describe('a change', () => {
  it.each<[string, Partial<Change>, object]>([
    ['nowhere', {}, {}],
    [
      'at both sides',
      { base: origin('/a'), revision: origin('/b') },
      { baseLocation: ['base', '/a'], revisionLocation: ['revision', '/b'] },
    ],
    ['new', { revision: origin('/b') }, { revisionLocation: ['revision', '/b'] }],
    ['gone', { base: origin('/a') }, { baseLocation: ['base', '/a'], parentLocation: ['parent', '/a'] }],
    ...[
      'parameters',
      'oneOf',
      'anyOf',
      'allOf',
      'enum',
      'required',
      'tags',
      'servers',
      'security',
      'prefixItems',
    ].map((list): [string, Partial<Change>, object] => [
      `gone from ${list}`,
      { base: origin(`/a/${list}/12/b/c`) },
      { baseLocation: ['base', `/a/${list}/12/b/c`], parentLocation: ['parent', `/a/${list}`] },
    ]),
    ...['/a/enum/1', '/enum/23'].map((pointer): [string, Partial<Change>, object] => [
      `gone from ${pointer}`,
      { base: origin(pointer) },
      { baseLocation: ['base', pointer], parentLocation: ['parent', pointer.replace(/\/\d+$/, '')] },
    ]),
    ...['/a/enums/1', '/a/enum', '/a/enum/b', '/a/enum/1b'].map(
      (pointer): [string, Partial<Change>, object] => [
        `gone from ${pointer}`,
        { base: origin(pointer) },
        { baseLocation: ['base', pointer], parentLocation: ['parent', pointer] },
      ],
    ),
  ])('is located: %s', (_name, more, places) => {
    const report = build([{ ...major, ...more }], {
      locate: (side, { pointer }) => [side, pointer] as never,
    });
    expect(report.changes).toEqual([{ ...major, ...more, title: 'type changed', ...places }]);
  });

  it('of which TypeScript code is rewritten', () => {
    const renamed = plain('property-renamed', nick, 'is now name', { source: ['read'] });
    const fixed = (given: Change, more: Partial<ReportInput> = {}): unknown =>
      build([given], more).changes[0]?.fixedByUpgrade;
    expect(fixed(renamed)).toBe(true);
    expect(fixed(renamed, { language: 'typescript' })).toBe(true);
    expect(fixed(renamed, { language: 'python' })).toBeUndefined();
    expect(fixed({ ...renamed, source: [] })).toBeUndefined();
    expect(fixed(major)).toBeUndefined();
  });

  it('at several places is one', () => {
    const parameter = (name: string, more: object): Change =>
      plain('parameter-removed', parameterSubject('query', name), 'was removed', {
        ...{ ...MAJOR, directions: ['request'], reach: [LIST], ...more },
      });
    const locate = (side: string, { pointer }: { pointer: string }) =>
      pointer === '/none' ? undefined : at(side === 'base' ? 1 : side === 'parent' ? 2 : 3);
    for (const more of [{}, { bump: 'none', source: [], wire: 'ok' }, { accepted: { reason: 'known' } }]) {
      const report = build(
        [
          parameter('limit', { ...more, base: origin('/a'), edit: 'x' }),
          parameter('sort', { ...more, revision: origin('/b'), fingerprint: 'b', edit: 'x' }),
          parameter('page', { ...more, base: origin('/none'), fingerprint: 'c' }),
        ],
        { locate: locate as never },
      );
      const [joined, ...others] = [...report.changes, ...report.withoutEffect, ...report.accepted];
      expect(others).toEqual([]);
      const place = (name: string, more: object): object => ({
        ...{ subject: `query parameter ${name}`, about: parameterSubject('query', name) },
        ...{ message: `query parameter ${name} was removed`, reach: [LIST], ...more },
      });
      expect(joined?.places).toEqual([
        place('limit', { baseLocation: at(1), parentLocation: at(2) }),
        place('sort', { revisionLocation: at(3) }),
        place('page', {}),
      ]);
      expect(joined).not.toHaveProperty('edit');
    }
  });
});

it('a joined change is taken apart again', () => {
  const whole = change('type-changed', nick, 'is a', MAJOR);
  expect(atEveryPlace(whole)).toEqual([whole]);
  const list = methodSubject('client.pets.list');
  const answers = { wire: 'ok', source: [], runtime: 'same', bump: 'minor' } as const;
  const places = [
    { subject: 'client.pets.list()', about: list, message: 'is b', reach: [LIST], baseLocation: at(1) },
    { subject: 'c', about: nick, message: 'is c', reach: [CREATE], answers },
  ];
  const { baseLocation: _location, ...first } = places[0] as (typeof places)[0] & object;
  const { answers: _answers, ...second } = places[1] as (typeof places)[0] & object;
  expect(atEveryPlace({ ...whole, places })).toEqual([
    { ...whole, places, ...first },
    { ...whole, places, ...second, ...answers },
  ]);
});
