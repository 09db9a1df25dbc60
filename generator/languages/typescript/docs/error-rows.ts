/**
 * Error table of an operation: one row per body type, class of status and media type; the catch-all comes
 * last.
 */
import { type Code, code, join, lineText } from '../code.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import type { Member } from '../types/declaration.ts';
import { label, typeText } from '../../../text/markdown.ts';
import { type DocPages, declarationOf, qualifiedName } from './pages.ts';

export interface ErrorRow {
  readonly type: Code;
  readonly statuses: Code;
  readonly mediaType: Code;
}

/** A member of the operation's error map, with the media type of its body. */
export interface DocumentedBody {
  readonly member: Member;
  readonly mediaType: string;
}

export function documentedBodies(plan: TypescriptMethod): readonly DocumentedBody[] {
  const { errors } = plan;
  if (errors?.body.kind !== 'interface') return [];
  return errors.body.members.map((member) => {
    const response = plan.method.responses.find(
      (item, index) =>
        item.status === member.name && index !== plan.method.success && item.chosen !== undefined,
    );
    return { member, mediaType: response?.contents[response.chosen ?? 0]?.mediaType ?? '*/*' };
  });
}

export function errorRows(plan: TypescriptMethod, pages: DocPages): readonly ErrorRow[] {
  const groups = new Map<
    string,
    { readonly type: Code; readonly mediaType: string; readonly statuses: string[] }
  >();
  for (const { member, mediaType } of documentedBodies(plan)) {
    const type = bodyName(member, pages);
    const key = `${type} ${mediaType} ${member.name.slice(0, 1)}`;
    const group = groups.get(key) ?? { type, mediaType, statuses: [] };
    group.statuses.push(member.name);
    groups.set(key, group);
  }
  const rows = [...groups.values()].map(({ type, mediaType, statuses }) => ({
    type,
    statuses: lineText(statuses.join(', ')),
    mediaType: typeText(mediaType),
  }));
  return [...rows, { type: code`errors.APIError`, statuses: code`4XX, 5XX`, mediaType: code`\\*/\\*` }];
}

/** The type of `err.error`, prefixed with the folder of its page: `errors.RegistryError`. */
function bodyName(member: Member, pages: DocPages): Code {
  const declaration = declarationOf(member.type);
  if (!declaration)
    return join(
      member.type.map((part) =>
        part.kind === 'declaration'
          ? label(qualifiedName(part.declaration))
          : part.kind === 'code'
            ? typeText(part.code)
            : part.kind === 'receiver'
              ? code``
              : typeText(part.name),
      ),
      '',
    );
  return label(`${pages.find(declaration)?.page.kind ?? 'errors'}.${qualifiedName(declaration)}`);
}
