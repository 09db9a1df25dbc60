/**
 * The effects of a change on agents, as data. Agents call tools by name and read the whole list, whose length
 * has a cost.
 */
import type { Bump } from '../terms.ts';

export interface AgentRule {
  readonly title: string;
  /** The effect on an agent or on an existing prompt. */
  readonly effect: string;
  readonly bump: Bump;
}

export type AgentRuleId = keyof typeof agentRules;

export const agentRules = {
  'tool-removed': { title: 'tool removed', effect: 'Calls by its name fail.', bump: 'major' },
  'tool-renamed': {
    title: 'tool renamed',
    effect: 'Prompts and permissions that name it mean nothing.',
    bump: 'major',
  },
  'tool-added': { title: 'tool added', effect: 'One more to choose from.', bump: 'minor' },
  'tool-argument-removed': {
    title: 'argument of a tool removed',
    effect: 'Calls that give it are refused.',
    bump: 'major',
  },
  'tool-argument-required': {
    title: 'argument of a tool became required',
    effect: 'Calls without it are refused.',
    bump: 'major',
  },
  'tool-argument-added': { title: 'argument of a tool added', effect: 'Nothing.', bump: 'minor' },
  'tool-effect-worse': {
    title: 'tool writes or removes, which it did not',
    effect: 'It goes from servers with --read-only, or asks with --confirm.',
    bump: 'major',
  },
  'tool-effect-milder': {
    title: 'tool writes or removes no longer',
    effect: 'Servers with --read-only offer it.',
    bump: 'minor',
  },
  'tools-over-budget': {
    title: 'list of tools over its budget',
    effect: 'Every session pays for it.',
    bump: 'major',
  },
  'tools-longer': {
    title: 'list of tools longer by a tenth',
    effect: 'Every session pays for it.',
    bump: 'patch',
  },
} as const satisfies Readonly<Record<string, AgentRule>>;

/** Markdown table with a row per rule. */
export function agentRuleTable(): string {
  const rows = Object.entries(agentRules).map(
    ([id, { title, effect, bump }]) => `| \`${id}\` | ${title} | ${effect} | ${bump} |`,
  );
  return ['| rule | change | for agents | bump |', '|---|---|---|---|', ...rows, ''].join('\n');
}
