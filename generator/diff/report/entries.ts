/** Entries of a changelog: methods and types, without pointers and rule ids. */
import { inPlural } from '../parameter-groups.ts';
import { firstSentence } from '../words.ts';
import type { Change } from '../types.ts';
import { markdownCode, markdownText } from '../../lib/safe-text.ts';
import { count } from '../../lib/count.ts';
import { capital, methodsOf, phraseOf, phraseText } from './phrases.ts';
import { hasEffect } from '../causes.ts';
import { type LocatedChange, atEveryPlace } from './report.ts';
import { listed, shortList, valuesOf } from './words.ts';

export interface ChangelogEntry {
  /** `pets`, `pets.toys`, `Types`, `Client`. */
  readonly resource: string;
  readonly kind: 'Changed' | 'Added' | 'Deprecated' | 'Removed' | 'Fixed';
  readonly breaking: boolean;
  readonly text: string;
}

type Group = readonly [LocatedChange, ...LocatedChange[]];
type Kind = ChangelogEntry['kind'];
interface Said {
  readonly kind: Kind;
  readonly text: string;
}

/**
 * Changelog entries for readers of the SDK. Related changes share a sentence, such as values added to one
 * enum or properties added to one type.
 */
/** `links`: new methods link to their pages in the SDK's docs. */
export function changelogEntries(
  all: readonly LocatedChange[],
  { links }: { readonly links: boolean } = { links: false },
): readonly ChangelogEntry[] {
  const changes = links ? all : all.map(({ page: _page, ...item }) => item);
  const reported = changes.filter(
    (change) => hasEffect(change) && change.accepted === undefined && !UNTOLD.has(change.rule),
  );
  const seen = new Set<string>();
  const wide = reported.filter(isWide).map(wideEntry);
  const own = grouped(reported.filter((item) => !isWide(item)).flatMap(atEveryPlace)).map(entryOf);
  return [...wide, ...own].filter((entry) => {
    const key = `${entry.resource}\n${entry.text}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

const isWide = (locatedChange: LocatedChange): boolean =>
  locatedChange.places !== undefined && new Set(atEveryPlace(locatedChange).map(resourceOf)).size > 1;

/** An edit repeated in several resources is one entry at the first place, with the methods of all. */
function wideEntry(change: LocatedChange): ChangelogEntry {
  const [first = change, ...others] = atEveryPlace(change);
  const { text, ...entry } = entryOf([{ ...first, bump: change.bump }]);
  const reported = new Set(first.reach.map((use) => use.symbol));
  const names = [
    ...new Set(
      others.flatMap((locatedChange) => locatedChange.reach.map((use) => use.symbol ?? use.operation)),
    ),
  ]
    .filter((name) => !reported.has(name))
    .map((name) => markdownCode(name.startsWith('client.') ? `${name}()` : name));
  const shown =
    names.length <= MOST_NAMES
      ? listed(names)
      : `${names.slice(0, MOST_NAMES).join(', ')} and ${count(names.length - MOST_NAMES, 'further method')}`;
  const same = names.length === 0 ? '' : `; the same in ${shown}`;
  return { ...entry, resource: 'Several resources', text: `${text.replace(/\.$/, '')}${same}.` };
}

const MOST_NAMES = 20;

/** Rules without a visible effect for callers; changed results have entries of their own. */
const UNTOLD = new Set<string>([
  'success-status-removed',
  'success-status-added',
  'error-status-added',
  'version-not-raised',
  'request-media-type-added',
  'response-media-type-added',
  'response-media-type-removed',
]);

/** Rules whose findings are joined in one sentence, by what they have in common. */
function groupKey(change: Change): string {
  const { holder } = phraseOf(change);
  const resource = resourceOf(change);
  if (change.rule === 'model-added' || change.rule === 'model-extracted' || change.rule === 'model-removed')
    return `${resource} ${change.message === `${change.subject} was removed`}`;
  if (change.rule.startsWith('enum-value')) return `${resource} ${change.subject}`;
  if (change.rule === 'model-moved') return `${resource} ${change.before ?? ''} ${change.after ?? ''}`;
  if (/^operation-removed/.test(change.rule)) return resource;
  if (phraseOf(change).kind === 'method' && !/^operation-/.test(change.rule))
    return `${resource} ${tailOf(change)} ${change.before ?? ''} ${change.after ?? ''}`;
  return `${resource} ${holder} ${change.message.startsWith(change.subject) ? change.message.slice(change.subject.length) : change.message}`;
}

function grouped(changes: readonly LocatedChange[]): readonly Group[] {
  const groups = new Map<string, [LocatedChange, ...LocatedChange[]]>();
  for (const change of changes) {
    const key = `${change.rule} ${change.bump === 'major'} ${groupKey(change)}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [change]);
    else known.push(change);
  }
  return [...groups.values()];
}

