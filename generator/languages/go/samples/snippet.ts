/** Calls with sample values, and complete programs with them. */
import type { SampleCall } from '../../../plan/samples/call.ts';
import { listedThing, thingOf } from '../../../plan/samples/showcase.ts';
import { singular } from '../../../lib/words.ts';
import { type Code, code, empty, identifier, indented, join, lineText, stringLiteral } from '../code.ts';
import { importLines } from '../imports.ts';
import type { GoMethod } from '../methods.ts';
import type { ModuleInfo } from '../package.ts';
import type { GoSdk } from '../sdk.ts';
import { wireName } from '../unions.ts';
import { type SampleScope, sampleScope, structCode, valueCode } from './value.ts';

export interface Snippets {
  /**
   * `client.Servers.Get(ctx, "id")`. `ending` selects another variant of the method; `options` follow the
   * arguments.
   */
  readonly call: (
    method: GoMethod,
    sample: SampleCall,
    more?: { readonly ending?: string; readonly context?: Code; readonly options?: readonly Code[] },
  ) => Code;
  /** The call and the use of its result; `client` is already defined. */
  readonly use: (method: GoMethod, sample: SampleCall) => Code;
  readonly program: (method: GoMethod, sample: SampleCall) => Code;
  /** A program with these statements. */
  readonly main: (statements: Code, client?: Code) => Code;
  readonly scope: SampleScope;
}

/** Placeholder if the document has no server URL (RFC 2606). */
const EXAMPLE_URL = code`"https://api.example.com"`;

export function createSnippets(sdk: GoSdk, info: ModuleInfo): Snippets {
  const scope = sampleScope(sdk, info.name);
  const snippets: Snippets = {
    scope,
    call: (method, sample, { ending = '', context = code`context.TODO()`, options = [] } = {}) => {
      const callee = join(['client', ...method.service.fields, method.name + ending].map(identifier), '.');
      return code`${callee}(${join([context, ...argumentCodes(scope, method, sample), ...options], ', ')})`;
    },
    use: (method, sample) => printUse(snippets, method, sample),
    main: (statements, client = construction(scope, undefined)) => {
      const imports = importLines(info.module, [client, statements], [], info.name);
      return code`package main\n\nimport (\n\t${indented(imports)}\n)\n\nfunc main() {\n\t${indented(client)}\n\t${indented(statements)}\n}`;
    },
    program: (method, sample) => snippets.main(snippets.use(method, sample), construction(scope, method)),
  };
  return snippets;
}

function argumentCodes(scope: SampleScope, method: GoMethod, sample: SampleCall): readonly Code[] {
  const positional = method.positional.map(({ type }, index) => {
    const value = sample.positional[index];
    return value ? valueCode(scope, value, type) : code`""`;
  });
  const { params, struct } = method;
  if (params === undefined) return positional;
  const value = sample.argument ?? { kind: 'object', entries: [] };
  if (struct === undefined) return [...positional, valueCode(scope, value, params.type)];
  const { arguments: args } = method.planned;
  const isWhole = value.kind !== 'object' || (args.kind === 'body' && args.body.kind === 'property');
  const whole = struct.fields.find((field) => field.name === struct.whole);
  const own =
    isWhole && whole
      ? ({ kind: 'object', entries: [{ name: whole.argument ?? wireName(whole), value }] } as const)
      : value;
  return [...positional, structCode(scope, struct, own)];
}

