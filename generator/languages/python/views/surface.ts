/** The list of all types and methods (`api.md`). */
import { type Code, code, dottedName, filePath, identifier, join, lineText } from '../code.ts';
import type { ResourceLayout } from '../layout.ts';
import { returnType } from '../methods/returns.ts';
import type { PythonMethod } from '../methods/method.ts';
import { createFileScope } from '../file-scope.ts';
import type { PythonSdk } from '../sdk.ts';
import { contextOf } from './resource.ts';

export interface SurfaceSection {
  readonly marks: Code;
  readonly title: Code;
  readonly hasTypes: boolean;
  /** For example `smithery.types`. */
  readonly module: Code;
  readonly types: readonly Code[];
  readonly hasMethods: boolean;
  /** File of the resource, relative to the package's root. */
  readonly source: Code;
  readonly methods: readonly SurfaceMethod[];
}

export interface SurfaceMethod {
  readonly verb: Code;
  readonly path: Code;
  readonly call: Code;
  readonly arguments: Code;
  readonly returns: Code;
}

export function surfaceSections(sdk: PythonSdk, packageName: string): readonly SurfaceSection[] {
  const { layout } = sdk;
  const byResource = typesByResource(sdk);
  const shared = sdk.types.filter((typeModule) => typeModule.name.startsWith('types.shared.'));
  return [
    ...(shared.length === 0
      ? []
      : [
          {
            marks: code`#`,
            title: code`Shared types`,
            hasTypes: true,
            module: dottedName([...packageName.split('.'), 'types']),
            types: shared.map((typeModule) => identifier(typeModule.root?.name ?? 'X')),
            hasMethods: false,
            source: code``,
            methods: [],
          },
        ]),
    ...[layout.root, ...layout.all].flatMap((resource): readonly SurfaceSection[] => {
      const methods = sdk.methodsOf.get(resource) ?? [];
      const types = byResource.get(resource) ?? [];
      if (methods.length === 0 && types.length === 0 && resource === layout.root) return [];
      return [
        {
          marks: join(
            Array.from({ length: Math.min(6, Math.max(1, resource.path.length)) }, () => code`#`),
            '',
          ),
          title: resource === layout.root ? lineText('Client') : lineText(titleOf(sdk, resource)),
          hasTypes: types.length > 0,
          module: dottedName([...packageName.split('.'), ...resource.types.split('.')]),
          types: types.map(identifier),
          hasMethods: methods.length > 0,
          source: filePath(`src/${packageName}/${resource.module.replaceAll('.', '/')}.py`),
          methods: methods.map((method) => surfaceMethod(sdk, method)),
        },
      ];
    }),
  ];
}

const titleOf = (sdk: PythonSdk, { resource }: ResourceLayout): string => sdk.names.pascal(resource.key);

function surfaceMethod(sdk: PythonSdk, method: PythonMethod): SurfaceMethod {
  const scope = createFileScope({ module: 'api', taken: new Set() });
  const { positional, keywords } = method.arguments;
  return {
    verb: lineText(method.planned.request.verb.toLowerCase()),
    path: lineText(method.method.path),
    call: dottedName(['client', ...method.resource.properties, method.layout.name]),
    arguments: join(
      [
        ...positional.map((each) => identifier(each.name)),
        ...(keywords.length > 0 ? [code`*`] : []),
        ...keywords.map((each) => (each.required ? identifier(each.name) : code`${identifier(each.name)}=…`)),
      ],
      ', ',
    ),
    returns: scope.annotation(returnType(method, contextOf(sdk, 'sync', false))),
  };
}

/** Main types by resource: its models, and the types of its methods' arguments and results. */
function typesByResource(sdk: PythonSdk): ReadonlyMap<ResourceLayout, readonly string[]> {
  const found = new Map<ResourceLayout, string[]>();
  for (const { schema, model } of sdk.plan.models) {
    const owner = sdk.layout.byPath.get(model.resource[0] === '$client' ? '' : model.resource.join('.'));
    const declared = sdk.context.modelFor(schema.id, 'response');
    if (!owner || !declared || schema.usedIn === 'request') continue;
    found.set(owner, [...(found.get(owner) ?? []), declared.name]);
  }
  for (const [resource, methods] of sdk.methodsOf) {
    const own = methods.flatMap(({ result }) => {
      const type = result.kind === 'value' ? result.type : result.kind === 'page' ? result.item : undefined;
      return type?.kind === 'declaration' && type.declaration.name.endsWith('Response')
        ? [type.declaration.name]
        : [];
    });
    const all = [...new Set([...(found.get(resource) ?? []), ...own])];
    if (all.length > 0) found.set(resource, all);
  }
  return found;
}
