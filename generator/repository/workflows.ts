/** Workflows of packages, rewritten for the root of git. */
import { type Document, type YAMLMap, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { RepositoryPart } from './part.ts';

const print = (document: Document): string => document.toString({ lineWidth: 0 });

/** Tests of a package in a subfolder: run there, and only when a file of it changes. */
export function nestCi({ folder, name, text }: RepositoryPart): string {
  const document = parseDocument(text);
  document.set('name', `CI ${folder}`);
  const paths = [`${folder}/**`, `.github/workflows/ci-${name}.yml`];
  const triggers = triggersOf(document);
  const push = triggers.get('push');
  if (isMap(push)) push.set('paths', document.createNode(paths));
  else triggers.set('push', document.createNode({ paths }));
  triggers.set('pull_request', document.createNode({ paths }));
  document.set('on', triggers);
  for (const [, job] of jobsOf(document)) runIn(document, job, folder);
  return print(document);
}

/** `on` as a map; it may be an event or a list of events in a template of the user. */
function triggersOf(document: Document): YAMLMap {
  const on = document.get('on');
  if (isMap(on)) return on;
  const events = isSeq(on) ? on.toJSON() : [on];
  const names = (events as readonly unknown[]).filter((each) => typeof each === 'string');
  return document.createNode(Object.fromEntries(names.map((name) => [name, null]))) as unknown as YAMLMap;
}

/** One workflow that counts all versions and publishes the packages that it released. */
export function composeRelease(parts: readonly RepositoryPart[]): string {
  const documents = parts.map((part) => ({ part, document: parseDocument(part.text) }));
  const [first] = documents;
  if (!first) return '';
  const { document } = first;
  const head = isMap(document.contents) ? document.contents.items[0]?.key : undefined;
  for (const node of [document.contents, head]) if (isNode(node)) node.commentBefore = null;
  document.commentBefore =
    ' Each merge into main updates a pull request with the next versions and changelogs of all packages. Merging it publishes them.';
  const jobs = document.createNode({}) as unknown as YAMLMap;
  const release = jobsOf(document).find(([name]) => name === 'release')?.[1];
  for (const step of stepsOf(release))
    if (actionOf(step).startsWith('googleapis/release-please-action')) step.set('id', 'release');
  release?.set(
    'outputs',
    document.createNode(
      Object.fromEntries(parts.map(({ folder, name }) => [name, `\${{ ${createdOutput(folder)} }}`])),
    ),
  );
  jobs.set('release', release);
  for (const { part, document: own } of documents)
    for (const [name, job] of jobsOf(own).filter(([job]) => job !== 'release')) {
      renameIn(job, part.name);
      if (part.folder !== '.') runIn(own, job, part.folder);
      jobs.set(`${name}-${part.name}`, job);
    }
  document.set('jobs', jobs);
  return print(document);
}

const createdOutput = (folder: string): string =>
  folder === '.'
    ? 'steps.release.outputs.release_created'
    : `steps.release.outputs['${folder}--release_created']`;

function jobsOf(document: Document): readonly (readonly [name: string, job: YAMLMap])[] {
  const jobs = document.get('jobs');
  return isMap(jobs)
    ? jobs.items.flatMap(({ key, value }) =>
        isScalar(key) && isMap(value) ? [[String(key.value), value] as const] : [],
      )
    : [];
}

const stepsOf = (job: YAMLMap | undefined): readonly YAMLMap[] => {
  const steps = job?.get('steps');
  return isSeq(steps) ? steps.items.filter((step) => isMap(step)) : [];
};

const actionOf = (step: YAMLMap): string => String(step.get('uses') ?? '');

/** Settings of actions that are paths from the root of the checkout. */
const PATHS = ['go-version-file', 'cache-dependency-path', 'path'];

/** A job without a checkout has no folder to run in. */
function runIn(document: Document, job: YAMLMap, folder: string): void {
  const steps = stepsOf(job);
  if (!steps.some((step) => actionOf(step).startsWith('actions/checkout'))) return;
  job.set('defaults', document.createNode({ run: { 'working-directory': folder } }));
  for (const step of steps) {
    const settings = step.get('with');
    if (!isMap(settings)) continue;
    for (const name of PATHS) {
      const path = settings.get(name);
      if (typeof path === 'string') settings.set(name, `${folder}/${path}`);
    }
  }
}

/** Jobs, artifacts and outputs get the name of the package, because all packages share one workflow. */
function renameIn(job: YAMLMap, name: string): void {
  const needs = job.get('needs');
  if (typeof needs === 'string' && needs !== 'release') job.set('needs', `${needs}-${name}`);
  for (const step of stepsOf(job))
    if (/^actions\/(?:up|down)load-artifact/.test(actionOf(step)))
      step.setIn(['with', 'name'], `${String(step.getIn(['with', 'name']) ?? 'artifact')}-${name}`);
  visit(job, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === 'string')
        scalar.value = scalar.value.replaceAll(
          'needs.release.outputs.created',
          `needs.release.outputs.${name}`,
        );
    },
  });
}
