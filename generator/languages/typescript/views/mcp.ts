/** The catalogue of calls with its way into the SDK, and the package of the server that is made of it. */
import { type CatalogueEntry, planCatalogue } from '../../../plan/catalogue.ts';
import type { ClientClass } from '../client.ts';
import { type Code, empty, identifier, jsonText, lineText, propertyKey, stringLiteral } from '../code.ts';
import { type PackageInfo, json } from '../package.ts';
import type { TypescriptSdk } from '../sdk.ts';

export interface McpView {
  /** Each entry as a literal of its JSON: a text, never code. */
  readonly entries: readonly { readonly json: Code }[];
  readonly title: Code;
  /** Of the server and its program: `smithery-mcp`. */
  readonly name: Code;
  readonly plainName: Code;
  readonly version: Code;
  /** JSON strings for `package.json`. */
  readonly packageName: Code;
  readonly plainPackageName: Code;
  readonly description: Code;
  readonly sdkRange: Code;
  /** The module of the SDK, as a literal, and its class. */
  readonly sdk: Code;
  readonly className: Code;
  /** JSON as literals. */
  readonly credentials: Code;
  readonly secretNames: Code;
  /** Variables of credentials, for pages. */
  readonly variables: readonly {
    readonly name: Code;
    readonly json: Code;
    readonly placeholder: Code;
    readonly about: Code;
  }[];
  readonly hasVariables: boolean;
  /** Option that takes the token of a request; none: the header is passed on. */
  readonly tokenOption: Code;
  readonly hasTokenOption: boolean;
  readonly count: Code;
}

export function viewMcp(sdk: TypescriptSdk, client: ClientClass, info: PackageInfo): McpView {
  const entries = callableEntries(sdk).map((entry) => ({ json: stringLiteral(JSON.stringify(entry)) }));
  const name = `${programName(sdk.api.client.name)}-mcp`;
  const credentials = credentialsOf(client);
  const bearer = new Set(
    sdk.api.securitySchemes.flatMap((scheme) => (scheme.kind === 'bearer' ? [scheme.name] : [])),
  );
  const token = client.options.find(({ option }) => bearer.has(option.auth?.scheme ?? ''));
  return {
    entries,
    title: stringLiteral(sdk.api.info.title),
    name: stringLiteral(name),
    plainName: lineText(name),
    version: stringLiteral(info.version),
    packageName: json(`${info.name}-mcp`),
    plainPackageName: lineText(`${info.name}-mcp`),
    description: json(`MCP server of the ${sdk.api.info.title}`),
    sdkRange: json(`^${info.version}`),
    sdk: stringLiteral(info.name),
    className: identifier(client.className),
    credentials: stringLiteral(JSON.stringify(credentials)),
    secretNames: stringLiteral(JSON.stringify(secretNames(sdk))),
    variables: client.options.flatMap(({ option, isCredential }) =>
      isCredential && option.readEnv !== undefined
        ? [
            {
              name: lineText(option.readEnv),
              json: jsonText(option.readEnv),
              // What the installer of a bundle fills in.
              placeholder: jsonText(`\${user_config.${option.readEnv}}`),
              about: lineText(option.description ?? 'Credential of the API.'),
            },
          ]
        : [],
    ),
    hasVariables: credentials.length > 0,
    tokenOption: token ? propertyKey(token.property) : empty,
    hasTokenOption: token !== undefined,
    count: lineText(String(entries.length)),
  };
}

/** A call with its way into the SDK. */
export interface CallableEntry extends CatalogueEntry {
  readonly accessor: readonly string[];
}

export function callableEntries({ methods, plan }: TypescriptSdk): readonly CallableEntry[] {
  const accessors = new Map(
    methods.map((method) => [
      method.planned,
      [...method.resource.properties, method.layout.name] as readonly string[],
    ]),
  );
  return planCatalogue(plan).flatMap(({ entry, planned }) => {
    const accessor = accessors.get(planned);
    return accessor ? [{ ...entry, accessor }] : [];
  });
}

/** Credentials that the client reads, with the variable of each. */
export const credentialsOf = ({
  options,
}: ClientClass): readonly { readonly option: string; readonly env: string }[] =>
  options.flatMap(({ option, property, isCredential }) =>
    isCredential && option.readEnv !== undefined ? [{ option: property, env: option.readEnv }] : [],
  );

/** `smithery`: a program's name on every system. */
export function programName(client: string): string {
  const stem = client
    .normalize('NFKD')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  return stem || 'api';
}

/** Headers, cookies and query parameters that hold keys. */
export function secretNames({ api }: TypescriptSdk): readonly string[] {
  const names = api.securitySchemes.flatMap((scheme) =>
    scheme.kind === 'api_key' ? [scheme.parameter.toLowerCase()] : [],
  );
  return [...new Set(names)];
}
