/** Versions of Python distributions. */

/** A version as PEP 440 has it; a document's `info.version` can be anything. */
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

/** Of a `pyproject.toml`, in the table `[project]`; undefined where it has none. */
export function versionIn(text: string): string | undefined {
  const table = /^\[project\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1];
  const version = table && /^version\s*=\s*"([^"\\]+)"/m.exec(table)?.[1];
  return version !== undefined && version !== '' && packageVersion(version) === version ? version : undefined;
}
