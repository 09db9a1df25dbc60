/** Template set × views → files, unformatted. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { byCodeUnit, sortedBy } from '../lib/order.ts';
import { type Result, hasErrors, ok } from '../lib/result.ts';
import { type Engine, type Rendered, createEngine } from './engine.ts';
import { checkPaths, fillPath, pathFault } from './output-path.ts';
import { type Named, type OutputRule, nearest } from './target-file.ts';
import type { TemplateSet } from './template-set.ts';
import type { TreeFile, Views } from './types.ts';

/** Files in the order of their paths. With errors, the files that could be made. */
export function render(set: TemplateSet, views: Views): Result<readonly TreeFile[]> {
  const engine = createEngine(set, views);
  const diagnostics: Diagnostic[] = [];
  const files = set.outputs.flatMap((rule) => {
    const made = renderOutput(set, { rule, views, engine });
    diagnostics.push(...made.diagnostics);
    return made.value;
  });
  const taken = new Set(files.map((file) => file.path));
  const runtime = set.runtime.flatMap((file) => {
    // A runtime file that an output makes as well is a stand-in, with which the runtime is type-checked on
    // its own.
    const path = file.path.includes('{') ? runtimePath(file, views) : file.path;
    if (taken.has(path)) return [];
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
    return wanted.value && !fault ? [{ path, text: file.text.replaceAll('\r\n', '\n') }] : [];
  });
  const all = [...files, ...runtime];
  diagnostics.push(...checkPaths(all));
  return ok(
    sortedBy(hasErrors(diagnostics) ? dropTwins(all) : all, (file) => file.path, byCodeUnit),
    diagnostics,
  );
}

/** A package may give the folder of its runtime its own name. */
const runtimePath = ({ path, document }: TemplateSet['runtime'][number], views: Views): string =>
  fillPath({ text: path, position: { document, line: 1, column: 1 } }, views, views).value ?? '';

const dropTwins = (files: readonly TreeFile[]): readonly TreeFile[] => [
  ...new Map(files.map((file) => [file.path, file])).values(),
];

interface Rendering {
  readonly rule: OutputRule;
  readonly views: Views;
  readonly engine: Engine;
}

function renderOutput(set: TemplateSet, { rule, views, engine }: Rendering): Result<readonly TreeFile[]> {
  const wanted = rule.when ? readFlag(views, rule.when) : ok(true);
  if (!wanted.value) return ok([], wanted.diagnostics);
  const list = rule.for ? readList(views, rule.for) : ok<readonly unknown[] | undefined>(undefined);
  if (hasErrors(list.diagnostics)) return ok([], list.diagnostics);
  const contexts = list.value?.map((element, index) => ({
    element,
    at: `${rule.for?.text ?? ''}[${index}]`,
  })) ?? [{ element: views, at: '' }];
  const diagnostics: Diagnostic[] = [];
  const once = rule.once ? { once: true } : {};
  const files = contexts.flatMap(({ element, at }) => {
    const path = fillPath(rule.path, element, views);
    diagnostics.push(...path.diagnostics);
    if (path.value === undefined) return [];
    const template = set.templates.get(rule.template.text);
    if (!template)
      return [
        {
          path: path.value,
          text: (set.verbatim.get(rule.template.text) ?? '').replaceAll('\r\n', '\n'),
          ...once,
        },
      ];
    const rendered = engine.run(template, { element, at });
    if (rendered.kind === 'text') return [{ path: path.value, text: rendered.text, ...once }];
    diagnostics.push(faultDiagnostic(rendered, path.value));
    return [];
  });
  return ok(files, diagnostics);
}

function faultDiagnostic(fault: Exclude<Rendered, { readonly kind: 'text' }>, output: string): Diagnostic {
  const { position } = fault;
  if (fault.kind === 'fault')
    return diagnostic('template-failed', { output, reason: fault.reason }, { position });
  const { field, owner, known } = fault.miss;
  return diagnostic(
    'template-field',
    { field, owner: owner === '' ? 'the root view' : owner, output, nearest: nearest(field, known) },
    { position },
  );
}

/** `a.b` in the views, own properties only. */
function lookUp(views: Views, name: Named): Result<unknown> {
  let value: unknown = views;
  for (const [index, part] of name.text.split('.').entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      const known = typeof value === 'object' && value !== null ? Object.keys(value) : [];
      const owner = index === 0 ? 'the root view' : name.text.split('.').slice(0, index).join('.');
      return ok(undefined, [
        diagnostic(
          'template-field',
          { field: part, owner, output: 'the outputs', nearest: nearest(part, known) },
          { position: name.position },
        ),
      ]);
    }
    value = Reflect.get(value, part);
  }
  return ok(value);
}

function readFlag(views: Views, name: Named): Result<boolean> {
  const found = lookUp(views, name);
  if (hasErrors(found.diagnostics)) return ok(false, found.diagnostics);
  if (typeof found.value === 'boolean') return ok(found.value);
  return ok(false, [
    diagnostic(
      'template-field-kind',
      { field: name.text, wanted: 'true or false' },
      { position: name.position },
    ),
  ]);
}

function readList(views: Views, name: Named): Result<readonly unknown[] | undefined> {
  const found = lookUp(views, name);
  if (hasErrors(found.diagnostics)) return ok(undefined, found.diagnostics);
  if (Array.isArray(found.value)) return ok(found.value);
  return ok(undefined, [
    diagnostic('template-field-kind', { field: name.text, wanted: 'a list' }, { position: name.position }),
  ]);
}
