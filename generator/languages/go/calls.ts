/** The fields of `request.Call` with which a method describes its request. */
import type { Content, Parameter } from '../../ir/types.ts';
import type { PlannedMethod } from '../../plan/methods.ts';
import { milliseconds, securityLiteral } from './client.ts';
import {
  type Code,
  type LiteralFields,
  code,
  empty,
  fieldLines,
  fieldList,
  flagValue,
  identifier,
  join,
  numberLiteral,
  stringLiteral,
  textValue,
} from './code.ts';
import type { GoMethod } from './methods.ts';

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

const styleLiteral = ({ style, explode, isJson, isReserved, contentType }: StyleFacts): Code =>
  code`request.Style{${fieldList({
    Name: style === undefined ? undefined : stringLiteral(style),
    Explode: flagValue(explode),
    IsJSON: flagValue(isJson),
    Reserved: flagValue(isReserved),
    ContentType: contentType === undefined ? undefined : stringLiteral(contentType),
  })}}`;

/** `isStream`: for the variant of the method that requests a stream. */
export function callCode(method: GoMethod, isStream: boolean): Code {
  const { planned, params, struct, errors, result } = method;
  const { request } = planned;
  const { timeoutMs, maxRetries, fixedQuery } = request;
  const query = fixedQuery.map(({ name, value }) => [name, value].map(encodeURIComponent).join('='));
  const fields = fieldLines({
    Params: params && identifier(params.name),
    ...bodyFields(planned, struct !== undefined || params !== undefined),
    Query: textValue(query.join('&')),
    Styles: stylesOf(planned),
    Accept: acceptOf(planned, isStream),
    Server: request.server === undefined ? undefined : stringLiteral(request.server),
    ...flagFields(planned, isStream),
    Security: request.security && securityLiteral(request.security),
    HasSecurity: flagValue(request.security !== undefined),
    Timeout: milliseconds(timeoutMs),
    Retries: maxRetries === undefined ? undefined : numberLiteral(maxRetries || -1),
    IsKeyed: flagValue(request.repetition !== undefined),
    Errors: errorTypes(errors),
    Unwrap:
      planned.result.kind === 'value' && planned.result.unwrap.length > 0 && result.kind === 'value'
        ? texts(planned.result.unwrap)
        : undefined,
  });
  return fields === empty ? code`request.Call{}` : code`request.Call{\n${fields}\n}`;
}

const texts = (all: readonly string[]): Code => code`[]string{${join(all.map(stringLiteral), ', ')}}`;

function errorTypes(errors: GoMethod['errors']): Code | undefined {
  if (errors.length === 0) return undefined;
  const types = errors.map(({ status, type }) => code`${stringLiteral(status)}: (*${type.text})(nil)`);
  return code`map[string]any{${join(types, ', ')}}`;
}

function bodyFields({ request, arguments: args }: PlannedMethod, hasArguments: boolean): LiteralFields {
  const { body } = request;
  if (!body || !hasArguments) return {};
  const types =
    body.kind === 'json'
      ? [body.mediaType].filter((type) => type !== 'application/json')
      : body.kind === 'raw'
        ? body.mediaTypes
        : [];
  return {
    Body: stringLiteral(body.kind === 'multipart' && body.forFiles ? 'files' : body.kind),
    IsOptional: flagValue(args.isAbsent),
    Types: types.length === 0 ? undefined : texts(types),
  };
}

function stylesOf({ request }: PlannedMethod): Code | undefined {
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
  const lines = [...new Map(styles)].map(([name, style]) => code`${stringLiteral(name)}: ${style},\n`);
  return lines.length === 0 ? undefined : code`map[string]request.Style{\n${join(lines, '')}}`;
}

function acceptOf({ request }: PlannedMethod, isStream: boolean): Code | undefined {
  if (request.acceptByFlag)
    return stringLiteral(isStream ? request.acceptByFlag.stream : request.acceptByFlag.plain);
  return request.accept === undefined ? undefined : stringLiteral(request.accept);
}

/** Without the flag, the API does not send a stream. */
function flagFields({ request, method }: PlannedMethod, isStream: boolean): LiteralFields {
  const flag = request.stream?.flag;
  if (flag === undefined || !isStream) return {};
  return {
    Flag: stringLiteral(flag),
    IsStream: code`true`,
    FlagInQuery: flagValue(method.streaming?.discriminator?.in === 'query'),
  };
}

/** How the events of a stream are read. */
export function readingCode({ planned }: GoMethod): Code {
  const { stream } = planned.request;
  const rules = (stream?.rules ?? []).map(
    ({ eventType, dataPrefix, handle, isText, errorProperty }) =>
      code`{${fieldList({
        Event: typeof eventType === 'string' ? stringLiteral(eventType) : undefined,
        AnyEvent: flagValue(eventType === undefined),
        NoEvent: flagValue(eventType === null),
        Prefix: dataPrefix === undefined ? undefined : stringLiteral(dataPrefix),
        Handle: stringLiteral(handle),
        IsText: flagValue(isText),
        ErrorProperty: errorProperty === undefined ? undefined : stringLiteral(errorProperty),
      })}}`,
  );
  return code`ssestream.Reading{${fieldList({
    IsLines: flagValue(stream?.format === 'json-lines'),
    IsText: flagValue(stream?.data === 'text'),
    Rules: rules.length === 0 ? undefined : code`[]ssestream.Rule{\n${join(rules, ',\n')},\n}`,
  })}}`;
}

/** `http.MethodGet`; a string if the library has no constant for the HTTP method. */
export function verbCode({ planned }: GoMethod): Code {
  const { verb } = planned.request;
  const name = verb.slice(0, 1) + verb.slice(1).toLowerCase();
  return KNOWN_VERBS.has(name) ? code`http.${identifier(`Method${name}`)}` : stringLiteral(verb);
}

const KNOWN_VERBS = new Set(['Get', 'Head', 'Post', 'Put', 'Patch', 'Delete', 'Options', 'Trace']);
