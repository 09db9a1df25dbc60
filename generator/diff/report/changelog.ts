/** The change in the reader's words: methods and types, grouped by resource. No pointers. */
import { byCodeUnit } from '../../lib/order.ts';
import type { Change } from '../types.ts';
import { type DiffReport, hasEffect } from './report.ts';
import { code } from './markdown.ts';

export interface Entry {
  /** `pets`, `pets.toys`, `Types`, `Client`. */
  readonly resource: string;
  readonly kind: 'Changed' | 'Added' | 'Deprecated' | 'Removed' | 'Fixed';
  readonly breaking: boolean;
  readonly text: string;
}

const MAX_METHODS = 3;

/** Entries a reader of the SDK cares for; several values that joined or left one enum are one entry. */
export function changelogEntries(changes: readonly Change[]): readonly Entry[] {
  const entries = grouped(changes.filter((one) => hasEffect(one) && one.accepted === undefined)).map(entryOf).filter((one) => one !== undefined);
  const seen = new Set<string>();
  return entries.filter((one) => {
    const key = `${one.resource}\n${one.text}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Changes of one rule at one subject together. */
function grouped(changes: readonly Change[]): readonly (readonly [Change, ...Change[]])[] {
  const groups = new Map<string, [Change, ...Change[]]>();
  for (const one of changes) {
    const key = `${one.rule}\n${one.subject}\n${one.reach.map((use) => use.operation).join('\n')}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()];
}

const list = (all: readonly string[]): string => (all.length <= 1 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`);
const values = (group: readonly Change[], side: 'before' | 'after'): string => list(group.flatMap((one) => (one[side] === undefined ? [] : [code(one[side])])));

function methods(one: Change): string {
  const names = one.reach.map((use) => (use.symbol === undefined ? use.operation : code(`${use.symbol}()`)));
  return names.length <= MAX_METHODS ? list(names) : `${names.slice(0, MAX_METHODS).join(', ')} and ${names.length - MAX_METHODS} further methods`;
}

function resourceOf(one: Change): string {
  const resources = new Set(one.reach.map((use) => use.symbol?.split('.').slice(1, -1).join('.') ?? 'Webhooks'));
  const [first] = resources;
  if (resources.size === 1 && first !== undefined) return first === '' ? 'Client' : first;
  return resources.size > 1 ? 'Types' : one.rule.startsWith('model-') ? 'Types' : 'Client';
}

function entryOf(group: readonly [Change, ...Change[]]): Entry | undefined {
  const [one] = group;
  const base = { resource: resourceOf(one), breaking: one.bump === 'major' };
  const subject = code(one.subject);
  switch (one.rule) {
    case 'operation-added': return { ...base, kind: 'Added', text: `${subject}` };
    case 'operation-removed': case 'operation-removed-after-sunset': case 'operation-removed-before-sunset': return { ...base, kind: 'Removed', text: `${subject} is gone.` };
    case 'operation-renamed': case 'operation-moved': return { ...base, kind: 'Changed', text: `${code(one.before ?? '')} is now ${code(one.after ?? '')}.` };
    case 'model-added': case 'model-extracted': return { ...base, kind: 'Added', text: `The type ${subject}` };
    case 'model-removed': return { ...base, kind: 'Removed', text: `The type ${subject} no longer has a name of its own.` };
    case 'model-renamed': return { ...base, kind: 'Changed', text: `The type ${subject} is now called ${code(one.after ?? '')}.` };
    case 'parameter-added-optional': case 'parameter-added-first': return { ...base, kind: 'Added', text: `${methods(one)} ${verb(one, 'takes', 'take')} ${code(nameOf(one))}.` };
    case 'parameter-added-required': return { ...base, kind: 'Changed', text: `${methods(one)} now ${verb(one, 'needs', 'need')} ${code(nameOf(one))}.` };
    case 'parameter-became-required': return { ...base, kind: 'Changed', text: `${code(nameOf(one))} is now required in ${methods(one)}.` };
    case 'parameter-became-optional': return { ...base, kind: 'Changed', text: `${code(nameOf(one))} is now optional in ${methods(one)}.` };
    case 'parameter-removed': case 'parameter-removed-last': case 'parameter-removed-after-sunset': case 'parameter-removed-before-sunset':
      return { ...base, kind: 'Removed', text: `${methods(one)} no longer ${verb(one, 'takes', 'take')} ${code(nameOf(one))}.` };
    case 'property-added-optional': case 'property-added-required': case 'property-added-required-with-default':
      return { ...base, kind: base.breaking ? 'Changed' : 'Added', text: base.breaking ? `${subject} is new and required.` : `${subject}` };
    case 'property-removed': return { ...base, kind: 'Removed', text: `${subject} is gone.` };
    case 'enum-value-added': return { ...base, kind: 'Added', text: `${subject} can now be ${values(group, 'after')}.` };
    case 'enum-value-removed': return { ...base, kind: 'Removed', text: `${subject} can no longer be ${values(group, 'before')}.` };
    case 'deprecated': return { ...base, kind: 'Deprecated', text: one.after === undefined ? `${subject}` : `${subject}: ${one.message.startsWith(one.subject) ? one.message.slice(one.subject.length + 1) : one.message}` };
    case 'success-status-removed': case 'success-status-added': case 'error-status-added': case 'version-not-raised': case 'request-media-type-added': case 'response-media-type-added':
      return undefined;
    case 'path-changed': case 'verb-changed': case 'parameter-moved': case 'parameter-style-changed': case 'security-scheme-changed':
      return { ...base, kind: 'Fixed', text: `${one.reach.length === 0 ? subject : methods(one)} ${verb(one, 'speaks', 'speak')} to the changed API (${one.message}); older versions of the SDK no longer do.` };
    default: return { ...base, kind: 'Changed', text: `${sentence(one)}.` };
  }
}

const verb = (one: Change, singular: string, plural: string): string => (one.reach.length === 1 ? singular : plural);
const nameOf = (one: Change): string => one.subject.split(' ').at(-1) ?? one.subject;

function sentence(one: Change): string {
  const name = / parameter | header /.test(one.subject) && !one.subject.includes('(') ? nameOf(one) : one.subject;
  const said = one.message.startsWith(one.subject) ? `${code(name)}${one.message.slice(one.subject.length)}` : one.message;
  const change = one.before !== undefined && one.after !== undefined ? ` (${code(one.before)} → ${code(one.after)})` : '';
  const inside = one.subject.includes('(') || one.reach.length === 0 || one.subject.includes('.') ? '' : ` in ${methods(one)}`;
  return `${said}${inside}${change}`;
}

const KINDS: readonly Entry['kind'][] = ['Changed', 'Removed', 'Deprecated', 'Added', 'Fixed'];

/** A section in the form of keepachangelog.com 1.1.0, breaking entries first and marked, grouped by resource. */
export function renderChangelog(report: DiffReport, heading: string): string {
  const entries = changelogEntries([...report.changes]);
  const lines = [`## ${heading}`, ''];
  if (entries.length === 0) lines.push('No changes that users can notice.', '');
  const breaking = entries.filter((one) => one.breaking);
  if (breaking.length > 0) lines.push('### Breaking', '', ...byResource(breaking), '');
  for (const kind of KINDS) {
    const found = entries.filter((one) => !one.breaking && one.kind === kind);
    if (found.length > 0) lines.push(`### ${kind}`, '', ...byResource(found), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function byResource(entries: readonly Entry[]): string[] {
  const names = [...new Set(entries.map((one) => one.resource))].sort(byCodeUnit);
  return names.flatMap((name) => {
    const mine = entries.filter((one) => one.resource === name);
    return mine.length === 1 ? mine.map((one) => `- **${name}**: ${one.text}`) : [`- **${name}**`, ...mine.map((one) => `  - ${one.text}`)];
  });
}

/** `.changeset/<id>.md`: front matter with package and bump. */
export function renderChangeset(report: DiffReport, packageName: string): string {
  const bump = report.verdict.bump === 'none' ? 'patch' : report.verdict.bump;
  return `---\n${JSON.stringify(packageName)}: ${bump}\n---\n\n${changelogEntries(report.changes).map((one) => `- ${one.breaking ? '**breaking** ' : ''}${one.text}`).join('\n')}\n`;
}

/** A conventional commit (1.0.0): `feat!:` with a footer when something breaks. */
export function renderCommit(report: DiffReport): string {
  const entries = changelogEntries(report.changes);
  const breaking = entries.filter((one) => one.breaking);
  const type = breaking.length > 0 ? 'feat!' : report.verdict.bump === 'minor' ? 'feat' : 'fix';
  const body = entries.filter((one) => !one.breaking).map((one) => `- ${one.text}`);
  const footer = breaking.length === 0 ? [] : ['', `BREAKING CHANGE: ${breaking.map((one) => one.text).join(' ')}`];
  return `${type}: follow the API\n${body.length > 0 ? `\n${body.join('\n')}\n` : ''}${footer.join('\n')}${footer.length > 0 ? '\n' : ''}`;
}

/** File name of the changeset: the same changes, the same name. */
export const changesetName = (report: DiffReport): string => `${report.changes[0]?.fingerprint ?? 'none'}.md`;
