/** The file of a method in one language, in its final layout, and its state on disk. */
import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { renderPage } from '../docs-site/page.ts';
import { piecesOf } from '../docs-site/highlight.ts';
import { format } from '../emit/format.ts';
import { diskTemplates } from '../emit/template-io.ts';
import type { TreeFile } from '../emit/types.ts';
import { languageNamed } from '../languages/registry.ts';
import { packageFolder } from '../lib/package-folder.ts';
import { readAll } from '../output/disk.ts';
import { planWrite } from '../output/plan-write.ts';
import { readState } from '../output/state.ts';
import { languageData } from '../languages/data.ts';
import { type Target, targetsOf } from '../targets.ts';
import type { CodePiece, CodeView, DiskState, DocsView } from './contract.ts';
import { callOf, methodOf } from './detail.ts';
import { typeOf } from './model.ts';
import type { Plan } from './plan.ts';

export interface CodeRequest {
  readonly plan: Plan;
  readonly id: string;
  readonly language: string;
  readonly cwd: string;
}

/** Where a language is rendered from. */
export const rendering = ({ plan, language, cwd }: Omit<CodeRequest, 'id'>) => ({
  templates: targetOf(plan, language)?.templates ?? { value: language },
  io: diskTemplates(cwd, packageFolder('templates')),
});

const targetOf = (
  { project }: Plan,
  language: string,
): (Target & { readonly kind: 'templates' }) | undefined =>
  targetsOf(project.config, {}).find(
    (target) => target.kind === 'templates' && target.templates.value === language,
  ) as (Target & { readonly kind: 'templates' }) | undefined;

async function fileOf(request: CodeRequest, path: string): Promise<TreeFile | undefined> {
  const { plan } = request;
  const { templates, io } = rendering(request);
  const [file] = await plan.renderer.renderFiles(templates, io, new Set([path]));
  if (file === undefined || !plan.project.config.output.format) return file;
  const formatted = await format([file]);
  return formatted.value[0] ?? file;
}

export async function codeOf(request: CodeRequest): Promise<CodeView | undefined> {
  const { plan, id, language, cwd } = request;
  const schema = /^model (.*)$/s.exec(id)?.[1];
  const type = schema === undefined ? undefined : typeOf(plan, language, schema);
  const found = schema === undefined ? methodOf(plan, id) : undefined;
  const call = found && callOf(plan, language, found.method);
  const path = type?.file ?? call?.file;
  if (path === undefined) return undefined;
  const file = await fileOf(request, path);
  if (file === undefined) return undefined;
  const [fence = language] = languageData(language)?.code.fences[0] ?? [];
  const at = type ? lineOfType(file.text, type.name) : lineOf(file.text, call?.call ?? '');
  return {
    path,
    lines: linesOf(piecesOf(file.text, fence)),
    disk: await diskState(targetOf(plan, language)?.out, file, cwd),
    ...(at !== undefined && { at }),
  };
}

/** The 1-based line that declares the name of the call. */
function lineOf(text: string, call: string): number | undefined {
  const name = /(\w+)\W*$/.exec(call.replace(/\(.*$/s, ''))?.[1];
  if (name === undefined) return undefined;
  const declared = new RegExp(`^\\s*(?:(?:public|async|def|func)\\b[^\\n]*?)?\\b${name}(?:<[^\\n]*>)?\\(`);
  const index = text.split('\n').findIndex((line) => declared.test(line) && !/^\s*(?:\/\/|\*|#)/.test(line));
  return index < 0 ? undefined : index + 1;
}

/** The 1-based line that declares a type. */
function lineOfType(text: string, name: string): number | undefined {
  const safe = name.replaceAll(/[^\w]/g, '\\$&');
  const declared = new RegExp(`^\\s*(?:export\\s+)?(?:interface|class|type)\\s+${safe}\\b|^${safe}\\s*[:=]`);
  const index = text.split('\n').findIndex((line) => declared.test(line));
  return index < 0 ? undefined : index + 1;
}

function linesOf(pieces: readonly CodePiece[]): readonly (readonly CodePiece[])[] {
  const lines: CodePiece[][] = [[]];
  for (const [text, kind] of pieces)
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push(kind === undefined ? [part] : [part, kind]);
    }
  return lines;
}

async function diskState(out: string | undefined, file: TreeFile, cwd: string): Promise<DiskState> {
  if (out === undefined) return { kind: 'no-output' };
  const dir = resolve(cwd, out);
  const found = readAll(dir, [file.path]).get(file.path);
  if (found?.kind !== 'file') return { kind: 'new', folder: out };
  const changes = createTwoFilesPatch('disk', 'generated', found.text, file.text, '', '', { context: 2 })
    .split('\n')
    .slice(4);
  if (found.text === file.text) return { kind: 'same', folder: out };
  const state = await readState(dir, undefined, new Set([file.path]));
  const stamp = { generator: '', view: 0, spec: '', config: '', templates: '' };
  const plan = state.value && planWrite(state.value, [file], { customCode: 'merge', stamp: stamp as never });
  const isConflict = plan?.value?.conflicts.some(({ path }) => path === file.path) === true;
  const isMerged =
    plan?.value?.merged.includes(file.path) === true || plan?.value?.edited.includes(file.path) === true;
  return { kind: isConflict ? 'conflict' : isMerged ? 'edited' : 'changed', folder: out, changes };
}

/** The id is that of a method, or `page` and the path of a guide. */
export async function docsOf(request: CodeRequest): Promise<DocsView | undefined> {
  const { plan, id, language } = request;
  const guide = /^page ((?:README|docs\/.+)\.md)$/.exec(id)?.[1];
  const found = guide === undefined ? methodOf(plan, id) : undefined;
  const page = found && languageNamed(language)?.names(plan.api).page(found.resource);
  const path = guide ?? (page && `docs/${page}`);
  if (path === undefined) return undefined;
  const file = await fileOf(request, path);
  const name = found && /(\w+)\W*$/.exec(callOf(plan, language, found.method)?.call ?? '')?.[1];
  return file && { path, html: renderPage({ path, text: file.text }).html, ...(name && { name }) };
}
