/** The catalogue of calls with their accessors in the SDK, and the package of the MCP server. */
import { withoutArticle } from '../../package-data.ts';
import type { AgentTargets } from '../../../config/types.ts';
import { type CatalogueEntry, planCatalogue } from '../../../plan/catalogue.ts';
import { shortText } from '../../../plan/json-schema/types.ts';
import { type OfferRules, isMarked, offered } from '../../../plan/offer.ts';
import type { ClientClass } from '../client.ts';
import { type Code, empty, identifier, jsonText, lineText, propertyKey, stringLiteral } from '../code.ts';
import { type PackageInfo, json, packageName as validName } from '../package.ts';
import type { TypescriptSdk } from '../sdk.ts';

/** Data for the views of the agents' packages. */
export interface AgentViewOptions {
  readonly package: PackageInfo;
  readonly agents: AgentTargets;
  readonly pathsToSdk: PathsToSdk;
}

export interface PathsToSdk {
  readonly mcp: string | undefined;
  readonly cli: string | undefined;
}

/** Data for the workflows of a package beside the SDK, and for the page that tells how to build it. */
export interface BesideSdk {
  /** From its folder to the SDK: `../sdk`. */
  readonly pathToSdk: Code;
  /** Whether the config generates the SDK, too. */
  readonly isBesideSdk: boolean;
}

export const besideSdk = (path: string | undefined): BesideSdk => ({
  pathToSdk: lineText(path ?? '../sdk'),
  isBesideSdk: path !== undefined,
});

export interface McpView extends BesideSdk {
  /** Each entry as a string literal with JSON, never as code. */
  readonly entries: readonly { readonly json: Code }[];
  readonly title: Code;
  /** Name of the server and its program: `smithery-mcp`. */
  readonly name: Code;
  readonly plainName: Code;
  /** JSON strings for `package.json`. */
  readonly packageName: Code;
  readonly plainPackageName: Code;
  readonly description: Code;
  /** At most 100 characters, the limit of the MCP registry. */
  readonly shortDescription: Code;
  /** The SDK's module as a literal, and its class. */
  readonly sdk: Code;
  readonly className: Code;
  /** JSON as literals. */
  readonly credentials: Code;
  readonly secretNames: Code;
  /** Environment variables of credentials, for documentation. */
  readonly variables: readonly {
    readonly name: Code;
    readonly json: Code;
    readonly placeholder: Code;
    readonly about: Code;
  }[];
  readonly hasVariables: boolean;
  /** Option for the token of a request; if empty, the header is passed on. */
  readonly tokenOption: Code;
  readonly hasTokenOption: boolean;
  readonly count: Code;
  /** The config's settings of the server, as JSON in a literal. */
  readonly defaults: Code;
  /** Name in the MCP registry, derived from the repository. */
  readonly registryName: Code;
  readonly hasRegistryName: boolean;
  readonly repositoryUrl: Code;
  readonly hasWorker: boolean;
  readonly workerName: Code;
}

export function viewMcp(
  sdk: TypescriptSdk,
  client: ClientClass,
  { package: info, agents: { mcp }, pathsToSdk }: AgentViewOptions,
): McpView {
  const packageName = validName(mcp.packageName ?? `${info.name}-mcp`);
  const repository = /^(?:github:|https:\/\/github\.com\/)([\w.-]+)\/([\w.-]+?)(?:\.git)?$/.exec(
    info.repository ?? '',
  );
  const entries = callableEntries(sdk, mcp).map((entry) => ({ json: stringLiteral(JSON.stringify(entry)) }));
  const name = `${programName(sdk.api.client.name)}-mcp`;
  const credentials = credentialsOf(client);
  const bearer = new Set(
    sdk.api.securitySchemes.flatMap((scheme) => (scheme.kind === 'bearer' ? [scheme.name] : [])),
  );
  const token = client.options.find(({ option }) => bearer.has(option.auth?.scheme ?? ''));
  return {
    entries,
    title: stringLiteral(shownTitle(sdk.api.info.title)),
    name: stringLiteral(name),
    plainName: lineText(name),
    ...besideSdk(pathsToSdk.mcp),
    packageName: json(packageName),
    plainPackageName: lineText(packageName),
    description: json(`MCP server of the ${shownTitle(withoutArticle(sdk.api.info.title))}`),
    shortDescription: json(shortText(`MCP server of the ${withoutArticle(sdk.api.info.title)}`, 100)),
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
              // Filled in by the installer of the bundle.
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
    defaults: stringLiteral(
      JSON.stringify({
        ...(mcp.mode !== undefined && { mode: mcp.mode }),
        ...(mcp.instructions !== undefined && { instructions: mcp.instructions }),
        ...(mcp.resourceMetadata && { resourceMetadata: mcp.resourceMetadata }),
      }),
    ),
    registryName: json(repository ? `io.github.${repository[1]}/${name}` : name),
    hasRegistryName: repository !== null,
    repositoryUrl: json(repository ? `https://github.com/${repository[1]}/${repository[2]}` : ''),
    hasWorker: mcp.hasWorker,
    workerName: json(name),
  };
}

/** A short title for the tool list, because a document's title may be a paragraph. */
export const shownTitle = (title: string): string => shortText(title, 80);

/** A call with its accessor in the SDK. */
export interface CallableEntry extends CatalogueEntry {
  readonly accessor: readonly string[];
}

export function callableEntries(
  { methods, plan }: TypescriptSdk,
  rules?: OfferRules & { readonly schemas?: 'agents' | 'full' },
): readonly CallableEntry[] {
  const accessors = new Map(
    methods.map((method) => [
      method.planned,
      [...method.resource.properties, method.layout.name] as readonly string[],
    ]),
  );
  const all = planCatalogue(plan, rules?.schemas);
  return (rules ? offered(all, rules, (method) => isMarked(plan, method.planned)) : all).flatMap(
    ({ entry, planned }) => {
      const accessor = accessors.get(planned);
      return accessor ? [{ ...entry, accessor }] : [];
    },
  );
}

/** Credentials that the client reads, each with its environment variable. */
export const credentialsOf = ({
  options,
}: ClientClass): readonly { readonly option: string; readonly env: string }[] =>
  options.flatMap(({ option, property, isCredential }) =>
    isCredential && option.readEnv !== undefined ? [{ option: property, env: option.readEnv }] : [],
  );

/** A program name that is valid on every system: `smithery`. */
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

/** Headers, cookies and query parameters that contain credentials. */
export function secretNames({ api }: TypescriptSdk): readonly string[] {
  const names = api.securitySchemes.flatMap((scheme) =>
    scheme.kind === 'api_key' ? [scheme.parameter.toLowerCase()] : [],
  );
  return [...new Set(names)];
}
