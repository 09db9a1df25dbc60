/** Collects the licenses of the bundled libraries, because each requires its notice in every copy. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/**
 * A notice for each package.
 *
 * @param sources paths of the bundled files, relative to the working directory; those
 *   outside `node_modules` are ours
 * @throws Error for a package without a license text: it must not be shipped unnoticed
 */
export function licenseNotices(sources: readonly string[]): string {
  const folders = new Set(
    sources.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []),
  );
  const notices = [...folders].sort().map(noticeOf);
  return `The program holds code of these libraries.\n\n${[...new Set(notices)].join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function noticeOf(folder: string): string {
  const {
    name,
    version,
    license = '',
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const file = readdirSync(folder).find((word) => /^(?:licen[sc]e|copying)(?:[.-]|$)/i.test(word));
  const text = file === undefined ? ownWords(folder) : readFileSync(join(folder, file), 'utf8');
  if (text === undefined) throw new Error(`${name} has no licence text`);
  const held = readdirSync(folder).find((word) => /^third-party-notices/i.test(word));
  const others = held === undefined ? '' : `\n${readFileSync(join(folder, held), 'utf8').trim()}\n`;
  return `${name} ${version} (${license})\n\n${text.trim()}\n${others}`;
}

/** The license text in a README, because some packages have it only there. */
function ownWords(folder: string): string | undefined {
  const readme = readdirSync(folder).find((name) => /^readme/i.test(name));
  const text = readme === undefined ? '' : readFileSync(join(folder, readme), 'utf8');
  return /^#+ *licen[sc]e\s+([\s\S]+?)(?=^#|$(?![\s\S]))/im.exec(text)?.[1];
}
