/**
 * Run with Node.js 22 or later: compiles every specification to an OpenAPI document and writes what the mock server
 * expects as data, both into the folder given. `prepare.mjs FOLDER`
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NodeHost, compile, resolvePath } from '@typespec/compiler';
import { isMatcher } from '@typespec/spec-api';

const SERVER = { baseUrl: '{baseUrl}' };
const folder = process.argv[2];
const root = dirname(fileURLToPath(import.meta.resolve('@typespec/http-specs/package.json')));
const specs = join(root, 'specs');

const names = (await readdir(specs, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name === 'main.tsp')
  .map((entry) => relative(specs, entry.parentPath))
  .sort();

const result = [];
for (const name of names) {
  const out = join(folder, 'documents', name);
  await mkdir(out, { recursive: true });
  const problems = await emit(name, out);
  const documents = (await readdir(out)).filter((file) => file.endsWith('.yaml')).sort();
  const { Scenarios } = await import(pathToFileURL(join(root, 'dist/specs', name, 'mockapi.js')).href);
  result.push({ name, documents, problems, scenarios: Object.entries(Scenarios).map(([key, one]) => scenario(key, one)) });
}
await writeFile(join(folder, 'expectations.json'), JSON.stringify(result, undefined, 1));

/** What the compiler says, also where the emitter itself fails. */
async function emit(name, out) {
  // What an event of a stream holds can only be said since OpenAPI 3.2.
  const version = name.startsWith('streaming') ? '3.2.0' : '3.1.0';
  const options = { 'emitter-output-dir': out, 'file-type': 'yaml', 'openapi-versions': [version] };
  try {
    const program = await compile(NodeHost, resolvePath(specs, name, 'main.tsp'), {
      emit: ['@typespec/openapi3'], outputDir: out, options: { '@typespec/openapi3': options },
    });
    return program.diagnostics.filter((one) => one.severity === 'error').map((one) => `${one.code}: ${one.message}`);
  } catch (error) {
    return [`the emitter failed: ${(error instanceof Error ? error.message : String(error)).split('\n', 1)[0]}`];
  }
}

function scenario(name, { passCondition, apis }) {
  return { name, passCondition, expectations: apis.map(expectation) };
}

function expectation({ uri, method, request, response, handler }) {
  return {
    uri, method,
    request: request && { ...data(request), ...(request.body && { body: body(request.body) }) },
    response: { ...data(response), ...(response?.body && { body: body(response.body) }) },
    hasHandler: handler !== undefined,
  };
}

/** Values that the server computes are computed here, with a placeholder for its address; bytes become `{ $bytes }`. */
function data(value) {
  if (Buffer.isBuffer(value)) return { $bytes: value.toString('base64') };
  if (Array.isArray(value)) return value.map(data);
  if (typeof value === 'function') return value.isDyn ? data(value(SERVER)) : undefined;
  if (value === null || typeof value !== 'object') return value;
  if (typeof value.toJSON === 'function') return isMatcher(value) ? value.serialize(SERVER) : value.toJSON();
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, data(one)]));
}

function body(one) {
  if (one.kind === 'multipart') return data(one);
  const { contentType, rawContent } = one;
  if (Buffer.isBuffer(rawContent)) return { contentType, bytes: rawContent.toString('base64') };
  if (typeof rawContent === 'string' || rawContent === undefined) return { contentType, text: rawContent };
  return { contentType, text: rawContent.serialize(SERVER) };
}
