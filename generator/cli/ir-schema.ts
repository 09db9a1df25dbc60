/** The JSON Schema of the IR, kept beside its types by a test. */
import { readFileSync } from 'node:fs';
import { packageFolder } from './package.ts';

export const irSchema = (): unknown => JSON.parse(readFileSync(packageFolder('templates/ir.schema.json'), 'utf8'));
