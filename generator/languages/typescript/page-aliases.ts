/**
 * Aliases for pages of an item, `ServersPage<Server>` → `ServersServersPage`, next to the type of the item.
 */
import type { Names } from './casing.ts';
import type { TypescriptMethod } from './methods/method.ts';
import { lastName } from './methods/result.ts';
import type { EditionRules } from '../../plan/edition.ts';
import { pageName, withoutRepeats } from '../page-name.ts';
import { PAGES_MODULE, type PageClass, pageOf } from './pages.ts';
import { type Declaration, type ModuleTypes, createDeclaration } from './types/declaration.ts';
import * as expr from './types/expr.ts';

export interface PageAliases {
  readonly byMethod: ReadonlyMap<TypescriptMethod, Declaration>;
  /** By module, in order of first use. */
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
}

export function planPageAliases(sdk: {
  readonly names: Names;
  readonly pages: readonly PageClass[];
  readonly types: ReadonlyMap<string, ModuleTypes>;
  readonly methods: readonly TypescriptMethod[];
  readonly edition: EditionRules;
  /** Class names visible in each module. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
}): PageAliases {
  const byMethod = new Map<TypescriptMethod, Declaration>();
  const known = new Map<string, Declaration>();
  const declarations = new Map<string, Declaration[]>();
  for (const plan of sdk.methods) {
    if (plan.result.kind !== 'page') continue;
    const page = pageOf(sdk.pages, plan.result.scheme);
    if (!page) continue;
    const { item } = plan.result;
    const module =
      moduleOf(item) ?? (plan.resource.path.length === 0 ? 'resources/top-level' : plan.resource.module);
    const name = aliasName(
      {
        ...sdk,
        classes: new Set([
          ...sdk.pages.map((pageClass) => pageClass.className),
          ...(sdk.classes.get(module) ?? []),
        ]),
      },
      lastName(item) ?? plan.prefix,
      page,
    );
    const key = `${module}#${name}#${expr.expressionKey(item)}`;
    const own = declarations.get(module) ?? [];
    const declaration =
      known.get(key) ??
      createAlias({
        name,
        module,
        own,
        types: sdk.types.get(module),
        classes: sdk.classes.get(module),
        type: pageType(page, item),
      });
    if (!known.has(key)) declarations.set(module, [...own, declaration]);
    known.set(key, declaration);
    byMethod.set(plan, declaration);
  }
  return { byMethod, declarations };
}

interface AliasNaming {
  readonly names: Names;
  readonly edition: EditionRules;
  readonly classes: ReadonlySet<string>;
}

function aliasName({ names, edition, classes }: AliasNaming, item: string, { className }: PageClass): string {
  const items = names.pascalPlural(item);
  const whole = `${items}${className}`;
  if (edition.isPublished) return whole;
  const name = withoutRepeats(pageName(items, className));
  // If a class has the name, the alias is named after the item and the kind of page.
  const instead = classes.has(name)
    ? pageName(names.pascalSingular(item), className.slice(items.length) || 'Page')
    : name;
  return classes.has(instead) ? whole : instead;
}

const pageType = (page: PageClass, item: expr.TypeExpression): expr.TypeExpression =>
  expr.generic(expr.runtimeType(page.className, PAGES_MODULE), item);

const moduleOf = (item: expr.TypeExpression): string | undefined => {
  const only = item.length === 1 ? item[0] : undefined;
  return only?.kind === 'declaration' ? only.declaration.module : undefined;
};

function createAlias(from: {
  readonly name: string;
  readonly module: string;
  readonly own: readonly Declaration[];
  readonly types: ModuleTypes | undefined;
  readonly classes: ReadonlySet<string> | undefined;
  readonly type: expr.TypeExpression;
}): Declaration {
  const { types } = from;
  const all = [
    ...from.own,
    ...(types
      ? [...types.models, ...types.responses, ...types.params, ...types.errors, ...types.former]
      : []),
  ];
  let { name } = from;
  while (all.some((item) => item.name === name) || from.classes?.has(name) === true) name = `${name}Alias`;
  const declaration = createDeclaration({ name, module: from.module });
  declaration.body = { kind: 'alias', type: from.type };
  return declaration;
}
