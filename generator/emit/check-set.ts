/**
 * Checks the names in a template set: outputs and partial calls must name existing files, and every file
 * of an overlay must have an effect.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type Layer, hashOriginal, roleOf, runtimeFolder } from './layers.ts';
import { withNext } from './engine.ts';
import { nearest } from './target-file.ts';
import type { TemplateSet } from './template-set.ts';

export function checkSet(
  layers: readonly Layer[],
  set: TemplateSet,
  called: ReadonlySet<string>,
): readonly Diagnostic[] {
  return [
    ...missingTemplates(set),
    ...missingPartials(set),
    ...uselessFiles(layers, called),
    ...uselessRemovals(layers, set),
    ...staleOverrides(layers),
  ];
}

function missingTemplates(set: TemplateSet): readonly Diagnostic[] {
  const known = [...set.templates.keys(), ...set.verbatim.keys()];
  return set.outputs
    .filter((rule) => !known.includes(rule.template.text))
    .map((rule) =>
      diagnostic(
        'template-not-found',
        { template: rule.template.text, nearest: nearest(rule.template.text, known) },
        { position: rule.template.position },
      ),
    );
}

function missingPartials(set: TemplateSet): readonly Diagnostic[] {
  const partials = [...set.partials.values()].flatMap((partial) => [...withNext(partial)]);
  return [...set.templates.values(), ...partials].flatMap((template) =>
    template.calls
      .filter((call) => !set.partials.has(call.name))
      .map((call) =>
        diagnostic(
          'template-partial-not-found',
          { partial: call.name, nearest: nearest(call.name, set.partials.keys()) },
          { position: { document: template.document, line: call.line, column: call.column } },
        ),
      ),
  );
}

/** A misspelt override would otherwise be ignored silently. */
function uselessFiles(layers: readonly Layer[], called: ReadonlySet<string>): readonly Diagnostic[] {
  const folder = runtimeFolder(layers);
  const produced = new Set(layers.flatMap((layer) => layer.target.outputs.map((rule) => rule.template.text)));
  return layers.flatMap((layer, index) => {
    const below = layers.slice(0, index);
    const inherited = below.flatMap((item) => [...item.files.keys()]);
    const adds = layer.target.adds.map((item) => item.text);
    const useless = [...layer.files.keys()].filter((path) => {
      const role = roleOf(path, folder);
      switch (role.kind) {
        case 'aside':
          return false;
        case 'partial':
          // A partial of the base may serve the sets that extend it.
          return index > 0 && !inherited.includes(path) && !called.has(role.name);
        case 'runtime':
          return index > 0 && !inherited.includes(path) && !adds.includes(role.name);
        case 'template':
          return !inherited.includes(path) && !produced.has(role.name);
        default:
          return role satisfies never;
      }
    });
    return useless.map((path) => {
      const known = (
        index === 0 ? [...produced, ...[...called].map((name) => `${name}.hbs`)] : inherited
      ).filter((name) => name !== 'target.yaml' && name !== path);
      const file = `${layer.shown}/${path}`;
      return diagnostic(
        'template-override-unmatched',
        { file, nearest: nearest(path, known) },
        { position: { document: file, line: 1, column: 1 } },
      );
    });
  });
}

/**
 * Reports overrides that are outdated, because the generator has since changed the file that they replace.
 */
function staleOverrides(layers: readonly Layer[]): readonly Diagnostic[] {
  return layers.flatMap((layer, index) =>
    [...layer.target.originals].flatMap(([path, known]): readonly Diagnostic[] => {
      const below = layers
        .slice(0, index)
        .filter((item) => item.files.has(path))
        .at(-1);
      const position = { position: known.position };
      if (!below || !layer.files.has(path))
        return [
          diagnostic(
            'template-not-found',
            { template: path, nearest: nearest(path, layer.files.keys()) },
            position,
          ),
        ];
      const hash = hashOriginal(below.files.get(path) ?? '');
      return hash === known.text
        ? []
        : [
            diagnostic(
              'template-override-stale',
              { file: `${layer.shown}/${path}`, original: `${below.shown}/${path}`, hash },
              position,
            ),
          ];
    }),
  );
}

function uselessRemovals(layers: readonly Layer[], set: TemplateSet): readonly Diagnostic[] {
  const prefix = layers.reduce((found, layer) => layer.target.runtimeTo ?? found, '');
  const folder = runtimeFolder(layers);
  return layers.flatMap((layer, index) => {
    const below = layers.slice(0, index);
    const outputs = below.flatMap((item) =>
      item.target.outputs.flatMap((rule) => [rule.path.text, rule.template.text]),
    );
    const runtime = below
      .flatMap((item) => [...item.files.keys()])
      .flatMap((path) => {
        const role = roleOf(path, folder);
        return role.kind === 'runtime' ? [prefix === '' ? role.name : `${prefix}/${role.name}`] : [];
      });
    const known = [...outputs, ...runtime];
    const removals = layer.target.remove
      .filter((item) => !known.includes(item.text))
      .map((item) =>
        diagnostic(
          'template-remove-unmatched',
          { name: item.text, nearest: nearest(item.text, known) },
          { position: item.position },
        ),
      );
    const own = [...layer.files.keys()];
    const additions = layer.target.adds
      .filter((item) => !own.includes(`${folder ?? 'runtime'}/${item.text}`))
      .map((item) =>
        diagnostic(
          'template-not-found',
          {
            template: item.text,
            nearest: nearest(
              item.text,
              set.runtime.map((file) => file.path),
            ),
          },
          { position: item.position },
        ),
      );
    return [...removals, ...additions];
  });
}
