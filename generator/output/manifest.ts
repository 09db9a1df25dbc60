/**
 * `.sdkwright/manifest.json`: what the last run generated, so that the next run knows
 * which files belong to the generator.
 */
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { isGitFolder } from '../lib/file-names.ts';
import { byCodeUnit } from '../lib/order.ts';
import { type Result, failed, ok } from '../lib/result.ts';

export const STATE_FOLDER = '.sdkwright';
export const MANIFEST_FILE = `${STATE_FOLDER}/manifest.json`;
const MANIFEST_FORMAT = 1;

/** The inputs of a run. All but the versions are hashes. */
export interface Stamp {
  readonly generator: string;
  readonly view: number;
  readonly templates: string;
  readonly spec: string;
  readonly config: string;
  /** Date of the output contract, if the config has no edition. */
  readonly edition?: string;
  /**
   * Type that the config does not place → all resources to which it belonged, the current resource first.
   * Imports from the others keep working.
   */
  readonly places?: ReadonlyMap<string, readonly string[]>;
}

export interface GeneratedFile {
  /** `hashText` of the generated text, whatever happened to the file since. */
  readonly hash: string;
}

export interface Manifest {
  readonly stamp: Stamp;
  /**
   * By path. Several entries mean that git left a conflict in the manifest, and the reader must
   * find out which side is on disk.
   */
  readonly files: ReadonlyMap<string, readonly GeneratedFile[]>;
}

export const NO_STAMP: Stamp = { generator: '', view: 0, templates: '', spec: '', config: '' };

/** Prefix of the keys of places. Each has its own line, for git. */
const PLACES = 'type ';

/** A line for each file and value, so that git merges the manifests of two branches line by line. */
export function printManifest(stamp: Stamp, files: ReadonlyMap<string, GeneratedFile>): string {
  const lines = [...files]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([path, { hash }]) => `    ${JSON.stringify(path)}: ${JSON.stringify(hash)}`);
  const facts = [
    ['format', MANIFEST_FORMAT],
    ['generator', stamp.generator],
    ['view', stamp.view],
    ['templates', stamp.templates],
    ['spec', stamp.spec],
    ['config', stamp.config],
    ...(stamp.edition ? [['edition', stamp.edition]] : []),
    ...[...(stamp.places ?? [])].map(([name, places]) => [`${PLACES}${name}`, places.join(' ')]),
  ];
  return `{\n${facts.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`).join('')}  "files": {\n${lines.join(',\n')}${lines.length > 0 ? '\n' : ''}  }\n}\n`;
}

export function parseManifest(text: string): Result<Manifest | undefined> {
  const broken = (reason: string): Result<undefined> =>
    failed([diagnostic('manifest-broken', { file: MANIFEST_FILE, reason })]);
  const isConflicted = /^<{7}/m.test(text) && /^>{7}/m.test(text);
  const fields = isConflicted ? readLines(text) : readJson(text);
  if (!fields) return broken('it is not the JSON that a run writes');
  if (typeof fields.format !== 'number') return broken('it has no `format`');
  if (fields.format > MANIFEST_FORMAT)
    return failed([
      diagnostic('manifest-newer', { file: MANIFEST_FILE, format: fields.format, known: MANIFEST_FORMAT }),
    ]);
  const outside = [...fields.files.keys()].find((path) => !isInside(path));
  if (outside !== undefined) return broken(`it names ${JSON.stringify(outside)}, which no run makes`);
  return ok({ stamp: fields.stamp, files: fields.files });
}

/** A manifest is part of a repository, so its paths are untrusted: files at these paths may be deleted. */
export const isInside = (path: string): boolean =>
  !/^(?:src\/lib|\.sdkwright)(?:\/|$)/i.test(path) &&
  !/[\\:\u0000]/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !isGitFolder(part));

interface Fields {
  readonly format: unknown;
  readonly stamp: Stamp;
  readonly files: ReadonlyMap<string, readonly GeneratedFile[]>;
}

function readJson(text: string): Fields | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const files = isRecord(value['files']) ? Object.entries(value['files']) : [];
  const entries = files.map(([path, entry]) => [path, entryOf(entry)] as const);
  if (entries.some(([, entry]) => entry === undefined)) return undefined;
  return {
    format: value['format'],
    stamp: stampOf(value),
    files: new Map(entries.map(([path, entry]) => [path, entry ? [entry] : []])),
  };
}

/** Reads a manifest with git's conflict markers: the lines of both sides count. */
function readLines(text: string): Fields | undefined {
  const facts = new Map<string, unknown>();
  const files = new Map<string, GeneratedFile[]>();
  for (const line of text.split(/\r?\n/)) {
    const pair = /^ +("(?:[^"\\]|\\.)*"): (.*?),?$/.exec(line);
    if (!pair || pair[2] === '{') continue;
    const [key, value] = [parse(pair[1] ?? ''), parse(pair[2] ?? '')];
    if (typeof key !== 'string') return undefined;
    const entry = line.startsWith('    ') ? entryOf(value) : undefined;
    if (entry) files.set(key, [...(files.get(key) ?? []), entry]);
    else if (!facts.has(key)) facts.set(key, value);
  }
  return { format: facts.get('format'), stamp: stampOf(Object.fromEntries(facts)), files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Earlier runs recorded a second hash, which is no longer used. */
function entryOf(value: unknown): GeneratedFile | undefined {
  const [, hash] = typeof value === 'string' ? (/^([\w-]{22})(?: [\w-]{22})?$/.exec(value) ?? []) : [];
  return hash === undefined ? undefined : { hash };
}

/** Keys of resources. They are used in file names and code only after the plan has checked them. */
const placesOf = (value: Readonly<Record<string, unknown>>): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(value).flatMap(([key, places]) =>
      key.startsWith(PLACES) && typeof places === 'string'
        ? [[key.slice(PLACES.length), places.split(' ').filter((name) => name !== '')] as const]
        : [],
    ),
  );

function stampOf(value: Readonly<Record<string, unknown>>): Stamp {
  const text = (key: string): string => (typeof value[key] === 'string' ? value[key] : '');
  const places = placesOf(value);
  return {
    generator: text('generator'),
    view: typeof value['view'] === 'number' ? value['view'] : 0,
    templates: text('templates'),
    spec: text('spec'),
    config: text('config'),
    ...(text('edition') === '' ? {} : { edition: text('edition') }),
    ...(places.size === 0 ? {} : { places }),
  };
}