function resourceOf(change: Change): string {
  const resources = new Set(
    change.reach.map((use) => use.symbol?.split('.').slice(1, -1).join('.') ?? 'Webhooks'),
  );
  const [first] = resources;
  if (resources.size === 1 && first !== undefined) return first === '' ? 'Client' : first;
  return resources.size > 1 || change.rule.startsWith('model-') ? 'Types' : 'Client';
}

const entryOf = (group: Group): ChangelogEntry => {
  const [locatedChange] = group;
  return {
    resource: resourceOf(locatedChange),
    breaking: locatedChange.bump === 'major',
    ...sentenceOf(group),
  };
};

const message = (kind: Kind, text: string): Said => ({ kind, text });
const values = (group: Group, side: 'before' | 'after'): string =>
  listed(
    group.flatMap((locatedChange) =>
      locatedChange[side] === undefined ? [] : [markdownCode(shortList(locatedChange[side]))],
    ),
  );
/** The parts of one holder, or the holders themselves. */
const partsOf = (group: Group): readonly string[] => [
  ...new Set(group.map((locatedChange) => phraseOf(locatedChange).part ?? phraseOf(locatedChange).holder)),
];
const parts = (group: Group): string => listed(partsOf(group));
const isMany = (group: Group): boolean => partsOf(group).length > 1;

function sentenceOf(group: Group): Said {
  const [locatedChange] = group;
  const { holder, kind } = phraseOf(locatedChange);
  const takes = locatedChange.reach.length === 1 ? 's' : '';
  switch (locatedChange.rule) {
    case 'operation-added':
      return message(
        'Added',
        worded(
          group,
          `${linked(locatedChange, holder)}${locatedChange.after === undefined ? '' : ` (${markdownCode(locatedChange.after)})`}`,
        ),
      );
    case 'operation-removed':
    case 'operation-removed-after-sunset':
    case 'operation-removed-before-sunset':
      return message('Removed', `${parts(group)} ${isMany(group) ? 'are' : 'is'} gone.`);
    case 'operation-renamed':
    case 'operation-moved':
      return message(
        'Changed',
        `${markdownCode(locatedChange.before ?? '')} is now ${markdownCode(locatedChange.after ?? '')}.`,
      );
    case 'model-added':
    case 'model-extracted':
      return message('Added', worded(group, `The type${isMany(group) ? 's' : ''} ${parts(group)}`));
    case 'model-removed':
      return message('Removed', typesGone(group));
    case 'model-renamed':
      return message(
        'Changed',
        `The type ${holder} is now called ${markdownCode(locatedChange.after ?? '')}.`,
      );
    case 'model-moved':
      return message(
        'Changed',
        `The type${isMany(group) ? 's' : ''} ${parts(group)} moved from ${markdownText(locatedChange.before ?? '')} to ${markdownText(locatedChange.after ?? '')}.`,
      );
    case 'document-added':
      return message('Added', `The API of ${markdownCode(locatedChange.subject)}.`);
    case 'document-removed':
      return message('Removed', `The API of ${markdownCode(locatedChange.subject)} is gone.`);
    case 'client-renamed':
      return message(
        'Changed',
        `The client ${markdownCode(locatedChange.before ?? '')} is now called ${markdownCode(locatedChange.after ?? '')}.`,
      );
    case 'parameter-added-optional':
      return message('Added', worded(group, `${holder} take${takes} ${parts(group)}.`));
    case 'parameter-added-first':
      return message('Changed', `${holder} take${takes} ${parts(group)}, before the request options.`);
    case 'parameter-added-required':
      return message('Changed', worded(group, `${holder} now need${takes} ${parts(group)}.`));
    case 'parameter-became-required':
      return message('Changed', `${parts(group)} ${isMany(group) ? 'are' : 'is'} now required in ${holder}.`);
    case 'parameter-became-optional':
      return message('Changed', `${parts(group)} ${isMany(group) ? 'are' : 'is'} now optional in ${holder}.`);
    case 'parameter-removed':
    case 'parameter-removed-last':
    case 'parameter-removed-after-sunset':
    case 'parameter-removed-before-sunset':
      return message('Removed', `${holder} no longer take${takes} ${parts(group)}.`);
    case 'property-added-optional':
    case 'property-added-required':
    case 'property-added-required-with-default':
      return propertiesAdded(group);
    case 'property-removed':
      return message(
        'Removed',
        kind === 'request'
          ? `${phraseOf(locatedChange).method ?? holder} no longer takes ${parts(group)}.`
          : kind === 'type'
            ? `${parts(group)} ${isMany(group) ? 'are' : 'is'} gone.`
            : `${capital(holder)} no longer has ${parts(group)}.`,
      );
    case 'property-renamed':
    case 'parameter-renamed':
      if (locatedChange.runtime === 'repaired')
        return message(
          'Fixed',
          `${capital(phraseText(locatedChange))} is ${markdownCode(locatedChange.after ?? '')} on the wire now.`,
        );
      return message(
        'Changed',
        `${capital(phraseText(locatedChange))} is now ${markdownCode(locatedChange.after ?? '')}.`,
      );
    case 'enum-value-added':
      return message('Added', `${capital(phraseText(locatedChange))} can now be ${values(group, 'after')}.`);
    case 'enum-value-removed':
      return message(
        'Removed',
        `${capital(phraseText(locatedChange))} can no longer be ${values(group, 'before')}.`,
      );
    case 'deprecated':
      return message('Deprecated', ending(locatedChange));
    case 'success-status-changed':
      return message(
        'Changed',
        `${methodsOf(locatedChange)} answer${takes} with status ${locatedChange.after ?? ''} instead of ${locatedChange.before ?? ''}.`,
      );
    case 'request-media-type-replaced':
      return message(
        'Fixed',
        `${phraseOf(locatedChange).method ?? holder} sends ${markdownCode(locatedChange.after ?? '')} instead of ${markdownCode(locatedChange.before ?? '')}; older versions of the SDK are refused.`,
      );
    case 'path-changed':
    case 'verb-changed':
    case 'parameter-moved':
    case 'parameter-style-changed':
    case 'security-scheme-changed':
    case 'fixed-query-changed':
      return locatedChange.bump === 'major'
        ? message('Changed', `${plainSentence(group)}.`)
        : message('Fixed', `${plainSentence(group)}; older versions of the SDK are refused.`);
    default:
      return message('Changed', `${plainSentence(group)}.`);
  }
}

