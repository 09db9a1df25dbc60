/** One config and one list of versions of release-please for all packages. */
import type { RepositoryPart } from './part.ts';

type ReleaseFields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is ReleaseFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldsOf(text: string): ReleaseFields {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}

const print = (value: ReleaseFields): string => `${JSON.stringify(value, undefined, 2)}\n`;

/**
 * Tags are `FOLDER/v1.2.3`, which Go requires for modules in subfolders. A package at the root keeps `v1.2.3`.
 */
export function composeReleaseConfig(parts: readonly RepositoryPart[]): string {
  const [first] = parts.map((part) => fieldsOf(part.text));
  const { packages: _packages, 'release-type': _type, ...common } = first ?? {};
  const packages = parts.map(({ folder, text }) => {
    const { packages: own, 'release-type': type } = fieldsOf(text);
    const entry = isFields(own) && isFields(own['.']) ? own['.'] : {};
    const tag = folder === '.' ? { 'include-component-in-tag': false } : { component: folder };
    return [folder, { 'release-type': type, ...tag, ...entry }] as const;
  });
  return print({
    ...common,
    'include-component-in-tag': true,
    'tag-separator': '/',
    packages: Object.fromEntries(packages),
  });
}

export const composeVersions = (parts: readonly RepositoryPart[]): string =>
  print(Object.fromEntries(parts.map(({ folder, text }) => [folder, fieldsOf(text)['.']])));
