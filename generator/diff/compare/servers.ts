import type { Api, Environment, ServerVariable } from '../../ir/types.ts';
import { type Findings, own } from './place.ts';
import { namedSubject, textSubject } from '../subject.ts';

/**
 * Compares the default server, named environments and the variables of the default. `pathMoved`: a part of
 * its path moved to the paths of the methods, or back.
 */
export function compareServers(a: Api, b: Api, pathMoved: boolean, findings: Findings): void {
  const [before, after] = [a.client.environments[0], b.client.environments[0]];
  // A new variable changes the URL template too, and is reported below.
  const sameVariables = before?.variables.length === after?.variables.length;
  if (before !== undefined && after !== undefined && before.url !== after.url && sameVariables)
    findings.own.push(
      own('server-changed', {
        subject: textSubject('the default server'),
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

/**
 * Compares environments by name. The name of a single server has no effect, because the option then accepts
 * any text or does not exist.
 */
function compareEnvironments(a: readonly Environment[], b: readonly Environment[], findings: Findings): void {
  const open = new Map(b.map((environment) => [environment.name, environment]));
  const known = new Set(a.map((environment) => environment.name));
  for (const environment of a.length > 1 ? a : []) {
    const other = open.get(environment.name);
    const subject = namedSubject('environment', environment.name);
    // With a single server, the option has no list of names, so its type accepts any text.
    if (other === undefined)
      findings.own.push(
        own('environment-removed', {
          subject,
          message: 'was removed',
          before: environment.url,
          ...(b.length > 1 ? {} : { adjust: { source: [] } }),
        }),
      );
    else if (other.url !== environment.url && !(environment === a[0] && other === b[0]))
      findings.own.push(
        own('environment-changed', {
          subject,
          message: 'has another URL',
          before: environment.url,
          after: other.url,
        }),
      );
  }
  // With a single server, the option accepts any text; with several, it accepts their names.
  const first = a.length === 1;
  for (const environment of first || b.length === 1 ? b.slice(1) : b)
    if (!known.has(environment.name))
      findings.own.push(
        own('environment-added', {
          subject: namedSubject('environment', environment.name),
          message: 'was added',
          after: environment.url,
          ...(first ? { adjust: { source: ['call'] } } : {}),
        }),
      );
}

const originOf = (url: string): string => /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i.exec(url)?.[0] ?? url;

function compareVariables(a: Environment | undefined, b: Environment | undefined, findings: Findings): void {
  const before = new Set(a?.variables.map((variable) => variable.name));
  const after = new Set(b?.variables.map((variable) => variable.name));
  for (const variable of b?.variables ?? []) {
    if (before.has(variable.name)) continue;
    const needed = variable.default === undefined;
    findings.own.push(
      own(needed ? 'server-variable-added-required' : 'server-variable-added', {
        subject: namedSubject('server variable', variable.name),
        message: needed ? 'was added and has no default' : 'was added',
      }),
    );
  }
  for (const variable of a?.variables ?? []) {
    const other = b?.variables.find((each) => each.name === variable.name);
    if (other === undefined) continue;
    const facts = ({ default: fallback, enum: values }: ServerVariable): string =>
      [...(fallback === undefined ? [] : [fallback]), ...(values ?? []).map((value) => `| ${value}`)].join(
        ' ',
      );
    if (facts(variable) !== facts(other))
      findings.own.push(
        own('server-variable-changed', {
          subject: namedSubject('server variable', variable.name),
          message: 'has other values',
          before: facts(variable),
          after: facts(other),
        }),
      );
    if (variable.description !== other.description)
      findings.own.push(
        own('docs-changed', {
          subject: namedSubject('server variable', variable.name),
          message: 'is documented otherwise',
        }),
      );
  }
  for (const variable of a?.variables ?? [])
    if (!after.has(variable.name))
      findings.own.push(
        own('server-variable-removed', {
          subject: namedSubject('server variable', variable.name),
          message: 'was removed',
        }),
      );
}
