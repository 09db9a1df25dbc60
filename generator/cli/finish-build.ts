/** The last step of the build: the JSON Schemas that the package ships, the name of this very build, and a command that can be run. */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import { reportSchema } from '../diff/report/schema.ts';
import { configSchema } from '../config/schema/config-schema.ts';

const folder = new URL('../schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
const write = (name: string, schema: unknown): void => writeFileSync(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);

write('config.json', configSchema);
write('diff.json', reportSchema());
// The types are the contract, so the schema of the intermediate representation is read off them.
write('ir.json', createGenerator({ path: fileURLToPath(new URL('../../generator/ir/types.ts', import.meta.url)), tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)), type: 'Api', skipTypeCheck: true, sortProps: true }).createSchema('Api'));

// npm does this for a package that it installs, not for the checkout itself.
chmodSync(new URL('main.js', import.meta.url), 0o755);

// Two builds with one name make the same SDK: the same code, and by the manifest the same libraries.
const dist = fileURLToPath(new URL('../', import.meta.url));
const id = createHash('sha256').update(readFileSync(join(dist, '../package.json')));
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.js')).sort()) id.update(name).update(readFileSync(join(dist, name)));
writeFileSync(join(dist, 'build-id'), id.digest('hex'));