/** Adds the document's description if there is only one new item. */
const worded = (group: Group, text: string): string => {
  const [{ words }] = group;
  return isMany(group) || words === undefined ? text : `${text.replace(/\.$/, '')}: ${markdownText(words)}`;
};

/** The deprecated item, its sunset date, the document's description and the replacement. */
function ending(change: Change): string {
  const until = tailOf(change).replace(/^was deprecated ?/, '');
  const why = firstSentence(change.after);
  const instead = change.instead === undefined ? '' : ` Use ${markdownCode(`${change.instead}()`)}.`;
  return `${capital(phraseText(change))}${until === '' ? '' : ` (${markdownText(until)})`}${why === undefined ? '' : `: ${markdownText(why)}`}${instead}`;
}

/** Links to the page in the SDK's docs. The generator chooses the file names, so they are safe. */
const linked = (change: Change, text: string): string =>
  change.page === undefined ? text : `[${text}](docs/${change.page})`;

function typesGone(group: Group): string {
  const [locatedChange] = group;
  const removed = locatedChange.message === `${locatedChange.subject} was removed`;
  if (isMany(group))
    return `The types ${parts(group)} ${removed ? 'are gone' : 'no longer have names of their own'}.`;
  return `The type ${parts(group)} ${removed ? 'is gone' : 'no longer has a name of its own'}.`;
}

function propertiesAdded(group: Group): Said {
  const [locatedChange] = group;
  const { holder, kind, method } = phraseOf(locatedChange);
  const breaking = locatedChange.bump === 'major';
  if (kind === 'request')
    return breaking
      ? message('Changed', worded(group, `${method ?? holder} now needs ${parts(group)}.`))
      : message('Added', worded(group, `${method ?? holder} takes ${parts(group)}.`));
  if (kind === 'type')
    return breaking
      ? message('Changed', worded(group, `${parts(group)} ${isMany(group) ? 'are' : 'is'} new and required.`))
      : message('Added', worded(group, parts(group)));
  return message(breaking ? 'Changed' : 'Added', worded(group, `${capital(holder)} has ${parts(group)}.`));
}

/** The message without its subject. */
const tailOf = (change: Change): string =>
  change.message.startsWith(change.subject)
    ? change.message.slice(change.subject.length + 1)
    : change.message;

function plainSentence(group: Group): string {
  const [locatedChange] = group;
  const { holder, kind, part } = phraseOf(locatedChange);
  const { before, after } = valuesOf({ ...locatedChange, title: '' });
  const values =
    group.length === 1 && before !== undefined && after !== undefined
      ? ` (${markdownCode(before)} → ${markdownCode(after)})`
      : '';
  const text = isMany(group) ? inPlural(tailOf(locatedChange)) : tailOf(locatedChange);
  const tail = markdownText(text);
  if (part === undefined)
    return `${isMany(group) ? parts(group) : capital(holder)} ${tail}${kind === 'type' ? inMethods(locatedChange) : ''}${values}`;
  if (kind === 'type') return `${parts(group)} ${tail}${values}`;
  return `${parts(group)} ${kind === 'parameter' ? 'of' : 'in'} ${holder} ${tail}${values}`;
}

const inMethods = (change: Change): string => (change.reach.length === 0 ? '' : ` in ${methodsOf(change)}`);
