import type { Api, ClientOption, SecurityRequirement, SecurityScheme } from '../../ir/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { compareOptionUse } from './client.ts';
import { jsonText } from './json-text.ts';
import { type Compared, type Findings, type User, own } from './place.ts';
import { type Subject, methodSubject, namedSubject, textSubject } from '../subject.ts';
import type { RuleId } from '../rules/catalogue.ts';

const textOf = (securityRequirement: SecurityRequirement): string =>
  securityRequirement.schemes
    .map((each) => each.name)
    .sort(byCodeUnit)
    .join(' and ');
const scopesOf = (all: readonly SecurityRequirement[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    all.map((securityRequirement) => [
      textOf(securityRequirement),
      securityRequirement.schemes.flatMap((each) => each.scopes.map((scope) => `${each.name} ${scope}`)),
    ]),
  );

/** Compares the security alternatives of a method, or those of the client if it declares none. */
export function compareMethodSecurity(
  apis: { readonly base: Api; readonly revision: Api },
  { a, b, user, findings }: Compared,
): void {
  // A change of the default is reported once for the whole API.
  if (a.method.security === undefined && b.method.security === undefined) return;
  compareRequirements(a.method.security ?? apis.base.security, b.method.security ?? apis.revision.security, {
    at: { subject: methodSubject(a.symbol), base: a.method.origin, revision: b.method.origin },
    findings,
    user,
  });
}

interface At {
  readonly subject: Subject;
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
    all.length === 0 || all.some((securityRequirement) => securityRequirement.schemes.length === 0);
  const before = new Set(a.map(textOf).filter((text) => text !== ''));
  const after = new Set(b.map(textOf).filter((text) => text !== ''));
  const words = (all: ReadonlySet<string>, none: boolean): string =>
    [...all, ...(none ? ['none'] : [])].join(' or ');
  const shown = { before: words(before, free(a)), after: words(after, free(b)) };
  if (free(a) && !free(b))
    return push('security-required', { message: 'now needs authentication', ...shown });
  if (!free(a) && free(b))
    return push('security-dropped', { message: 'no longer needs authentication', ...shown });
  if (![...before].some((name) => after.has(name)) && before.size > 0 && after.size > 0)
    push(free(b) ? 'security-alternative-added' : 'security-replaced', {
      message: 'authenticates in another way',
      ...shown,
    });
  else {
    for (const name of after)
      if (!before.has(name))
        push('security-alternative-added', { message: `also accepts ${name}`, after: name });
    for (const name of before)
      if (!after.has(name))
        push('security-alternative-removed', { message: `no longer accepts ${name}`, before: name });
  }
  const scopes = scopesOf(b);
  for (const [text, old] of scopesOf(a)) {
    const fresh = scopes.get(text);
    if (fresh === undefined) continue;
    for (const name of fresh)
      if (!old.includes(name))
        push('security-scope-added', { message: `needs the scope ${name}`, after: name });
    for (const name of old)
      if (!fresh.includes(name))
        push('security-scope-removed', { message: `no longer needs the scope ${name}`, before: name });
  }
}

/** Compares security schemes, the default requirements and the client's options. */
export function compareSecurity(a: Api, b: Api, findings: Findings): void {
  compareRequirements(a.security, b.security, {
    at: { subject: textSubject('every method without requirements of its own') },
    findings,
  });
  const after = new Map(b.securitySchemes.map((securityScheme) => [securityScheme.name, securityScheme]));
  const before = new Set(a.securitySchemes.map((securityScheme) => securityScheme.name));
  for (const securityScheme of a.securitySchemes) {
    const other = after.get(securityScheme.name);
    const subject = namedSubject('security scheme', securityScheme.name);
    if (other === undefined)
      findings.own.push(
        own('security-scheme-removed', { subject, message: 'was removed', base: securityScheme.origin }),
      );
    else
      compareScheme(
        {
          a: securityScheme,
          b: other,
          removed: optionsOf(a, securityScheme.name).filter(
            (option) => !optionsOf(b, securityScheme.name).includes(option),
          ),
        },
        subject,
        findings,
      );
  }
  for (const securityScheme of b.securitySchemes)
    if (!before.has(securityScheme.name))
      findings.own.push(
        own('security-scheme-added', {
          subject: namedSubject('security scheme', securityScheme.name),
          message: 'was added',
          revision: securityScheme.origin,
        }),
      );
  compareOptions(a.client.options, b.client.options, findings);
  dropEchoes(a, b, findings);
}

const optionsOf = (api: Api, scheme: string): readonly string[] =>
  api.client.options.filter((option) => option.auth?.scheme === scheme).map((option) => option.key);

const nameOf = ({ fact: { subject } }: Findings['own'][number]): string =>
  subject.kind === 'named' ? subject.name : '';

/**
 * A security scheme, its option and its requirement change together: only the most useful of the three
 * findings is kept.
 */
function dropEchoes(a: Api, b: Api, findings: Findings): void {
  const isFound = (rule: RuleId, name: string): boolean =>
    findings.own.some((item) => item.fact.rule === rule && nameOf(item) === name);
  const used = (api: Api): ReadonlySet<string> =>
    new Set(
      api.security.flatMap((securityRequirement) => securityRequirement.schemes.map((each) => each.name)),
    );
  const echo = (item: Findings['own'][number]): boolean => {
    const { rule } = item.fact;
    const name = nameOf(item);
    if (rule === 'security-scheme-added')
      return (
        used(b).has(name) &&
        findings.own.some((each) => /^security-(alternative-added|replaced|required)$/.test(each.fact.rule))
      );
    if (rule === 'security-scheme-removed')
      return optionsOf(a, name).some((option) => isFound('client-option-removed', option));
    const cameWith = (scheme: SecurityScheme): boolean =>
      isFound('security-scheme-added', scheme.name) || isFound('security-scheme-changed', scheme.name);
    // The changed way of authentication already implies it.
    if (rule === 'client-option-meaning-changed')
      return findings.own.some((each) => each.fact.rule === 'security-replaced' && each.user === undefined);
    if (rule === 'client-option-added')
      return b.securitySchemes.some((each) => cameWith(each) && optionsOf(b, each.name).includes(name));
    if (rule === 'client-option-removed')
      return a.securitySchemes.some(
        (each) => isFound('security-scheme-changed', each.name) && optionsOf(a, each.name).includes(name),
      );
    return false;
  };
  const echoes = new Set(findings.own.filter(echo));
  findings.own.splice(0, findings.own.length, ...findings.own.filter((item) => !echoes.has(item)));
}

/** `removed`: client options that only the old scheme had. */
function compareScheme(
  {
    a,
    b,
    removed,
  }: { readonly a: SecurityScheme; readonly b: SecurityScheme; readonly removed: readonly string[] },
  subject: Subject,
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
                ...(removed.length === 0 ? {} : { source: ['call'] }),
              },
            }),
      }),
    );
  else if (jsonText(detail(a)) !== jsonText(detail(b)))
    findings.own.push(own('security-scheme-detail-changed', { ...at, message: 'is described otherwise' }));
}

