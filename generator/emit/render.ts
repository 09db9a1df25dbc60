/** Renders files from a template set and views, without formatting them. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { byCodeUnit, sortedBy } from '../lib/order.ts';
import { type Result, hasErrors, ok } from '../lib/result.ts';
import { type Engine, createEngine } from './engine.ts';
import { type RenderFault, renderFaults } from './faults.ts';
import { checkPaths, fillPath, pathFault } from './output-path.ts';
import { idleOverlays, outputsOf, refusedOptions, readFlag } from './outputs.ts';
import type { OutputRule } from './target-file.ts';
import type { TemplateSet } from './template-set.ts';
import type { TreeFile, Views } from './types.ts';

/**
 * Files sorted by path. With errors, the files that could be rendered.
 * `isWanted` selects the paths to render.
 */
export function render(
  set: TemplateSet,
  views: Views,
  isWanted: (path: string) => boolean = () => true,
): Result<readonly TreeFile[]> {
  const engine = createEngine(set, views);
  const diagnostics: Diagnostic[] = [];
  const faults: RenderFault[] = [];
  const files = set.outputs.flatMap((rule) => {
    const rendered = renderOutput(set, { rule, views, engine, faults, isWanted });
    diagnostics.push(...rendered.diagnostics);
    return rendered.value;
  });
  diagnostics.push(...renderFaults(faults), ...idleOverlays(set, views), ...refusedOptions(set, views));
  const taken = new Set(files.map((file) => file.path));
  const named = renamer(set, views);
  const runtime = set.runtime.flatMap((file) => {
    // If an output has the path of a runtime file, that file is only a placeholder with which the
    // runtime is type-checked on its own.
    const path = file.path.includes('{') ? runtimePath(file, views) : file.path;
    if (taken.has(path) || !isWanted(path)) return [];
    const wanted = file.when ? readFlag(views, file.when) : ok(true);
    diagnostics.push(...wanted.diagnostics);
    const fault = pathFault(path);
    if (fault)
      diagnostics.push(
        diagnostic(
          'template-path-invalid',
          { path, reason: fault },
          { position: { document: file.document, line: 1, column: 1 } },
        ),
      );
    return wanted.value && !fault
      ? [
          {
            path,
            text: named(file.text.replaceAll('\r\n', '\n')),
            template: file.document,
            ...(file.isLaidOut && { isLaidOut: true }),
          },
        ]
      : [];
  });
  const all = [...files, ...runtime];
  diagnostics.push(...checkPaths(all));
  return ok(
    sortedBy(hasErrors(diagnostics) ? dropTwins(all) : all, (file) => file.path, byCodeUnit),
    diagnostics,
  );
}

/** The package may rename the folder of its runtime. */
const runtimePath = ({ path, document }: TemplateSet['runtime'][number], views: Views): string =>
  fillPath({ text: path, position: { document, line: 1, column: 1 } }, views, views).value ?? '';

/** Replaces names in the runtime by those of the package. */
function renamer({ runtimeNames }: TemplateSet, views: Views): (text: string) => string {
  const names = [...runtimeNames].map(([token, { text, position }]) => {
    const value = fillPath({ text: `{${text}}`, position }, views, views).value;
    return [token, value ?? token] as const;
  });
  return (text) => names.reduce((all, [token, value]) => all.replaceAll(token, value), text);
}

const dropTwins = (files: readonly TreeFile[]): readonly TreeFile[] => [
  ...new Map(files.map((file) => [file.path, file])).values(),
];

interface Rendering {
  readonly rule: OutputRule;
  readonly views: Views;
  readonly engine: Engine;
  readonly faults: RenderFault[];
  readonly isWanted: (path: string) => boolean;
}

function renderOutput(
  set: TemplateSet,
  { rule, views, engine, faults, isWanted }: Rendering,
): Result<readonly TreeFile[]> {
  if (!rule.for && !rule.path.text.includes('{') && !isWanted(rule.path.text)) return ok([]);
  const outputs = outputsOf(rule, views);
  const once = rule.once ? { once: true } : {};
  const template = set.templates.get(rule.template.text);
  const files = outputs.value.flatMap((output): readonly TreeFile[] => {
    const { path } = output;
    if (!isWanted(path)) return [];
    if (!template) {
      const text = (set.verbatim.get(rule.template.text) ?? '').replaceAll('\r\n', '\n');
      return [{ path, text, ...once }];
    }
    const rendered = engine.run(template, output);
    if (rendered.kind === 'text')
      return [{ path, text: rendered.text, template: template.document, ...once }];
    faults.push({ output: path, fault: rendered });
    return [];
  });
  return ok(files, outputs.diagnostics);
}
