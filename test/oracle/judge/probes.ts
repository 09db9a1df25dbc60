/**
 * Lines of user code, written from the old SDK: the calls, the reads, the switches and the mocks of every
 * method.
 */
import ts from 'typescript';
import type { Probe, Scene } from './probe.ts';
import { errorProbes, literalUnion, resultProbes, tableProbes } from './value-probes.ts';
import { literalOf } from './literals.ts';
import { pathInTree } from '../../../generator/verify/program.ts';
import { walkValues } from './walk-values.ts';

const MAX_CHOICES = 40;

/** Names of properties that the rules speak of at a symbol. */
export type Sought = (symbol: string) => ReadonlySet<string>;

/** Where a method stands: its class, and the properties that lead to it as `Class#property`. */
export interface MethodPlace {
  readonly symbol: string;
  readonly owner: string;
  readonly name: string;
  readonly steps: readonly (readonly [owner: string, property: string])[];
}

/**
 * Probes for every method of the client that `wanted` names. `folder` holds the old SDK's tree inside the
 * program.
 */
export function writeProbes(
  program: ts.Program,
  folder: string,
  wanted: (place: MethodPlace) => boolean,
  sought: Sought,
): readonly Probe[] {
  const checker = program.getTypeChecker();
  const entry = program.getSourceFile(pathInTree(`${folder}/src/index.ts`));
  const module = entry === undefined ? undefined : checker.getSymbolAtLocation(entry);
  const exported = module === undefined ? undefined : checker.tryGetMemberInModuleExports('default', module);
  if (exported === undefined) return [];
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const probes: Probe[] = constructionProbes(checker, symbol);
  walkResources(checker, checker.getDeclaredTypeOfSymbol(symbol), {
    path: [],
    folder: `${folder}/src/resources/`,
    found: (method, path) => {
      const steps = [...path.map(([, property]) => property), method.name];
      const name = ['client', ...steps].join('.');
      if (!wanted({ symbol: name, owner: ownerOf(method), name: method.name, steps: path })) return;
      methodProbes(
        {
          checker,
          probes,
          symbol: name,
          access: steps.map((one) => `[${JSON.stringify(one)}]`).join(''),
          path: steps.map((one) => `.${one}`).join(''),
          sought: sought(name),
        },
        checker.getTypeOfSymbol(method),
      );
    },
  });
  return probes;
}

function constructionProbes(checker: ts.TypeChecker, symbol: ts.Symbol): Probe[] {
  const [signature] = checker.getTypeOfSymbol(symbol).getConstructSignatures();
  const [options] = signature?.getParameters() ?? [];
  if (options === undefined) return [];
  const type = checker.getTypeOfSymbol(options);
  const needed = literalOf(checker.getNonNullableType(type), { checker, full: false }) ?? '{  }';
  const none: Probe = {
    symbol: 'client',
    kind: 'call',
    code: needed === '{  }' ? 'new Client();' : `new Client(${needed});`,
  };
  const all = checker
    .getNonNullableType(type)
    .getProperties()
    .flatMap((property): Probe[] => {
      const own = checker.getNonNullableType(checker.getTypeOfSymbol(property));
      const text = literalOf(own, { checker, full: false });
      const values = literalUnion(own) ?? (text === undefined ? [] : [text]);
      return values.map(
        (value): Probe => ({
          symbol: 'client',
          kind: 'call',
          code: `new Client(${needed.slice(0, -1)}${needed === '{  }' ? '' : ', '}${JSON.stringify(property.name)}: ${value} });`,
        }),
      );
    });
  return [none, ...all];
}

/**
 * One import for each exported type of a resource that `wanted` names; then reads, switches and mocks of the
 * type itself,
 * because a change deep inside of many results is met there first. Of a type that is only sent, tables of its
 * values.
 */
export function typeProbes(
  program: ts.Program,
  folder: string,
  wanted: (name: string) => 'read' | 'sent' | undefined,
  sought: Sought,
): readonly Probe[] {
  const checker = program.getTypeChecker();
  const prefix = pathInTree(`${folder}/src/resources/`);
  return program
    .getSourceFiles()
    .filter((file) => file.fileName.startsWith(prefix) && !file.fileName.endsWith('/index.ts'))
    .flatMap((file) => {
      const module = checker.getSymbolAtLocation(file);
      const types =
        module === undefined
          ? []
          : checker
              .getExportsOfModule(module)
              .filter(
                (one) =>
                  one.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias) &&
                  wanted(one.name) !== undefined,
              );
      const path = file.fileName.slice(pathInTree(folder).length);
      return types.flatMap((one): Probe[] => {
        const before = `import('./base${path}').${one.name}`;
        const now = `import('./revision${path}').${one.name}`;
        const probes: Probe[] = [{ symbol: `type ${one.name}`, kind: 'name', code: now }];
        const type = checker.getDeclaredTypeOfSymbol(one);
        const scene: Scene = {
          checker,
          probes,
          symbol: `type ${one.name}`,
          access: '',
          path: '',
          sought: sought(`type ${one.name}`),
        };
        if (wanted(one.name) === 'sent') tableProbes(scene, type, now);
        else if (type.aliasTypeArguments === undefined) resultProbes(scene, type, { now, before });
        return probes;
      });
    });
}

/**
 * Calls back for each method of each resource below a type; resources are the classes of the SDK's resource
 * files, and the client.
 */
