/** A method as templates see it: decorators, signature, docstring, and the call that it makes. */
import { type Code, code, docstring, empty, identifier, join, listOf, stringLiteral } from '../code.ts';
import { deprecationText, proseLines, stabilityLines, wrap } from '../docs.ts';
import type { Argument } from '../methods/arguments.ts';
import { hasIdempotencyKey, withoutInfo } from '../methods/arguments.ts';
import { callOf } from '../methods/call.ts';
import { type CallContext, returnType } from '../methods/returns.ts';
import type { MethodDesign } from '../methods/method.ts';
import type { Overload } from '../methods/overloads.ts';
import type { Printer } from '../print.ts';
import * as expr from '../types/expr.ts';

export interface MethodView {
  readonly name: Code;
  readonly isAsync: boolean;
  /** Lists are asked for page by page, and nothing of them at the call itself. */
  readonly isAwaited: boolean;
  readonly isDeprecated: boolean;
  /** Of the decorator, in quotes. */
  readonly deprecation: Code;
  /** Decorators as the file calls them: a method may have the name of each. */
  readonly decorators: Decorators;
  readonly overloads: readonly SignatureView[];
  readonly hasOverloads: boolean;
  /** Lists of names, one for each overload, of which one must be given. */
  readonly requiredArguments: Code;
  readonly hasRequiredArguments: boolean;
  readonly parameters: readonly Code[];
  readonly returns: Code;
  readonly hasDoc: boolean;
  readonly doc: Code;
  /** `_get`: the function that makes the request. */
  readonly function: Code;
  readonly arguments: readonly Code[];
  /** A file comes back, which is handed out by a class of its own. */
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

/** Which of the methods a class has of an operation: what it calls and how it is seen. */
export function methodView(
  design: MethodDesign,
  context: CallContext & { readonly printer: Printer },
): MethodView {
  const { printer, colour } = context;
  const { method } = design;
  const call = callOf(design, context);
  const isPage = design.result.kind === 'page';
  const doc = methodDoc(design, printer);
  const hasRequired = design.overloads.some((overload) => overload.required.length > 0);
  return {
    name: identifier(design.layout.name),
    isAsync: colour === 'async' && !isPage,
    isAwaited: colour === 'async' && !isPage,
    isDeprecated: method.deprecated !== undefined,
    deprecation: method.deprecated ? stringLiteral(oneLine(deprecationText(method.deprecated))) : empty,
    decorators: {
      deprecated: method.deprecated ? printer.use(expr.extensions('deprecated')) : empty,
      overload: design.overloads.length > 0 ? printer.use(expr.typing('overload')) : empty,
      requiredArgs: hasRequired ? printer.use(expr.runtime('_arguments', 'required_args')) : empty,
    },
    overloads: design.overloads.map((overload) => signature(design, overload, context)),
    hasOverloads: design.overloads.length > 0,
    requiredArguments: join(
      distinct(design.overloads.map((overload) => listOf(overload.required.map(stringLiteral)))),
      ', ',
    ),
    hasRequiredArguments: hasRequired,
    parameters: parametersOf(design, printer, {
      positional: design.arguments.positional,
      keywords: implementationKeywords(design),
    }),
    returns: printer.annotation(returnType(design, context)),
    hasDoc: doc.length > 0,
    doc: docstring(doc, '        '),
    function: code`${context.isClient ? code`self.` : code`self._`}${identifier(call.function)}`,
    arguments: call.arguments.map((argument) => printer.fragment(argument)),
    isBinary:
      design.result.kind === 'binary' ||
      (design.result.kind === 'stream' && design.result.plain?.isBinary === true),
  };
}

const distinct = (items: readonly Code[]): readonly Code[] => [...new Set(items)];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What all overloads take: the wish for a stream is one of two texts there. */
function implementationKeywords({ arguments: args, wish, overloads }: MethodDesign): readonly Argument[] {
  if (!wish || args.variants.length > 0 || overloads.length === 0) return args.keywords;
  // As a caller reads them: the texts of the overloads.
  const members = [false, true].map((value) => expr.literalOf([value]));
  const type: expr.TypeExpression = {
    kind: 'union',
    members: expr.isOptional(wish.type) ? [...members, expr.none] : members,
  };
  return args.keywords.map((keyword) => (keyword === wish ? { ...keyword, required: false, type } : keyword));
}

const STANDARD: readonly (readonly [name: string, type: expr.TypeExpression, value: Code])[] = [
  ['extra_headers', expr.optional(expr.runtime('_types', 'Headers')), code`None`],
  ['extra_query', expr.optional(expr.runtime('_types', 'Query')), code`None`],
  ['extra_body', expr.optional(expr.runtime('_types', 'Body')), code`None`],
];

function parametersOf(
  design: MethodDesign,
  printer: Printer,
  { positional, keywords }: Pick<Overload, 'positional' | 'keywords'>,
): readonly Code[] {
  const omit = (): Code => printer.use(expr.runtime('_types', 'omit'));
  const parameter = (argument: Argument): Code => {
    const type = printer.annotation(withoutInfo(argument.type));
    return argument.required
      ? code`${identifier(argument.name)}: ${type}`
      : code`${identifier(argument.name)}: ${type} | ${printer.use(expr.runtime('_types', 'Omit'))} = ${omit()}`;
  };
  return [
    code`self`,
    // What the client may give instead can be left out, and what follows it then too.
    ...positional.map(parameter),
    code`*`,
    ...keywords.map(parameter),
    ...STANDARD.map(
      ([name, type, value]) => code`${identifier(name)}: ${optionalType(printer, type)} = ${value}`,
    ),
    code`timeout: float | ${printer.use(expr.runtime('_http', 'httpx'))}.Timeout | None | ${printer.use(expr.runtime('_types', 'NotGiven'))} = ${printer.use(expr.runtime('_types', 'not_given'))}`,
    ...(hasIdempotencyKey(design.planned) ? [code`idempotency_key: str | None = None`] : []),
  ];
}

const optionalType = (printer: Printer, type: expr.TypeExpression): Code => {
  const plain = type.kind === 'union' ? type.members.filter((member) => member.kind !== 'none') : [type];
  return code`${join(
    plain.map((item) => printer.annotation(item)),
    ' | ',
  )} | None`;
};

function signature(
  design: MethodDesign,
  overload: Overload,
  context: CallContext & { readonly printer: Printer },
): SignatureView {
  return {
    parameters: parametersOf(design, context.printer, overload),
    returns: context.printer.annotation(returnType(design, context, overload.gives)),
    doc: docstring(methodDoc(design, context.printer, overload.keywords), '        '),
  };
}

const EXTRAS = [
  'extra_headers: Extra headers; these override the defaults',
  'extra_query: Extra query parameters',
  'extra_body: Extra properties of the JSON body',
  'timeout: Timeout in seconds; overrides the default of the client',
];

/** Description, then the arguments of which something is said. */
function methodDoc(
  design: MethodDesign,
  printer: Printer,
  keywords: readonly Argument[] = design.arguments.keywords,
): readonly string[] {
  const { method } = design;
  const summary = [...proseLines(method.description ?? method.summary), ...stabilityLines(method.stability)];
  const described = [...design.arguments.positional, ...keywords].filter(
    (argument) => argument.doc.length > 0,
  );
  const extras = [
    ...EXTRAS,
    ...(hasIdempotencyKey(design.planned)
      ? ['idempotency_key: Idempotency key: the server performs requests with the same key once']
      : []),
  ];
  return [
    ...summary,
    ...statusLines(design, printer),
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

/** Which body comes with which status, where successes have several. */
function statusLines({ result }: MethodDesign, printer: Printer): readonly string[] {
  if (result.kind !== 'value') return [];
  const [, ...others] = result.byStatus.filter((item) => item.type.kind !== 'none');
  return others.flatMap(({ status, type }) => [
    '',
    ...wrap(
      `Status ${status} returns \`${printer.annotation(type)}\`; use \`with_raw_response\` to get the status.`,
      100,
    ),
  ]);
}
