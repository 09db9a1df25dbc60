/** One document of the corpus, from its file to checked TypeScript. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { loadTemplateSet } from '../../generator/emit/load.ts';
import { render } from '../../generator/emit/render.ts';
import { diskTemplates } from '../../generator/emit/template-io.ts';
import { generate } from '../../test/support/generate.ts';
import { loadProject } from '../../generator/project.ts';
import { diskIo } from '../../generator/source/io.ts';
import { typecheckTree } from '../../generator/verify/typecheck.ts';
import type { Outcome } from './outcome.ts';

/**
 * Reads, generates and compiles. `root` is the project's folder; with `out` the tree is written for a look at
 * it.
 */
export async function measure(options: {
  readonly file: string;
  readonly root: string;
  readonly out?: string;
}): Promise<Outcome> {
  const { file, root, out } = options;
  const now = (): number => process.cpuUsage().user / 1000;
  const begun = now();
  const folder = dirname(file);
  const project = await loadProject({
    io: diskIo(folder),
    cwd: folder,
    spec: basename(file),
    allowRemote: false,
  });
  const codes = (
    diagnostics: readonly { readonly severity: string; readonly code: string }[],
    severity: string,
  ): readonly string[] => diagnostics.filter((one) => one.severity === severity).map((one) => one.code);
  if (!project.value) {
    return {
      kind: 'refused',
      errors: [...new Set(codes(project.diagnostics, 'error'))].sort(),
      milliseconds: Math.round(now() - begun),
    };
  }
  const loaded = now();
  const generation = generate(project.value);
  const planned = now();
  const set = await loadTemplateSet('typescript', diskTemplates(root, join(root, 'templates')));
  if (!set.value) throw new Error(set.diagnostics.map((one) => one.message).join('\n'));
  const rendered = render(set.value, { ...generation.views.forTemplates() });
  const printed = now();
  const peak = process.resourceUsage().maxRSS;
  const files = rendered.value.filter((one) => one.path.startsWith('src/') && one.path.endsWith('.ts'));
  if (out !== undefined) writeTree(out, rendered.value);
  const faults = typecheckTree(files, { isChecked: (one) => !isRuntime(root, one) });
  const found = [...generation.diagnostics, ...rendered.diagnostics];
  return {
    kind: 'made',
    operations: generation.sdk.methods.length,
    models: generation.sdk.context.models.size,
    files: files.length,
    errors: [...new Set(codes(found, 'error'))].sort(),
    warnings: codes(found, 'warning').length,
    stages: [loaded - begun, planned - loaded, printed - planned, now() - printed].map(Math.round),
    milliseconds: Math.round(printed - begun),
    megabytes: Math.round(peak / 1024),
    faults: faults.length,
    firstFaults: faults
      .slice(0, 8)
      .map((one) => `${one.file}:${one.line} TS${one.code} ${one.message.slice(0, 300)}`),
  };
}

/** Files that every SDK has are compiled with their own tests. */
function isRuntime(root: string, file: { readonly path: string; readonly text: string }): boolean {
  const path = join(root, 'templates/typescript/runtime', file.path.replace(/^src\//, ''));
  return existsSync(path) && readFileSync(path, 'utf8') === file.text;
}

function writeTree(folder: string, files: readonly { readonly path: string; readonly text: string }[]): void {
  for (const one of files) {
    mkdirSync(dirname(join(folder, one.path)), { recursive: true });
    writeFileSync(join(folder, one.path), one.text);
  }
}
