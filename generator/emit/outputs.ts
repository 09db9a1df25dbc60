/** Determines which files an output rule of `target.yaml` generates, and from which part of the views. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type Result, failed, hasErrors, ok } from '../lib/result.ts';
import { fillPath } from './output-path.ts';
import { type NamedText, type OutputRule, nearest } from './target-file.ts';
import type { TemplateSet } from './template-set.ts';
import type { Views } from './types.ts';

export interface Output {
  readonly path: string;
  readonly element: unknown;
  /** Path of the element in the views; empty for the root. */
  readonly at: string;
}

/** In the order of the rule's list; none if its flag is false. */
export function outputsOf(rule: OutputRule, views: Views): Result<readonly Output[]> {
  const wanted = rule.when ? readFlag(views, rule.when) : ok(true);
  if (!wanted.value) return ok([], wanted.diagnostics);
  const list = rule.for ? readList(views, rule.for) : ok<readonly unknown[] | undefined>(undefined);
  if (hasErrors(list.diagnostics)) return ok([], list.diagnostics);
  const contexts = list.value?.map((element, index) => ({
    element,
    at: `${rule.for?.text ?? ''}[${index}]`,
  })) ?? [{ element: views, at: '' }];
  const diagnostics: Diagnostic[] = [];
  const outputs = contexts.flatMap(({ element, at }) => {
    const path = fillPath(rule.path, element, views);
    diagnostics.push(...path.diagnostics);
    return path.value === undefined ? [] : [{ path: path.value, element, at }];
  });
  return ok(outputs, diagnostics);
}

/** `a.b` in the views; only own properties are read. */
function lookUp(views: Views, name: NamedText): Result<unknown> {
  let value: unknown = views;
  for (const [index, part] of name.text.split('.').entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      const known = typeof value === 'object' && value !== null ? Object.keys(value) : [];
      const owner = index === 0 ? 'the root view' : name.text.split('.').slice(0, index).join('.');
      return failed([
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

/** Reads a boolean of the views by its name. */
export function readFlag(views: Views, name: NamedText): Result<boolean> {
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

/** Overlays whose lists are all empty, so they add nothing for this document. */
export const idleOverlays = ({ needs }: TemplateSet, views: Views): readonly Diagnostic[] =>
  needs.flatMap(({ overlay, lists }) => {
    const counts = [...lists].map(([list, { position }]) => countOf(views, { text: list, position }));
    const faults = counts.flatMap((count) => count.diagnostics);
    if (faults.length > 0 || counts.some((count) => count.value > 0)) return faults;
    const missing = [...lists.values()].map(({ text }) => text).join(' and ');
    return [diagnostic('overlay-idle', { overlay, missing })];
  });

/** Overlays whose templates do not fit an option of the config. */
export const refusedOptions = ({ refuses }: TemplateSet, views: Views): readonly Diagnostic[] =>
  refuses.flatMap(({ overlay, flags }) =>
    [...flags].flatMap(([name, { text: option, position }]) => {
      const flag = readFlag(views, { text: name, position });
      return flag.value ? [diagnostic('overlay-refuses', { overlay, option })] : flag.diagnostics;
    }),
  );

/** Elements of `list`, or of `list[].flag` those with the flag. */
function countOf(views: Views, { text, position }: NamedText): Result<number> {
  const [name = '', flag] = text.split('[].');
  const list = readList(views, { text: name, position });
  const elements = list.value ?? [];
  if (flag === undefined || hasErrors(list.diagnostics)) return ok(elements.length, list.diagnostics);
  const flags = elements.map((element) => readFlag(element as Views, { text: flag, position }));
  return ok(
    flags.filter((each) => each.value).length,
    flags.flatMap((each) => each.diagnostics),
  );
}

function readList(views: Views, name: NamedText): Result<readonly unknown[] | undefined> {
  const found = lookUp(views, name);
  if (hasErrors(found.diagnostics)) return failed(found.diagnostics);
  if (Array.isArray(found.value)) return ok(found.value);
  return failed([
    diagnostic('template-field-kind', { field: name.text, wanted: 'a list' }, { position: name.position }),
  ]);
}
