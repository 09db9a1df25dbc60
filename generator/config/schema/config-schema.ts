/**
 * The JSON Schema (draft 2020-12) of the config file, with which the parser checks a file and from which
 * editors complete. The build writes it to `dist/schema/config.json`.
 */
import { LANGUAGES } from '../../languages/data.ts';
import { isJsonObject } from '../../lib/json.ts';
import { clientSettings, environments, pagination, querySettings, streaming } from './client.ts';
import { LANGUAGES_OF_KEY, type Schema, anything, list, map, ref, scalar, section } from './parts.ts';
import { resourceDefs } from './resources.ts';
import {
  customCasings,
  diagnostics,
  openapi,
  organization,
  output,
  own,
  readme,
  service,
  settings,
  targets,
  unspecifiedEndpoints,
  webhooks,
} from './sections.ts';

const schema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'sdkwright config',
  ...section(
    {
      edition: scalar(
        'Date of the rules for names, types and requests that the SDK keeps. An upgrade of the generator never changes it. Without a date, or with a date before 2026-11-21, requests and arguments are those of published SDKs: lists in queries are separated by commas, lists in forms are sent as `a[]`, and a body with required properties is a required argument. Before 2025-10-10, types are theirs as well: a bare object is `unknown`, and variants of unions are named after their tag. Dates of published SDKs also keep their files and import paths.',
      ),
      organization,
      targets,
      environments,
      resources: map(
        ref('resource'),
        'The tree of resources. `$client`: methods on the client itself. `$shared`: types that several resources use.',
      ),
      settings,
      client_settings: clientSettings,
      security: list({ type: 'object' }, 'Replaces `security` of the document.'),
      security_schemes: map(
        anything('A Security Scheme Object (OpenAPI 3.1 section 4.8.27).'),
        'Replaces `components.securitySchemes` of the document.',
      ),
      pagination,
      query_settings: querySettings,
      readme,
      openapi,
      streaming,
      webhooks,
      custom_casings: customCasings,
      unspecified_endpoints: unspecifiedEndpoints,
      diagnostics,
      output,
      ...own,
      ...service,
    },
    'What the SDK of an API looks like.',
    { type: 'object' },
  ),
  $defs: {
    ...resourceDefs,
    ...Object.fromEntries(LANGUAGES.map(({ language, config }) => [language, config.section])),
  },
};

/** Adds the names of languages to every key that is specific to them. */
function withLanguages(node: Schema, path: readonly string[] = []): Schema {
  const key = path.join('.');
  const languages = LANGUAGES.filter(({ config }) => config.keys.includes(key)).map(
    ({ language }) => language,
  );
  const properties = node['properties'];
  return {
    ...node,
    ...(isJsonObject(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, child]) => [
          name,
          isJsonObject(child) ? withLanguages(child, [...path, name]) : child,
        ]),
      ),
    }),
    ...(languages.length > 0 && { [LANGUAGES_OF_KEY]: languages }),
  };
}

export const configSchema: Schema = withLanguages(schema);
