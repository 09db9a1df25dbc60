/** Finds the call that a JavaScript or TypeScript code sample shows. */
import { createRequire } from 'node:module';
import {
  type AnyNode,
  type CallExpression,
  type NewExpression,
  type Program,
  type Property,
  type SpreadElement,
  type VariableDeclarator,
  parse,
} from 'acorn';
import type ts from 'typescript';
import type { Sample, SampleCall } from '../../lib/sample.ts';
import type { SampleReader } from '../language-data.ts';

/** Longer samples are skipped. */
const LONGEST = 20_000;

interface FoundCall {
  readonly node: CallExpression;
  readonly chain: readonly string[];
  readonly paginated: boolean;
}

/** Returns what the sample shows. Text that is not a program, or does not call a client, gives no call. */
export function parseSample(source: string): Sample {
  if (source.length > LONGEST || !source.includes('new ')) return { options: [] };
  const parsed = parseScript(source) ?? parseTypescript(source);
  if (parsed === undefined) return { options: [] };
  const clients = new Map<string, NewExpression>();
  const calls: FoundCall[] = [];
  visit(parsed.program, { imported: new Set(), transports: new Set(), clients, calls, iterated: false });
  const [client] = clients.values();
  const call = calls[0];
  return {
    options: client === undefined ? [] : environmentOptions(client, parsed.text),
    ...(client?.callee.type === 'Identifier' && { clientName: client.callee.name }),
    ...(call !== undefined && { call: describeCall(call) }),
  };
}

interface Parsed {
  readonly program: Program;
  readonly text: string;
}

function parseScript(text: string): Parsed | undefined {
  try {
    return {
      program: parse(text, {
        ecmaVersion: 'latest',
        sourceType: 'module',
        allowAwaitOutsideFunction: true,
        allowReturnOutsideFunction: true,
      }),
      text,
    };
  } catch {
    return undefined;
  }
}

let compiler: typeof ts | undefined;

/**
 * The compiler is large, so it is only loaded for samples that are not plain scripts. `require` avoids
 * scanning it for exports.
 */
function parseTypescript(source: string): Parsed | undefined {
  compiler ??= createRequire(import.meta.url)('typescript') as typeof ts;
  return parseScript(
    compiler.transpileModule(source, {
      compilerOptions: { target: compiler.ScriptTarget.ESNext, module: compiler.ModuleKind.ESNext },
    }).outputText,
  );
}

interface Search {
  /** Names that the sample imports, if any. Other classes then do not come from a package. */
  readonly imported: Set<string>;
  /** Names imported from modules such as `ws` and `axios`. */
  readonly transports: Set<string>;
  readonly clients: Map<string, NewExpression>;
  readonly calls: FoundCall[];
  readonly iterated: boolean;
}

function visit(node: AnyNode, search: Search): void {
  if (node.type === 'ImportDeclaration')
    for (const { local } of node.specifiers) noteImport(local.name, node.source.value, search);
  if (node.type === 'VariableDeclarator') readVariable(node, search);
  if (node.type === 'CallExpression') {
    const [root, ...chain] = chainOf(node.callee) ?? [];
    if (root !== undefined && isCallOfApi(chain) && search.clients.has(root))
      search.calls.push({ node, chain, paginated: search.iterated });
  }
  if (node.type === 'ForOfStatement' && node.await) {
    visit(node.right, { ...search, iterated: true });
    visit(node.body, { ...search, iterated: false });
    return;
  }
  for (const child of Object.values(node).flat()) if (isNode(child)) visit(child, search);
}

function readVariable({ id, init }: VariableDeclarator, search: Search): void {
  if (isRequire(init))
    for (const name of id.type === 'Identifier'
      ? [id.name]
      : id.type === 'ObjectPattern'
        ? id.properties.flatMap((property) =>
            property.type === 'Property' && property.value.type === 'Identifier' ? [property.value.name] : [],
          )
        : [])
      noteImport(name, requiredModule(init), search);
  if (init?.type !== 'NewExpression' || id.type !== 'Identifier') return;
  const [root] = chainOf(init.callee) ?? [];
  if (root === undefined || search.transports.has(root)) return;
  const importsAny = search.imported.size + search.transports.size > 0;
  if (importsAny ? search.imported.has(root) : !PLATFORM.has(root)) search.clients.set(id.name, init);
}

