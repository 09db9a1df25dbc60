/** Groups parameters of the same methods with the same change into one sentence. */
import { jsonText } from './compare/json-text.ts';
import { type Subject, about } from './subject.ts';
import type { Change } from './types.ts';
import { count } from '../lib/count.ts';

/** Each new name matters, so these are reported separately. */
const NAMED = new Set<string>(['parameter-renamed', 'parameter-moved', 'argument-renamed']);
const MAX_METHODS = 3;

const tailOf = (change: Change): string => change.message.slice(change.subject.length + 1);
const isCounted = (change: Change): boolean => /^parameter-(added|removed)/.test(change.rule);

/** Whether the subject is a whole request parameter. The path of a method has its own rules. */
const wholeParameter = ({
  about: subject,
}: Change): Extract<Subject, { readonly kind: 'parameter' }> | undefined =>
  subject.kind === 'parameter' && subject.location !== 'path' && subject.path.length === 0
    ? subject
    : undefined;

/** The common key of several parameters; undefined for anything but a whole parameter. */
export function siblingKey(group: readonly [Change, ...Change[]]): string | undefined {
  const [change] = group;
  const location = wholeParameter(change)?.location;
  const reach = new Set(group.flatMap((each) => each.reach.map((use) => use.operation)));
  if (location === undefined || NAMED.has(change.rule) || reach.size === 0) return undefined;
  // The same enum may be used by a parameter and a body.
  if (!group.every(wholeParameter)) return undefined;
  return jsonText([
    change.rule,
    location,
    tailOf(change),
    isCounted(change) ? '' : [change.before ?? '', change.after ?? ''],
    [change.wire, change.runtime, change.bump, ...change.source],
    [...change.directions],
    change.unstable === true,
    { ...change.accepted },
    [...reach].sort(),
  ]);
}

/** `client.pets.list() takes 2 new optional query parameters: limit, sort`; undefined for a single name. */
export function siblingsText(
  group: readonly [Change, ...Change[]],
): Pick<Change, 'subject' | 'about' | 'message'> | undefined {
  const names = [...new Set(group.flatMap((change) => wholeParameter(change)?.name ?? []))];
  const [item] = group;
  const location = wholeParameter(item)?.location ?? '';
  if (names.length < 2 || !group.every(wholeParameter)) return undefined;
  const uses = new Map(group.flatMap((each) => each.reach.map((use) => [use.operation, use] as const)));
  const methods = [...uses.values()].map((use) =>
    use.symbol === undefined ? use.operation : `${use.symbol}()`,
  );
  const subject = methodsText(methods);
  const verb = (word: string): string => (methods.length === 1 ? `${word}s` : word);
  const listed = (kind: string): string =>
    `${names.length} ${kind}${location} parameters: ${names.join(', ')}`;
  const named = { subject, about: about({ kind: 'methods', text: subject }) };
  const reported = (text: string) => ({ ...named, message: `${subject} ${text}` });
  switch (item.rule) {
    case 'parameter-added-optional':
    case 'parameter-added-first':
      return reported(`${verb('take')} ${listed('new optional ')}`);
    case 'parameter-added-required':
      return reported(`${verb('need')} ${listed('new ')}`);
    case 'parameter-removed':
    case 'parameter-removed-last':
    case 'parameter-removed-after-sunset':
      return reported(`no longer ${verb('take')} ${listed('')}`);
    default:
      return {
        ...named,
        message: `${names.length} ${location} parameters of ${subject} ${inPlural(tailOf(item))}: ${names.join(', ')}`,
      };
  }
}

const methodsText = (names: readonly string[]): string => {
  const [shown, rest] = [names.slice(0, MAX_METHODS), names.length - MAX_METHODS];
  if (rest > 0) return `${shown.join(', ')} and ${count(rest, 'further method')}`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
};

/** A predicate of several parameters: `is required` → `are required`. */
export const inPlural = (text: string): string =>
  text
    .replace(
      /^((?:now |no longer |also )?)(is|was|has|needs|returns|accepts|uses|takes|sends|defaults)\b/,
      (_all, before: string, word: string) =>
        `${before}${{ is: 'are', was: 'were', has: 'have' }[word] ?? word.slice(0, -1)}`,
    )
    .replace(/\bits\b/g, 'their');
