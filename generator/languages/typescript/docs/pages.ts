/** Assigns each named type to a page, once for all of `docs/`. */
import { fileStem } from '../../../lib/file-names.ts';
import type { ResourceLayout } from '../layout.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import type { TypescriptSdk } from '../sdk.ts';
import type { Declaration } from '../types/declaration.ts';
import type { TypeExpression } from '../types/expr.ts';
import { operationAnchors } from './anchors.ts';
import { anchorOf } from '../../../text/markdown.ts';

export type PageKind = 'components' | 'operations' | 'errors';

export interface ModelPage {
  readonly kind: PageKind;
  /** Relative to `docs/`, for example `models/components/server.md`. */
  readonly path: string;
  readonly title: string;
  /** Outermost declarations on the page, first the one that names the page. */
  readonly declarations: readonly Declaration[];
  /** The list operation whose page class the page describes; it is not a declaration of a resource. */
  readonly list?: TypescriptMethod;
}

export interface DocPages {
  readonly models: readonly ModelPage[];
  readonly resourcePath: (layout: ResourceLayout) => string;
  /** The anchor of an operation on its page. */
  readonly operationAnchor: (plan: TypescriptMethod) => string;
  /** Page and anchor of a type; undefined for types without a page. */
  readonly find: (
    declaration: Declaration,
  ) => { readonly page: ModelPage; readonly anchor: string } | undefined;
  /** `request` and `response` pages of an operation, if it has them. */
  readonly ofMethod: (plan: TypescriptMethod, part: 'request' | 'response') => ModelPage | undefined;
}

export function docPages(sdk: TypescriptSdk, hasModels: boolean): DocPages {
  const taken = new Set<string>();
  const models: ModelPage[] = [];
  const byDeclaration = new Map<Declaration, ModelPage>();
  const byMethod = new Map<string, ModelPage>();
  const resources = resourcePages(sdk);
  const anchors = operationAnchors(sdk, resources.keys());

  const place = (
    kind: PageKind,
    name: string,
    {
      title,
      declarations,
      list,
    }: {
      readonly title: string;
      readonly declarations: readonly Declaration[];
      readonly list?: TypescriptMethod | undefined;
    },
  ): ModelPage => {
    const wanted = fileStem(name, LONGEST);
    let slug = wanted;
    for (let count = 2; taken.has(`${kind}/${slug}`); count++) slug = `${wanted}-${count}`;
    taken.add(`${kind}/${slug}`);
    const page: ModelPage = {
      kind,
      path: `models/${kind}/${slug}.md`,
      title,
      declarations,
      ...(list ? { list } : {}),
    };
    models.push(page);
    for (const declaration of declarations) byDeclaration.set(declaration, page);
    return page;
  };

  const found = {
    resourcePath: (layout: ResourceLayout) => resources.get(layout) ?? 'README.md',
    operationAnchor: (plan: TypescriptMethod) => anchors.get(plan) ?? anchorOf(plan.layout.name),
  };
  if (!hasModels) return { ...found, models, find: () => undefined, ofMethod: () => undefined };
  const errorModels = modelsOfErrors(sdk);
  for (const own of sdk.types.values()) {
    for (const model of own.models)
      place(errorModels.has(model) ? 'errors' : 'components', flat(model.name), {
        title: model.name,
        declarations: [model],
      });
  }
  for (const plan of sdk.methods) {
    const stem = stemOf(plan);
    const free = (declarations: readonly (Declaration | undefined)[]): readonly Declaration[] =>
      [...new Set(declarations.flatMap((declaration) => declaration ?? []))].filter(
        (declaration) => !byDeclaration.has(declaration),
      );
    const params = free([
      declarationOf(plan.params),
      ...(plan.overloads
        ? [plan.overloads.base, plan.overloads.plain, plan.overloads.streaming].map(declarationOf)
        : []),
      ...plan.positional.map((item) => declarationOf(item.type)),
    ]);
    const main = params[0];
    if (main)
      byMethod.set(
        `${keyOf(plan)} request`,
        place('operations', `${stem}request`, { title: main.name, declarations: params }),
      );
    const results = free(resultTypes(plan));
    if (plan.result.kind === 'page')
      byMethod.set(
        `${keyOf(plan)} response`,
        place('operations', `${stem}response`, {
          title: sdk.pageAliases.byMethod.get(plan)?.name ?? `${plan.prefix}Page`,
          declarations: results,
          list: plan,
        }),
      );
    else if (results[0])
      byMethod.set(
        `${keyOf(plan)} response`,
        place('operations', `${stem}response`, { title: results[0].name, declarations: results }),
      );
    const errors = free([plan.errors]);
    if (errors[0] && errors[0].nested.length > 0)
      place('errors', `${stem}errors`, { title: errors[0].name, declarations: errors });
  }
  for (const own of sdk.types.values()) {
    for (const declaration of [...own.responses, ...own.params])
      if (!byDeclaration.has(declaration))
        place('operations', flat(declaration.name), { title: declaration.name, declarations: [declaration] });
  }
  return {
    ...found,
    models,
    find: (declaration) => {
      let top = declaration;
      while (top.parent) top = top.parent;
      const page = byDeclaration.get(top);
      return (
        page && {
          page,
          anchor:
            page.declarations[0] === declaration && !page.list ? '' : anchorOf(qualifiedName(declaration)),
        }
      );
    },
    ofMethod: (plan, part) => byMethod.get(`${keyOf(plan)} ${part}`),
  };
}

