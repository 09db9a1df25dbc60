/**
 * Compares the tools of two API versions. Tools are paired by the operation that they call, otherwise by id.
 */
import type { Origin } from '../lib/origin.ts';
import { type AgentRuleId, agentRules } from './rules/agents.ts';
import type { Bump } from './terms.ts';

/** A call as agents see it. */
export interface AgentTool {
  readonly id: string;
  readonly tool: string;
  readonly verb: string;
  readonly path: string;
  readonly effect: 'read' | 'write' | 'destroy';
  readonly arguments: readonly { readonly name: string; readonly required: boolean }[];
  readonly origin: Origin;
}

export interface AgentSide {
  readonly tools: readonly AgentTool[];
  /** Tokens of the whole list of tools. */
  readonly tokens: number;
  /** The maximum number of tokens that the config allows. */
  readonly budget?: number;
}

export interface AgentChange {
  readonly rule: AgentRuleId;
  readonly bump: Bump;
  /** The current name of the tool; absent for a finding about the whole list. */
  readonly tool?: string;
  readonly message: string;
  readonly origin?: Origin;
}

const HARM = ['read', 'write', 'destroy'] as const;

export function diffAgents(base: AgentSide, revision: AgentSide): readonly AgentChange[] {
  const changes: AgentChange[] = [];
  const add = (rule: AgentRuleId, message: string, tool?: AgentTool): unknown =>
    changes.push({
      rule,
      bump: agentRules[rule].bump,
      ...(tool && { tool: tool.tool, origin: tool.origin }),
      message,
    });
  const left = new Set(revision.tools);
  const pairOf = (old: AgentTool): AgentTool | undefined => {
    const all = [...left];
    const found =
      all.find(({ verb, path, id }) => verb === old.verb && path === old.path && id === old.id) ??
      all.find(({ verb, path }) => verb === old.verb && path === old.path) ??
      all.find(({ id }) => id === old.id);
    if (found) left.delete(found);
    return found;
  };
  for (const old of base.tools) {
    const next = pairOf(old);
    if (!next) {
      add('tool-removed', `${old.tool} is gone`, old);
      continue;
    }
    if (next.tool !== old.tool) add('tool-renamed', `${old.tool} is called ${next.tool}`, next);
    const [before, after] = [HARM.indexOf(old.effect), HARM.indexOf(next.effect)];
    const effect = `${next.tool}: ${old.effect} → ${next.effect}`;
    if (after > before) add('tool-effect-worse', effect, next);
    if (after < before) add('tool-effect-milder', effect, next);
    compareArguments(old, next, (rule, message) => add(rule, message, next));
  }
  for (const tool of left) add('tool-added', `${tool.tool} is new`, tool);
  const { tokens, budget } = revision;
  if (budget !== undefined && tokens > budget)
    add('tools-over-budget', `The list is about ${tokens} tokens, over its budget of ${budget}`);
  if (tokens > 1.1 * base.tokens)
    add('tools-longer', `The list was about ${base.tokens} tokens and is ${tokens}`);
  return changes;
}

function compareArguments(
  old: AgentTool,
  next: AgentTool,
  add: (rule: AgentRuleId, message: string) => unknown,
): void {
  const before = new Map(old.arguments.map((argument) => [argument.name, argument]));
  const after = new Set(next.arguments.map(({ name }) => name));
  for (const { name } of old.arguments)
    if (!after.has(name)) add('tool-argument-removed', `${next.tool}: ${name} is gone`);
  for (const { name, required } of next.arguments) {
    const known = before.get(name);
    if (required && known?.required !== true)
      add(
        'tool-argument-required',
        `${next.tool}: ${name} ${known ? 'is required now' : 'is new and required'}`,
      );
    else if (!known) add('tool-argument-added', `${next.tool}: ${name} is new`);
  }
}