function walkResources(
  checker: ts.TypeChecker,
  type: ts.Type,
  {
    path,
    folder,
    found,
  }: {
    readonly path: MethodPlace['steps'];
    readonly folder: string;
    readonly found: (method: ts.Symbol, path: MethodPlace['steps']) => void;
  },
): void {
  for (const property of checker.getPropertiesOfType(type)) {
    const own = checker.getTypeOfSymbol(property);
    const [declaration] = property.declarations ?? [];
    if (own.getCallSignatures().length > 0) {
      if (
        path.length > 0 ? declaration?.getSourceFile().fileName.includes(folder) : declaration !== undefined
      )
        found(property, path);
    } else if (
      path.length < 8 &&
      (own.symbol?.declarations ?? []).some(
        (one) => ts.isClassDeclaration(one) && one.getSourceFile().fileName.includes(folder),
      )
    ) {
      walkResources(checker, own, { path: [...path, [ownerOf(property), property.name]], folder, found });
    }
  }
}

/** The class that declares a member. */
function ownerOf(member: ts.Symbol): string {
  const parent = member.declarations?.[0]?.parent;
  return parent !== undefined && ts.isClassDeclaration(parent) ? (parent.name?.text ?? 'default') : '';
}

function methodProbes(scene: Scene, type: ts.Type): void {
  const { checker } = scene;
  const signatures = type.getCallSignatures();
  // Of overloads the first is the plain call; a type can name only the last.
  const [signature] = signatures;
  if (signature === undefined) return;
  const called = callProbes(scene, signature, signatures.length > 1);
  const result = checker.getAwaitedType(signature.getReturnType());
  if (result === undefined || called === undefined) return;
  resultProbes(scene, result, {
    now: `Awaited<ReturnType<typeof ${called}>>`,
    before: signatures.length > 1 ? undefined : `Awaited<ReturnType<Old${scene.access}>>`,
  });
  if (signatures.length === 1) {
    parameterProbes(scene, signature);
    errorProbes(scene, signature.getReturnType());
  }
}

/**
 * With variables, with what must be there, and with everything there is, options included.
 * The name of the function whose result is the plain call's.
 */
function callProbes(scene: Scene, signature: ts.Signature, overloaded: boolean): string | undefined {
  const { checker, symbol, access, path, probes } = scene;
  const types = signature.getParameters().map((one) => checker.getTypeOfSymbol(one));
  const push = (code: string): void => void probes.push({ symbol, kind: 'call', code });
  const name = `call${probes.length}`;
  // The options come from the runtime, which is the same on both sides and nominal.
  const names = types.slice(0, -1).map((_type, index) => `a${index}`);
  const variables = names.map((one, index) => `${one}: Flat<Parameters<Old${access}>[${index}]>`).join(', ');
  const needed = types
    .filter((_type, index) => !isOptional(signature, index))
    .map((type) => literalOf(type, { checker, full: false }));
  const literal = needed.every((one) => one !== undefined) ? needed.join(', ') : undefined;
  if (literal === undefined && overloaded) return undefined;
  push(
    literal === undefined
      ? `async function ${name}(${variables}) { return await client${path}(${names.join(', ')}); }`
      : `async function ${name}() { return await client${path}(${literal}); }`,
  );
  if (literal !== undefined && names.length > 0 && !overloaded)
    push(`(${variables}) => client${path}(${names.join(', ')});`);
  const all = types
    .slice(0, -1)
    .map((type) =>
      literalOf(checker.getNonNullableType(type), { checker, full: true, sought: scene.sought }),
    );
  if (all.every((one) => one !== undefined)) push(`client${path}(${[...all, '{ timeout: 1 }'].join(', ')});`);
  for (const texts of choicesIn(scene, types.slice(0, -1))) push(`client${path}(${texts.join(', ')});`);
  return name;
}

/**
 * Each member of each union within the arguments, with everything else that there is: those that the rules
 * speak of, then the nearest.
 */
function choicesIn(scene: Scene, types: readonly ts.Type[]): readonly (readonly string[])[] {
  const { checker, sought } = scene;
  const unions: { readonly union: ts.UnionType; readonly position: number; readonly isSought: boolean }[] =
    [];
  types.forEach((argument, position) =>
    walkValues(scene, checker.getNonNullableType(argument), (_path, union, name) => {
      if (union.isUnion()) unions.push({ union, position, isSought: name !== undefined && sought.has(name) });
    }),
  );
  const found: (readonly string[])[] = [];
  for (const { union, position } of [
    ...unions.filter((one) => one.isSought),
    ...unions.filter((one) => !one.isSought),
  ]) {
    const members = union.types.filter(
      (one) => !(one.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.BooleanLiteral)),
    );
    for (const member of members.length < 2 ? [] : members) {
      if (found.length >= MAX_CHOICES) return found;
      const texts = types.map((type, index) =>
        literalOf(checker.getNonNullableType(type), {
          checker,
          full: true,
          sought,
          ...(index === position ? { choice: { union, member } } : {}),
        }),
      );
      if (texts.every((one) => one !== undefined)) found.push(texts);
    }
  }
  return found;
}

function isOptional(signature: ts.Signature, index: number): boolean {
  const declaration = signature.getParameters()[index]?.valueDeclaration;
  return (
    declaration !== undefined &&
    ts.isParameter(declaration) &&
    (declaration.questionToken !== undefined || declaration.initializer !== undefined)
  );
}

function parameterProbes(scene: Scene, signature: ts.Signature): void {
  const { checker, access } = scene;
  signature
    .getParameters()
    .slice(0, -1)
    .forEach((parameter, index) =>
      tableProbes(
        scene,
        checker.getNonNullableType(checker.getTypeOfSymbol(parameter)),
        `NonNullable<Parameters<New${access}>[${index}]>`,
      ),
    );
}
