/** The last step of the build: the JSON Schemas that the package ships, as files for editors and other tools. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { configSchema } from '../config/schema/config-schema.ts';

const folder = new URL('../schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('config.json', folder), `${JSON.stringify(configSchema, null, 2)}\n`);
