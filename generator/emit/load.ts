/** Loads a template set: resolves its chain of overlays, parses all templates and checks all names. */
import { defaultLanguage } from '../languages/data.ts';
import { createHash } from 'node:crypto';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Origin } from '../lib/origin.ts';
import { type Result, hasErrors, ok } from '../lib/result.ts';
import { VIEW_VERSION } from '../lib/view-version.ts';
import { checkSet } from './check-set.ts';
import { parseTemplate, type Template } from './parse-template.ts';
import { laidOutIn } from './laid-out.ts';
import { followedBy, joinChains, otherOverlays } from './join-chains.ts';
import { type Layer, roleOf, runtimeFolder } from './layers.ts';
import { type Prepared, preparedKey, preparedTarget } from './prepared.ts';
import { type NamedText, nearest, parseTargetFile } from './target-file.ts';
import type { TemplateIo } from './template-io.ts';
import type { LoadedTemplates, RuntimeFile, TemplateSet } from './template-set.ts';

/** The name of a shipped set or a folder, and its position in the config. */
export interface RequestedSet {
  readonly value: string;
  readonly origin?: Origin;
}

/**
 * The value is undefined if there are errors. The set, its templates and all names are checked here, so
 * rendering can only fail because of the content of the views.
 */
export async function loadTemplateSet(
  wanted: string | RequestedSet,
  io: TemplateIo,
): Promise<LoadedTemplates> {
  const sources = new Map<string, string>();
  const chain = await loadChain(typeof wanted === 'string' ? { value: wanted } : wanted, io, sources);
  const folders = chain.value.map((layer) => layer.folder);
  const done = (value: TemplateSet | undefined, diagnostics: readonly Diagnostic[]): LoadedTemplates => ({
    value,
    diagnostics,
    sources,
    folders,
  });
  if (hasErrors(chain.diagnostics)) return done(undefined, chain.diagnostics);
  const merged = mergeLayers(chain.value, await io.prepared());
  const diagnostics = [...merged.diagnostics];
  if (!hasErrors(diagnostics)) diagnostics.push(...checkSet(chain.value, merged.value, merged.called));
  return done(hasErrors(diagnostics) ? undefined : merged.value, diagnostics);
}

/**
 * The layers of a set, base first. Several sets, separated by commas, are overlays of the same base and
 * applied in the given order. `sources` collects every text.
 */
export async function loadChain(
  wanted: RequestedSet,
  io: TemplateIo,
  sources: Map<string, string>,
): Promise<Result<readonly Layer[]>> {
  const chains: (readonly Layer[])[] = [];
  for (const value of setsIn(wanted.value)) {
    const chain = await loadOne({ ...wanted, value }, io, sources);
    if (hasErrors(chain.diagnostics)) return chain;
    chains.push(chain.value);
  }
  return joinChains(chains, wanted.origin);
}

/** A set, or several overlays with commas. */
export const setsIn = (value: string): readonly string[] => value.split(',').map((name) => name.trim());

async function loadOne(
  wanted: RequestedSet,
  io: TemplateIo,
  sources: Map<string, string>,
): Promise<Result<readonly Layer[]>> {
  const layers: Layer[] = [];
  let next: { readonly folder: string; readonly from?: NamedText } | undefined = {
    folder: locate(wanted.value, '.', io),
  };
  while (next) {
    const { folder, from }: { readonly folder: string; readonly from?: NamedText } = next;
    const where = from ? { position: from.position } : wanted.origin ? { origin: wanted.origin } : {};
    const visited = layers.find((layer) => layer.folder === folder);
    if (visited) {
      const ring = [...layers.slice(layers.indexOf(visited)), visited]
        .map((layer) => layer.target.name)
        .join(' → ');
      return ok(layers, [diagnostic('template-cycle', { ring }, where)]);
    }
    const paths = await io.listFiles(folder);
    const shown = io.nameOf(folder);
    if (!paths)
      return ok(layers, [
        diagnostic(
          'template-set-not-found',
          { folder: shown, nearest: nearest(from?.text ?? wanted.value, await shippedNames(io)) },
          where,
        ),
      ]);
    const files = new Map<string, string>();
    for (const path of paths) files.set(path, (await io.readText(`${folder}/${path}`)) ?? '');
    const text = files.get('target.yaml');
    if (text === undefined)
      return ok(layers, [diagnostic('template-set-no-target', { folder: shown }, where)]);
    const document = `${shown}/target.yaml`;
    sources.set(document, text);
    for (const [path, content] of files) sources.set(`${shown}/${path}`, content);
    const known = preparedTarget(await io.prepared(), text, document);
    const target = known ? ok(known) : parseTargetFile(text, document);
    if (!target.value) return ok(layers, target.diagnostics);
    const { version, position } = target.value.view;
    if (version !== VIEW_VERSION)
      return ok(layers, [
        diagnostic('template-view-version', { version, known: VIEW_VERSION }, { position }),
      ]);
    layers.push({ folder, shown, target: target.value, files });
    const parent: NamedText | undefined = target.value.extends;
    next = parent && { folder: locate(parent.text, folder, io), from: parent };
  }
  return ok(layers.reverse());
}

/** A bare name is a shipped set; a path is relative to the folder that names it. */
export const locate = (wanted: string, base: string, io: TemplateIo): string =>
  /^[\w-]+$/.test(wanted) ? io.resolve(io.shipped, wanted) : io.resolve(base, wanted);

