/** Versions of Python distributions. */

/** A version that PEP 440 allows; `info.version` of a document can be any text. */
export const packageVersion = (wanted: string): string => {
  const plain = /^(\d+\.\d+\.\d+)(?:-(alpha|beta|rc)\.?(\d+))?$/.exec(wanted);
  if (!plain)
    return /^\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?(?:\.(?:post|dev)\d+)?$/.test(wanted) && wanted.includes('.')
      ? wanted
      : '0.1.0';
  const [, release = '0.1.0', kind, number] = plain;
  return kind === undefined
    ? release
    : `${release}${{ alpha: 'a', beta: 'b', rc: 'rc' }[kind] ?? 'rc'}${number ?? '0'}`;
};

/**
 * The version in the table `[project]` of a `pyproject.toml`, as written there: release-please writes
 * `1.0.0-alpha.1` where PEP 440 prefers `1.0.0a1`. Undefined if there is none.
 */
export function versionIn(text: string): string | undefined {
  const table = /^\[project\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1];
  const [, , version = ''] = (table && /^version\s*=\s*(["'])([^"'\\]+)\1/m.exec(table)) || [];
  return ACCEPTED.test(version) ? version : undefined;
}

/** Every spelling that installers accept (PEP 440, appendix B). */
const ACCEPTED = new RegExp(
  '^v?(?:\\d+!)?\\d+(?:\\.\\d+)*(?:[-_.]?(?:alpha|a|beta|b|preview|pre|c|rc)[-_.]?\\d*)?' +
    '(?:-\\d+|[-_.]?(?:post|rev|r)[-_.]?\\d*)?(?:[-_.]?dev[-_.]?\\d*)?(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?$',
  'i',
);
