/** The JSON Schema of the IR, which the build reads off its types. */
import { readFileSync } from 'node:fs';
import { packageFolder } from './package.ts';

export const irSchema = (): unknown => JSON.parse(readFileSync(packageFolder('dist/schema/ir.json'), 'utf8'));
