/** What a change is about, as a reader of the SDK would call it. Code spans are Markdown. */
import type { Change } from '../types.ts';
import { markdownCode } from '../../lib/safe-text.ts';
import { listed } from './words.ts';

export interface Subject {
  /**
   * The thing that has the parts: `Pet`, `the result of client.pets.list()`; changes of one holder are told
   * together.
   */
  readonly holder: string;
  /** The part of it, as code; absent where the holder itself is meant. */
  readonly part?: string;
  /** The method, where the subject names one. */
  readonly method?: string;
  readonly kind: 'request' | 'result' | 'error' | 'payload' | 'type' | 'parameter' | 'method' | 'other';
}

const MAX_METHODS = 3;

export function subjectOf(change: Change): Subject {
  const { subject } = change;
  const [, what = '', status = '', owner = '', path = ''] =
    /^(request body|response ([\w.]+)|result|payload) of (client\.[\w.$]+\(\)|webhook [^.[]+|callback .+?(?=[.[]|$))(.*)$/s.exec(
      subject,
    ) ?? [];
  if (what !== '') {
    const kind =
      what === 'request body'
        ? 'request'
        : what === 'payload'
          ? 'payload'
          : status === '' || status.startsWith('2')
            ? 'result'
            : 'error';
    const name =
      kind === 'request'
        ? 'the request'
        : kind === 'payload'
          ? 'the payload'
          : kind === 'result'
            ? 'the result'
            : status === 'default'
              ? 'the error'
              : `the ${status} error`;
    return {
      kind,
      holder: `${name} of ${owned(owner)}`,
      method: owned(owner),
      ...(path === '' ? {} : { part: markdownCode(path.replace(/^\./, '')) }),
    };
  }
  const [, location, parameter, inside = ''] =
    /^(path|query|header|cookie) parameter ([^.[]+)(.*)$/s.exec(subject) ?? [];
  if (location !== undefined)
    return {
      kind: 'parameter',
      holder: methodsOf(change),
      part: markdownCode(`${parameter ?? ''}${inside}`),
    };
  if (/^client\.[\w.$]+\(\)/.test(subject)) return { kind: 'method', holder: markdownCode(subject) };
  const [, type, rest] = /^([\w$-]+)([.[].*)?$/s.exec(subject) ?? [];
  if (type !== undefined && !subject.startsWith('info.'))
    return {
      kind: 'type',
      holder: markdownCode(type),
      ...(rest === undefined ? {} : { part: markdownCode(`${type}${rest}`) }),
    };
  const [, category, name] =
    /^(security scheme|client option|environment|server variable|webhook|response header) (.*)$/s.exec(
      subject,
    ) ?? [];
  if (category !== undefined)
    return {
      kind: 'other',
      holder: `the ${category} ${markdownCode(name ?? '')}`,
    };
  return { kind: 'other', holder: subject === 'default server' ? 'the default server' : subject };
}

const owned = (owner: string): string => (owner.startsWith('client.') ? markdownCode(owner) : owner);

/** `client.pets.list() and client.pets.create()`; many are counted. */
export function methodsOf(change: Change): string {
  const names = change.reach.map((use) =>
    use.symbol === undefined ? use.operation : markdownCode(`${use.symbol}()`),
  );
  return names.length <= MAX_METHODS
    ? listed(names)
    : `${names.slice(0, MAX_METHODS).join(', ')} and ${names.length - MAX_METHODS} further methods`;
}

/** `nick in the result of client.pets.retrieve()`, `Pet.nick`, `the result of …`. */
export function phraseOf(change: Change): string {
  const { holder, part, kind } = subjectOf(change);
  if (part === undefined) return holder;
  return kind === 'type' ? part : kind === 'parameter' ? `${part} of ${holder}` : `${part} in ${holder}`;
}

export const capital = (text: string): string =>
  text.startsWith('client.') ? text : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