function noteImport(name: string, module: unknown, search: Search): void {
  if (typeof module === 'string' && TRANSPORTS.test(module)) search.transports.add(name);
  else search.imported.add(name);
}

/** General modules for requests or data. Their exports are not the client of this API. */
const TRANSPORTS =
  /^(?:node:.*|https?|http2|fs(?:\/promises)?|events|url|buffer|stream|crypto|path|util|ws|isomorphic-ws|eventsource|socket\.io-client|axios|got|ky|superagent|undici|node-fetch|cross-fetch|isomorphic-fetch|form-?data(?:-node)?|qs|dotenv.*)$/;

/** Registering an event listener is not a call of the API. */
const isCallOfApi = (chain: readonly string[]): boolean =>
  chain.length > 0 && !/^(?:on|once|off|emit|addEventListener|addListener)$/.test(chain.at(-1) ?? '');

/** Classes of the language and its platforms that samples of plain HTTP use. */
const PLATFORM = new Set([
  'AbortController',
  'Array',
  'Blob',
  'Date',
  'Error',
  'EventSource',
  'File',
  'FileReader',
  'FormData',
  'Headers',
  'Map',
  'Object',
  'Promise',
  'Proxy',
  'ReadableStream',
  'RegExp',
  'Request',
  'Response',
  'Set',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'Uint8Array',
  'WeakMap',
  'WebSocket',
  'XMLHttpRequest',
]);

/** The `x` in `require('x')`. */
function requiredModule(node: AnyNode | null | undefined): unknown {
  if (node?.type === 'MemberExpression') return requiredModule(node.object);
  const [first] = node?.type === 'CallExpression' ? node.arguments : [];
  return first?.type === 'Literal' ? first.value : undefined;
}

/** `require('x')` or `require('x').default`. */
function isRequire(node: AnyNode | null | undefined): boolean {
  if (node?.type === 'MemberExpression') return isRequire(node.object);
  return (
    node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require'
  );
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** `client.servers.list` → `client`, `servers`, `list`. Undefined for anything but plain property access. */
function chainOf(callee: CallExpression['callee'] | NewExpression['callee']): readonly string[] | undefined {
  const names: string[] = [];
  let node = callee;
  while (node.type === 'MemberExpression') {
    if (node.computed || node.property.type !== 'Identifier') return undefined;
    names.unshift(node.property.name);
    node = node.object;
  }
  return node.type === 'Identifier' ? [node.name, ...names] : undefined;
}

function describeCall({ node, chain, paginated }: FoundCall): SampleCall {
  const first = node.arguments.findIndex((argument) => argument.type === 'ObjectExpression');
  const object = node.arguments[first];
  const keys =
    object?.type === 'ObjectExpression' ? object.properties.flatMap((property) => keyOf(property) ?? []) : [];
  return { chain, positional: first < 0 ? node.arguments.length : first, keys, paginated };
}

function keyOf(property: Property | SpreadElement): string | undefined {
  if (property.type !== 'Property' || property.computed) return undefined;
  if (property.key.type === 'Identifier') return property.key.name;
  return property.key.type === 'Literal' ? String(property.key.value) : undefined;
}

/** `key: process.env['NAME']` and `key: process.env.NAME`, optionally with a default after `??`. */
function environmentOptions(client: NewExpression, text: string): Sample['options'] {
  const argument = client.arguments[0];
  if (argument?.type !== 'ObjectExpression') return [];
  return argument.properties.flatMap((property) => {
    const key = keyOf(property);
    if (key === undefined || property.type !== 'Property') return [];
    const env = /process\.env(?:\[\s*(['"])(\w+)\1\s*\]|\.(\w+))/.exec(
      text.slice(property.value.start, property.value.end),
    );
    const name = env?.[2] ?? env?.[3];
    return name === undefined ? [] : [{ name: key, env: name }];
  });
}

export const sampleReader: SampleReader = {
  labels: /^(?:java ?script|type ?script|js|ts|node(?:\.?js)?|javascript.*sdk|typescript.*sdk)$/i,
  read: parseSample,
};
