/** Extracts the first sentence of a description, and the replacement that a deprecation message names. */
import type { MethodSurface } from './surface.ts';

const MAX = 160;

/** The first sentence without line breaks, shortened between words if it is long. */
export function firstSentence(text: string | undefined): string | undefined {
  const [sentence = ''] = (text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  if (sentence === '') return undefined;
  if (sentence.length > MAX)
    return `${sentence.slice(0, sentence.lastIndexOf(' ', MAX) + 1 || MAX).trimEnd()}…`;
  return /[.!?…:]$/.test(sentence) ? sentence : `${sentence}.`;
}

/**
 * The method that a deprecation message names by operationId or path: `client.pets.retrieve`. An operationId
 * that could be an ordinary word must be written as code.
 */
export function insteadOf(message: string, methods: readonly MethodSurface[]): string | undefined {
  const [, verb, path] =
    /\b(?:(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s+)(\/[^\s`'",;)]*)/i.exec(message) ?? [];
  if (verb !== undefined && path !== undefined) {
    const wanted = path.replace(/\.$/, '');
    return methods.find(
      (method) => method.method.verb === verb.toLowerCase() && method.method.path === wanted,
    )?.symbol;
  }
  const coded = new Set([...message.matchAll(/`([^`]+)`/g)].map((item) => item[1]));
  const text = new Set(message.split(/[^\w$./-]+/).map((name) => name.replace(/^[./]+|[./]+$/g, '')));
  const named = methods.filter(({ method: { operationId: id } }) =>
    id === undefined ? false : coded.has(id) || (text.has(id) && !/^[A-Z]?[a-z]*$/.test(id)),
  );
  return named.length === 1 ? named[0]?.symbol : undefined;
}

export function worded(text: string | undefined): { readonly words?: string } {
  const words = firstSentence(text);
  return words === undefined ? {} : { words };
}