/** `client := bookshop.NewClient(…)` with the options that the call needs. */
function construction({ sdk, packageName }: SampleScope, method: GoMethod | undefined): Code {
  const { plan } = sdk;
  const needed = new Set(
    (method?.planned.request.security ?? plan.api.security).flatMap(({ schemes }) =>
      schemes.map(({ name }) => name),
    ),
  );
  const options = plan.client.options.flatMap(({ option, isRequired }, index): readonly Code[] => {
    const isShown =
      option.auth === undefined
        ? isRequired && option.default === undefined
        : needed.has(option.auth.scheme) || (isRequired && needed.size === 0);
    const own = sdk.options[index];
    if (!isShown || own === undefined) return [];
    const value =
      own.type === 'string'
        ? stringLiteral(option.example ?? `My ${option.key.replaceAll('_', ' ')}`)
        : own.type === 'number'
          ? code`0`
          : code`false`;
    const note =
      option.readEnv === undefined
        ? empty
        : code` // defaults to os.Getenv(${stringLiteral(lineText(option.readEnv))})`;
    return [code`option.With${identifier(own.name)}(${value}),${note}`];
  });
  const all = [...(plan.client.hasServers ? [] : [code`option.WithBaseURL(${EXAMPLE_URL}),`]), ...options];
  return all.length === 0
    ? code`client := ${packageName}.NewClient()`
    : code`client := ${packageName}.NewClient(\n\t${join(all, '\n\t')}\n)`;
}

const CHECK = code`if err != nil {\n\tlog.Fatal(err)\n}`;

function printUse({ call, scope }: Snippets, method: GoMethod, sample: SampleCall): Code {
  const variable = identifier(variableOf(scope, method));
  switch (sample.shows.kind) {
    case 'nothing':
      return code`err := ${call(method, sample)}\n${CHECK}`;
    case 'value':
      return code`${variable}, err := ${call(method, sample)}\n${CHECK}\nfmt.Println(${shown(scope, method, variable, sample)})`;
    case 'binary':
      return code`${variable}, err := ${call(method, sample)}\n${CHECK}\ndefer ${variable}.Body.Close()\nif _, err := io.Copy(os.Stdout, ${variable}.Body); err != nil {\n\tlog.Fatal(err)\n}`;
    case 'events':
      return code`stream := ${call(method, sample, { ending: 'Streaming' })}\nfor event, err := range stream.All() {\n\t${indented(CHECK)}\n\tfmt.Println(event)\n}`;
    case 'items':
      return code`// Fetches more pages as needed.\nfor ${variable}, err := range ${call(method, sample, { ending: 'AutoPaging' })}.All() {\n\t${indented(CHECK)}\n\tfmt.Println(${shown(scope, method, variable, sample)})\n}`;
    default:
      return sample.shows satisfies never;
  }
}

/** `server.DisplayName`; the whole value if it has no such field. */
function shown(scope: SampleScope, method: GoMethod, variable: Code, { shows }: SampleCall): Code {
  const type = resultType(method);
  const declaration = type && scope.declarations.get(type);
  const property = 'property' in shows ? shows.property : undefined;
  const field =
    declaration?.kind === 'struct'
      ? declaration.fields.find((item) => property !== undefined && wireName(item) === property)
      : undefined;
  return field ? code`${variable}.${identifier(field.name)}` : variable;
}

const resultType = ({ result }: GoMethod): Code | undefined =>
  result.kind === 'value' ? result.type.text : result.kind === 'page' ? result.item.text : undefined;

/** Methods that handle a single item of the resource. */
const SINGLE = new Set(['create', 'retrieve', 'get', 'update', 'delete', 'replace']);
const TAKEN = new Set(
  (
    'client err event stream fmt log os io context option param strings time constant main nil true false string ' +
    'any len new make error errors http'
  ).split(' '),
);

function variableOf({ sdk, declarations, packageName }: SampleScope, method: GoMethod): string {
  const { resource, method: own } = method.planned;
  const type = resultType(method);
  const model = type !== undefined && declarations.get(type)?.kind === 'struct' ? type : undefined;
  const last = resource.at(-1);
  const wanted = ((): string => {
    if (method.result.kind === 'page')
      return listedThing(resource, own.key) ?? thingOf(resource, model ?? 'item');
    if (method.result.kind !== 'value') return 'response';
    if (SINGLE.has(own.key) && last !== undefined) return singular(last);
    if (own.key === 'list' && last !== undefined) return last;
    return thingOf(resource, model?.replace(/^.*Response$/, 'response') ?? 'response');
  })();
  const name = sdk.names.argument(wanted);
  return TAKEN.has(name) || name === packageName || name.endsWith('_') ? 'result' : name;
}
