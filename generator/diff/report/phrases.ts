/** Describes the subject of a change as a reader of the SDK would. Code spans are Markdown. */
import type { Subject } from '../subject.ts';
import type { Change } from '../types.ts';
import { markdownCode, markdownText } from '../../lib/safe-text.ts';
import { listed } from './words.ts';
import { count } from '../../lib/count.ts';

export interface Phrase {
  /**
   * The owner of the parts: `Pet`, `the result of client.pets.list()`. Changes of one holder are reported
   * together.
   */
  readonly holder: string;
  /** The part as code; absent if the holder itself is meant. */
  readonly part?: string;
  /** The method, if the subject names one. */
  readonly method?: string;
  readonly kind: 'request' | 'result' | 'error' | 'payload' | 'type' | 'parameter' | 'method' | 'other';
}

const MAX_METHODS = 3;

export function phraseOf(change: Change): Phrase {
  const { about } = change;
  const path = about.path.join('');
  switch (about.kind) {
    case 'content': {
      const owner = 'method' in about ? markdownCode(`${about.method}()`) : markdownText(about.operation);
      return {
        ...contentPhrase(about, owner),
        method: owner,
        ...(path !== '' && { part: markdownCode(path.replace(/^\./, '')) }),
      };
    }
    case 'parameter':
      return about.method === undefined
        ? { kind: 'parameter', holder: methodsOf(change), part: markdownCode(`${about.name}${path}`) }
        : { kind: 'method', holder: markdownCode(change.subject) };
    case 'method':
    case 'methods':
      return { kind: 'method', holder: markdownCode(change.subject) };
    case 'type':
      return {
        kind: 'type',
        holder: markdownCode(about.name),
        ...(path !== '' && { part: markdownCode(change.subject) }),
      };
    case 'named':
      return { kind: 'other', holder: `the ${about.what} ${markdownCode(`${about.name}${path}`)}` };
    case 'text':
      return { kind: 'other', holder: markdownText(change.subject) };
  }
}

function contentPhrase(
  { content, status = '' }: Extract<Subject, { readonly kind: 'content' }>,
  owner: string,
): Pick<Phrase, 'kind' | 'holder'> {
  if (content === 'request body') return { kind: 'request', holder: `the request of ${owner}` };
  if (content === 'payload') return { kind: 'payload', holder: `the payload of ${owner}` };
  if (content === 'event') return { kind: 'result', holder: `each event of ${owner}` };
  if (status === '' || status.startsWith('2')) return { kind: 'result', holder: `the result of ${owner}` };
  return { kind: 'error', holder: `the ${status === 'default' ? '' : `${status} `}error of ${owner}` };
}

/** `client.pets.list() and client.pets.create()`; a number if there are many. */
export function methodsOf(change: Change): string {
  const names = change.reach.map((use) =>
    use.symbol === undefined ? markdownText(use.operation) : markdownCode(`${use.symbol}()`),
  );
  return names.length <= MAX_METHODS
    ? listed(names)
    : `${names.slice(0, MAX_METHODS).join(', ')} and ${count(names.length - MAX_METHODS, 'further method')}`;
}

/** `nick in the result of client.pets.retrieve()`, `Pet.nick`, `the result of …`. */
export function phraseText(change: Change): string {
  const { holder, part, kind } = phraseOf(change);
  if (part === undefined) return holder;
  return kind === 'type' ? part : kind === 'parameter' ? `${part} of ${holder}` : `${part} in ${holder}`;
}

export const capital = (text: string): string =>
  text.startsWith('client.') ? text : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
