/** Code of users of the Go SDK, a few lines each: what compiles with an SDK, and may not with the next. */
import { isRequired } from '../../../../generator/languages/go/code.ts';
import type { GoMethod } from '../../../../generator/languages/go/methods.ts';
import type { GoSdk } from '../../../../generator/languages/go/sdk.ts';
import type { GoDeclaration, GoField, GoStruct } from '../../../../generator/languages/go/types.ts';
import type { UserCode } from '../python-judge.ts';

/** Values of every kind, with types of their own: a literal would fit too much. */
export const PROBE_HEADER: readonly string[] = [
  'package probes',
  'import (',
  '"context"',
  '"io"',
  '"net/http"',
  '"time"',
  '"sdk.invalid/module/option"',
  '"sdk.invalid/module/packages/param"',
  'sdk "sdk.invalid/module"',
  ')',
  'var (',
  'client sdk.Client',
  'ctx context.Context',
  's_ string',
  'i_ int64',
  'f_ float64',
  'b_ bool',
  't_ time.Time',
  'r_ io.Reader',
  'h_ http.Header',
  'err_ error',
  'any_ any',
  '_ = param.Null[string]',
  '_ option.RequestOption',
  ')',
];

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['string', 's_'],
  ['int64', 'i_'],
  ['float64', 'f_'],
  ['bool', 'b_'],
  ['time.Time', 't_'],
  ['io.Reader', 'r_'],
  ['any', 'any_'],
]);

const SENT_DEPTH = 5;
const READ_DEPTH = 4;
const MOST = 300;

type Declarations = ReadonlyMap<string, GoDeclaration>;

export function probesOf(sdk: GoSdk): readonly UserCode[] {
  const declarations: Declarations = new Map(sdk.declarations.map((each) => [each.name, each]));
  const found: UserCode[] = [];
  const say = (symbol: string, kind: UserCode['kind'], ...lines: readonly string[]): void =>
    void found.push({ symbol, kind, lines });
  say('client', 'call', 'var _ sdk.Client = sdk.NewClient()');
  for (const { name, type } of sdk.options)
    say('client', 'call', `_ = option.With${name}(${{ string: 's_', number: 'f_', boolean: 'b_' }[type]})`);
  if (sdk.plan.client.servers.length > 1)
    for (const { name } of sdk.plan.client.servers)
      say('client', 'call', `_ = option.WithEnvironment${sdk.names.pascal(name)}()`);
  for (const method of sdk.methods) {
    const symbol = ['client', ...method.service.fields, method.name].join('.');
    const all = argumentsOf(method, declarations, true);
    for (const given of new Set([all, argumentsOf(method, declarations, false)]))
      for (const line of callLines(method, symbol, given)) say(symbol, 'call', line);
    if (method.struct)
      for (const field of method.struct.fields)
        for (const value of sent(field.type.text, declarations, 0).slice(isVariant(field) ? 0 : 1))
          say(symbol, 'call', `_ = sdk.${method.struct.name}{${field.name}: ${value}}`);
    for (const { line, type } of resultsOf(method, symbol, all))
      found.push(...readsOf(symbol, [line, '_ = r'], { path: 'r', type, declarations }));
    for (const { type } of method.errors) {
      if (declarations.get(type.text)?.kind !== 'struct') continue;
      const naming = [`r, _ := sdk.ErrorBody[sdk.${type.text}](err_)`, '_ = r'];
      found.push(
        ...readsOf(symbol, naming, { path: 'r', type: type.text, declarations }).filter(
          ({ kind }) => kind !== 'fake',
        ),
      );
    }
  }
  for (const { service, name, key, event } of sdk.unwraps) {
    const symbol = ['client', ...service.fields, name].join('.');
    const given = key === undefined ? 'nil' : key === 'given' ? 'nil, h_, s_' : 'nil, h_';
    say(symbol, 'call', `_, _ = ${symbol}(${given})`);
    found.push(
      ...readsOf(symbol, [`r, _ := ${symbol}(${given})`, '_ = r'], {
        path: 'r',
        type: event.text,
        declarations,
      }),
    );
  }
  for (const { schema, name, kind } of sdk.declarations) {
    if (schema?.model === undefined) continue;
    const symbol = `type ${schema.model.name}`;
    say(symbol, 'name', `var _ sdk.${name}`);
    const declaration = declarations.get(name);
    if (kind === 'struct' && declaration?.kind === 'struct' && declaration.way === 'response')
      found.push(...readsOf(symbol, [`var r sdk.${name}`, '_ = r'], { path: 'r', type: name, declarations }));
  }
  return found;
}

