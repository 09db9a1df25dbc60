/**
 * Adds packages to files at the root of git that name others already. Text is inserted and nothing else is
 * touched, so edits, comments and layout of the user stay as they are.
 */
import { type ParseError, applyEdits, modify, parse } from 'jsonc-parser';
import { type Pair, type YAMLMap, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { RELEASE, RELEASE_CONFIG, VERSIONS } from './root-files.ts';

export interface AddedPackage {
  readonly folder: string;
  /** Name of the package in jobs and outputs. */
  readonly name: string;
}

export interface Addition {
  /** The file as it is. */
  readonly text: string;
  /** What a run would write where the file is missing, for the added packages alone. */
  readonly composed: string;
  readonly packages: readonly AddedPackage[];
}

/** The file with the packages; undefined if it has a form in which there is no safe place for them. */
export function addPackages(path: string, addition: Addition): string | undefined {
  switch (path) {
    case RELEASE_CONFIG:
      return addToConfig(addition);
    case VERSIONS:
      return addKeys(addition.text, [], fieldsOf(addition.composed));
    case RELEASE:
      return addToWorkflow(addition);
    default:
      return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (text: string): Fields => {
  const value: unknown = parse(text);
  return isFields(value) ? value : {};
};

/** Settings of tags, which the entry of a package has if the whole file says something else. */
const TAGS = ['include-component-in-tag', 'tag-separator', 'include-v-in-tag'];

function addToConfig({ text, composed }: Addition): string | undefined {
  const [before, wanted] = [fieldsOf(text), fieldsOf(composed)];
  if (!isFields(before['packages']) || !isFields(wanted['packages'])) return undefined;
  const tags = Object.fromEntries(
    TAGS.filter((key) => wanted[key] !== undefined && wanted[key] !== before[key]).map((key) => [
      key,
      wanted[key],
    ]),
  );
  const entries = Object.entries(wanted['packages']).map(
    ([folder, entry]) => [folder, { ...tags, ...(isFields(entry) ? entry : {}) }] as const,
  );
  return addKeys(text, ['packages'], Object.fromEntries(entries));
}

/** The text with further keys of an object; undefined if it is no object of JSON. */
function addKeys(text: string, path: readonly string[], keys: Fields): string | undefined {
  const faults: ParseError[] = [];
  if (!isFields(parse(text, faults)) || faults.length > 0) return undefined;
  const indent = /^(?<space>[ \t]+)"/m.exec(text)?.groups?.['space'] ?? '  ';
  return Object.entries(keys).reduce(
    (known, [key, value]) =>
      applyEdits(
        known,
        modify(known, [...path, key], value, {
          formattingOptions: {
            insertSpaces: !indent.startsWith('\t'),
            tabSize: indent.startsWith('\t') ? 4 : indent.length,
            eol: '\n',
          },
        }),
      ),
    text,
  );
}

/** One output for each package, and the jobs that build and publish it. */
function addToWorkflow({ text, composed, packages }: Addition): string | undefined {
  const document = parseDocument(text);
  const jobs = document.get('jobs');
  const release = isMap(jobs) ? jobs.get('release') : undefined;
  const outputs = isMap(release) ? release.get('outputs') : undefined;
  if (document.errors.length > 0 || !isMap(jobs) || !isMap(release) || !isMap(outputs)) return undefined;
  const step = releaseStep(release);
  const jobIndent = indentOf(text, jobs);
  const outputIndent = indentOf(text, outputs);
  const isLast = isMap(document.contents) && keyOf(document.contents.items.at(-1)) === 'jobs';
  if (step === undefined || jobIndent === undefined || outputIndent === undefined || !isLast)
    return undefined;
  const added = parseDocument(composed);
  added.deleteIn(['jobs', 'release']);
  const ownJobs = added.get('jobs');
  const names = isMap(ownJobs) ? ownJobs.items.map(keyOf) : [];
  if (names.some((name) => jobs.has(name)) || packages.some(({ name }) => outputs.has(name)))
    return undefined;
  const end = endOf(text, outputs);
  const lines = packages.map(
    ({ folder, name }) =>
      `${outputIndent}${name}: \${{ steps.${step}.outputs${folder === '.' ? '.' : `['${folder}--`}release_created${folder === '.' ? '' : "']"} }}\n`,
  );
  const more =
    names.length === 0 ? '' : (/^jobs:\n([\s\S]*)$/m.exec(added.toString({ lineWidth: 0 }))?.[1] ?? '');
  const indented = more.replace(/^ {2}(?=.)/gm, jobIndent);
  const result = `${`${text.slice(0, end)}${lines.join('')}${text.slice(end)}`.trimEnd()}\n${more === '' ? '' : `\n${indented}`}`;
  return parseDocument(result).errors.length === 0 ? result : undefined;
}

const keyOf = (pair: Pair | undefined): string => (isScalar(pair?.key) ? String(pair.key.value) : '');

/** The identifier of the step that runs release-please. */
function releaseStep(job: YAMLMap): string | undefined {
  const steps = job.get('steps');
  const found = (isSeq(steps) ? steps.items : []).find(
    (step) => isMap(step) && String(step.get('uses') ?? '').startsWith('googleapis/release-please-action'),
  );
  const id = isMap(found) ? found.get('id') : undefined;
  return typeof id === 'string' && /^[\w-]+$/.test(id) ? id : undefined;
}

/** What stands before the first key of a map with a key in each line. */
function indentOf(text: string, map: YAMLMap): string | undefined {
  const key = map.items[0]?.key;
  const start = isScalar(key) ? key.range?.[0] : undefined;
  if (start === undefined || map.flow === true) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^ +$/.test(indent) ? indent : undefined;
}

/** The start of the line after a map. */
function endOf(text: string, map: YAMLMap): number {
  const value = map.items.at(-1)?.value;
  const end = isScalar(value) ? (value.range?.[1] ?? 0) : (map.range?.[1] ?? 0);
  const line = text.indexOf('\n', end);
  return line < 0 ? text.length : line + 1;
}
