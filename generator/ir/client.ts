/** Reads the client: its name, options and environments. */
import type { Sample } from '../lib/sample.ts';
import { readIdempotencyHeader, readRetryHint } from '../openapi/operation-hints.ts';
import { isPublished } from '../lib/editions.ts';
import { at } from '../lib/origin.ts';
import { byCodeUnit } from '../lib/order.ts';
import { splitWords } from '../lib/words.ts';
import { spellings } from './casings.ts';
import { type ReportContext } from './context.ts';
import { proposedEnvironments } from './environments.ts';
import { documentRoot } from './operations/method.ts';
import { readServers } from './operations/servers.ts';
import { defined, objectAt, textAt, valueAt, wordsAt } from './read.ts';
import { deriveOptions } from './security/options.ts';
import { serverOptions, withKnownValues } from './server-options.ts';
import type { Client, Environment, Info, SecurityRequirement, SecurityScheme } from './types.ts';
import type { BuildOptions } from './build-options.ts';

export function readInfo(context: ReportContext, options: BuildOptions): Info {
  const info = objectAt(context.documents.root, 'info') ?? {};
  const contact = objectAt(info, 'contact') ?? {};
  const license = objectAt(info, 'license') ?? {};
  const docs = objectAt(context.documents.root, 'externalDocs') ?? {};
  const version = valueAt(info, 'version');
  return {
    title: wordsAt(info, 'title') ?? 'API',
    version: typeof version === 'string' ? version : typeof version === 'number' ? String(version) : '0.0.0',
    ...defined({
      description: wordsAt(info, 'description') ?? wordsAt(info, 'summary'),
      contact: options.organization.contact ?? textAt(contact, 'email'),
      docsURL: options.organization.docs ?? textAt(docs, 'url'),
      license: options.license ?? textAt(license, 'identifier') ?? textAt(license, 'name'),
      organization: options.organization.name,
    }),
  };
}

export interface ClientInput {
  readonly options: BuildOptions;
  readonly samples: readonly Sample[];
  readonly schemes: readonly SecurityScheme[];
  /** The default requirements, and those of every method that declares its own. */
  readonly requirements: readonly (readonly SecurityRequirement[])[];
  /** Names of the header parameters of all operations, repeated for each occurrence. */
  readonly headers: readonly string[];
  readonly title: string;
}

export function readClient(
  context: ReportContext,
  { options, samples, schemes, requirements, headers, title }: ClientInput,
): Client {
  const sampled = samples.find((sample) => sample.clientName !== undefined)?.clientName;
  const name = options.clientName ?? options.organization.name ?? sampled ?? nameFrom(title);
  const isChosen = [options.clientName, options.organization.name, sampled].includes(name);
  const written = textAt(objectAt(context.documents.root, 'info') ?? {}, 'title');
  if (written !== undefined && !isChosen && wordsOf(written).every((word) => GENERIC.test(word)))
    context.report(
      'title-generic',
      { title: written, name },
      at(documentRoot(context).origin, 'info', 'title'),
    );
  const given = commonOptions(samples);
  const isNamed = options.clientName !== undefined || options.organization.name !== undefined;
  const organization = options.organization.name && splitWords(options.organization.name).join('_');
  const envPrefix =
    options.envPrefix ?? (isNamed ? undefined : sampledPrefix(given)) ?? envPrefixOf(organization ?? name);
  const { default: ownURL, readEnv: baseURLEnv } = options.baseURL ?? {};
  const configured =
    options.environments ??
    (typeof ownURL === 'string'
      ? [{ name: 'production', url: ownURL.replace(/\/+$/, ''), variables: [] }]
      : undefined);
  const servers = configured === undefined ? (readServers(context, documentRoot(context)) ?? []) : [];
  const environments =
    configured ?? (isPublished(options.client.edition) ? servers : proposedEnvironments(servers));
  const credentials = deriveOptions(schemes, requirements, envPrefix, given);
  return {
    name,
    ...(options.clientName !== undefined && { isNameGiven: true }),
    envPrefix,
    options: withKnownValues(
      options.options ?? [...credentials, ...serverOptions(environments, { envPrefix, others: credentials })],
      environments,
    ),
    environments: environments.filter(
      (environment) => environment.url !== '' || environment.variables.length > 0,
    ) satisfies readonly Environment[],
    casings: spellings(context.documents.root, options.casings, options.client.edition),
    ...(baseURLEnv !== undefined && baseURLEnv !== `${envPrefix}_BASE_URL` && { baseURLEnv }),
    ...defined({
      idempotencyHeader:
        readIdempotencyHeader(context.documents.root) ??
        (isWithoutConfig(options) ? commonKeyHeader(headers) : undefined),
    }),
    ...options.client,
    ...defined({
      retryPolicy: retryPolicy(readRetryHint(context.documents.root), options.client.retryPolicy),
    }),
  };
}

