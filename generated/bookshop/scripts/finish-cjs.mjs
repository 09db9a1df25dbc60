/** Completes `dist/cjs`: marks it as CommonJS, adds the types, and makes `require` return the client class. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../dist/cjs/', import.meta.url);
const modules = new URL('../dist/esm/', import.meta.url);
writeFileSync(new URL('package.json', folder), '{ "type": "commonjs" }\n');

// The types are those of the ES modules, and share their maps to `src`.
for (const file of readdirSync(modules, { recursive: true })) {
  if (file.endsWith('.d.ts')) {
    const path = file.replaceAll('\\', '/');
    const map = `${'../'.repeat(path.split('/').length)}esm/${path}.map`;
    const types = readFileSync(new URL(path, modules), 'utf8');
    writeFileSync(new URL(path, folder), types.replace(/(?<=\/\/# sourceMappingURL=).*/, map));
  }
}

// `new (require(…))()` makes a client, of the same class as that of `require(…).default`; the exports are its properties.
// The types tell of the exports alone: they are those of the ES modules, where a package is not its default.
const CLIENT = `
const client = exports.default;
const required = function (...args) {
  return Reflect.construct(client, args, new.target ?? client);
};
Object.setPrototypeOf(required, client);
Object.defineProperties(required, { ...Object.getOwnPropertyDescriptors(exports), prototype: { value: client.prototype } });
Object.assign(module, { exports: required });
`;
const index = new URL('index.js', folder);
const text = readFileSync(index, 'utf8');
const end = text.lastIndexOf('//# sourceMappingURL=');
writeFileSync(
  index,
  end < 0 ? text + CLIENT : `${text.slice(0, end).trimEnd()}\n${CLIENT}${text.slice(end)}`,
);
