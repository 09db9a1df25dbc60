/**
 * Files of types for templates: classes, dictionaries and aliases, in an order in which they can be defined.
 */
import {
  type Code,
  code,
  docstring,
  empty,
  filePath,
  identifier,
  isQuotable,
  join,
  quotedType,
  stringLiteral,
} from '../code.ts';
import { lateImports, referencesOf } from '../cycles.ts';
import type { FileFilter } from '../../language.ts';
import { type FileScope, type ImportWay, createFileScope } from '../file-scope.ts';
import type { Declaration, Member, TypeModule } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';

export interface TypeFileView {
  readonly file: Code;
  readonly imports: Code;
  readonly hasLateImports: boolean;
  readonly lateImports: Code;
  /** Quoted names for `__all__`. */
  readonly all: Code;
  readonly declarations: readonly DeclarationView[];
}

export interface DeclarationView {
  readonly name: Code;
  /** For a class: its base classes. */
  readonly isModel: boolean;
  readonly isDictionary: boolean;
  readonly isAlias: boolean;
  /** An alias that refers to later declarations and is evaluated lazily. */
  readonly isLazy: boolean;
  readonly bases: Code;
  readonly hasDoc: boolean;
  /** Indented like the body of the class. */
  readonly doc: Code;
  readonly members: readonly MemberView[];
  readonly hasBody: boolean;
  readonly hasExtra: boolean;
  readonly extra: Code;
  /** The type of an alias. */
  readonly type: Code;
  /** The type that creates a lazy alias or marks a plain one. */
  readonly marker: Code;
  /**
   * For a dictionary with additional keys: the name of the class, which the alias combines with a mapping.
   */
  readonly typedName: Code;
}

export interface MemberView {
  readonly name: Code;
  readonly annotation: Code;
  readonly hasDefault: boolean;
  readonly default: Code;
  readonly hasDoc: boolean;
  readonly doc: Code;
}

export function typeFiles(
  modules: readonly TypeModule[],
  packagePath: string,
  isWanted: FileFilter,
): readonly TypeFileView[] {
  const wanted = modules.filter((module) => isWanted(fileOf(module, packagePath)));
  if (wanted.length === 0) return [];
  const late = lateImports(modules);
  return wanted.map((module) => typeFile(module, { packagePath, late: late.get(module.name) }));
}

const fileOf = ({ name }: TypeModule, packagePath: string): Code =>
  filePath(`src/${packagePath}/${name.replaceAll('.', '/')}.py`);

function typeFile(
  module: TypeModule,
  {
    packagePath,
    late,
  }: { readonly packagePath: string; readonly late: ReadonlyMap<string, ImportWay> | undefined },
): TypeFileView {
  const { name, declarations } = module;
  const scope = createFileScope({ module: name, taken: takenBy(declarations), ...(late && { late }) });
  const known = new Set<Declaration>();
  const views = inOrder(declarations).map((declaration) => {
    const view = declarationView(declaration, { printer: scope, known, late });
    known.add(declaration);
    return view;
  });
  return {
    file: fileOf(module, packagePath),
    imports: scope.imports(),
    hasLateImports: scope.lateImports() !== empty,
    lateImports: scope.lateImports(),
    all: join(
      declarations.map((declaration) => stringLiteral(declaration.name)),
      ', ',
    ),
    declarations: views,
  };
}

/** Names of a file that imports must not use. */
export function takenBy(declarations: readonly Declaration[]): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { name, body } of declarations) {
    taken.add(name);
    if (body.kind === 'dictionary' && body.extra) taken.add(`${name}Typed`);
    if ('members' in body) for (const member of body.members) taken.add(member.name);
  }
  return taken;
}

/** Referenced declarations first; declarations of a file may be recursive. */
export function inOrder(declarations: readonly Declaration[]): readonly Declaration[] {
  const own = new Set(declarations);
  const done = new Set<Declaration>();
  const started = new Set<Declaration>();
  const result: Declaration[] = [];
  const visit = (declaration: Declaration): void => {
    if (started.has(declaration)) return;
    started.add(declaration);
    const { bases, others } = referencesOf(declaration);
    for (const next of [...bases, ...others]) if (own.has(next)) visit(next);
    done.add(declaration);
    result.push(declaration);
  };
  for (const declaration of declarations) visit(declaration);
  // In a recursive group, a base may have been placed after a class that extends it.
  const placed = new Set<Declaration>();
  const sorted: Declaration[] = [];
  const place = (declaration: Declaration): void => {
    if (placed.has(declaration)) return;
    placed.add(declaration);
    for (const base of referencesOf(declaration).bases) if (own.has(base)) place(base);
    sorted.push(declaration);
  };
  for (const declaration of result) place(declaration);
  return sorted;
}

interface DeclarationContext {
  readonly printer: FileScope;
  readonly known: ReadonlySet<Declaration>;
  readonly late?: ReadonlyMap<string, ImportWay> | undefined;
}

