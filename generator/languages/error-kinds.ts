/** Names of the classes for the kinds of errors that an API documents. */
import type { ErrorKind } from '../plan/error-kinds.ts';

/**
 * Names of the classes: `CardDeclinedError`. A name that the SDK or the language has already gets the word
 * `Code`; a name that is still taken gets a number.
 */
export function nameErrorKinds(
  kinds: readonly ErrorKind[],
  pascal: (words: string) => string,
  isTaken: (name: string) => boolean,
): ReadonlyMap<ErrorKind, string> {
  const names = new Map<ErrorKind, string>();
  const used = new Set<string>();
  for (const kind of kinds) {
    // A URI (RFC 9457) is named after its last part.
    const words = wordsOf(kind)
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .replace(/^.*\//, '');
    const stem =
      pascal(words)
        .replace(/_$/, '')
        .replace(/(?:Error|Exception)$/i, '') || 'Unknown';
    const free = [`${stem}Error`, `${stem}CodeError`].find(
      (name) => !isTaken(name) && !used.has(name.toLowerCase()),
    );
    let name = free ?? `${stem}CodeError`;
    for (let count = 2; free === undefined && used.has(name.toLowerCase()); count++)
      name = `${stem}CodeError${count}`;
    used.add(name.toLowerCase());
    names.set(kind, name);
  }
  return names;
}

/** Statuses (RFC 9110 section 15.5 and later) without a class in every SDK. */
const STATUSES: Readonly<Record<number, string>> = {
  402: 'payment_required',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  407: 'proxy_authentication_required',
  408: 'request_timeout',
  410: 'gone',
  411: 'length_required',
  412: 'precondition_failed',
  413: 'content_too_large',
  414: 'uri_too_long',
  415: 'unsupported_media_type',
  416: 'range_not_satisfiable',
  417: 'expectation_failed',
  421: 'misdirected_request',
  423: 'locked',
  424: 'failed_dependency',
  425: 'too_early',
  426: 'upgrade_required',
  428: 'precondition_required',
  431: 'request_header_fields_too_large',
  451: 'unavailable_for_legal_reasons',
};

const wordsOf = ({ match }: ErrorKind): string =>
  match.by === 'code' ? match.code : (STATUSES[match.status] ?? `status_${match.status}`);
