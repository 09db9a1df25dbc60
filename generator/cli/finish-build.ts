/** The last step of the build: the JSON Schemas that the package ships, and a command that can be run. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
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
