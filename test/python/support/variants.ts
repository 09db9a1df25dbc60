/** Samples of a call that show every member of every union of its arguments. */
import type { UnionType } from '../../../generator/ir/types.ts';
import type { MemberChoice } from '../../../generator/plan/samples/site.ts';

/** A union by its place in the document, which is the same in the plans of all languages. */
const placeOf = ({ origin, members }: UnionType): string =>
  `${origin.document} ${origin.pointer} ${members.length}`;

export type Choices = ReadonlyMap<string, number>;

export interface AllChoices {
  readonly choices: readonly Choices[];
  /** So many more were not tried. */
  readonly left: number;
}

/** Beyond so many calls of one method only time would pass. */
const MOST = 400;

/**
 * Choices for one sample each: the unions that a sample meets are chosen anew until each member of each was shown.
 * `visit` makes a sample with a choice, which asks for the member of each union that it meets.
 */
export function choicesOf(visit: (member: MemberChoice) => void): AllChoices {
  const known = new Set<string>();
  const found: Choices[] = [];
  const waiting: Choices[] = [new Map()];
  while (found.length < MOST) {
    const choices = waiting.shift();
    if (!choices) break;
    visit((union) => {
      const place = placeOf(union);
      if (!known.has(place)) {
        known.add(place);
        for (const index of union.members.keys()) waiting.push(new Map([...choices, [place, index]]));
      }
      return choices.get(place);
    });
    if (choices.size > 0) found.push(choices);
  }
  return { choices: found, left: waiting.length };
}

export const memberBy =
  (choices: Choices): MemberChoice =>
  (union) =>
    choices.get(placeOf(union));
