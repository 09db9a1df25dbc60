/** Complete programs with sample calls. */
import type { SecurityRequirement } from '../../../ir/types.ts';
import { listedThing, thingOf } from '../../../plan/samples/showcase.ts';
import type { Shown, SampleCall } from '../../../plan/samples/call.ts';
import { type ClientMember, clientMembers } from '../client.ts';
import {
  type Code,
  code,
  dottedName,
  empty,
  identifier,
  join,
  stringLiteral,
  valueLiteral,
} from '../code.ts';
import type { Colour } from '../methods/returns.ts';
import type { PythonMethod } from '../methods/method.ts';
import type { PythonSdk } from '../sdk.ts';
import type { TypeExpression } from '../types/expr.ts';
import { isKeyword } from '../reserved.ts';
import { singular } from '../../../lib/words.ts';
import type { Declaration } from '../types/declaration.ts';
import { type FileSample, printCall } from './print.ts';

export interface SnippetContext {
  readonly design: PythonSdk;
  /** The imported package: `smithery`. */
  readonly packageName: string;
}

/** Placeholder if the document has no server URL (RFC 2606). */
const EXAMPLE_URL = 'https://api.example.com';

/** For example `client.servers.list`. */
export const calleeOf = ({ resource, layout }: PythonMethod): Code =>
  dottedName(['client', ...resource.properties, layout.name]);

/** A program with one call. */
export function snippet(
  context: SnippetContext,
  method: PythonMethod,
  sample: SampleCall,
  colour: Colour = 'sync',
): Code {
  const { layout } = context.design;
  const className = identifier(colour === 'async' ? layout.root.asyncClassName : layout.root.className);
  const imports = [
    ...(colour === 'async' ? [code`import asyncio`] : []),
    ...(usesEnvironment(context, method) ? [code`import os`] : []),
    ...(sample.usesFile ? [code`from pathlib import Path`] : []),
  ];
  const head = join(
    [
      ...(imports.length > 0 ? [join(imports, '\n'), empty] : []),
      code`from ${dottedName(context.packageName.split('.'))} import ${className}`,
      empty,
      construction(context, className, method),
    ],
    '\n',
  );
  const use = printUse(method, sample, { colour, indent: colour === 'async' ? 4 : 0, file: 'disk' });
  return colour === 'sync'
    ? code`${head}\n\n${use}`
    : code`${head}\n\n\nasync def main() -> None:\n${use}\n\n\nasyncio.run(main())`;
}

const usesEnvironment = (context: SnippetContext, method: PythonMethod): boolean =>
  shownOptions(context, method).some((shownOption) => shownOption.option.readEnv !== undefined);

/** Shows options that can be set by environment variables, because readers look for them. */
function shownOptions({ design: sdk }: SnippetContext, method: PythonMethod): readonly ClientMember[] {
  const { plan } = sdk;
  const needed = schemesOf(method.planned.request.security ?? plan.api.security);
  return clientMembers(sdk.names, plan.client).filter((clientMember) =>
    clientMember.option.auth === undefined
      ? clientMember.isRequired && clientMember.option.default === undefined
      : needed.has(clientMember.option.auth.scheme) || (clientMember.isRequired && needed.size === 0),
  );
}

function construction(context: SnippetContext, className: Code, method: PythonMethod): Code {
  const { plan } = context.design;
  const entries = [
    ...(plan.client.hasServers ? [] : [code`base_url=${stringLiteral(EXAMPLE_URL)}`]),
    ...shownOptions(context, method).flatMap(optionOf),
  ];
  if (entries.length === 0) return code`client = ${className}()`;
  const body = join(
    entries.map((entry) => code`    ${entry},\n`),
    '',
  );
  return code`client = ${className}(\n${body})`;
}

const schemesOf = (requirements: readonly SecurityRequirement[]): ReadonlySet<string> =>
  new Set(requirements.flatMap((requirement) => requirement.schemes.map((scheme) => scheme.name)));

