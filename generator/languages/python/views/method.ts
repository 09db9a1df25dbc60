/** A method for templates: decorators, signature, docstring, and the call in its body. */
import { type Code, code, docstring, empty, identifier, join, listOf, stringLiteral } from '../code.ts';
import { deprecationText, proseLines, stabilityLines, wrap } from '../docs.ts';
import type { Argument } from '../methods/arguments.ts';
import { hasIdempotencyKey, withoutInfo } from '../methods/arguments.ts';
import { callOf } from '../methods/call.ts';
import { type CallContext, returnType } from '../methods/returns.ts';
import type { PythonMethod } from '../methods/method.ts';
import type { Overload } from '../methods/overloads.ts';
import type { FileScope } from '../file-scope.ts';
import * as expr from '../types/expr.ts';

export interface MethodView {
  readonly name: Code;
  readonly isAsync: boolean;
  /** False for lists, which are requested page by page later. */
  readonly isAwaited: boolean;
  readonly isDeprecated: boolean;
  /** The message of the decorator, in quotes. */
  readonly deprecation: Code;
  /** Decorators under the names used in the file, because a method may have the name of a decorator. */
  readonly decorators: Decorators;
  readonly overloads: readonly SignatureView[];
  readonly hasOverloads: boolean;
  /** Lists of required names, one for each overload; a call must match one of them. */
  readonly requiredArguments: Code;
  readonly hasRequiredArguments: boolean;
  readonly parameters: readonly Code[];
  readonly returns: Code;
  readonly hasDoc: boolean;
  readonly doc: Code;
  /** The function that sends the request: `_get`. */
  readonly function: Code;
  readonly arguments: readonly Code[];
  /** The method returns a file, which has its own class. */
  readonly isBinary: boolean;
}

export interface Decorators {
  readonly deprecated: Code;
  readonly overload: Code;
  readonly requiredArgs: Code;
}

export interface SignatureView {
  readonly parameters: readonly Code[];
  readonly returns: Code;
  readonly doc: Code;
}

/** Which variant of an operation's method a class has: the function it calls and how it is shown. */
export function methodView(
  sdk: PythonMethod,
  context: CallContext & { readonly printer: FileScope },
): MethodView {
  const { printer: scope, colour } = context;
  const { method } = sdk;
  const call = callOf(sdk, context);
  const isPage = sdk.result.kind === 'page';
  const doc = methodDoc(sdk, scope);
  const hasRequired = sdk.overloads.some((overload) => overload.required.length > 0);
  return {
    name: identifier(sdk.layout.name),
    isAsync: colour === 'async' && !isPage,
    isAwaited: colour === 'async' && !isPage,
    isDeprecated: method.deprecated !== undefined,
    deprecation: method.deprecated ? stringLiteral(oneLine(deprecationText(method.deprecated))) : empty,
    decorators: {
      deprecated: method.deprecated ? scope.use(expr.extensions('deprecated')) : empty,
      overload: sdk.overloads.length > 0 ? scope.use(expr.typing('overload')) : empty,
      requiredArgs: hasRequired ? scope.use(expr.runtime('_arguments', 'required_args')) : empty,
    },
    overloads: sdk.overloads.map((overload) => signature(sdk, overload, context)),
    hasOverloads: sdk.overloads.length > 0,
    requiredArguments: join(
      distinct(sdk.overloads.map((overload) => listOf(overload.required.map(stringLiteral)))),
      ', ',
    ),
    hasRequiredArguments: hasRequired,
    parameters: parametersOf(sdk, scope, {
      positional: sdk.arguments.positional,
      keywords: implementationKeywords(sdk),
    }),
    returns: scope.annotation(returnType(sdk, context)),
    hasDoc: doc.length > 0,
    doc: docstring(doc, '        '),
    function: code`${context.isClient ? code`self.` : code`self._`}${identifier(call.function)}`,
    arguments: call.arguments.map((argument) => scope.fragment(argument)),
    isBinary:
      sdk.result.kind === 'binary' || (sdk.result.kind === 'stream' && sdk.result.plain?.isBinary === true),
  };
}

const distinct = (items: readonly Code[]): readonly Code[] => [...new Set(items)];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The arguments of all overloads; the streaming flag has one of two literal types. */
function implementationKeywords({
  arguments: args,
  streamFlag: option,
  overloads,
}: PythonMethod): readonly Argument[] {
  if (!option || args.variants.length > 0 || overloads.length === 0) return args.keywords;
  // In the form that callers read: the texts of the overloads.
  const members = [false, true].map((value) => expr.literalOf([value]));
  const type: expr.TypeExpression = {
    kind: 'union',
    members: expr.isOptional(option.type) ? [...members, expr.none] : members,
  };
  return args.keywords.map((keyword) =>
    keyword === option ? { ...keyword, required: false, type } : keyword,
  );
}

