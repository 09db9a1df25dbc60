/** Completes `dist/cjs`: marks it as CommonJS, adds the types, and makes `require` return the client class. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { decode, encode } from '@jridgewell/sourcemap-codec';

const folder = new URL('../dist/cjs/', import.meta.url);
const modules = new URL('../dist/esm/', import.meta.url);
writeFileSync(new URL('package.json', folder), '{ "type": "commonjs" }\n');

// CommonJS uses the types of the ES modules and their source maps. Editors jump from a declaration to its source, and a
// declared name is among the first three positions of its line: the others are dropped, which halves the maps.
for (const file of readdirSync(modules, { recursive: true })) {
  if (file.endsWith('.d.ts')) {
    const path = file.replaceAll('\\', '/');
    const map = `${'../'.repeat(path.split('/').length)}esm/${path}.map`;
    const types = readFileSync(new URL(path, modules), 'utf8');
    writeFileSync(new URL(path, folder), types.replace(/(?<=\/\/# sourceMappingURL=).*/, map));
    const positions = new URL(`${path}.map`, modules);
    const full = JSON.parse(readFileSync(positions, 'utf8'));
    const mappings = encode(decode(full.mappings).map((line) => line.slice(0, 3)));
    writeFileSync(positions, JSON.stringify({ ...full, mappings }));
  }
}

// `require` returns the client class, with the other exports as its properties. The types describe the exports only.
const CLIENT = `
const client = exports.default;
for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(exports))) {
  if (!Object.hasOwn(client, name)) Object.defineProperty(client, name, property);
}
Object.assign(module, { exports: client });
`;
const index = new URL('index.js', folder);
writeFileSync(index, readFileSync(index, 'utf8') + CLIENT);
