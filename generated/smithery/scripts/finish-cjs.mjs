/** Completes `dist/cjs`: says that it is CommonJS, and makes what `require` gives the client itself. */
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../dist/cjs/', import.meta.url);
writeFileSync(new URL('package.json', folder), '{ "type": "commonjs" }\n');

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
