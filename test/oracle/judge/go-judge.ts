/** The Go compiler as judge: code of users of the old SDK, built with the old one and with the new one. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../../../generator/config/types.ts';
import type { Change } from '../../../generator/diff/types.ts';
import { loadTemplateSet } from '../../../generator/emit/load.ts';
import { render } from '../../../generator/emit/render.ts';
import { diskTemplates } from '../../../generator/emit/template-io.ts';
import type { TemplateSet } from '../../../generator/emit/template-set.ts';
import type { TreeFile } from '../../../generator/emit/types.ts';
import { createPlanner, generateFor } from '../../../generator/generate.ts';
import type { Api } from '../../../generator/ir/types.ts';
import { go } from '../../../generator/languages/go/language.ts';
import { goNames } from '../../../generator/languages/go/sdk-names.ts';
import type { Documents } from '../../../generator/source/types.ts';
import { type Disagreement, answerFor } from './answers.ts';
import { disagreementsOf, groupKey, groupProbes } from './disagreements.ts';
import { type Expectations, expect } from './expectations.ts';
import { PROBE_HEADER, probesOf } from './go/probes.ts';
import type { Judgement } from './judge.ts';
import type { Fault } from './probe.ts';
import type { UserCode } from './python-judge.ts';

export interface GoMade {
  readonly api: Api;
  readonly files: readonly TreeFile[];
  readonly module: string;
  readonly probes: readonly UserCode[];
  /** Types and constants that are called by their place, not by the document. */
  readonly unnamed: ReadonlySet<string>;
}

export interface GoSides {
  readonly base: GoMade;
  readonly revision: GoMade;
  readonly changes: readonly Change[];
}

export const openGoTemplates = async (cwd: string, folder: string): Promise<TemplateSet | undefined> =>
  (await loadTemplateSet('go', diskTemplates(cwd, folder))).value;

export function goInMemory(
  { documents, config }: { readonly documents: Documents; readonly config: Config },
  templates: TemplateSet,
): GoMade {
  const output = { ...config.output, tests: false, docs: { ...config.output.docs, enabled: false } };
  const { api, sdk, views } = generateFor(go, {
    documents,
    config: { ...config, output },
    plan: createPlanner(documents),
  });
  const view = views.forTemplates();
  const files = render(templates, view).value.filter(
    ({ path }) => path.endsWith('.go') && !path.startsWith('examples/'),
  );
  const unnamed = sdk.declarations
    .filter(({ schema }) => schema === undefined)
    .flatMap((each) => [each.name, ...(each.kind === 'enum' ? each.values.map(({ name }) => name) : [])]);
  return { api, files, module: view.package.module, probes: probesOf(sdk), unnamed: new Set(unnamed) };
}

/** `declined`: uses of which nothing is said, because a name that only its place gave is gone. */
export interface GoJudgement extends Judgement {
  readonly declined: number;
}

/** What the compiler objects, by line of the file of probes, counted from 0. */
type Objections = ReadonlyMap<number, Fault>;