/** For example `Server.Tool`. */
export const qualifiedName = (declaration: Declaration): string =>
  declaration.parent ? `${qualifiedName(declaration.parent)}.${declaration.name}` : declaration.name;

export const declarationOf = (type: TypeExpression | undefined): Declaration | undefined => {
  const only = type?.length === 1 ? type[0] : undefined;
  return only?.kind === 'declaration' ? only.declaration : undefined;
};

const keyOf = (plan: TypescriptMethod): string => `${plan.resource.path.join('.')}:${plan.method.key}`;

function resultTypes(plan: TypescriptMethod): readonly (Declaration | undefined)[] {
  switch (plan.result.kind) {
    case 'void':
    case 'binary':
      return [];
    case 'value':
      return [declarationOf(plan.result.type)];
    case 'page':
      return [declarationOf(plan.result.item)];
    case 'stream':
      return [declarationOf(plan.result.event), declarationOf(plan.result.plain?.type)];
    default:
      return plan.result satisfies never;
  }
}

/** Error bodies that no call returns. */
function modelsOfErrors(sdk: TypescriptSdk): ReadonlySet<Declaration> {
  const bodies = new Set<Declaration>();
  for (const plan of sdk.methods) {
    if (plan.errors?.body.kind !== 'interface') continue;
    for (const member of plan.errors.body.members)
      for (const part of member.type) if (part.kind === 'declaration') bodies.add(part.declaration);
  }
  for (const plan of sdk.methods) for (const result of resultTypes(plan)) if (result) bodies.delete(result);
  return bodies;
}

/** Keeps `docs/models/components/… .md` within 240 characters. */
const LONGEST = 205;

/** Lowercase letters and digits only: `getServersByQualifiedName` → `getserversbyqualifiedname`. */
const flat = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || 'x';
const stemOf = (plan: TypescriptMethod): string =>
  flat(plan.method.operationId ?? `${plan.method.verb}${plan.method.path}`);

/** Resource → its page below `docs/`. Resources without methods have no page. */
export function resourcePages({
  layout: { root, all },
  names,
}: Pick<TypescriptSdk, 'layout' | 'names'>): ReadonlyMap<ResourceLayout, string> {
  const taken = new Set<string>();
  const result = new Map<ResourceLayout, string>();
  for (const layout of [root, ...all]) {
    if (layout.methods.length === 0) continue;
    const wanted = fileStem(
      layout.path.length === 0 ? 'client' : layout.path.map((key) => names.kebab(key)).join('-'),
      LONGEST,
    );
    let slug = wanted;
    for (let count = 2; taken.has(slug); count++) slug = `${wanted}-${count}`;
    taken.add(slug);
    result.set(layout, `sdks/${slug}/README.md`);
  }
  return result;
}
