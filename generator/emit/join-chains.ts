/** Joins several overlays of the same base in the given order. */
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Origin } from '../lib/origin.ts';
import { type Result, ok } from '../lib/result.ts';
import { type Layer, roleOf, runtimeFolder } from './layers.ts';
import type { Template } from './parse-template.ts';

/** The layers of the first chain, followed by the layers of each further chain that are not shared. */
export function joinChains(
  chains: readonly (readonly Layer[])[],
  origin: Origin | undefined,
): Result<readonly Layer[]> {
  const [first = [], ...others] = chains;
  const [base] = first;
  const where = origin && { origin };
  if (others.some((chain) => chain[0]?.folder !== base?.folder))
    return {
      value: first,
      diagnostics: [
        diagnostic(
          'template-sets-apart',
          { sets: chains.map((each) => each.at(-1)?.target.name ?? '').join(', '), bases: basesOf(chains) },
          where,
        ),
      ],
    };
  const layers = [...new Map(chains.flat().map((layer) => [layer.folder, layer])).values()].map((layer) => ({
    ...layer,
    overlays: [...chains.keys()].filter((index) =>
      chains[index]?.some(({ folder }) => folder === layer.folder),
    ),
  }));
  const shared = clashes(layers);
  return ok(
    layers,
    shared.map(({ file, sets }) =>
      diagnostic('template-file-twice', { file, sets: sets.join(' and ') }, where),
    ),
  );
}

const basesOf = (chains: readonly (readonly Layer[])[]): string =>
  [...new Set(chains.map(([base]) => base?.target.name ?? ''))].join(' and ');

/** Files and output paths that occur in two overlays of which neither builds on the other. */
function clashes(
  layers: readonly Layer[],
): readonly { readonly file: string; readonly sets: readonly string[] }[] {
  const owners = new Map<string, Layer[]>();
  const folder = runtimeFolder(layers);
  for (const layer of layers) {
    const files = [...layer.files.keys()].filter(
      (path) => !path.startsWith('hooks/') && roleOf(path, folder).kind !== 'aside',
    );
    const outputs = layer.target.outputs.map(({ path, template }) =>
      path.text.includes('{') ? `${path.text} of ${template.text}` : path.text,
    );
    for (const name of new Set([...files, ...outputs]))
      owners.set(name, [...(owners.get(name) ?? []), layer]);
  }
  return [...owners].flatMap(([file, found]) => {
    const apart = found.filter((layer) => found.some((other) => areApart(layer, other)));
    return apart.length === 0 ? [] : [{ file, sets: apart.map((layer) => layer.target.name) }];
  });
}

/** True if neither layer builds on the other. */
const areApart = ({ overlays = [] }: Layer, other: Layer): boolean =>
  overlays.length > 0 && overlays.every((index) => other.overlays?.includes(index) !== true);

/** Overlays of other chains that have the same file. */
export const otherOverlays = (layer: Layer, layers: readonly Layer[], path: string): readonly Layer[] =>
  layers.slice(0, layers.indexOf(layer)).filter((other) => areApart(other, layer) && other.files.has(path));

export const followedBy = (first: Template, last: Template): Template => ({
  ...first,
  next: first.next === undefined ? last : followedBy(first.next, last),
});