function callLines({ result }: GoMethod, symbol: string, given: string): readonly string[] {
  switch (result.kind) {
    case 'void':
      return [`err_ = ${symbol}(${given})`];
    case 'stream':
      return [
        ...(result.plain === undefined ? [] : [`_, err_ = ${symbol}(${given})`]),
        `_ = ${symbol}Streaming(${given}).Next()`,
      ];
    case 'page':
      return [`_, err_ = ${symbol}(${given})`, `_ = ${symbol}AutoPaging(${given}).Next()`];
    default:
      return [`_, err_ = ${symbol}(${given})`];
  }
}

/** The line that makes `r`, and its type. */
function resultsOf(
  { result }: GoMethod,
  symbol: string,
  given: string,
): readonly { readonly line: string; readonly type: string }[] {
  switch (result.kind) {
    case 'value':
      return [{ line: `r, _ := ${symbol}(${given})`, type: `*${result.type.text}` }];
    case 'page':
      return [{ line: `r := ${symbol}AutoPaging(${given}).Current()`, type: result.item.text }];
    case 'stream':
      return [
        ...(result.plain === undefined || result.plain === 'binary'
          ? []
          : [{ line: `r, _ := ${symbol}(${given})`, type: `*${result.plain.text}` }]),
        { line: `r := ${symbol}Streaming(${given}).Current()`, type: result.event.text },
      ];
    default:
      return [];
  }
}

/** Arguments of a call: all of them, or those that are required. */
function argumentsOf(method: GoMethod, declarations: Declarations, isWhole: boolean): string {
  const { positional, params, struct } = method;
  const place = positional.map(({ type }) => sent(type, declarations, 0)[0] ?? 'any_');
  const own =
    params === undefined
      ? []
      : [struct === undefined ? 'r_' : structText(struct, declarations, { depth: 0, isWhole })];
  return ['ctx', ...place, ...own].join(', ');
}

const isVariant = ({ tag }: GoField): boolean => tag[0]?.[1] === ',omitzero,inline';

function structText(
  struct: GoStruct,
  declarations: Declarations,
  { depth, isWhole }: { readonly depth: number; readonly isWhole: boolean },
): string {
  const fields = struct.fields.flatMap((field) => {
    if (isVariant(field) || !(isWhole || isRequired(field))) return [];
    const [value] = sent(field.type.text, declarations, depth + 1);
    return value === undefined ? [] : [`${field.name}: ${value}`];
  });
  return `sdk.${struct.name}{${fields.join(', ')}}`;
}

/** Values that a type takes, one of each kind, the fullest first. */
function sent(type: string, declarations: Declarations, depth: number): readonly string[] {
  const plain = PLAIN.get(type);
  if (plain !== undefined) return [plain];
  if (depth > SENT_DEPTH || type.startsWith('constant.')) return [];
  const inner = (text: string): readonly string[] => sent(text, declarations, depth + 1);
  const [, optional] = /^param\.Opt\[(.+)\]$/.exec(type) ?? [];
  if (optional !== undefined) return inner(optional).map((each) => `param.NewOpt(${each})`);
  if (type.startsWith('*'))
    return inner(type.slice(1)).map((each) =>
      each.endsWith('}') ? `&${each}` : `new(${named(type.slice(1))})`,
    );
  const [, item] = /^\[\](.+)$/.exec(type) ?? [];
  if (item !== undefined) return inner(item).map((each) => `[]${named(item)}{${each}}`);
  const [, value] = /^map\[string\](.+)$/.exec(type) ?? [];
  if (value !== undefined) return inner(value).map((each) => `map[string]${named(value)}{"key": ${each}}`);
  const declaration = declarations.get(type);
  switch (declaration?.kind) {
    case 'enum':
      return declaration.values.map(({ name }) => `sdk.${name}`);
    case 'alias':
      return inner(declaration.type.text);
    case 'struct': {
      const variants = declaration.fields.filter(isVariant).flatMap((field) =>
        inner(field.type.text)
          .slice(0, 2)
          .map((each) => `sdk.${type}{${field.name}: ${each}}`),
      );
      return variants.length > 0
        ? variants
        : [
            structText(declaration, declarations, { depth, isWhole: true }),
            ...declaration.fields.flatMap((field) =>
              inner(field.type.text)
                .slice(1, 3)
                .map((each) => `sdk.${type}{${field.name}: ${each}}`),
            ),
          ];
    }
    default:
      return [];
  }
}

