/**
 * Proposes a config file for a document without one: the default output written down, with the reason for
 * each decision.
 */
import { LANGUAGES, defaultLanguage } from '../languages/data.ts';
import type { LanguageData } from '../languages/language-data.ts';
import { emptyConfig } from '../config/empty.ts';
import { readConfig } from '../config/read.ts';
import type { Config } from '../config/types.ts';
import { type Result, ok } from '../lib/result.ts';
import { snake } from '../lib/words.ts';
import { buildApi } from '../ir/build.ts';
import type { Api } from '../ir/types.ts';
import { parseText } from '../source/parse/parse-text.ts';
import type { Documents } from '../source/types.ts';
import { casingLines, clientLines, environmentLines } from './client.ts';
import { methodsOf } from './methods.ts';
import { paginationLines } from './pagination.ts';
import { type Explicit, resourceLines } from './resources.ts';
import { plainApi } from './plain-api.ts';
import { type Survey, surveyOf } from './survey.ts';
import { comment, inline } from './text.ts';

export interface ProposeInput {
  readonly documents: Documents;
  /** The document as the config should name it: a path relative to the config, or a URL. */
  readonly spec: string;
  /** Date of the output contract. */
  readonly edition: string;
}

export interface Proposed {
  readonly text: string;
  readonly survey: Survey;
}

/** The config and what was found. Equal documents give equal text, whatever the order of their keys. */
export function propose(input: ProposeInput): Result<Proposed> {
  const built = plainApi(input.documents);
  const api = built.value;
  const survey = surveyOf(api, built.diagnostics);
  const plain = write(api, input, { paginated: new Map() }, survey);
  // A scheme may also match methods that it was not derived from, so the proposal is read back and
  // differences are written explicitly.
  const again = buildApi({ documents: input.documents, config: configOf(plain) }).value;
  const explicit: Explicit = { paginated: differences(api, again) };
  const text = explicit.paginated.size === 0 ? plain : write(api, input, explicit, survey);
  return ok(
    { text, survey },
    built.diagnostics.filter((diagnostic) => diagnostic.severity !== 'note'),
  );
}

/** The name of packages, where nobody has named them. */
export const proposedName = (api: Api): string =>
  snake(api.info.organization ?? api.client.name).replaceAll('_', '-') || 'api';

function write(api: Api, input: ProposeInput, explicit: Explicit, survey: Survey): string {
  const name = proposedName(api);
  const lines = [
    '# yaml-language-server: $schema=./node_modules/sdkwright/dist/schema/config.json',
    '',
    '# Proposed by `sdkwright init`. From now on this file decides; regenerate with `sdkwright generate`.',
    '# The remark after a name tells the rule that made it: x-stainless, x-speakeasy and x-fern are hints in the document,',
    '# sample is a call in its x-codeSamples, default is made of path, verb, tags and operationId.',
    '',
    `edition: ${JSON.stringify(input.edition)}`,
    `spec: ${inline(input.spec)}`,
    'out: sdk',
    '',
    'organization:',
    `  name: ${inline(name)}`,
    ...(api.info.docsURL === undefined ? [] : [`  docs: ${inline(api.info.docsURL)}`]),
    ...(api.info.contact === undefined ? [] : [`  contact: ${inline(api.info.contact)}`]),
    '',
    'settings:',
    '  per_endpoint_security: true',
    '',
    'targets:',
    ...LANGUAGES.flatMap((data) => targetLines(data, name)),
    '  # mcp:   # a server for agents',
    '  #   out: sdk-mcp',
    '  # cli:   # a command line',
    '  #   out: sdk-cli',
    ...environmentLines(api),
    ...clientLines(api),
    ...casingLines(api),
    ...paginationLines(api, usesOf(api)),
    ...plainLists(survey),
    ...resourceLines(api, input.documents.originOf(input.documents.root).document, explicit),
  ];
  return `${lines.join('\n')}\n`;
}

/** The target of a language. All except the default are commented out. */
const targetLines = (data: LanguageData, name: string): readonly string[] =>
  [
    `${data.language}:`,
    ...Object.entries(data.config.proposed(name)).map(([key, value]) => `  ${key}: ${inline(value)}`),
  ].map((line) => `  ${data === defaultLanguage ? '' : '# '}${line}`);

const plainLists = (survey: Survey): readonly string[] =>
  survey.plainLists.length === 0
    ? []
    : [
        '',
        '# Lists that ask for a position and are not paginated:',
        ...survey.plainLists.map((plainList) => comment(`- ${plainList}`)),
      ];

function configOf(text: string): Config {
  const parsed = parseText('sdkwright.yml', text).value;
  return parsed === undefined ? emptyConfig() : readConfig(parsed).value;
}

function usesOf(api: Api): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const { name, method } of methodsOf(api.root)) {
    const scheme = method.pagination?.scheme;
    if (scheme !== undefined) uses.set(scheme, [...(uses.get(scheme) ?? []), name]);
  }
  return uses;
}

function differences(wanted: Api, got: Api): ReadonlyMap<string, string | false> {
  const found = new Map(methodsOf(got.root).map(({ name, method }) => [name, method.pagination?.scheme]));
  const changed = methodsOf(wanted.root).filter(
    ({ name, method }) => found.get(name) !== method.pagination?.scheme,
  );
  return new Map(changed.map(({ name, method }) => [name, method.pagination?.scheme ?? false]));
}