/** Names of the sets that come with the generator. */
export async function shippedNames(io: TemplateIo): Promise<readonly string[]> {
  const files = (await io.listFiles(io.shipped)) ?? [];
  return files.flatMap((path) => /^([^/]+)\/target\.yaml$/.exec(path)?.[1] ?? []);
}

interface Merged extends Result<TemplateSet> {
  /**
   * Partials that any template of any layer calls, including replaced templates, because an overlay may
   * leave an inherited partial without a caller.
   */
  readonly called: ReadonlySet<string>;
}

function mergeLayers(layers: readonly Layer[], prepared: Prepared): Merged {
  const folder = runtimeFolder(layers);
  const isLaidOut = laidOutIn(prepared.laidOut);
  const runtimeTo = layers.reduce((found, layer) => layer.target.runtimeTo ?? found, '');
  const templates = new Map<string, Template>();
  const verbatim = new Map<string, string>();
  const partials = new Map<string, Template>();
  const runtime = new Map<string, RuntimeFile>();
  const whens = new Map(layers.flatMap((layer) => [...layer.target.runtimeWhen]));
  const diagnostics: Diagnostic[] = [];
  const called = new Set<string>();
  for (const layer of layers) {
    for (const [path, text] of layer.files) {
      const role = roleOf(path, folder);
      if (role.kind === 'aside') continue;
      const document = `${layer.shown}/${path}`;
      if (role.kind === 'runtime') {
        const when = whens.get(role.name);
        runtime.set(role.name, {
          path: runtimeTo === '' ? role.name : `${runtimeTo}/${role.name}`,
          text,
          document,
          ...(when && { when }),
          ...(isLaidOut({ path, text }) && { isLaidOut: true }),
        });
      } else if (!path.endsWith('.hbs')) {
        verbatim.set(role.name, text);
      } else {
        const parsed = readTemplate(prepared, {
          name: role.name,
          document,
          text: text.replaceAll('\r\n', '\n'),
        });
        diagnostics.push(...parsed.diagnostics);
        for (const call of parsed.value?.calls ?? []) called.add(call.name);
        if (parsed.value === undefined) continue;
        const others = role.kind === 'partial' ? otherOverlays(layer, layers, path) : [];
        const before = others.length > 0 ? partials.get(role.name) : undefined;
        const template = before === undefined ? parsed.value : followedBy(before, parsed.value);
        (role.kind === 'partial' ? partials : templates).set(role.name, template);
      }
    }
  }
  const last = layers.at(-1);
  const removed = new Set(layers.flatMap((layer) => layer.target.remove.map((item) => item.text)));
  const outputs = layers.flatMap((layer, index) =>
    layer.target.outputs.filter((rule) => !layers.slice(index + 1).some((later) => leavesOut(later, rule))),
  );
  const value: TemplateSet = {
    name: last?.target.name ?? '',
    view: VIEW_VERSION,
    language: layers.reduce<TemplateSet['language']>((found, layer) => layer.target.language ?? found, {
      text: DEFAULT_LANGUAGE,
    }),
    layers: layers.map((layer) => ({ name: layer.target.name, folder: layer.shown })),
    outputs,
    templates,
    verbatim,
    partials,
    runtime: [...runtime.values()].filter((file) => !removed.has(file.path)),
    runtimeNames: new Map(layers.flatMap((layer) => [...layer.target.runtimeNames])),
    needs: layers.flatMap(({ target }) =>
      target.needs.size === 0 ? [] : [{ overlay: target.name, lists: target.needs }],
    ),
    refuses: layers.flatMap(({ target }) =>
      target.refuses.size === 0 ? [] : [{ overlay: target.name, flags: target.refuses }],
    ),
    documented: layers.reduce((found, layer) => layer.target.documented ?? found, false),
    hash: hashOf(layers),
  };
  return { value, diagnostics, called };
}

/** The language of sets that predate the choice of languages. */
const DEFAULT_LANGUAGE = defaultLanguage.language;

function readTemplate(
  prepared: Prepared,
  { name, document, text }: Pick<Template, 'name' | 'document' | 'text'>,
): Result<Template | undefined> {
  const known = prepared.templates[preparedKey(text)];
  return known === undefined
    ? parseTemplate(name, document, text)
    : ok({ name, document, text, calls: known.calls, body: { kind: 'compiled', code: known.code } });
}

/** True if the layer removes an output by naming it, or replaces it with an output that has the same path. */
const leavesOut = (
  layer: Layer,
  rule: { readonly path: NamedText; readonly template: NamedText; readonly for?: NamedText },
): boolean =>
  layer.target.remove.some((item) => item.text === rule.path.text || item.text === rule.template.text) ||
  layer.target.outputs.some(
    (own) =>
      own.path.text === rule.path.text &&
      own.for?.text === rule.for?.text &&
      (rule.for === undefined || own.template.text === rule.template.text),
  );

function hashOf(layers: readonly Layer[]): string {
  const hash = createHash('sha256');
  for (const layer of layers)
    for (const [path, text] of layer.files) hash.update(`${path}\0${text.replaceAll('\r\n', '\n')}\0`);
  return hash.digest('base64url').slice(0, 22);
}
