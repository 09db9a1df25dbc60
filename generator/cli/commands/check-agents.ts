/**
 * `sdkwright check --agents`: the number of tokens that the tools of an API cost an agent, and
 * which arguments lack a description.
 */
import { type CatalogueMethod, planCatalogue } from '../../plan/catalogue.ts';
import type { Origin } from '../../lib/origin.ts';
import { idlePatterns, isMarked, offered } from '../../plan/offer.ts';
import { aboutTokens } from '../../plan/tokens.ts';
import type { SourceText } from '../../source/types.ts';
import { mainLanguage } from '../../targets.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Inputs } from '../inputs.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { openInputs } from './open.ts';
import { count } from '../../lib/count.ts';

export interface AgentsArguments extends Inputs {
  readonly format: string;
  /** Maximum number of tokens in the list of tools; more is a failure. */
  readonly budget?: number;
}

interface AgentsReport {
  readonly tools: number;
  readonly tokens: number;
  readonly tokensWithOutput: number;
  /** Tokens including what the server adds to each tool. */
  readonly tokensSent: number;
  readonly effects: { readonly read: number; readonly write: number; readonly destroy: number };
  /** Number of tools whose arguments are not all in the list. */
  readonly cut: number;
  readonly largest: readonly { readonly tool: string; readonly tokens: number }[];
  readonly arguments: number;
  readonly undescribed: readonly { readonly argument: string; readonly place: string }[];
}

/** For each tool: its annotations, `select` and `limit`. */
const TOKENS_ADDED = 45;
const MOST_LARGEST = 5;
const MOST_PLACES = 20;

export async function runCheckAgents(terminal: Terminal, args: AgentsArguments): Promise<ExitCode> {
  const { project, generations, diagnostics, texts } = await openInputs(terminal, args, (config) => [
    mainLanguage(config),
  ]);
  const [generation] = generations.values();
  if (!project || !generation) {
    report(terminal, diagnostics, texts);
    return EXIT.failed;
  }
  const { mcp } = project.config.agents;
  const budget = args.budget ?? mcp.budget;
  const catalogue = planCatalogue(generation.plan, mcp.schemas);
  const idle = idlePatterns(catalogue, mcp);
  const found = agentsReport(
    offered(catalogue, mcp, ({ planned }) => isMarked(generation.plan, planned)),
    texts,
  );
  terminal.out(args.format === 'json' ? JSON.stringify(found, null, 2) : asText(found));
  if (idle.length > 0) terminal.err(`No call fits ${idle.join(', ')} of targets.mcp.tools.`);
  if (budget === undefined || found.tokens <= budget) return idle.length > 0 ? EXIT.failed : EXIT.ok;
  terminal.err(
    `The list of tools is about ${found.tokens} tokens, more than the ${budget} of ${args.budget === undefined ? 'targets.mcp.budget' : '--budget'}. ` +
      'Offer fewer tools, shorten descriptions, or let agents use code mode.',
  );
  return EXIT.failed;
}

/** The approximate number of tokens in the list of tools. */
export const tokensOfList = (methods: readonly CatalogueMethod[]): number =>
  methods.reduce((total, method) => total + aboutTokens(listed(method, false)), 0);

/** A tool as a client of models receives it. */
const listed = ({ entry }: CatalogueMethod, hasOutput: boolean): string =>
  JSON.stringify({
    name: entry.tool,
    title: entry.title,
    description: entry.description,
    inputSchema: entry.whole ?? entry.input,
    ...(hasOutput && entry.output && { outputSchema: entry.output }),
  });

function agentsReport(
  methods: readonly CatalogueMethod[],
  texts: ReadonlyMap<string, SourceText>,
): AgentsReport {
  const sizes = methods.map((method) => ({
    tool: method.entry.tool,
    tokens: aboutTokens(listed(method, false)),
  }));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const args = methods.flatMap(({ entry, described }) =>
    described.map((argument) => ({ ...argument, argument: `${entry.id}.${argument.name}` })),
  );
  return {
    tools: methods.length,
    tokens: tokensOfList(methods),
    tokensWithOutput: sum(methods.map((method) => aboutTokens(listed(method, true)))),
    tokensSent: sum(sizes.map((size) => size.tokens + TOKENS_ADDED)),
    effects: {
      read: methods.filter(({ entry }) => entry.effect === 'read').length,
      write: methods.filter(({ entry }) => entry.effect === 'write').length,
      destroy: methods.filter(({ entry }) => entry.effect === 'destroy').length,
    },
    cut: methods.filter(({ entry }) => entry.isCut && !entry.whole).length,
    largest: [...sizes].sort((a, b) => b.tokens - a.tokens).slice(0, MOST_LARGEST),
    arguments: args.length,
    undescribed: args
      .filter(({ isDescribed }) => !isDescribed)
      .map(({ argument, origin }) => ({ argument, place: placeOf(origin, texts) })),
  };
}

function placeOf({ document, pointer }: Origin, texts: ReadonlyMap<string, SourceText>): string {
  const place = texts.get(document)?.locate(pointer);
  return place ? `${document}:${place.line}:${place.column}` : document;
}

function asText(found: AgentsReport): string {
  const { read, write, destroy } = found.effects;
  const shown = found.undescribed.slice(0, MOST_PLACES);
  const more = found.undescribed.length - shown.length;
  return [
    `${count(found.tools, 'tool')}: ${read} read, ${write} write, ${destroy} destroy`,
    `The list of tools is about ${found.tokens} tokens, with output schemas ${found.tokensWithOutput}.`,
    `What the server adds (annotations, select, limit) makes it ${found.tokensSent}; code mode is about 250.`,
    ...(found.cut > 0
      ? [`${count(found.cut, 'tool')} would be too large; what they leave out is told in words.`]
      : []),
    'Largest:',
    ...found.largest.map(({ tool, tokens }) => `  ${tool} ${tokens}`),
    `${found.undescribed.length} of ${count(found.arguments, 'argument')} have no description.`,
    ...shown.map(({ argument, place }) => `  ${place} ${argument}`),
    ...(more > 0 ? [`  and ${more} more; --format json has all of them`] : []),
  ].join('\n');
}