const STANDARD: readonly (readonly [name: string, type: expr.TypeExpression, value: Code])[] = [
  ['extra_headers', expr.optional(expr.runtime('_types', 'Headers')), code`None`],
  ['extra_query', expr.optional(expr.runtime('_types', 'Query')), code`None`],
  ['extra_body', expr.optional(expr.runtime('_types', 'Body')), code`None`],
];

function parametersOf(
  sdk: PythonMethod,
  scope: FileScope,
  { positional, keywords }: Pick<Overload, 'positional' | 'keywords'>,
): readonly Code[] {
  const omit = (): Code => scope.use(expr.runtime('_types', 'omit'));
  const parameter = (argument: Argument): Code => {
    const type = scope.annotation(withoutInfo(argument.type));
    return argument.required
      ? code`${identifier(argument.name)}: ${type}`
      : code`${identifier(argument.name)}: ${type} | ${scope.use(expr.runtime('_types', 'Omit'))} = ${omit()}`;
  };
  return [
    code`self`,
    // An argument that a client option can replace is optional, and so are all after it.
    ...positional.map(parameter),
    code`*`,
    ...keywords.map(parameter),
    ...STANDARD.map(
      ([name, type, value]) => code`${identifier(name)}: ${optionalType(scope, type)} = ${value}`,
    ),
    code`timeout: float | ${scope.use(expr.runtime('_http', 'httpx'))}.Timeout | None | ${scope.use(expr.runtime('_types', 'NotGiven'))} = ${scope.use(expr.runtime('_types', 'not_given'))}`,
    ...(hasIdempotencyKey(sdk.planned) ? [code`idempotency_key: str | None = None`] : []),
  ];
}

const optionalType = (scope: FileScope, type: expr.TypeExpression): Code => {
  const plain = type.kind === 'union' ? type.members.filter((member) => member.kind !== 'none') : [type];
  return code`${join(
    plain.map((item) => scope.annotation(item)),
    ' | ',
  )} | None`;
};

function signature(
  sdk: PythonMethod,
  overload: Overload,
  context: CallContext & { readonly printer: FileScope },
): SignatureView {
  return {
    parameters: parametersOf(sdk, context.printer, overload),
    returns: context.printer.annotation(returnType(sdk, context, overload.gives)),
    doc: docstring(methodDoc(sdk, context.printer, overload.keywords), '        '),
  };
}

const EXTRAS = [
  'extra_headers: Extra headers; these override the defaults',
  'extra_query: Extra query parameters',
  'extra_body: Extra properties of the JSON body',
  'timeout: Timeout in seconds; overrides the default of the client',
];

/** The description, then the arguments that are documented. */
function methodDoc(
  sdk: PythonMethod,
  scope: FileScope,
  keywords: readonly Argument[] = sdk.arguments.keywords,
): readonly string[] {
  const { method } = sdk;
  const summary = [...proseLines(method.description ?? method.summary), ...stabilityLines(method.stability)];
  const described = [...sdk.arguments.positional, ...keywords].filter((argument) => argument.doc.length > 0);
  const extras = [
    ...EXTRAS,
    ...(hasIdempotencyKey(sdk.planned)
      ? ['idempotency_key: Idempotency key: the server performs requests with the same key once']
      : []),
  ];
  return [
    ...summary,
    ...statusLines(sdk, scope),
    '',
    'Args:',
    ...described.flatMap((argument) => {
      const [first = '', ...rest] = argument.doc;
      return [
        `  ${argument.name}: ${first}`,
        ...rest.map((line) => (line === '' ? '' : `      ${line}`)),
        '',
      ];
    }),
    ...extras.flatMap((extra, index) => [
      ...wrap(extra, 100).map((line) => `  ${line}`),
      ...(index < extras.length - 1 ? [''] : []),
    ]),
  ];
}

/** Lists the body for each status, if successes have different bodies. */
function statusLines({ result }: PythonMethod, scope: FileScope): readonly string[] {
  if (result.kind !== 'value') return [];
  const [, ...others] = result.byStatus.filter((item) => item.type.kind !== 'none');
  return others.flatMap(({ status, type }) => [
    '',
    ...wrap(
      `Status ${status} returns \`${scope.annotation(type)}\`; use \`with_raw_response\` to get the status.`,
      100,
    ),
  ]);
}