const wireText = (securityScheme: SecurityScheme): string =>
  securityScheme.kind === 'api_key'
    ? `${securityScheme.in} ${securityScheme.in === 'header' ? securityScheme.parameter.toLowerCase() : securityScheme.parameter}`
    : securityScheme.kind === 'http'
      ? `http ${securityScheme.scheme.toLowerCase()}`
      : securityScheme.kind;
const detail = (securityScheme: SecurityScheme): { readonly [key: string]: string } => ({
  description: securityScheme.description ?? '',
  flows: securityScheme.kind === 'oauth2' ? JSON.stringify(securityScheme.flows) : '',
  url: securityScheme.kind === 'open_id_connect' ? securityScheme.url : '',
});

function compareOptions(a: readonly ClientOption[], b: readonly ClientOption[], findings: Findings): void {
  const after = new Map(b.map((clientOption) => [clientOption.key, clientOption]));
  const before = new Set(a.map((clientOption) => clientOption.key));
  const needed = (clientOption: ClientOption): boolean =>
    clientOption.required &&
    clientOption.default === undefined &&
    clientOption.readEnv === undefined &&
    !clientOption.nullable;
  for (const clientOption of a) {
    const other = after.get(clientOption.key);
    const at = {
      subject: namedSubject('client option', clientOption.key),
      ...(clientOption.origin === undefined ? {} : { base: clientOption.origin }),
      ...(other?.origin === undefined ? {} : { revision: other.origin }),
    };
    if (other === undefined)
      findings.own.push(
        own('client-option-removed', { ...at, message: 'was removed', before: clientOption.type }),
      );
    else if (needed(clientOption) !== needed(other))
      findings.own.push(
        own(needed(other) ? 'client-option-became-required' : 'client-option-became-optional', {
          ...at,
          message: needed(other) ? 'became required' : 'became optional',
        }),
      );
    if (other !== undefined) compareOptionUse(clientOption, other, findings);
    if (other !== undefined && needed(clientOption) === needed(other) && clientOption.type !== other.type)
      findings.own.push(
        own('client-option-changed', {
          ...at,
          message: 'has another type',
          before: clientOption.type,
          after: other.type,
        }),
      );
  }
  for (const clientOption of b) {
    if (before.has(clientOption.key)) continue;
    findings.own.push(
      own(needed(clientOption) ? 'client-option-added-required' : 'client-option-added', {
        subject: namedSubject('client option', clientOption.key),
        message: needed(clientOption) ? 'was added and is required' : 'was added',
        after: clientOption.type,
        ...(clientOption.origin === undefined ? {} : { revision: clientOption.origin }),
      }),
    );
  }
}
