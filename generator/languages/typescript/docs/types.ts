/** Types in Markdown, with links to their pages. */
import { type Code, code, join } from '../code.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { ITEM_DECLARATION } from '../pages.ts';
import type { TypescriptSdk } from '../sdk.ts';
import { resolveNode } from '../../../plan/shapes.ts';
import type { Declaration } from '../types/declaration.ts';
import type { TypeExpression } from '../types/expr.ts';
import { anchorOf, label, link, relativePath, typeText } from '../../../text/markdown.ts';
import { type DocPages, declarationOf, qualifiedName } from './pages.ts';

export interface TypeTextOptions {
  readonly pages: DocPages;
  /** The page that contains the text, relative to `docs/`. */
  readonly from: string;
  /** The type that `Item` stands for in a page class. */
  readonly item?: TypeExpression;
  /** The page class of a list, whose nested types are described on this page. */
  readonly local?: Declaration;
}

export function markdownType(type: TypeExpression, options: TypeTextOptions): Code {
  return join(
    type.map((part) => {
      switch (part.kind) {
        case 'code':
          return spaced(part.code);
        case 'declaration':
          return part.declaration === ITEM_DECLARATION && options.item
            ? markdownType(options.item, options)
            : linkTo(part.declaration, options);
        case 'runtime':
        case 'global':
          return typeText(part.name);
        case 'receiver':
          return code`client`;
        default:
          return part satisfies never;
      }
    }),
    '',
  );
}

/** Keeps the spaces around `|`. */
const spaced = (text: Code): Code => {
  const inner = typeText(text);
  return code`${/^\s/.test(text) ? code` ` : code``}${inner}${/\s$/.test(text) && text.trim() !== '' ? code` ` : code``}`;
};

/** `[components.Server](../components/server.md)`: the folder of the page precedes the dot. */
function linkTo(declaration: Declaration, options: TypeTextOptions): Code {
  const found = options.pages.find(declaration);
  if (options.local && isInside(declaration, options.local))
    return link(label(qualifiedName(declaration)), `#${anchorOf(qualifiedName(declaration))}`);
  if (!found) return label(qualifiedName(declaration));
  const hash = found.anchor === '' ? '' : `#${found.anchor}`;
  if (found.page.path === options.from)
    return link(
      label(qualifiedName(declaration)),
      hash === '' ? `#${mainHeading(declaration).toLowerCase()}` : hash,
    );
  return link(
    label(`${found.page.kind}.${qualifiedName(declaration)}`),
    `${relativePath(options.from, found.page.path)}${hash}`,
  );
}

const isInside = (declaration: Declaration, top: Declaration): boolean =>
  declaration.parent !== undefined && (declaration.parent === top || isInside(declaration.parent, top));

/** Heading of the type that names a page. */
export const mainHeading = (declaration: Declaration): 'Fields' | 'Type' =>
  declaration.body.kind === 'interface' ? 'Fields' : 'Type';

/** The result of a call in bold: `**Promise\<[components.Server](…)\>**`. */
export function responseText(sdk: TypescriptSdk, plan: TypescriptMethod, options: TypeTextOptions): Code {
  const { result } = plan;
  switch (result.kind) {
    case 'void':
      return wrapped(code`void`);
    case 'binary':
      return wrapped(code`Response`);
    case 'page': {
      const page = options.pages.ofMethod(plan, 'response');
      return wrapped(
        page
          ? link(label(`${page.kind}.${page.title}`), relativePath(options.from, page.path))
          : markdownType(result.item, options),
      );
    }
    case 'stream': {
      const stream = code`Stream\\<${markdownType(result.event, options)}\\>`;
      return wrapped(result.plain ? code`${stream} \\| ${markdownType(result.plain.type, options)}` : stream);
    }
    case 'value':
      return wrapped(arrayText(sdk, plan, options) ?? markdownType(result.type, options));
    default:
      return result satisfies never;
  }
}

const wrapped = (type: Code): Code => code`**Promise\\<${type}\\>**`;

/** A list of models links to the page of the model. */
function arrayText(sdk: TypescriptSdk, plan: TypescriptMethod, options: TypeTextOptions): Code | undefined {
  if (plan.result.kind !== 'value' || plan.result.unwrap.length > 0) return undefined;
  const node = resolveNode(sdk.context, plan.result.content.type);
  const item =
    node.kind === 'array' && node.items.kind === 'ref' ? sdk.context.models.get(node.items.id) : undefined;
  const found = item && declarationOf(plan.result.type) !== item ? options.pages.find(item) : undefined;
  return (
    item &&
    found &&
    link(code`${label(`${found.page.kind}.${item.name}`)}[]`, relativePath(options.from, found.page.path))
  );
}
