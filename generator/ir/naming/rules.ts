/** Which rules of default names hold. A new rule renames calls, so each hangs on an edition. */
import { EDITIONS, isSince } from '../../lib/editions.ts';

export interface NamingRules {
  /**
   * What is done to one thing is called by its path word alone, whatever the word; a read that stands alone
   * belongs to its parent.
   */
  readonly loneWords: boolean;
  /**
   * `list` where the answer is a list, `retrieve` where it is one object, whatever the path word's number.
   */
  readonly listsByAnswer: boolean;
  /**
   * A verb of the operationId or summary that contradicts the HTTP method wins; destroying is readable in the
   * call.
   */
  readonly saidVerbs: boolean;
  /** No word twice in a call: not in a method and its resource, not in a resource and its parent. */
  readonly noRepeats: boolean;
  /** Roots, numbers and versions are no resources; what is of another version than the rest is `x.v2`. */
  readonly plainRoots: boolean;
  /** Collisions are told apart by words of paths and parameters. */
  readonly apart: boolean;
  /** A verb keeps its object where no word of the call says what it is done to. */
  readonly objects: boolean;
}

/** Without an edition those of the newest. */
export function namingRules(edition: string | undefined): NamingRules {
  const isNew = isSince(edition, EDITIONS.names);
  return {
    loneWords: isNew,
    listsByAnswer: isNew,
    saidVerbs: isNew,
    noRepeats: isNew,
    plainRoots: isNew,
    apart: isNew,
    objects: isNew,
  };
}
