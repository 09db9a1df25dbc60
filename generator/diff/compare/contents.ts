import type { Content } from '../../ir/types.ts';

/**
 * `application/json; charset=utf-8` → `application/json`. RFC 9110 section 8.3.1: parameters are not part of
 * the type.
 */
const essence = (mediaType: string): string => (mediaType.split(';')[0] ?? '').trim().toLowerCase();

/** Pairs contents by media type. Parameters of a media type count only if several contents share the type. */
export function matchContents(
  a: readonly Content[],
  b: readonly Content[],
): {
  readonly pairs: readonly (readonly [Content, Content])[];
  readonly removed: readonly Content[];
  readonly fresh: readonly Content[];
} {
  const [item, other] = [a[0], b[0]];
  if (
    item !== undefined &&
    other !== undefined &&
    a.length === 1 &&
    b.length === 1 &&
    item.mediaType === other.mediaType
  )
    return { pairs: [[item, other]], removed: [], fresh: [] };
  const removed = [...a];
  const fresh = [...b];
  const pairs: (readonly [Content, Content])[] = [];
  for (const key of [
    (content: Content): string => content.mediaType.toLowerCase(),
    (content: Content): string => essence(content.mediaType),
  ]) {
    for (const content of [...removed]) {
      const other = fresh.find((each) => key(each) === key(content));
      if (other === undefined) continue;
      pairs.push([content, other]);
      removed.splice(removed.indexOf(content), 1);
      fresh.splice(fresh.indexOf(other), 1);
    }
  }
  return { pairs, removed, fresh };
}

/** `application/problem+json` is a special case of `application/json` (RFC 6839 section 3.1). */
export const generalizes = (general: string, special: string): boolean => {
  const [type, subtype = ''] = essence(special).split('/');
  const suffix = subtype.includes('+') ? subtype.slice(subtype.lastIndexOf('+') + 1) : undefined;
  return suffix !== undefined && essence(general) === `${type ?? ''}/${suffix}`;
};
