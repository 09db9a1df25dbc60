/** Documents to break, ways to break them, and what holds of every tree that comes out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import type { TreeFile } from '../../generator/emit/types.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../generator/lib/json.ts';
import { type Sdk, sdkOf } from '../support/sdk.ts';
import { projectRoot } from '../support/shared.ts';
import { textFaults } from './texts.ts';

/** A house document as a JSON value. */
export const houseDocument = (name: string): JsonValue =>
  parse(houseText(name), { intAsBigInt: false }) as JsonValue;
export const houseText = (name: string): string =>
  readFileSync(join(projectRoot, 'specs', name, 'openapi.yml'), 'utf8');

/** 150 runs of each property where everything is checked, a fifth of them while one works. */
export const RUNS: number = process.env['SDKWRIGHT_CI'] === undefined ? 30 : 40;
/**
 * Whole documents cost a second each, so a property has few runs over them; the small one below has something
 * in every place.
 */
export const FEW: number = process.env['SDKWRIGHT_CI'] === undefined ? 2 : 3;

export const SMALL: JsonValue = parse(`
openapi: 3.1.0
info: { title: Shop, version: 1.0.0, description: A shop., contact: { name: Ann }, license: { name: MIT } }
servers: [{ url: 'https://{region}.shop.example', variables: { region: { default: eu, enum: [eu, us], description: Where. } } }]
tags: [{ name: books, description: Books. }]
security: [{ key: [] }]
paths:
  /books/{id}:
    get:
      operationId: getBook
      tags: [books]
      summary: Gets
      description: One book.
      parameters:
        - { name: id, in: path, required: true, description: Which., schema: { type: string }, example: emma }
        - { name: sort, in: query, schema: { type: string, enum: [up, down], default: up } }
      responses:
        '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
        '404': { description: None, content: { application/json: { schema: { type: object, properties: { message: { type: string } } } } } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key, description: A key. } }
  schemas:
    Book: { title: Book, description: A book., type: object, required: [title], properties: { title: { type: string, description: Its title., examples: [Emma] }, kind: { enum: [novel, poem] } } }
`) as JsonValue;

/** All files, those about the document itself among them. */
export async function treeOf(
  document: JsonValue,
): Promise<{ readonly sdk: Sdk; readonly files: readonly TreeFile[] }> {
  const sdk = await sdkOf(JSON.stringify(document), { name: 'openapi.json' });
  return { sdk, files: [...sdk.files, ...(sdk.generation?.documented ?? [])] };
}

export type Path = readonly (string | number)[];

/** Every place with a string as value. */
export const stringPlaces = (value: JsonValue): readonly Path[] =>
  places(value, (one) => typeof one === 'string');
/** Every place with an object as value. */
export const objectPlaces = (value: JsonValue): readonly Path[] => places(value, isJsonObject);

export const allPlaces = (value: JsonValue): readonly Path[] => places(value, () => true);

function places(value: JsonValue, wanted: (one: JsonValue) => boolean, at: Path = []): readonly Path[] {
  const own = wanted(value) ? [at] : [];
  if (Array.isArray(value))
    return [...own, ...value.flatMap((item, index) => places(item, wanted, [...at, index]))];
  if (isJsonObject(value))
    return [...own, ...Object.entries(value).flatMap(([key, item]) => places(item, wanted, [...at, key]))];
  return own;
}

/** A copy with `change` applied at a place. */
export function changed(value: JsonValue, path: Path, change: (old: JsonValue) => JsonValue): JsonValue {
  const [first, ...rest] = path;
  if (first === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item, index) => (index === first ? changed(item, rest, change) : item));
  if (!isJsonObject(value)) return value;
  return fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === first ? changed(item, rest, change) : item]),
  );
}

/** `Object.fromEntries` keeps `__proto__` as an own property. */
export const fromEntries = (entries: readonly (readonly [string, JsonValue])[]): JsonObject =>
  Object.fromEntries(entries);

/** What is wrong with a tree, as sentences; empty for every tree that may be written. */
export function faultsOf(files: readonly TreeFile[]): readonly string[] {
  const seen = new Set<string>();
  return files.flatMap((file) => {
    const double = seen.has(file.path.toLowerCase());
    seen.add(file.path.toLowerCase());
    return [
      ...(double ? [`${file.path} is written twice`] : []),
      ...(isInside(file.path) ? [] : [`${file.path} leaves its folder`]),
      ...(file.path.endsWith('.ts') ? codeFaults(file) : []),
      ...(file.path.endsWith('.json') ? jsonFaults(file) : []),
      ...textFaults(file),
    ];
  });
}

const isInside = (path: string): boolean =>
  /^[^/\\\0]+(\/[^/\\\0]+)*$/.test(path) &&
  !path.split('/').some((part) => part === '..' || part === '.' || part === 'node_modules');

function jsonFaults(file: TreeFile): readonly string[] {
  try {
    JSON.parse(file.text);
    return [];
  } catch (error) {
    return [`${file.path}: ${String(error)}`];
  }
}

/** Names that hostile texts of the tests would call, were they ever code. */
const PAYLOAD = 'alert';

/** Files of the runtime are the same in every tree. */
const known = new Map<string, readonly string[]>();

function codeFaults(file: TreeFile): readonly string[] {
  const key = `${file.path}\n${file.text}`;
  const found = known.get(key) ?? findCodeFaults(file);
  known.set(key, found);
  return found;
}

function findCodeFaults(file: TreeFile): readonly string[] {
  const parsed = ts.transpileModule(file.text, {
    reportDiagnostics: true,
    fileName: file.path,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const syntax = (parsed.diagnostics ?? []).map(
    (one) => `${file.path}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`,
  );
  if (!file.text.includes(PAYLOAD)) return syntax;
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true);
  const calls: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === PAYLOAD)
      calls.push(`${file.path}: text became code: ${node.parent.getText().slice(0, 100)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...syntax, ...calls];
}
