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

/** The version in the table `[project]` of a `pyproject.toml`; undefined if there is none. */
export function versionIn(text: string): string | undefined {
  const table = /^\[project\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1];
  const version = table && /^version\s*=\s*"([^"\\]+)"/m.exec(table)?.[1];
  return version !== undefined && version !== '' && packageVersion(version) === version ? version : undefined;
}
