/** Describes verdicts in words, and groups changes for the reports. */
import { defaultLanguage, languageData } from '../../languages/data.ts';
import { ruleCatalogue } from '../rules/catalogue.ts';
import type { SourceClass } from '../types.ts';
import type { LocatedChange } from './report.ts';

const WIRE_WORDS = {
  ok: '',
  ignored: 'deployed clients send what is ignored now',
  depends: 'may concern deployed clients',
  silent: 'the same request means something else',
  break: 'breaks deployed clients',
} as const;

const RUNTIME_WORDS = {
  same: '',
  repaired: 'an upgrade of the SDK repairs it',
  changed: 'results may differ',
  rejected: 'requests may be refused',
  silent: 'nothing fails visibly',
} as const;

const CODE_WORDS: Readonly<Record<SourceClass, string>> = {
  call: 'calls',
  read: 'reads of results',
  name: 'imports',
  exhaust: 'exhaustive switches',
  fake: 'mocks',
  'type-level': 'type-level code',
};

/**
 * `breaks deployed clients; calls and mocks stop compiling`. The effect at run time applies to code that
 * compiles.
 */
export function effectOf(locatedChange: LocatedChange): string {
  const { source } = locatedChange;
  const wire =
    ruleCatalogue[locatedChange.rule].group === 'lifecycle' && locatedChange.wire === 'break'
      ? 'breaks a promise'
      : WIRE_WORDS[locatedChange.wire];
  return [
    wire,
    source.length === 0
      ? RUNTIME_WORDS[locatedChange.runtime]
      : `${listed(source.map((each) => CODE_WORDS[each]))} ${source.length === 1 && source[0] === 'type-level' ? 'stops' : 'stop'} ${(languageData(locatedChange.language ?? '') ?? defaultLanguage).check}`,
    locatedChange.unstable === true ? 'below the promised stability' : '',
  ]
    .filter((text) => text !== '')
    .join('; ');
}

/** `a, b and c`. */
export const listed = (all: readonly string[]): string =>
  all.length <= 1 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;

export interface ChangeGroup {
  readonly title: string;
  readonly rule: string;
  readonly effect: string;
  readonly bump: string;
  readonly changes: readonly LocatedChange[];
}

/** Groups changes of one rule with the same effect, in the order of first occurrence. */
export function groupsOf(changes: readonly LocatedChange[]): readonly ChangeGroup[] {
  const groups = new Map<string, ChangeGroup & { readonly changes: LocatedChange[] }>();
  for (const change of changes) {
    const effect = effectOf(change);
    const key = `${change.rule}\n${effect}\n${change.bump}`;
    const known = groups.get(key);
    if (known === undefined)
      groups.set(key, {
        title: change.title,
        rule: change.rule,
        effect,
        bump: change.bump,
        changes: [change],
      });
    else known.changes.push(change);
  }
  return [...groups.values()];
}

const MAX_LIST = 200;

/** Shortens a long list of values at a separator: `"a" | "b" | … 57 more`. */
export function shortList(text: string): string {
  const parts = text.length > MAX_LIST ? text.split(' | ') : [];
  if (parts.length < 3) return text;
  let length = 0;
  const shown = parts.filter((part) => (length += part.length + 3) <= MAX_LIST - 20);
  return `${shown.join(' | ')} | … ${parts.length - shown.length} more`;
}

/** Before and after, without what the sentence already contains. */
export function valuesOf(locatedChange: LocatedChange): {
  readonly before?: string;
  readonly after?: string;
} {
  const says = (text: string): boolean => locatedChange.message.includes(text);
  return {
    ...(locatedChange.before === undefined || locatedChange.before === '' || says(locatedChange.before)
      ? {}
      : { before: shortList(locatedChange.before) }),
    ...(locatedChange.after === undefined || locatedChange.after === '' || says(locatedChange.after)
      ? {}
      : { after: shortList(locatedChange.after) }),
  };
}

/** The affected methods and webhooks, except the subject itself. */
export const reachedBy = (locatedChange: LocatedChange): readonly string[] =>
  locatedChange.reach
    .map((use) => (use.symbol === undefined ? use.operation : `${use.symbol}()`))
    .filter((name) => !locatedChange.message.includes(name));
