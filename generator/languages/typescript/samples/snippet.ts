/** Complete programs with sample calls, using the class or a standalone function. */
import type { SecurityRequirement } from '../../../ir/types.ts';
import type { ClientClass } from '../client.ts';
import { type Code, code, empty, identifier, join, stringLiteral } from '../code.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import type { SamplePlan } from './call.ts';
import { member, printCall, printUse } from './print.ts';

/** Placeholder if the document has no server URL (RFC 2606). */
export const EXAMPLE_URL = 'https://api.example.com';

/** Data of the package that samples need. */
export interface SnippetContext {
  readonly client: ClientClass;
  readonly packageName: string;
  /** Variable of the client: `client`. */
  readonly variable: string;
  /** Default security requirements of operations. */
  readonly security: readonly SecurityRequirement[];
  readonly functionOf: (
    plan: TypescriptMethod,
  ) => { readonly file: string; readonly name: string } | undefined;
}

/** For example `client.servers.list`. */
export const calleeOf = (context: Pick<SnippetContext, 'variable'>, plan: TypescriptMethod): Code =>
  join(
    [identifier(context.variable), ...plan.resource.properties.map(identifier), identifier(plan.layout.name)],
    '.',
  );

/** The lines of `@example`: only the call. */
export const exampleLines = (
  context: Pick<SnippetContext, 'variable'>,
  sample: SamplePlan,
): readonly string[] => printUse(sample, { callee: calleeOf(context, sample.plan), indent: 0 }).split('\n');

/** A program with one call through the class. */
export function classSnippet(context: SnippetContext, sample: SamplePlan): Code {
  return join(
    [
      classImports(context, sample.usesFile),
      constructClient(context, context.client.className, sample.plan),
      printUse(sample, { callee: calleeOf(context, sample.plan), indent: 0 }),
    ],
    '\n\n',
  );
}

export const classImports = (context: SnippetContext, usesFile: boolean): Code =>
  code`${usesFile ? code`import fs from 'node:fs';\n` : empty}import ${identifier(context.client.className)} from ${stringLiteral(context.packageName)};`;

/**
 * `const client = new Smithery({ … });` Shows options that can be set by environment variables, because
 * readers look for them. Of the credentials, it shows only those that the operation requires.
 */
function constructClient(
  context: Pick<SnippetContext, 'client' | 'variable' | 'security'>,
  className: string,
  plan: TypescriptMethod,
): Code {
  const options = shownOptions(context, plan);
  const isRead = ({ option }: ClientClass['options'][number]): boolean =>
    option.readEnv !== undefined &&
    option.type === 'string' &&
    (option.auth !== undefined || option.required);
  const hasSeveral = options.filter(isRead).length > 1;
  const remark = hasSeveral ? empty : code` // This is the default and can be omitted`;
  const lines: Code[] = options.flatMap((clientMember): readonly Code[] => {
    const { option, property } = clientMember;
    if (option.auth === undefined && !option.required) return [];
    if (isRead(clientMember))
      return [
        code`  ${identifier(property)}: process.env[${stringLiteral(option.readEnv ?? '')}],${remark}\n`,
      ];
    if (option.default !== undefined || option.nullable) return [];
    if (option.readEnv !== undefined) return [];
    return option.required
      ? [
          code`  ${identifier(property)}: ${option.type === 'string' ? stringLiteral(option.example ?? `My ${property}`) : option.type === 'number' ? code`1` : code`true`},\n`,
        ]
      : [];
  });
  if (context.client.missingURL) lines.unshift(code`  baseURL: ${stringLiteral(EXAMPLE_URL)},\n`);
  const result = code`const ${identifier(context.variable)} = new ${identifier(className)}(`;
  const head = hasSeveral
    ? code`  // Values from the environment are the defaults and can be omitted.\n`
    : empty;
  return lines.length === 0 ? code`${result});` : code`${result}{\n${head}${join(lines, '')}});`;
}

/** If there are several alternatives, uses the one with the fewest credentials. */
export function shownOptions(
  { client, security }: Pick<SnippetContext, 'client' | 'security'>,
  { method }: TypescriptMethod,
): ClientClass['options'] {
  const givenBy = (name: string): ClientClass['options'] =>
    client.options.filter(({ option }) => option.auth?.scheme === name);
  const ways = (method.security ?? security)
    .map((securityRequirement) => securityRequirement.schemes.map((scheme) => givenBy(scheme.name)))
    .filter((row) => row.length > 0 && row.every((options) => options.length > 0))
    .map((row) => new Set(row.flat()))
    .sort((a, b) => a.size - b.size);
  const [way] = ways;
  if (!way) return client.options;
  return client.options.filter(
    (option) =>
      option.option.auth === undefined ||
      way.has(option) ||
      (option.option.required && !option.option.nullable),
  );
}

/** The same call through the standalone function, which returns failures as values. */
export function functionSnippet(context: SnippetContext, sample: SamplePlan): Code {
  const named = context.functionOf(sample.plan);
  if (!named) return empty;
  const name = identifier(named.name);
  const core = identifier(context.client.coreName);
  const imports = code`${sample.usesFile ? code`import fs from 'node:fs';\n` : empty}import { ${core} } from ${stringLiteral(`${context.packageName}/core`)};
import { ${name} } from ${stringLiteral(`${context.packageName}/funcs/${named.file}`)};`;
  const call = printCall(sample, {
    lead: code`const result = await `,
    callee: name,
    first: identifier(context.variable),
    tail: code`;`,
    indent: 0,
  });
  return code`${imports}

${constructClient(context, context.client.coreName, sample.plan)}

${call}
if (result.ok) {
${outcome(sample)}
} else {
  console.error(${stringLiteral(`${named.name} failed:`)}, result.error);
}`;
}

function outcome(sample: SamplePlan): Code {
  switch (sample.shows.kind) {
    case 'nothing':
      return code`  console.log('done');`;
    case 'value':
      return code`  console.log(result.value${member(sample.shows.property)});`;
    case 'binary':
      return code`  console.log(await result.value.blob());`;
    case 'events':
      return code`  for await (const event of result.value) {\n    console.log(event);\n  }`;
    case 'items':
      return code`  for await (const ${identifier(sample.variable)} of result.value) {\n    console.log(${identifier(sample.variable)}${member(sample.shows.property)});\n  }`;
    default:
      return sample.shows satisfies never;
  }
}
