import type { Api, Environment, ServerVariable } from '../../ir/types.ts';
import { type Findings, own } from './place.ts';

/**
 * The default server, further environments by name, and the variables of the default. `pathMoved`: its path
 * is part of the methods' paths now, or was.
 */
export function compareServers(a: Api, b: Api, pathMoved: boolean, findings: Findings): void {
  const [before, after] = [a.client.environments[0], b.client.environments[0]];
  // A new variable changes the template by itself and is said below.
  const sameVariables = before?.variables.length === after?.variables.length;
  if (before !== undefined && after !== undefined && before.url !== after.url && sameVariables)
    findings.own.push(
      own('server-changed', {
        subject: 'default server',
        before: before.url,
        after: after.url,
        ...(pathMoved && originOf(before.url) === originOf(after.url)
          ? {
              message: 'shares its path with the methods in another way, requests go where they went',
              adjust: { wire: 'ok', runtime: 'rejected' },
            }
          : { message: 'has another URL' }),
      }),
    );
  compareEnvironments(a.client.environments, b.client.environments, findings);
  compareVariables(before, after, findings);
}

/** By name. That of a single server means nothing: the option takes any text, or is not there. */
function compareEnvironments(a: readonly Environment[], b: readonly Environment[], findings: Findings): void {
  const open = new Map(b.map((one) => [one.name, one]));
  const known = new Set(a.map((one) => one.name));
  for (const one of a.length > 1 ? a : []) {
    const other = open.get(one.name);
    const subject = `environment ${one.name}`;
    // With a single server left the option has no list of names any more, so the types let any pass.
    if (other === undefined)
      findings.own.push(
        own('environment-removed', {
          subject,
          message: 'was removed',
          before: one.url,
          ...(b.length > 1 ? {} : { adjust: { source: [] } }),
        }),
      );
    else if (other.url !== one.url && !(one === a[0] && other === b[0]))
      findings.own.push(
        own('environment-changed', {
          subject,
          message: 'has another URL',
          before: one.url,
          after: other.url,
        }),
      );
  }
  // Until there is a choice the option takes any text; then it takes the names.
  const first = a.length === 1;
  for (const one of first || b.length === 1 ? b.slice(1) : b)
    if (!known.has(one.name))
      findings.own.push(
        own('environment-added', {
          subject: `environment ${one.name}`,
          message: 'was added',
          after: one.url,
          ...(first ? { adjust: { source: ['call'] } } : {}),
        }),
      );
}

const originOf = (url: string): string => /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i.exec(url)?.[0] ?? url;

function compareVariables(a: Environment | undefined, b: Environment | undefined, findings: Findings): void {
  const before = new Set(a?.variables.map((one) => one.name));
  const after = new Set(b?.variables.map((one) => one.name));
  for (const one of b?.variables ?? []) {
    if (before.has(one.name)) continue;
    const needed = one.default === undefined;
    findings.own.push(
      own(needed ? 'server-variable-added-required' : 'server-variable-added', {
        subject: `server variable ${one.name}`,
        message: needed ? 'was added and has no default' : 'was added',
      }),
    );
  }
  for (const one of a?.variables ?? []) {
    const other = b?.variables.find((each) => each.name === one.name);
    if (other === undefined) continue;
    const facts = ({ default: fallback, enum: values }: ServerVariable): string =>
      [...(fallback === undefined ? [] : [fallback]), ...(values ?? []).map((value) => `| ${value}`)].join(
        ' ',
      );
    if (facts(one) !== facts(other))
      findings.own.push(
        own('server-variable-changed', {
          subject: `server variable ${one.name}`,
          message: 'has other values',
          before: facts(one),
          after: facts(other),
        }),
      );
    if (one.description !== other.description)
      findings.own.push(
        own('docs-changed', { subject: `server variable ${one.name}`, message: 'is documented otherwise' }),
      );
  }
  for (const one of a?.variables ?? [])
    if (!after.has(one.name))
      findings.own.push(
        own('server-variable-removed', { subject: `server variable ${one.name}`, message: 'was removed' }),
      );
}