function optionOf({ option, name }: ClientMember): readonly Code[] {
  if (option.readEnv !== undefined)
    return [code`${identifier(name)}=os.environ.get(${stringLiteral(option.readEnv)})`];
  if (option.default !== undefined) return [];
  return [
    code`${identifier(name)}=${option.type === 'string' ? stringLiteral(option.example ?? `My ${option.key.replaceAll('_', ' ')}`) : valueLiteral(option.type === 'number' ? 0 : false)}`,
  ];
}

/** The lines of a call and of the code that prints its result. */
export function printUse(
  method: PythonMethod,
  sample: SampleCall,
  { colour, indent, file }: { readonly colour: Colour; readonly indent: number; readonly file: FileSample },
): Code {
  const callee = calleeOf(method);
  const space = join(
    Array.from({ length: indent }, () => code` `),
    '',
  );
  const wait = colour === 'async' ? code`await ` : empty;
  const loop = colour === 'async' ? code`async for` : code`for`;
  const variable = identifier(variableOf(method));
  const views = (lead: Code, tail: Code = empty): Code =>
    printCall(sample, method, { lead, callee, tail, indent, file });
  const member = (shows: Extract<Shown, { property: string | undefined }>): Code =>
    shows.property === undefined ? empty : memberAccess(method, shows.property);
  switch (sample.shows.kind) {
    case 'nothing':
      return views(wait);
    case 'value':
      return code`${views(code`${variable} = ${wait}`)}\n${space}print(${variable}${member(sample.shows)})`;
    case 'binary':
      return code`${views(code`${variable} = ${wait}`)}\n${space}content = ${wait}${variable}.read()\n${space}print(len(content))`;
    case 'events':
      return code`${views(code`stream = ${wait}`)}\n${space}${loop} event in stream:\n${space}    print(event)`;
    case 'items':
      return code`${space}# Fetches more pages as needed.\n${views(code`${loop} ${variable} in `, code`:`)}\n${space}    print(${variable}${member(sample.shows)})`;
    default:
      return sample.shows satisfies never;
  }
}

/** `.display_name` for a model; empty if it has no such field. */
function memberAccess(method: PythonMethod, property: string): Code {
  const type = shownType(method);
  const body = type?.kind === 'declaration' ? type.declaration.body : undefined;
  const found =
    body?.kind === 'model' ? body.members.find((member) => member.wireName === property) : undefined;
  return found ? code`.${identifier(found.name)}` : empty;
}

function shownType({ result }: PythonMethod): TypeExpression | undefined {
  if (result.kind === 'value') return result.type;
  return result.kind === 'page' ? result.item : undefined;
}

/** Methods that handle a single item of the resource. */
const SINGLE = new Set(['create', 'retrieve', 'get', 'update', 'delete', 'replace']);
const TAKEN = new Set(['client', 'content', 'event', 'stream', 'print', 'main', 'asyncio', 'os']);

function variableOf({ result, resource, method, layout }: PythonMethod): string {
  const safe = (name: string): string => (TAKEN.has(name) || isKeyword(name) ? `${name}_` : name);
  const thing = (name: string): string => thingOf(resource.path, name);
  const model = (type: TypeExpression): string | undefined =>
    type.kind === 'declaration' ? snakeOf(type.declaration) : undefined;
  const own = resource.property === '' ? undefined : singularOf(resource.property);
  switch (result.kind) {
    case 'page':
      return safe(listedThing(resource.path, method.key) ?? thing(model(result.item) ?? 'item'));
    case 'value':
      if (SINGLE.has(method.key) && own !== undefined) return safe(own);
      if (method.key === 'list' && resource.property !== '') return safe(resource.property);
      return safe(thing(model(result.type) ?? 'response'));
    case 'stream':
      return SINGLE.has(method.key) && own !== undefined ? safe(own) : 'response';
    default:
      return layout.name === 'stream' ? 'stream' : 'response';
  }
}

/** The file of a type has the name of the type. */
const snakeOf = ({ module }: Declaration): string => module.slice(module.lastIndexOf('.') + 1);

const singularOf = (property: string): string => {
  const words = property.replace(/_+$/, '').split('_');
  return words.map((word, index) => (index === words.length - 1 ? singular(word) : word)).join('_');
};