export function declarationView(declaration: Declaration, context: DeclarationContext): DeclarationView {
  const { printer: scope } = context;
  const { body, name } = declaration;
  const base = {
    name: identifier(name),
    isModel: false,
    isDictionary: false,
    isAlias: false,
    isLazy: false,
    bases: empty,
    hasDoc: declaration.doc.length > 0,
    doc: docstring(declaration.doc, '    '),
    members: [],
    hasBody: false,
    hasExtra: false,
    extra: empty,
    type: empty,
    marker: empty,
    typedName: identifier(name),
  };
  switch (body.kind) {
    case 'pending':
      return { ...base, isAlias: true, type: code`object`, marker: aliasMarker(scope, false) };
    case 'alias': {
      const isLazy = isForward(declaration, context);
      return {
        ...base,
        doc: docstring(declaration.doc),
        isAlias: true,
        isLazy,
        type: isLazy ? lazyType(body.type, context) : scope.evaluated(body.type, context.known),
        marker: aliasMarker(scope, isLazy),
      };
    }
    case 'model': {
      const isGeneric = body.members.some((member) =>
        expr.namesIn(member.type).some((inner) => inner.kind === 'local'),
      );
      const bases =
        body.bases.length > 0
          ? body.bases.map((item) => scope.annotation(expr.declared(item)))
          : [scope.use(expr.runtime('_models', 'BaseModel'))];
      return {
        ...base,
        isModel: true,
        bases: join([...bases, ...(isGeneric ? [code`${scope.use(expr.typing('Generic'))}[_T]`] : [])], ', '),
        members: body.members.map((member) => modelMember(member, scope)),
        hasBody: body.members.length > 0 || declaration.doc.length > 0 || body.extra !== undefined,
        hasExtra: body.extra !== undefined,
        extra: body.extra
          ? code`${scope.annotation(expr.mapOf(body.extra))} = ${scope.use(expr.library('pydantic', 'Field'))}(init=False)`
          : empty,
      };
    }
    case 'dictionary': {
      const bases =
        body.bases.length > 0
          ? body.bases.map((item) => scope.annotation(expr.declared(item)))
          : [scope.use(expr.extensions('TypedDict'))];
      return {
        ...base,
        isDictionary: true,
        typedName: identifier(body.extra ? `${name}Typed` : name),
        bases: join([...bases, code`total=False`], ', '),
        members: body.members.map((member) => dictionaryMember(member, scope)),
        hasBody: body.members.length > 0 || declaration.doc.length > 0,
        hasExtra: body.extra !== undefined,
        extra: empty,
        ...(body.extra && {
          // The values of declared names are included, so they may have any type.
          type: code`${identifier(`${name}Typed`)} | ${scope.evaluated(expr.mapOf(expr.anything), context.known)}`,
          marker: aliasMarker(scope, false),
        }),
      };
    }
    case 'page':
      return base;
    default:
      return body satisfies never;
  }
}

/** As a single string, because type checkers accept undefined names only that way. */
function lazyType(type: expr.TypeExpression, { printer: scope, known }: DeclarationContext): Code {
  const whole = scope.annotation(type);
  return isQuotable(whole) ? quotedType(whole) : scope.evaluated(type, known);
}

const aliasMarker = (scope: FileScope, isLazy: boolean): Code =>
  scope.use(expr.extensions(isLazy ? 'TypeAliasType' : 'TypeAlias'));

/** Whether an alias refers to a later declaration, or to a file that is imported at the end. */
function isForward(declaration: Declaration, { known, late }: DeclarationContext): boolean {
  return referencesOf(declaration).others.some((item) =>
    item.module === declaration.module ? !known.has(item) : late?.has(item.module) === true,
  );
}

export function modelMember(member: Member, scope: FileScope): MemberView {
  const isOptional = !member.required || expr.isOptional(member.type);
  const type = isOptional ? expr.optional(member.type) : member.type;
  const alias = member.wireName === member.name ? undefined : stringLiteral(member.wireName);
  const field = alias && scope.use(expr.library('pydantic', 'Field'));
  return {
    name: identifier(member.name),
    annotation: scope.annotation(type),
    hasDefault: isOptional || alias !== undefined,
    default:
      alias && field
        ? code`${field}(alias=${alias}${isOptional ? code`, default=None` : empty})`
        : isOptional
          ? code`None`
          : empty,
    ...docOf(member),
  };
}

function dictionaryMember(member: Member, scope: FileScope): MemberView {
  const type =
    member.wireName === member.name ? member.type : expr.annotated(member.type, { alias: member.wireName });
  const views = scope.annotation(type);
  return {
    name: identifier(member.name),
    annotation: member.required ? code`${scope.use(expr.extensions('Required'))}[${views}]` : views,
    hasDefault: false,
    default: empty,
    ...docOf(member),
  };
}

const docOf = ({ doc }: Member): Pick<MemberView, 'hasDoc' | 'doc'> => ({
  hasDoc: doc.length > 0,
  doc: docstring(doc, '    '),
});
