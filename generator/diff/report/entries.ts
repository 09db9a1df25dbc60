/** The sentences of a changelog: methods and types, no pointers and no rule ids. */
import { plural } from '../siblings.ts';
import { firstSentence } from '../words.ts';
import type { Change } from '../types.ts';
import { markdownCode, markdownText } from '../../lib/safe-text.ts';
import { capital, methodsOf, phraseOf, subjectOf } from './phrases.ts';
import { type LocatedChange, atEveryPlace, hasEffect } from './report.ts';
import { listed, shortList, valuesOf } from './words.ts';

export interface Entry {
  /** `pets`, `pets.toys`, `Types`, `Client`. */
  readonly resource: string;
  readonly kind: 'Changed' | 'Added' | 'Deprecated' | 'Removed' | 'Fixed';
  readonly breaking: boolean;
  readonly text: string;
}

type Group = readonly [LocatedChange, ...LocatedChange[]];
type Kind = Entry['kind'];
interface Said {
  readonly kind: Kind;
  readonly text: string;
}

/**
 * Entries a reader of the SDK cares for. What can be said in one sentence is: the values that joined one
 * enum, the properties that joined one type.
 */
/** `links`: new methods lead to their pages in the SDK's docs. */
export function changelogEntries(
  all: readonly LocatedChange[],
  { links }: { readonly links: boolean } = { links: false },
): readonly Entry[] {
  const changes = links ? all : all.map(({ page: _page, ...one }) => one);
  const told = changes.filter((one) => hasEffect(one) && one.accepted === undefined && !UNTOLD.has(one.rule));
  const seen = new Set<string>();
  const wide = told.filter(isWide).map(wideEntry);
  const own = grouped(told.filter((one) => !isWide(one)).flatMap(atEveryPlace)).map(entryOf);
  return [...wide, ...own].filter((one) => {
    const key = `${one.resource}\n${one.text}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

const isWide = (one: LocatedChange): boolean =>
  one.places !== undefined && new Set(atEveryPlace(one).map(resourceOf)).size > 1;

/** The same edit in several resources is one cause, told of the first place with the methods of all. */
function wideEntry(change: LocatedChange): Entry {
  const [first = change, ...others] = atEveryPlace(change);
  const { text, ...entry } = entryOf([first]);
  const told = new Set(first.reach.map((use) => use.symbol));
  const names = [...new Set(others.flatMap((one) => one.reach.map((use) => use.symbol ?? use.operation)))]
    .filter((name) => !told.has(name))
    .map((name) => markdownCode(name.startsWith('client.') ? `${name}()` : name));
  const shown =
    names.length <= MOST_NAMES
      ? listed(names)
      : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} further methods`;
  const same = names.length === 0 ? '' : `; the same in ${shown}`;
  return { ...entry, resource: 'Several resources', text: `${text.replace(/\.$/, '')}${same}.` };
}

const MOST_NAMES = 20;

/** They change nothing that a caller sees: what comes back has its own entry. */
const UNTOLD = new Set<string>([
  'success-status-removed',
  'success-status-added',
  'error-status-added',
  'version-not-raised',
  'request-media-type-added',
  'response-media-type-added',
  'response-media-type-removed',
]);

/** Rules whose findings are listed in one sentence, by what they have in common. */
function groupKey(one: Change): string {
  const { holder } = subjectOf(one);
  const resource = resourceOf(one);
  if (one.rule === 'model-added' || one.rule === 'model-extracted' || one.rule === 'model-removed')
    return `${resource} ${one.message === `${one.subject} was removed`}`;
  if (/^(enum-value|client-option|server-variable|environment)/.test(one.rule))
    return `${resource} ${one.subject}`;
  if (one.rule === 'model-moved') return `${resource} ${one.before ?? ''} ${one.after ?? ''}`;
  if (/^operation-removed/.test(one.rule)) return resource;
  if (subjectOf(one).kind === 'method' && !/^operation-/.test(one.rule))
    return `${resource} ${tailOf(one)} ${one.before ?? ''} ${one.after ?? ''}`;
  return `${resource} ${holder} ${one.message.startsWith(one.subject) ? one.message.slice(one.subject.length) : one.message}`;
}

function grouped(changes: readonly LocatedChange[]): readonly Group[] {
  const groups = new Map<string, [LocatedChange, ...LocatedChange[]]>();
  for (const one of changes) {
    const key = `${one.rule} ${one.bump === 'major'} ${groupKey(one)}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()];
}

function resourceOf(one: Change): string {
  const resources = new Set(
    one.reach.map((use) => use.symbol?.split('.').slice(1, -1).join('.') ?? 'Webhooks'),
  );
  const [first] = resources;
  if (resources.size === 1 && first !== undefined) return first === '' ? 'Client' : first;
  return resources.size > 1 || one.rule.startsWith('model-') ? 'Types' : 'Client';
}

const entryOf = (group: Group): Entry => {
  const [one] = group;
  return { resource: resourceOf(one), breaking: one.bump === 'major', ...sentenceOf(group) };
};

const said = (kind: Kind, text: string): Said => ({ kind, text });
const isMany = (group: Group): boolean => group.length > 1;
const values = (group: Group, side: 'before' | 'after'): string =>
  listed(group.flatMap((one) => (one[side] === undefined ? [] : [markdownCode(shortList(one[side]))])));
/** The parts of one holder, or the holders themselves. */
const parts = (group: Group): string =>
  listed([...new Set(group.map((one) => subjectOf(one).part ?? subjectOf(one).holder))]);

function sentenceOf(group: Group): Said {
  const [one] = group;
  const { holder, kind } = subjectOf(one);
  const takes = one.reach.length === 1 ? 's' : '';
  switch (one.rule) {
    case 'operation-added':
      return said(
        'Added',
        worded(
          group,
          `${linked(one, holder)}${one.after === undefined ? '' : ` (${markdownCode(one.after)})`}`,
        ),
      );
    case 'operation-removed':
    case 'operation-removed-after-sunset':
    case 'operation-removed-before-sunset':
      return said('Removed', `${parts(group)} ${isMany(group) ? 'are' : 'is'} gone.`);
    case 'operation-renamed':
    case 'operation-moved':
      return said('Changed', `${markdownCode(one.before ?? '')} is now ${markdownCode(one.after ?? '')}.`);
    case 'model-added':
    case 'model-extracted':
      return said('Added', worded(group, `The type${isMany(group) ? 's' : ''} ${parts(group)}`));
    case 'model-removed':
      return said('Removed', typesGone(group));
    case 'model-renamed':
      return said('Changed', `The type ${holder} is now called ${markdownCode(one.after ?? '')}.`);
    case 'model-moved':
      return said(
        'Changed',
        `The type${isMany(group) ? 's' : ''} ${parts(group)} moved from ${one.before ?? ''} to ${one.after ?? ''}.`,
      );
    case 'document-added':
      return said('Added', `The API of ${markdownCode(one.subject)}.`);
    case 'document-removed':
      return said('Removed', `The API of ${markdownCode(one.subject)} is gone.`);
    case 'client-renamed':
      return said(
        'Changed',
        `The client ${markdownCode(one.before ?? '')} is now called ${markdownCode(one.after ?? '')}.`,
      );
    case 'parameter-added-optional':
      return said('Added', worded(group, `${holder} take${takes} ${parts(group)}.`));
    case 'parameter-added-first':
      return said('Changed', `${holder} take${takes} ${parts(group)}, before the request options.`);
    case 'parameter-added-required':
      return said('Changed', worded(group, `${holder} now need${takes} ${parts(group)}.`));
    case 'parameter-became-required':
      return said('Changed', `${parts(group)} ${isMany(group) ? 'are' : 'is'} now required in ${holder}.`);
    case 'parameter-became-optional':
      return said('Changed', `${parts(group)} ${isMany(group) ? 'are' : 'is'} now optional in ${holder}.`);
    case 'parameter-removed':
    case 'parameter-removed-last':
    case 'parameter-removed-after-sunset':
    case 'parameter-removed-before-sunset':
      return said('Removed', `${holder} no longer take${takes} ${parts(group)}.`);
    case 'property-added-optional':
    case 'property-added-required':
    case 'property-added-required-with-default':
      return propertiesAdded(group);
    case 'property-removed':
      return said(
        'Removed',
        kind === 'request'
          ? `${subjectOf(one).method ?? holder} no longer takes ${parts(group)}.`
          : kind === 'type'
            ? `${parts(group)} ${isMany(group) ? 'are' : 'is'} gone.`
            : `${capital(holder)} no longer has ${parts(group)}.`,
      );
    case 'property-renamed':
    case 'parameter-renamed':
      if (one.runtime === 'repaired')
        return said(
          'Fixed',
          `${capital(phraseOf(one))} is ${markdownCode(one.after ?? '')} on the wire now.`,
        );
      return said('Changed', `${capital(phraseOf(one))} is now ${markdownCode(one.after ?? '')}.`);
    case 'enum-value-added':
      return said('Added', `${capital(phraseOf(one))} can now be ${values(group, 'after')}.`);
    case 'enum-value-removed':
      return said('Removed', `${capital(phraseOf(one))} can no longer be ${values(group, 'before')}.`);
    case 'deprecated':
      return said('Deprecated', ending(one));
    case 'success-status-changed':
      return said(
        'Changed',
        `${methodsOf(one)} answers with status ${one.after ?? ''} instead of ${one.before ?? ''}.`,
      );
    case 'request-media-type-replaced':
      return said(
        'Fixed',
        `${subjectOf(one).method ?? holder} sends ${markdownCode(one.after ?? '')} instead of ${markdownCode(one.before ?? '')}; older versions of the SDK are refused.`,
      );
    case 'path-changed':
    case 'verb-changed':
    case 'parameter-moved':
    case 'parameter-style-changed':
    case 'security-scheme-changed':
    case 'fixed-query-changed':
      return one.bump === 'major'
        ? said('Changed', `${plainSentence(group)}.`)
        : said('Fixed', `${plainSentence(group)}; older versions of the SDK are refused.`);
    default:
      return said('Changed', `${plainSentence(group)}.`);
  }
}

/** With what the document says of the one thing that is new. */
const worded = (group: Group, text: string): string => {
  const [{ words }] = group;
  return isMany(group) || words === undefined ? text : `${text.replace(/\.$/, '')}: ${markdownText(words)}`;
};

/** What ends, until when, what the document says of it, and what to call in its place. */
function ending(one: Change): string {
  const until = tailOf(one).replace(/^was deprecated ?/, '');
  const why = firstSentence(one.after);
  const instead = one.instead === undefined ? '' : ` Use ${markdownCode(`${one.instead}()`)}.`;
  return `${capital(phraseOf(one))}${until === '' ? '' : ` (${markdownText(until)})`}${why === undefined ? '' : `: ${markdownText(why)}`}${instead}`;
}

/** To its page in the SDK's docs: names of files are the generator's own. */
const linked = (one: Change, text: string): string =>
  one.page === undefined ? text : `[${text}](docs/${one.page})`;

function typesGone(group: Group): string {
  const [one] = group;
  const gone = one.message === `${one.subject} was removed`;
  if (isMany(group))
    return `The types ${parts(group)} ${gone ? 'are gone' : 'no longer have names of their own'}.`;
  return `The type ${parts(group)} ${gone ? 'is gone' : 'no longer has a name of its own'}.`;
}

function propertiesAdded(group: Group): Said {
  const [one] = group;
  const { holder, kind, method } = subjectOf(one);
  const breaking = one.bump === 'major';
  if (kind === 'request')
    return breaking
      ? said('Changed', worded(group, `${method ?? holder} now needs ${parts(group)}.`))
      : said('Added', worded(group, `${method ?? holder} takes ${parts(group)}.`));
  if (kind === 'type')
    return breaking
      ? said('Changed', worded(group, `${parts(group)} ${isMany(group) ? 'are' : 'is'} new and required.`))
      : said('Added', worded(group, parts(group)));
  return said(breaking ? 'Changed' : 'Added', worded(group, `${capital(holder)} has ${parts(group)}.`));
}

/** What the message says of the subject. */
const tailOf = (one: Change): string =>
  one.message.startsWith(one.subject) ? one.message.slice(one.subject.length + 1) : one.message;

function plainSentence(group: Group): string {
  const [one] = group;
  const { holder, kind, part } = subjectOf(one);
  const { before, after } = valuesOf({ ...one, title: '' });
  const values =
    before !== undefined && after !== undefined ? ` (${markdownCode(before)} → ${markdownCode(after)})` : '';
  const tail = isMany(group) ? plural(tailOf(one)) : tailOf(one);
  if (part === undefined)
    return `${isMany(group) ? parts(group) : capital(holder)} ${tail}${kind === 'type' ? inMethods(one) : ''}${values}`;
  if (kind === 'type') return `${parts(group)} ${tail}${isMany(group) ? '' : values}`;
  return `${parts(group)} ${kind === 'parameter' ? 'of' : 'in'} ${holder} ${tail}${isMany(group) ? '' : values}`;
}

const inMethods = (one: Change): string => (one.reach.length === 0 ? '' : ` in ${methodsOf(one)}`);
