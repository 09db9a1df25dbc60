/** `sdkwright diff --language agents`: the effect of a change on the tools for agents. */
import type { Config } from '../../config/types.ts';
import { type AgentChange, type AgentSide, diffAgents } from '../../diff/agents.ts';
import { BUMPS, type Bump } from '../../diff/types.ts';
import type { Api } from '../../ir/types.ts';
import { planCatalogue } from '../../plan/catalogue.ts';
import { isMarked, offered } from '../../plan/offer.ts';
import { planSdk } from '../../plan/sdk.ts';
import type { Texts } from '../../diagnostics/print/placed.ts';
import { DIFF_EXIT } from '../diff-terms.ts';
import type { Terminal } from '../terminal.ts';
import { tokensOfList } from './check-agents.ts';

export interface ComparedSide {
  readonly api: Api;
  readonly config: Config;
  readonly texts: Texts;
}

function sideOf({ api, config }: ComparedSide): AgentSide {
  const plan = planSdk(api);
  const { mcp } = config.agents;
  const methods = offered(planCatalogue(plan, mcp.schemas), mcp, ({ planned }) => isMarked(plan, planned));
  return {
    tools: methods.map(({ entry, planned }) => ({ ...entry, origin: planned.method.origin })),
    tokens: tokensOfList(methods),
    ...(mcp.budget !== undefined && { budget: mcp.budget }),
  };
}

export interface AgentsDiffTerms {
  readonly isJson: boolean;
  readonly failOn: Bump;
}

/** Prints the changes, the most severe first. The exit code is 1 if a change exceeds the limit. */
export function printAgentsDiff(
  terminal: Terminal,
  sides: { readonly base: ComparedSide; readonly revision: ComparedSide },
  { isJson, failOn }: AgentsDiffTerms,
): number {
  const changes = [...diffAgents(sideOf(sides.base), sideOf(sides.revision))].sort(
    (a, b) => BUMPS.indexOf(b.bump) - BUMPS.indexOf(a.bump),
  );
  const placed = changes.map(({ origin, ...change }) => ({
    ...change,
    ...placeOf(change.rule, origin, sides),
  }));
  if (isJson)
    terminal.out(JSON.stringify({ format: 'sdkwright.agents-diff', version: 1, changes: placed }, null, 2));
  else if (changes.length === 0) terminal.out('Nothing changes for agents.');
  else
    terminal.out(
      placed
        .map(({ bump, rule, message, place }) => `${bump} ${message} [${rule}]${place ? ` ${place}` : ''}`)
        .join('\n'),
    );
  const isBeyond =
    failOn !== 'none' && changes.some(({ bump }) => BUMPS.indexOf(bump) >= BUMPS.indexOf(failOn));
  return isBeyond ? DIFF_EXIT.exceeded : DIFF_EXIT.within;
}

/** Removed entries are located in the base. */
function placeOf(
  rule: AgentChange['rule'],
  origin: AgentChange['origin'],
  { base, revision }: { readonly base: ComparedSide; readonly revision: ComparedSide },
): { readonly place?: string } {
  const { texts } = rule === 'tool-removed' ? base : revision;
  const found = origin && texts.get(origin.document)?.locate(origin.pointer);
  return origin && found ? { place: `${origin.document}:${found.line}:${found.column}` } : {};
}
