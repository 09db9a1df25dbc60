/** The packages that the config can make, each with the settings of its target that a new user needs. */
import { configSchema } from '../config/schema/config-schema.ts';
import { IGNORED, type Schema } from '../config/schema/parts.ts';
import { valueAt } from '../config/rewrite/value.ts';
import { LANGUAGES, defaultLanguage } from '../languages/data.ts';
import { type JsonValue, isJsonObject } from '../lib/json.ts';
import type { PackageRow, SettingRow } from './contract.ts';

/** Settings in the order that they are shown; a target has those that its schema knows. */
const SETTINGS: readonly (readonly [path: string, label: string])[] = [
  ['package_name', 'Package'],
  ['project_name', 'Project'],
  ['binary_name', 'Program'],
  ['out', 'Folder'],
  ['version', 'First version'],
  ['production_repo', 'Repository'],
  // Every registry that the schema knows.
  ['publish.*', 'To'],
  ['options.browser.state', 'In browsers'],
  ['mode', 'Mode'],
  ['instructions', 'Instructions'],
  ['read_only', 'Only reading'],
];

/** Targets that are no languages. */
const AGENTS: readonly (readonly [target: string, title: string])[] = [
  ['mcp', 'Server for agents (MCP)'],
  ['cli', 'Command line'],
];

export function packageRows(
  root: JsonValue,
  /** Name for packages that have none yet. */
  name: string,
): readonly PackageRow[] {
  const targets = valueAt(root, ['targets']);
  const isWritten = (target: string): boolean => isJsonObject(valueAt(targets, [target]));
  const languages = LANGUAGES.map((data) => ({
    target: data.targets.find(isWritten) ?? data.targets[0] ?? data.language,
    title: data.title,
    language: data.language,
    proposed: data.config.proposed(name),
  }));
  const agents = AGENTS.map(([target, title]) => ({
    target,
    title,
    language: undefined,
    proposed: { out: `sdk-${target}` },
  }));
  return [...languages, ...agents].map(({ target, title, language, proposed }): PackageRow => {
    const isMain = language === defaultLanguage.language;
    return {
      target,
      title,
      isWritten: isWritten(target),
      proposed: { ...(isMain && { out: 'sdk' }), ...proposed },
      ...(language !== undefined && { language }),
      settings: SETTINGS.flatMap((setting) => expanded(target, setting)).flatMap(
        ([path, label]) => settingRow(root, target, { path, label, isMain }) ?? [],
      ),
    };
  });
}

function expanded(target: string, [path, label]: (typeof SETTINGS)[number]): typeof SETTINGS {
  if (!path.endsWith('.*')) return [[path, label]];
  const section = path.slice(0, -2);
  const inside = schemaAt(['targets', target, section])?.['properties'];
  return Object.entries(isJsonObject(inside) ? inside : {}).flatMap(([key, schema]) =>
    isJsonObject(schema) ? [[`${section}.${key}`, `${label} ${key}`] as const] : [],
  );
}

function settingRow(
  root: JsonValue,
  target: string,
  { path, label, isMain }: { readonly path: string; readonly label: string; readonly isMain: boolean },
): SettingRow | undefined {
  const keys = path.split('.');
  const schema = schemaAt(['targets', target, ...keys]);
  if (schema === undefined || schema[IGNORED] !== undefined) return undefined;
  const own = ['targets', target, ...keys];
  // The folder at the top of the file is that of the main language, and wins.
  const above = isMain && path === 'out' && valueAt(root, ['out']) !== undefined ? ['out'] : own;
  const short = own.slice(0, -1);
  const isShort = keys.length > 2 && isScalar(valueAt(root, short));
  const at = isShort ? short : above;
  const value = valueAt(root, at);
  return {
    path: at,
    label,
    about: String(schema['description'] ?? ''),
    ...kindOf(schema),
    ...(isScalar(value) && { value: String(value) }),
    ...(isJsonObject(value) && { isSection: true }),
  };
}

const isScalar = (value: JsonValue | undefined): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** Choices without `values` are texts. */
function kindOf(schema: Schema): Pick<SettingRow, 'values'> {
  const { enum: values, type } = schema;
  if (Array.isArray(values)) return { values: values.map(String) };
  const types = [type].flat();
  return types.includes('boolean') && !types.includes('string') ? { values: ['true', 'false'] } : {};
}

function schemaAt(path: readonly string[]): Schema | undefined {
  let schema: Schema = configSchema;
  for (const key of path) {
    const next = valueAt(schema, ['properties', key]);
    if (!isJsonObject(next)) return undefined;
    const { $ref: ref } = next;
    const named = typeof ref === 'string' ? valueAt(configSchema, ref.split('/').slice(1)) : next;
    if (!isJsonObject(named)) return undefined;
    schema = named;
  }
  return schema;
}
