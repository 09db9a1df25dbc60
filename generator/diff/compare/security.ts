import type { Api, ClientOption, SecurityRequirement, SecurityScheme } from '../../ir/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { compareOptionUse } from './client.ts';
import { jsonText } from './json-text.ts';
import { type Compared, type Findings, type User, own } from './place.ts';

const textOf = (one: SecurityRequirement): string =>
  one.schemes
    .map((each) => each.name)
    .sort(byCodeUnit)
    .join(' and ');
const scopesOf = (all: readonly SecurityRequirement[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    all.map((one) => [
      textOf(one),
      one.schemes.flatMap((each) => each.scopes.map((scope) => `${each.name} ${scope}`)),
    ]),
  );

/** Alternatives of one method, the client's own where it declares none. */
export function compareMethodSecurity(
  apis: { readonly base: Api; readonly revision: Api },
  { a, b, user, findings }: Compared,
): void {
  // The default's change is said once for the whole API.
  if (a.method.security === undefined && b.method.security === undefined) return;
  compareRequirements(a.method.security ?? apis.base.security, b.method.security ?? apis.revision.security, {
    at: { subject: `${a.symbol}()`, base: a.method.origin, revision: b.method.origin },
    findings,
    user,
  });
}

interface At {
  readonly subject: string;
  readonly base?: Api['securitySchemes'][number]['origin'];
  readonly revision?: Api['securitySchemes'][number]['origin'];
}

function compareRequirements(
  a: readonly SecurityRequirement[],
  b: readonly SecurityRequirement[],
  { at, findings, user }: { readonly at: At; readonly findings: Findings; readonly user?: User | undefined },
): void {
  const push = (rule: Parameters<typeof own>[0], detail: Omit<Parameters<typeof own>[1], 'subject'>): void =>
    void findings.own.push(
      own(rule, { ...at, anchor: 'both', ...detail }, user, user === undefined ? undefined : 'security'),
    );
  const free = (all: readonly SecurityRequirement[]): boolean =>
    all.length === 0 || all.some((one) => one.schemes.length === 0);
  const before = new Set(a.map(textOf).filter((text) => text !== ''));
  const after = new Set(b.map(textOf).filter((text) => text !== ''));
  const words = (all: ReadonlySet<string>, none: boolean): string =>
    [...all, ...(none ? ['none'] : [])].join(' or ');
  const shown = { before: words(before, free(a)), after: words(after, free(b)) };
  if (free(a) && !free(b))
    return push('security-required', { message: 'now needs authentication', ...shown });
  if (!free(a) && free(b))
    return push('security-dropped', { message: 'no longer needs authentication', ...shown });
  if (![...before].some((one) => after.has(one)) && before.size > 0 && after.size > 0)
    push(free(b) ? 'security-alternative-added' : 'security-replaced', {
      message: 'authenticates in another way',
      ...shown,
    });
  else {
    for (const one of after)
      if (!before.has(one))
        push('security-alternative-added', { message: `also accepts ${one}`, after: one });
    for (const one of before)
      if (!after.has(one))
        push('security-alternative-removed', { message: `no longer accepts ${one}`, before: one });
  }
  const scopes = scopesOf(b);
  for (const [text, old] of scopesOf(a)) {
    const fresh = scopes.get(text);
    if (fresh === undefined) continue;
    for (const one of fresh)
      if (!old.includes(one)) push('security-scope-added', { message: `needs the scope ${one}`, after: one });
    for (const one of old)
      if (!fresh.includes(one))
        push('security-scope-removed', { message: `no longer needs the scope ${one}`, before: one });
  }
}

/** Schemes, the default requirements and the options of the client. */
export function compareSecurity(a: Api, b: Api, findings: Findings): void {
  compareRequirements(a.security, b.security, {
    at: { subject: 'every method without requirements of its own' },
    findings,
  });
  const after = new Map(b.securitySchemes.map((one) => [one.name, one]));
  const before = new Set(a.securitySchemes.map((one) => one.name));
  for (const one of a.securitySchemes) {
    const other = after.get(one.name);
    const subject = `security scheme ${one.name}`;
    if (other === undefined)
      findings.own.push(
        own('security-scheme-removed', { subject, message: 'was removed', base: one.origin }),
      );
    else
      compareScheme(
        {
          a: one,
          b: other,
          gone: optionsOf(a, one.name).filter((option) => !optionsOf(b, one.name).includes(option)),
        },
        subject,
        findings,
      );
  }
  for (const one of b.securitySchemes)
    if (!before.has(one.name))
      findings.own.push(
        own('security-scheme-added', {
          subject: `security scheme ${one.name}`,
          message: 'was added',
          revision: one.origin,
        }),
      );
  compareOptions(a.client.options, b.client.options, findings);
  dropEchoes(a, b, findings);
}

const optionsOf = (api: Api, scheme: string): readonly string[] =>
  api.client.options.filter((one) => one.auth?.scheme === scheme).map((one) => `client option ${one.key}`);

/** A scheme comes with its option and its requirement: of the three the one that says most to users stays. */
function dropEchoes(a: Api, b: Api, findings: Findings): void {
  const said = (rule: string, subject: string): boolean =>
    findings.own.some((one) => one.fact.rule === rule && one.fact.subject === subject);
  const used = (api: Api): ReadonlySet<string> =>
    new Set(api.security.flatMap((one) => one.schemes.map((each) => each.name)));
  const echo = (one: Findings['own'][number]): boolean => {
    const { rule, subject } = one.fact;
    const scheme = subject.slice('security scheme '.length);
    if (rule === 'security-scheme-added')
      return (
        used(b).has(scheme) &&
        findings.own.some((each) => /^security-(alternative-added|replaced|required)$/.test(each.fact.rule))
      );
    if (rule === 'security-scheme-removed')
      return optionsOf(a, scheme).some((option) => said('client-option-removed', option));
    const cameWith = (scheme: SecurityScheme): boolean =>
      said('security-scheme-added', `security scheme ${scheme.name}`) ||
      said('security-scheme-changed', `security scheme ${scheme.name}`);
    // That the way of authentication is another one says as much.
    if (rule === 'client-option-meaning-changed')
      return findings.own.some((each) => each.fact.rule === 'security-replaced' && each.user === undefined);
    if (rule === 'client-option-added')
      return b.securitySchemes.some((each) => cameWith(each) && optionsOf(b, each.name).includes(subject));
    if (rule === 'client-option-removed')
      return a.securitySchemes.some(
        (each) =>
          said('security-scheme-changed', `security scheme ${each.name}`) &&
          optionsOf(a, each.name).includes(subject),
      );
    return false;
  };
  const echoes = new Set(findings.own.filter(echo));
  findings.own.splice(0, findings.own.length, ...findings.own.filter((one) => !echoes.has(one)));
}

/** `gone`: options of the client that only the old scheme had. */
function compareScheme(
  {
    a,
    b,
    gone,
  }: { readonly a: SecurityScheme; readonly b: SecurityScheme; readonly gone: readonly string[] },
  subject: string,
  findings: Findings,
): void {
  const at = { subject, base: a.origin, revision: b.origin };
  const wire = wireText(a);
  const other = wireText(b);
  if (wire !== other)
    findings.own.push(
      own('security-scheme-changed', {
        ...at,
        message: 'is sent otherwise',
        before: wire,
        after: other,
        ...(a.kind === b.kind
          ? {}
          : {
              adjust: {
                runtime: 'rejected',
                bump: 'major',
                ...(gone.length === 0 ? {} : { source: ['call'] }),
              },
            }),
      }),
    );
  else if (jsonText(detail(a)) !== jsonText(detail(b)))
    findings.own.push(own('security-scheme-detail-changed', { ...at, message: 'is described otherwise' }));
}

const wireText = (one: SecurityScheme): string =>
  one.kind === 'api_key'
    ? `${one.in} ${one.in === 'header' ? one.parameter.toLowerCase() : one.parameter}`
    : one.kind === 'http'
      ? `http ${one.scheme.toLowerCase()}`
      : one.kind;
const detail = (one: SecurityScheme): { readonly [key: string]: string } => ({
  description: one.description ?? '',
  flows: one.kind === 'oauth2' ? JSON.stringify(one.flows) : '',
  url: one.kind === 'open_id_connect' ? one.url : '',
});

function compareOptions(a: readonly ClientOption[], b: readonly ClientOption[], findings: Findings): void {
  const after = new Map(b.map((one) => [one.key, one]));
  const before = new Set(a.map((one) => one.key));
  const needed = (one: ClientOption): boolean =>
    one.required && one.default === undefined && one.readEnv === undefined && !one.nullable;
  for (const one of a) {
    const other = after.get(one.key);
    const at = {
      subject: `client option ${one.key}`,
      ...(one.origin === undefined ? {} : { base: one.origin }),
      ...(other?.origin === undefined ? {} : { revision: other.origin }),
    };
    if (other === undefined)
      findings.own.push(own('client-option-removed', { ...at, message: 'was removed', before: one.type }));
    else if (needed(one) !== needed(other))
      findings.own.push(
        own(needed(other) ? 'client-option-became-required' : 'client-option-became-optional', {
          ...at,
          message: needed(other) ? 'became required' : 'became optional',
        }),
      );
    if (other !== undefined) compareOptionUse(one, other, findings);
    if (other !== undefined && needed(one) === needed(other) && one.type !== other.type)
      findings.own.push(
        own('client-option-changed', {
          ...at,
          message: 'has another type',
          before: one.type,
          after: other.type,
        }),
      );
  }
  for (const one of b) {
    if (before.has(one.key)) continue;
    findings.own.push(
      own(needed(one) ? 'client-option-added-required' : 'client-option-added', {
        subject: `client option ${one.key}`,
        message: needed(one) ? 'was added and is required' : 'was added',
        after: one.type,
        ...(one.origin === undefined ? {} : { revision: one.origin }),
      }),
    );
  }
}