/** All sides are packages of one module, so that the compiler is started once and shares what is the same. */
export async function verifyGo(
  command: string,
  all: readonly GoSides[],
  cache: string,
): Promise<readonly GoJudgement[]> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'go-judge-'));
  try {
    writeFileSync(join(folder, 'go.mod'), 'module judge\n\ngo 1.24\n');
    const sheets = all.map(({ base }) => sheetOf(base.probes));
    for (const [index, { base, revision }] of all.entries())
      for (const [side, made] of Object.entries({ base, revision }))
        write(folder, `${side}${index}`, made, sheets[index]?.text ?? '');
    const said = await build(command, folder);
    return all.map(({ base, revision, changes }, index) => {
      const of = (side: string): Objections => objectionsIn(said, `${side}${index}`);
      return judge(
        { probes: base.probes, places: sheets[index]?.places ?? [], unnamed: base.unnamed },
        { before: of('base'), after: of('revision') },
        { base: base.api, revision: revision.api, changes },
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is the same in all SDKs, or was written once, is compiled once. */
const SHARED = /^(?:internal\/(?:apijson|request)|packages\/(?:param|respjson|ssestream))\//;

function write(folder: string, root: string, made: GoMade, sheet: string): void {
  const placed = (text: string): string =>
    text
      .replaceAll(
        new RegExp(
          `"${made.module}/((?:internal/(?:apijson|request)|packages/(?:param|respjson|ssestream))")`,
          'g',
        ),
        '"judge/shared/$1',
      )
      .replaceAll(`"${made.module}`, `"judge/${root}`);
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const { path, text } of made.files)
    put(
      SHARED.test(path) ? `shared/${path.replace('internal/', 'inner/')}` : `${root}/${path}`,
      opened(placed(text)),
    );
  put(
    `${root}/probes/probes.go`,
    placed(sheet.replaceAll('"sdk.invalid/module', `"${made.module}`)).replaceAll(
      '"sdk.invalid/module',
      `"judge/${root}`,
    ),
  );
}

/** The shared folder is no parent of the packages that use it. */
const opened = (text: string): string => text.replaceAll('judge/shared/internal/', 'judge/shared/inner/');

interface Sheet {
  readonly text: string;
  readonly places: readonly { readonly from: number; readonly to: number }[];
}

/** Each in a function of its own, so that none knows of the others. */
function sheetOf(probes: readonly UserCode[]): Sheet {
  const lines = [...PROBE_HEADER];
  const places = probes.map((probe, index) => {
    const from = lines.push(`func probe${index}() {`);
    const to = lines.push(...probe.lines);
    lines.push('}');
    return { from, to };
  });
  return { text: `${lines.join('\n')}\n`, places };
}

/** All errors, not the first ten of each package. */
const build = (command: string, folder: string): Promise<string> =>
  new Promise((resolve) => {
    const env = { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off' };
    execFile(
      command,
      ['build', '-trimpath', '-gcflags=-e', './...'],
      { cwd: folder, env, maxBuffer: 1 << 28 },
      (_error, stdout, stderr) => resolve(`${stdout}${stderr}`),
    );
  });

function objectionsIn(said: string, root: string): Objections {
  const found = new Map<number, Fault>();
  for (const [, path = '', line = '', message = ''] of said.matchAll(/^(\S+\.go):(\d+):\d+: (.*)$/gm)) {
    if (!path.startsWith(`${root}/`)) continue;
    if (!path.endsWith('probes.go')) throw new Error(`The SDK does not compile: ${path}:${line} ${message}`);
    if (!found.has(Number(line) - 1)) found.set(Number(line) - 1, { code: codeOf(message), message });
  }
  return found;
}

/** Go has no numbers for its errors. */
const codeOf = (message: string): string =>
  /undefined/.test(message)
    ? 'undefined'
    : /argument/.test(message)
      ? 'arguments'
      : /unknown field/.test(message)
        ? 'field'
        : 'type';

function judge(
  {
    probes,
    places,
    unnamed,
  }: {
    readonly probes: readonly UserCode[];
    readonly places: Sheet['places'];
    readonly unnamed: ReadonlySet<string>;
  },
  { before, after }: { readonly before: Objections; readonly after: Objections },
  sides: { readonly base: Api; readonly revision: Api; readonly changes: readonly Change[] },
): GoJudgement {
  const expected = expect(sides.base, sides.revision, sides.changes, goNames);
  const firstIn = (objections: Objections, from: number, to: number): Fault | undefined => {
    for (let line = from; line < to; line += 1) {
      const fault = objections.get(line);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
  let refused = 0;
  const compiled = probes.flatMap(({ lines, naming = 0, ...probe }, index) => {
    const place = places[index];
    if (place === undefined || firstIn(before, place.from, place.to) !== undefined) {
      refused += 1;
      return [];
    }
    // The compiler goes on after a call that it refuses, so what follows speaks for itself.
    const fault = firstIn(after, place.from + naming, place.to);
    return [{ probe: { ...probe, code: lines.join('; ') }, ...(fault && { fault }) }];
  });
  const groups = groupProbes(compiled);
  // What only its place gave a name may have another one now, which no rule calls a break.
  const isUnnamed = (fault: Fault | undefined): boolean =>
    unnamed.has(/undefined: sdk\.(\w+)/.exec(fault?.message ?? '')?.[1] ?? '');
  const certain = groupProbes(compiled.filter(({ fault }) => !isUnnamed(fault)));
  const against = (all: typeof groups): readonly Disagreement[] =>
    [...all.values()].flatMap((group) => disagreementsOf(group, all, expected));
  const keys = new Set(
    against(certain).flatMap((each) =>
      each.expected === 'compiles' ? [groupKey(each.symbol, each.kind)] : [],
    ),
  );
  const found = against(groups).filter((each) => !isUnshown(each, expected));
  const disagreements = found.filter(
    (each) => each.expected === 'breaks' || keys.has(groupKey(each.symbol, each.kind)),
  );
  const judged = { expected, outcomes: groups, disagreements, keyOf: groupKey };
  return {
    probes: compiled.length,
    symbols: new Set(compiled.map(({ probe }) => probe.symbol)).size,
    refused,
    declined: found.length - disagreements.length,
    breaks: [...groups.values()].flatMap(({ symbol, kind, fault }) =>
      fault === undefined ? [] : [{ symbol, kind, code: fault.code }],
    ),
    disagreements,
    answers: sides.changes.map((change) => answerFor(change, judged)),
  };
}

const isThrown = (where: string): boolean => /^response (?!2)/.test(where);

/** Uses of which no line can be written. */
function isUnshown(
  { symbol, kind, probe, expected: said }: Disagreement,
  { breaking }: Expectations,
): boolean {
  if (said === 'compiles') return false;
  // A literal without plain values names no field.
  if (kind === 'fake' && probe.endsWith('{}')) return true;
  return (
    kind === 'read' &&
    breaking(symbol, kind).every(
      ({ rule, reach }) =>
        // What holds the value whole would have to name a type that has no name of its own.
        WHOLE.has(rule) ||
        // Which type the body of an error has now is not known where its status is another one's.
        (reach.length > 0 && reach.every((use) => use.where.every(isThrown))),
    )
  );
}

const WHOLE: ReadonlySet<string> = new Set(['union-member-added', 'union-member-removed', 'type-widened']);
