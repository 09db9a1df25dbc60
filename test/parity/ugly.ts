/**
 * Names that no expert would keep, found by what the document says and without asking the generator's own
 * rules.
 */
import { singular, snake } from '../../generator/lib/words.ts';
import type { OwnCall, OwnSdk } from './own-calls.ts';

export const KINDS = [
  'a read called create',
  'a creation called update or replace',
  'an action that is a resource with create',
  'a segment like _2',
  'a call that ends in a count',
  'a method that repeats its resource',
  'a resource that repeats its parent',
  'a DELETE without a verb',
  'a page name that repeats',
  'collisions',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Ugly {
  readonly kind: Kind;
  readonly what: string;
}

export function uglyNames(sdk: OwnSdk): readonly Ugly[] {
  const sizes = new Map<string, number>();
  for (const { keys } of sdk.calls)
    for (let length = 1; length < keys.length; length += 1)
      sizes.set(keys.slice(0, length).join('.'), (sizes.get(keys.slice(0, length).join('.')) ?? 0) + 1);
  return [
    // A name that the document itself gives, by a hint or a sample, is not for us to judge.
    ...sdk.calls
      .filter((call) => call.method.provenance.rule === 'default')
      .flatMap((call) =>
        kindsOf(call, sizes).map((kind) => ({
          kind,
          what: `${[...call.resource, call.name].join('.')} (${call.operation})`,
        })),
      ),
    ...sdk.pages.filter(repeats).map((what) => ({ kind: 'a page name that repeats' as const, what })),
    ...sdk.collisions.map((what) => ({ kind: 'collisions' as const, what })),
  ];
}

function kindsOf(call: OwnCall, sizes: ReadonlyMap<string, number>): readonly Kind[] {
  const { keys, method, resource, name } = call;
  const key = keys.at(-1) ?? '';
  const head = keys.at(-2) ?? '';
  const verb = key.split('_')[0] ?? '';
  const said = saidVerb(method.operationId ?? '', method.verb) ?? saidVerb(method.summary ?? '', method.verb);
  const last = snake(
    (
      method.path
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1) ?? ''
    ).replace(/^.*:/, ''),
  );
  const isLone = keys.length > 1 && sizes.get(keys.slice(0, -1).join('.')) === 1;
  const found: Kind[] = [];
  if (verb === 'create' && (method.verb === 'get' || (said !== undefined && READING.has(said))))
    found.push('a read called create');
  if ((verb === 'update' || verb === 'replace') && said !== undefined && CREATING.has(said))
    found.push('a creation called update or replace');
  if (
    key === 'create' &&
    method.verb === 'post' &&
    isLone &&
    last === head &&
    !method.path.endsWith('}') &&
    ACTING.has(last.split('_')[0] ?? '') &&
    !isPlural(last) &&
    !/\d/.test(last)
  )
    found.push('an action that is a resource with create');
  if (resource.some((one) => /^_*\d/.test(one)) || /^_\d/.test(name)) found.push('a segment like _2');
  if (
    /[^\d_]_\d+$/.test(key) &&
    !snake(`${method.path} ${method.origin.pointer}`).includes(/\d+$/.exec(key)?.[0] ?? '')
  )
    found.push('a call that ends in a count');
  if (head !== '' && isWithin(wordsOf(head), wordsOf(key))) found.push('a method that repeats its resource');
  if (
    keys.length > 2 &&
    isWithin(wordsOf(keys.at(-3) ?? ''), wordsOf(head).slice(0, wordsOf(keys.at(-3) ?? '').length))
  )
    found.push('a resource that repeats its parent');
  if (method.verb === 'delete' && !DESTROYING.has(verb)) found.push('a DELETE without a verb');
  return found;
}

const READING = new Set([
  'get',
  'list',
  'retrieve',
  'fetch',
  'find',
  'search',
  'query',
  'count',
  'lookup',
  'read',
  'show',
  'check',
  'compare',
  'filter',
]);
const CREATING = new Set(['create', 'add', 'insert', 'new', 'upload', 'register', 'publish', 'invite']);
/**
 * Words in front of paths of POST that are no things. English, and short on purpose: what it misses it misses
 * before and after.
 */
const ACTING = new Set(
  (
    'abort accept ack acknowledge activate add analyze append apply approve archive assign attach authorize batch block boost buy bulk calculate call cancel capture change check clear clone close collect commit compact ' +
    'complete compute confirm connect convert copy count create deactivate decline delete deploy detach detect disable disconnect dismiss download draft drain duplicate embed enable encode estimate evaluate exchange execute ' +
    'expire export extend extract fail finalize find finish fork forward generate get import initialize inspect install invite invoke issue join kill launch leave link list lock login logout lookup mark merge migrate move ' +
    'mute notify open parse patch pause pay ping play poll preview process promote publish purge push query reactivate read rebuild recalculate recover redeem refresh refund register reissue reject release reload remix remove ' +
    'rename render renew reorder replace replay reply report reprocess rerank resend reset resolve restart restore resume retry reverse revert review revoke roll rollback rotate route run save scan schedule score search ' +
    'send set share sign simulate skip snooze split start stop submit subscribe suspend swap switch sync tag terminate test tokenize touch track train transcribe transfer transform translate trigger unarchive unblock undo ' +
    'uninstall unlink unlock unmute unpublish unregister unsubscribe update upgrade upload upsert validate verify void wait withdraw write'
  ).split(' '),
);
const DESTROYING = new Set(
  (
    'abort archive cancel clear close deactivate delete destroy detach disable disassociate disconnect discard dismiss drop empty end erase expire expunge flush forget kick kill leave logout purge reject release remove reset ' +
    'revoke stop terminate trash unarchive unassign unassociate unattach unban unbind unblock undeploy undo unfollow uninstall unlike unlink unlock unmute unpin unpublish unregister unset unshare unstar unsubscribe unsuspend untag unwatch void withdraw ' +
    'bulk batch hard soft permanently force'
  ).split(' '),
);

const wordsOf = (key: string): readonly string[] =>
  key
    .split('_')
    .filter((word) => word !== '')
    .map(singular);
const isWithin = (inner: readonly string[], outer: readonly string[]): boolean =>
  inner.length > 0 && inner.every((word) => outer.includes(word));
const isPlural = (key: string): boolean => singular(key) !== key;

/**
 * The verb that a name or a sentence of the document starts with; the HTTP method's own word says nothing.
 */
function saidVerb(text: string, method: string): string | undefined {
  const [first, ...rest] = snake(text.split(/[/.]/).at(-1) ?? '').split('_');
  const word = first === method && method !== 'get' ? rest[0] : first;
  return word === undefined || word === '' ? undefined : word;
}

/** `DatasetsDatasetsPage`: the same word, or run of words, twice on end. */
function repeats(name: string): boolean {
  const words = snake(name).split('_').map(singular);
  return words.some((_, at) =>
    [1, 2, 3].some(
      (length) =>
        at + 2 * length <= words.length &&
        words.slice(at, at + length).join() === words.slice(at + length, at + 2 * length).join(),
    ),
  );
}
