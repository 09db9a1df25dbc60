/** The kinds of errors that an API documents, with the names of their classes and what their comments say. */
import { type ErrorKind, errorKinds } from '../plan/error-kinds.ts';
import type { SdkPlan } from '../plan/sdk.ts';
import { STATUS_NAMES } from './status-names.ts';

export interface NamedErrorKind extends ErrorKind {
  /** `CardDeclinedError` */
  readonly name: string;
  /** A sentence for its comment. */
  readonly about: string;
}

/** `isTaken`: names of errors that the language or its runtime has. */
export function namedErrorKinds(
  plan: Pick<SdkPlan, 'resources' | 'shapes'>,
  pascal: (words: string) => string,
  isTaken: (name: string) => boolean,
): readonly NamedErrorKind[] {
  const free = freeNames((name) => isTaken(name) || OF_STATUSES.has(name));
  return errorKinds(plan, (status) => STATUS_NAMES.has(status)).map((kind) => ({
    ...kind,
    name: free(stemOf(kind, pascal)),
    about:
      kind.match.by === 'status'
        ? `Status ${kind.match.status}.`
        : `The body has the code \`${kind.match.code}\`.`,
  }));
}

const OF_STATUSES = new Set([...STATUS_NAMES.values()].map((name) => `${name}Error`));

/** A URI (RFC 9457) is named after its last part. */
function stemOf(kind: ErrorKind, pascal: (words: string) => string): string {
  const words = wordsOf(kind)
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/^.*\//, '');
  return (
    pascal(words)
      .replace(/_$/, '')
      .replace(/(?:Error|Exception)$/i, '') || 'Unknown'
  );
}

/**
 * Names that differ in more than case. A name that is taken gets the word `Code`; a name that is still taken
 * gets a number.
 */
function freeNames(isTaken: (name: string) => boolean): (stem: string) => string {
  const used = new Set<string>();
  return (stem) => {
    let name = `${stem}Error`;
    if (isTaken(name) || used.has(name.toLowerCase())) name = `${stem}CodeError`;
    for (let count = 2; used.has(name.toLowerCase()); count++) name = `${stem}CodeError${count}`;
    used.add(name.toLowerCase());
    return name;
  };
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
