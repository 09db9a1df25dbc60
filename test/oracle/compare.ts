/**
 * Whether our types and the peer's accept each other's values, judged by the compiler over one probe file.
 */
import ts from 'typescript';
import type { TreeFile } from '../../generator/emit/types.ts';
import type { TypescriptGeneration } from '../support/generate.ts';
import { CONSUMER, pathInTree, treeProgram } from '../../generator/verify/program.ts';
import { type Difference, type Verdict, createDifferences } from './differences.ts';
import { PROBE_HEAD, pairsOf } from './pairs.ts';
import type { PeerTypes } from './peer.ts';

export interface Comparison {
  readonly name: string;
  readonly verdict: Verdict;
  /** Every innermost place that differs; empty when the verdict is `same` or `not-comparable`. */
  readonly differences: readonly Difference[];
}

export function compareTypes(
  generation: TypescriptGeneration,
  files: readonly TreeFile[],
  peer: PeerTypes,
): readonly Comparison[] {
  const { pairs, imports } = pairsOf(generation);
  const probe = (from: string): string =>
    [
      `import type { components, paths } from './${from}.ts';`,
      ...imports,
      PROBE_HEAD,
      ...pairs.flatMap((pair, index) => [
        `type A${index} = ${pair.ours};`,
        `type B${index} = ${pair.theirs};`,
      ]),
      'export {};',
    ].join('\n');
  const peers = Object.entries({ plain: peer.plain, tagged: peer.tagged }).flatMap(([name, text]) =>
    text === undefined
      ? []
      : [
          { path: `${name}.ts`, text },
          { path: `probe-${name}.ts`, text: probe(name) },
        ],
  );
  const options = { ...CONSUMER, exactOptionalPropertyTypes: true };
  const program = treeProgram(
    [...files, ...peers],
    peers.map((one) => one.path),
    { options },
  );
  const checker = program.getTypeChecker();
  const { verdictOf, differencesOf } = createDifferences(checker);
  const [plain, tagged] = [aliasesIn(program, 'probe-plain.ts'), aliasesIn(program, 'probe-tagged.ts')];
  return pairs.map((pair, index) => {
    const [a, b] = [plain.get(`A${index}`), plain.get(`B${index}`)];
    const verdict = a && b ? verdictOf(a, b) : 'not-comparable';
    if (!a || !b || verdict === 'same' || verdict === 'not-comparable')
      return { name: pair.name, verdict, differences: [] };
    const withTags = tagged.get(`B${index}`);
    const differences = differencesOf(a, b);
    const places =
      withTags && differences.some((one) => one.verdict === 'theirs-wider')
        ? new Set(differencesOf(a, withTags).map((one) => one.place))
        : undefined;
    return {
      name: pair.name,
      verdict,
      differences: differences.map((one) =>
        places && !places.has(one.place) ? { ...one, isTag: true } : one,
      ),
    };
  });
}

function aliasesIn(program: ts.Program, probe: string): ReadonlyMap<string, ts.Type> {
  const aliases = new Map<string, ts.Type>();
  for (const statement of program.getSourceFile(pathInTree(probe))?.statements ?? []) {
    if (ts.isTypeAliasDeclaration(statement))
      aliases.set(statement.name.text, program.getTypeChecker().getTypeAtLocation(statement.name));
  }
  return aliases;
}
