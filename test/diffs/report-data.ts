/** Reports made by hand, small and with one of everything, for the tests of their formats. */
import type { LocatedChange } from '../../generator/diff/report/report.ts';
import type { DiffReport } from '../../generator/diff/report/report.ts';
import { type RuleId, ruleCatalogue } from '../../generator/diff/rules/catalogue.ts';
import {
  type Subject,
  contentSubject,
  subjectText,
  typeSubject,
  within,
} from '../../generator/diff/subject.ts';
import type { Reach } from '../../generator/diff/types.ts';

export const use = (operation: string, symbol?: string): Reach => ({
  operation,
  ...(symbol !== undefined && { symbol }),
  where: ['query'],
});

export const LIST = use('GET /pets', 'client.pets.list');
export const CREATE = use('POST /pets', 'client.pets.create');
export const TOYS = use('GET /pets/toys', 'client.pets.toys.list');
export const SHOPS = use('GET /shops', 'client.shops.list');
export const PING = use('GET /ping', 'client.ping');
export const EVENT = use('webhook petSold');

export type More = Partial<LocatedChange>;

/** A minor change without effect on anything else, but what is given. */
export function change(rule: RuleId, about: Subject, tail: string, more: More = {}): LocatedChange {
  const subject = subjectText(about);
  return {
    ...{ kind: 'change', rule, title: ruleCatalogue[rule].title, fingerprint: `${rule.length}ab` },
    ...{ subject, about, message: `${subject} ${tail}`, directions: [], reach: [] },
    ...{ wire: 'ok', source: [], runtime: 'same', bump: 'minor', notice: false },
    ...more,
  };
}

export const MAJOR: More = { bump: 'major', wire: 'break', source: ['call'] };

export const bodyOf = (name: string, reach = CREATE): Subject =>
  within(contentSubject('request body', reach), [`.${name}`]);
export const resultOf = (name: string, status?: string, reach = LIST): Subject =>
  within(contentSubject('response', reach, status), [`.${name}`]);
export const fieldOf = (type: string, name: string): Subject => within(typeSubject(type), [`.${name}`]);

export const at = (line: number, column = 3, document = 'openapi.yml') => ({
  ...{ document, pointer: '/paths', line, column },
});

export const reportOf = (changes: readonly LocatedChange[], more: Partial<DiffReport> = {}): DiffReport => ({
  version: 1,
  base: 'main:openapi.yml',
  revision: 'openapi.yml',
  verdict: { wire: 'ok', source: [], runtime: 'same', bump: 'minor', failOn: 'major', ok: true },
  changes,
  withoutEffect: [],
  accepted: [],
  idleExceptions: [],
  ...more,
});
