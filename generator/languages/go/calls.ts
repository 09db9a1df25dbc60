/** The fields of `request.Call` with which a method describes its request. */
import type { Content, Parameter } from '../../ir/types.ts';
import type { PlannedMethod } from '../../plan/methods.ts';
import { securityLiteral } from './client.ts';
import { type Code, code, identifier, join, numberLiteral, stringLiteral } from './code.ts';
import type { GoMethod } from './methods.ts';

type CallEntry = readonly [key: string, value: Code];

/** The path with its values. */
export function pathCode({ planned, pathValues }: GoMethod): Code {
  const { path } = planned.request;
  const template = path
    .map((piece) => (piece.kind === 'text' ? piece.text : `{${piece.parameter.name}}`))
    .join('')
    .replace(/^\//, '');
  const places = path.flatMap((piece) => (piece.kind === 'value' ? [piece] : []));
  const values = places.map(({ parameter, encoding }, index) => {
    const own = pathValues[index] ?? code`nil`;
    const styled =
      encoding === 'plain'
        ? own
        : code`request.Styled{Value: ${own}, Style: ${pathStyle(parameter, encoding)}}`;
    return parameter.clientOption === undefined
      ? styled
      : code`request.FromOption{Value: ${styled}, Key: ${stringLiteral(parameter.clientOption)}}`;
  });
  return code`request.Path(${join([stringLiteral(template), ...values], ', ')})`;
}

const pathStyle = (parameter: Parameter, encoding: string): Code =>
  styleLiteral({
    ...(encoding === 'json' ? { isJson: true } : { style: encoding }),
    explode: parameter.explode,
  });

interface StyleFacts {
  readonly style?: string | undefined;
  readonly explode?: boolean | undefined;
  readonly isJson?: boolean;
  readonly isReserved?: boolean;
  readonly contentType?: string | undefined;
}

function styleLiteral({ style, explode, isJson, isReserved, contentType }: StyleFacts): Code {
  const all: readonly (readonly [string, Code | undefined])[] = [
    ['Name', style === undefined ? undefined : stringLiteral(style)],
    ['Explode', explode === true ? code`true` : undefined],
    ['IsJSON', isJson === true ? code`true` : undefined],
    ['Reserved', isReserved === true ? code`true` : undefined],
    ['ContentType', contentType === undefined ? undefined : stringLiteral(contentType)],
  ];
  const set = all.flatMap(([key, value]) =>
    value === undefined ? [] : [code`${identifier(key)}: ${value}`],
  );
  return code`request.Style{${join(set, ', ')}}`;
}

/** `isStream`: for the variant of the method that requests a stream. */
export function callCode(method: GoMethod, isStream: boolean): Code {
  const { planned, params, struct, errors, result } = method;
  const { request } = planned;
  const entries: readonly CallEntry[] = [
    ...entry('Params', params && identifier(params.name)),
    ...bodyEntries(planned, struct !== undefined || params !== undefined),
    ...entry(
      'Query',
      request.fixedQuery.length === 0
        ? undefined
        : stringLiteral(
            request.fixedQuery
              .map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
              .join('&'),
          ),
    ),
    ...styleEntries(planned),
    ...entry('Accept', acceptOf(planned, isStream)),
    ...entry('Server', request.server === undefined ? undefined : stringLiteral(request.server)),
    ...flagEntries(planned, isStream),
    ...(request.security
      ? [['Security', securityLiteral(request.security)] as const, ['HasSecurity', code`true`] as const]
      : []),
    ...entry(
      'Timeout',
      request.timeoutMs === undefined
        ? undefined
        : code`${numberLiteral(Math.round(request.timeoutMs))} * time.Millisecond`,
    ),
    ...entry(
      'Retries',
      request.maxRetries === undefined ? undefined : numberLiteral(request.maxRetries || -1),
    ),
    ...entry('IsKeyed', request.repetition === undefined ? undefined : code`true`),
    ...entry(
      'Errors',
      errors.length === 0
        ? undefined
        : code`map[string]any{${join(
            errors.map(({ status, type }) => code`${stringLiteral(status)}: (*${type.text})(nil)`),
            ', ',
          )}}`,
    ),
    ...(planned.result.kind === 'value' && planned.result.unwrap.length > 0 && result.kind === 'value'
      ? [['Unwrap', code`[]string{${join(planned.result.unwrap.map(stringLiteral), ', ')}}`] as const]
      : []),
  ];
  return code`request.Call{${join(
    entries.map(([key, value]) => code`\n${identifier(key)}: ${value},`),
    '',
  )}${entries.length > 0 ? code`\n` : code``}}`;
}

const entry = (key: string, value: Code | undefined): readonly CallEntry[] =>
  value === undefined ? [] : [[key, value]];

function bodyEntries(
  { request, arguments: args }: PlannedMethod,
  hasArguments: boolean,
): readonly CallEntry[] {
  const { body } = request;
  if (!body || !hasArguments) return [];
  const kind = body.kind === 'multipart' && body.forFiles ? 'files' : body.kind;
  const types =
    body.kind === 'json'
      ? [body.mediaType].filter((type) => type !== 'application/json')
      : body.kind === 'raw'
        ? body.mediaTypes
        : [];
  return [
    ['Body', stringLiteral(kind)],
    ...(args.isAbsent ? [['IsOptional', code`true`] as const] : []),
    ...(types.length === 0
      ? []
      : [['Types', code`[]string{${join(types.map(stringLiteral), ', ')}}`] as const]),
  ];
}

function styleEntries({ request }: PlannedMethod): readonly CallEntry[] {
  const parts: Content['encoding'] =
    request.body?.kind === 'multipart'
      ? request.body.parts
      : request.body?.kind === 'form'
        ? request.body.styles
        : [];
  const styles: readonly (readonly [string, Code])[] = [
    ...request.queryStyles.map(
      ({ name, isJson, style, explode, allowReserved }) =>
        [
          name,
          styleLiteral({
            style: style ?? 'form',
            explode: explode ?? (style === undefined || style === 'form'),
            isJson,
            isReserved: allowReserved,
          }),
        ] as const,
    ),
    ...request.headers.flatMap(({ field, isJson, explode }) =>
      isJson || explode ? [[field.wireName, styleLiteral({ isJson, explode })] as const] : [],
    ),
    ...request.cookies.flatMap(({ field, explode }) =>
      explode ? [[field.wireName, styleLiteral({ explode })] as const] : [],
    ),
    ...parts.map(
      ({ property, style, explode, allowReserved, contentType }) =>
        [
          property,
          styleLiteral({
            style: style ?? (request.body?.kind === 'form' || explode !== undefined ? 'form' : undefined),
            explode: explode ?? (style === undefined || style === 'form'),
            isReserved: allowReserved === true,
            isJson: request.body?.kind === 'form' && /[/+]json\b/i.test(contentType ?? ''),
            contentType,
          }),
        ] as const,
    ),
  ];
  const unique = new Map(styles);
  return unique.size === 0
    ? []
    : [
        [
          'Styles',
          code`map[string]request.Style{${join(
            [...unique].map(([name, style]) => code`\n${stringLiteral(name)}: ${style},`),
            '',
          )}\n}`,
        ],
      ];
}

function acceptOf({ request }: PlannedMethod, isStream: boolean): Code | undefined {
  if (request.acceptByFlag)
    return stringLiteral(isStream ? request.acceptByFlag.stream : request.acceptByFlag.plain);
  return request.accept === undefined ? undefined : stringLiteral(request.accept);
}

function flagEntries({ request, method }: PlannedMethod, isStream: boolean): readonly CallEntry[] {
  const flag = request.stream?.flag;
  if (flag === undefined) return [];
  return [
    // Without the flag, the API does not send a stream.
    ...(isStream ? [['Flag', stringLiteral(flag)] as const, ['IsStream', code`true`] as const] : []),
    ...(isStream && method.streaming?.discriminator?.in === 'query'
      ? [['FlagInQuery', code`true`] as const]
      : []),
  ];
}

/** How the events of a stream are read. */
export function readingCode({ planned }: GoMethod): Code {
  const { stream } = planned.request;
  const rules = (stream?.rules ?? []).map(({ eventType, dataPrefix, handle, isText, errorProperty }) => {
    const set: readonly (readonly [string, Code | undefined])[] = [
      ['Event', typeof eventType === 'string' ? stringLiteral(eventType) : undefined],
      ['AnyEvent', eventType === undefined ? code`true` : undefined],
      ['NoEvent', eventType === null ? code`true` : undefined],
      ['Prefix', dataPrefix === undefined ? undefined : stringLiteral(dataPrefix)],
      ['Handle', stringLiteral(handle)],
      ['IsText', isText === true ? code`true` : undefined],
      ['ErrorProperty', errorProperty === undefined ? undefined : stringLiteral(errorProperty)],
    ];
    return code`{${join(
      set.flatMap(([key, value]) => (value === undefined ? [] : [code`${identifier(key)}: ${value}`])),
      ', ',
    )}}`;
  });
  const all = [
    ...(stream?.format === 'json-lines' ? [code`IsLines: true`] : []),
    ...(stream?.data === 'text' ? [code`IsText: true`] : []),
    ...(rules.length === 0 ? [] : [code`Rules: []ssestream.Rule{\n${join(rules, ',\n')},\n}`]),
  ];
  return code`ssestream.Reading{${join(all, ', ')}}`;
}

/** `http.MethodGet`; a string if the library has no constant for the HTTP method. */
export function verbCode({ planned }: GoMethod): Code {
  const { verb } = planned.request;
  const name = verb.slice(0, 1) + verb.slice(1).toLowerCase();
  return KNOWN_VERBS.has(name) ? code`http.${identifier(`Method${name}`)}` : stringLiteral(verb);
}

const KNOWN_VERBS = new Set(['Get', 'Head', 'Post', 'Put', 'Patch', 'Delete', 'Options', 'Trace']);
