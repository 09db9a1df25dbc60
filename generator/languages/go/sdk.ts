/** The complete SDK before printing: services, methods and types. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Api } from '../../ir/types.ts';
import { rings } from '../../lib/rings.ts';
import type { SdkPlan } from '../../plan/sdk.ts';
import { code } from './code.ts';
import { type OptionMember, optionMembers } from './client.ts';
import type { Declarer } from './context.ts';
import { createDeclarer } from './declarer.ts';
import { type GoLayout, layOut } from './layout.ts';
import { type GoMethod, declareMethod } from './methods.ts';
import { type GoNames, PACKAGE_NAMES, createNames, createScope } from './names.ts';
import { type PageType, pageClasses } from './pages.ts';
import type { GoDeclaration } from './types.ts';
import { type GoUnwrap, declareUnwraps } from './webhooks.ts';

export interface GoSdk {
  readonly plan: SdkPlan;
  readonly api: Api;
  readonly names: GoNames;
  readonly layout: GoLayout;
  readonly methods: readonly GoMethod[];
  readonly unwraps: readonly GoUnwrap[];
  readonly declarations: readonly GoDeclaration[];
  readonly constants: ReadonlyMap<string, string>;
  readonly pages: readonly PageType[];
  readonly options: readonly OptionMember[];
  readonly declarer: Declarer;
  readonly diagnostics: readonly Diagnostic[];
}

export function declareGo(plan: SdkPlan): GoSdk {
  const { api } = plan;
  const names = createNames(api.client.casings);
  const scope = createScope(PACKAGE_NAMES);
  const layout = layOut(plan, names, scope);
  const fileOf = (keys: readonly string[]): string => {
    const owner = layout.byPath.get(keys.join('.'));
    return owner === undefined || owner.path.length === 0 ? 'shared' : owner.file;
  };
  const declarer = createDeclarer(plan, { names, scope, fileOf });
  for (const { schema } of plan.models) {
    if (schema.usedIn !== 'request') declarer.modelFor(schema.id, 'response');
    if (schema.usedIn === 'request' || schema.usedIn === 'both') declarer.modelFor(schema.id, 'request');
  }
  const methods = layout.all.flatMap((service) =>
    service.methods.map((method) => declareMethod(declarer, service, method)),
  );
  const unwraps = declareUnwraps(declarer, layout);
  const declarations = [...declarer.declarations.values()];
  breakRings(declarations);
  return {
    plan,
    api,
    names,
    layout,
    methods,
    unwraps,
    declarations,
    constants: declarer.constants,
    pages: pageClasses(plan, names),
    options: optionMembers(plan, names),
    declarer,
    diagnostics: [...layout.diagnostics, ...new Set(declarer.diagnostics), ...plan.diagnostics],
  };
}

/** A struct cannot contain itself in Go, so such a field becomes a pointer. */
function breakRings(declarations: readonly GoDeclaration[]): void {
  const structs = new Map(
    declarations.flatMap((item) => (item.kind === 'struct' ? [[item.name, item] as const] : [])),
  );
  const targets = (name: string): readonly string[] =>
    (structs.get(name)?.fields ?? []).flatMap(({ type }) => (type.holds === undefined ? [] : [type.holds]));
  const groups = new Map(
    rings(structs.keys(), targets).flatMap((group) => group.map((name) => [name, group] as const)),
  );
  for (const [name, struct] of structs) {
    const group = groups.get(name);
    if (!group) continue;
    for (const field of struct.fields) {
      if (field.type.holds === undefined || !group.includes(field.type.holds)) continue;
      field.isPointer = true;
      field.type = { text: code`*${field.type.text}`, kind: 'struct' };
    }
  }
}