/** A type as files of other packages write it. */
const named = (type: string): string => type.replace(/(?<![\w.])[A-Z]\w*/g, (name) => `sdk.${name}`);

interface Value {
  readonly path: string;
  readonly type: string;
  readonly declarations: Declarations;
}

function readsOf(symbol: string, naming: readonly string[], root: Value): readonly UserCode[] {
  const found: UserCode[] = [];
  const say = (kind: UserCode['kind'], ...lines: readonly string[]): void =>
    void found.push({ symbol, kind, lines: [...naming, ...lines], naming: naming.length });
  const pending = [{ ...root, depth: 0 }];
  for (let at = pending.shift(); at !== undefined && found.length < MOST; at = pending.shift()) {
    const { path, depth, declarations } = at;
    const type = at.type.replace(/^\*/, '');
    const add = (more: string, inner: string): void =>
      void (
        depth < READ_DEPTH && pending.push({ path: path + more, type: inner, depth: depth + 1, declarations })
      );
    if (PLAIN.has(type)) {
      if (type !== 'any') say('read', `var _ ${at.type} = ${path}`);
      continue;
    }
    const optional = /^param\.Opt\[(.+)\]$/.exec(type)?.[1];
    if (optional !== undefined) {
      add('.Value', optional);
      continue;
    }
    if (type.startsWith('constant.')) {
      say('read', `var _ = string(${at.type.startsWith('*') ? '*' : ''}${path})`);
      continue;
    }
    const item = /^\[\](.+)$/.exec(type)?.[1] ?? /^map\[string\](.+)$/.exec(type)?.[1];
    if (item !== undefined) {
      const whole = at.type.startsWith('*') ? `(*${path})` : path;
      pending.push({
        path: `${whole}${type.startsWith('[]') ? '[0]' : '["key"]'}`,
        type: item,
        depth: depth + 1,
        declarations,
      });
      say('read', `_ = len(${whole})`);
      continue;
    }
    const declaration = declarations.get(type);
    if (declaration?.kind === 'alias')
      add('', `${at.type.startsWith('*') ? '*' : ''}${declaration.type.text}`);
    if (declaration?.kind === 'enum') {
      say('read', `var _ = ${declaration.base}(${at.type.startsWith('*') ? '*' : ''}${path})`);
      for (const { name } of declaration.values)
        say('exhaust', `_ = ${at.type.startsWith('*') ? '*' : ''}${path} == sdk.${name}`);
    }
    if (declaration?.kind !== 'struct') continue;
    for (const field of declaration.fields) {
      add(`.${field.name}`, field.type.text);
      if (field.hasMeta) say('read', `_ = ${path}.JSON.${field.name}.Valid()`);
    }
    for (const { name } of declaration.variants) say('exhaust', `_ = ${path}.As${name}()`);
    if (declaration.fields.length > 0 && depth === 0 && isMade(symbol, declaration))
      say('fake', `_ = sdk.${type}{${made(declaration)}}`);
  }
  return found;
}

/** What the document names is made under its name, what a method made is made as its result. */
const isMade = (symbol: string, { schema }: GoStruct): boolean =>
  symbol.startsWith('type ') === (schema !== undefined);

/** A result that is made by hand: of plain values. */
const made = ({ fields }: GoStruct): string =>
  fields
    .flatMap(({ name, type: { text } }) => {
      const value = PLAIN.get(text);
      return value === undefined || name === 'ExtraFields' ? [] : [`${name}: ${value}`];
    })
    .join(', ');