type RetryPolicy = NonNullable<Client['retryPolicy']>;

/** The document's retry policy, overridden by the values of the config. */
const retryPolicy = (
  documented: RetryPolicy | undefined,
  configured: RetryPolicy | undefined,
): RetryPolicy | undefined =>
  documented === undefined || configured === undefined
    ? (configured ?? documented)
    : {
        ...documented,
        ...configured,
        statuses: configured.statuses.length > 0 ? configured.statuses : documented.statuses,
      };

/** A config written by hand decides about idempotency keys itself. */
const isWithoutConfig = ({ clientName, methods, client }: BuildOptions): boolean =>
  clientName === undefined && methods.length === 0 && !isPublished(client.edition);

/** The header for idempotency keys that most operations take. */
function commonKeyHeader(headers: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of headers)
    if (/^(?:x-)?(?:[a-z]+-)?idempotency(?:-key|-token|-id)?$/i.test(name))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, value], [b, other]) => other - value || byCodeUnit(a, b))[0]?.[0];
}

/** Options that samples read from the environment, without duplicates. */
function commonOptions(
  samples: readonly Sample[],
): readonly { readonly name: string; readonly env: string }[] {
  const found = new Map<string, string>();
  for (const option of samples.flatMap((sample) => sample.options))
    if (!found.has(option.name)) found.set(option.name, option.env);
  return [...found].map(([name, env]) => ({ name, env }));
}

/** `apiKey` of `SCALAR_GALAXY_API_KEY`: returns the prefix before the option's own words. */
function sampledPrefix(options: ReturnType<typeof commonOptions>): string | undefined {
  for (const { name, env } of options) {
    const own = `_${name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toUpperCase()}`;
    if (env.endsWith(own) && env.length > own.length) return env.slice(0, -own.length);
  }
  return undefined;
}

const GENERIC =
  /^(?:the|api|apis|rest|restful|web|http|https|platform|public|openapi|open|swagger|service|services|management|specification|spec|definition|reference|documentation|v?\d[\d.]*|sdk|graphql|json|with|for|of|-|–|—|\||:)$/i;

const wordsOf = (title: string): readonly string[] =>
  title
    .split(/[\s:|()/,]+/)
    .map((word) => word.replace(/['’]s$|[.;!]+$/g, ''))
    .filter((word) => word !== '');

/** `The Smithery Platform API` → `Smithery`: the first words that are specific to this API. */
function nameFrom(title: string): string {
  const words = wordsOf(title);
  const start = words.findIndex((word) => !GENERIC.test(word));
  const kept = words.slice(Math.max(start, 0));
  const end = kept.findIndex((word) => GENERIC.test(word));
  const name = kept.slice(0, Math.min(end > 0 ? end : 4, 4)).join(' ');
  return /\p{L}/u.test(name) ? name : 'Client';
}

/** `GitHub` → `GITHUB`, `llama-stack client` → `LLAMA_STACK_CLIENT`. */
function envPrefixOf(name: string): string {
  const prefix = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return prefix === '' ? 'API' : /^\d/.test(prefix) ? `_${prefix}` : prefix;
}
