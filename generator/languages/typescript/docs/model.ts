/** The page of a named type and the types nested in it. */
import { type Code, code, identifier, lineText, stringLiteral } from '../code.ts';
import { pageOf } from '../pages.ts';
import type { Declaration } from '../types/declaration.ts';
import { reasonInTag, memberDescription } from './facts.ts';
import { codeSpan, fenced, label, prose } from '../../../text/markdown.ts';
import { type DocsContext, type ParameterRow, mark } from './operation.ts';
import { type ModelPage, qualifiedName } from './pages.ts';
import { type TypeTextOptions, mainHeading, markdownType } from './types.ts';

export interface ModelDoc {
  readonly file: Code;
  readonly title: Code;
  readonly description: Code;
  readonly importCode: Code;
  readonly sections: readonly ModelSection[];
}

export interface ModelSection {
  readonly heading: Code;
  readonly description: Code;
  readonly hasFields: boolean;
  readonly fields: readonly ParameterRow[];
  readonly hasBases: boolean;
  readonly bases: readonly Code[];
  readonly isAlias: boolean;
  readonly alias: Code;
}

export function viewModel(context: DocsContext, page: ModelPage): ModelDoc {
  const place: TypeTextOptions = { pages: context.pages, from: page.path };
  const [first, ...others] = page.declarations;
  const list = page.list ? context.sdk.pageAliases.byMethod.get(page.list) : undefined;
  const named = list ?? first;
  const sections = page.list
    ? [
        ...listSections(context, page, place),
        ...page.declarations.flatMap((declaration) => withNested(context, declaration, place)),
      ]
    : [
        ...(first ? withNested(context, first, place, mainHeading(first)) : []),
        ...others.flatMap((declaration) => withNested(context, declaration, place)),
      ];
  return {
    file: lineText(`docs/${page.path}`),
    title: label(page.title),
    description: page.list
      ? code`One page of a list. Iterate over it to get the items of this and all following pages.`
      : docProse(first?.doc ?? []),
    importCode: named
      ? fenced(
          code`import type { ${identifier(named.name)} } from ${stringLiteral(`${context.snippets.packageName}/${named.module}`)};`,
          code`typescript`,
        )
      : code``,
    sections,
  };
}

const docProse = (doc: readonly string[]): Code => {
  const deprecated = doc.findIndex((line) => line.startsWith('@deprecated'));
  if (deprecated < 0) return prose(doc.join('\n'));
  const reason = reasonInTag(doc.slice(deprecated));
  return prose(
    [...doc.slice(0, deprecated), reason === '' ? '**Deprecated.**' : `**Deprecated**: ${reason}`].join('\n'),
  );
};

/** The type and its nested types, outermost first. */
function withNested(
  context: DocsContext,
  top: Declaration,
  place: TypeTextOptions,
  heading?: string,
): readonly ModelSection[] {
  const sections: ModelSection[] = [];
  const queue: Declaration[] = [top];
  for (let declaration = queue.pop(); declaration; declaration = queue.pop()) {
    sections.push(
      section(
        context,
        declaration,
        place,
        declaration === top ? (heading ?? declaration.name) : qualifiedName(declaration),
      ),
    );
    queue.push(...[...declaration.nested].reverse());
  }
  return sections;
}

function section(
  context: DocsContext,
  declaration: Declaration,
  place: TypeTextOptions,
  heading: string,
): ModelSection {
  const isMain = heading === 'Fields' || heading === 'Type';
  const common = { heading: label(heading), description: isMain ? code`` : docProse(declaration.doc) };
  const { body } = declaration;
  switch (body.kind) {
    case 'interface': {
      const index = body.index
        ? [
            {
              name: code`\`[key: string]\``,
              type: markdownType(body.index, place),
              required: mark(false),
              description: code`Any other property.`,
            },
          ]
        : [];
      const fields = [...body.members.map((member) => field(context, member, place)), ...index];
      return {
        ...common,
        hasFields: fields.length > 0,
        fields,
        hasBases: body.bases.length > 0,
        bases: body.bases.map((base) => markdownType(base, place)),
        isAlias: false,
        alias: code``,
      };
    }
    case 'alias':
      return {
        ...common,
        hasFields: false,
        fields: [],
        hasBases: false,
        bases: [],
        isAlias: true,
        alias: markdownType(body.type, place),
      };
    case 'pending':
      return {
        ...common,
        hasFields: false,
        fields: [],
        hasBases: false,
        bases: [],
        isAlias: true,
        alias: code`unknown`,
      };
    default:
      return body satisfies never;
  }
}

const field = (
  context: DocsContext,
  member: Parameters<typeof memberDescription>[1],
  place: TypeTextOptions,
): ParameterRow => ({
  name: codeSpan(member.name),
  type: markdownType(member.type, place),
  required: mark(!member.optional),
  description: memberDescription(context.sdk.context, member),
});

/** Fields of a page class, and the types nested in it. */
function listSections(
  context: DocsContext,
  page: ModelPage,
  place: TypeTextOptions,
): readonly ModelSection[] {
  const result = page.list?.result;
  if (result?.kind !== 'page') return [];
  const top = pageOf(context.sdk.pages, result.scheme)?.declaration;
  if (!top) return [];
  const options: TypeTextOptions = { ...place, item: result.item, local: top };
  return withNested(context, top, options, 'Fields');
}
