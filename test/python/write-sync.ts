/** `npm run python:sync`: writes the derived half of the Python runtime beside the written one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUNTIME, derivedModules } from './derived.ts';

for (const [name, text] of derivedModules()) writeFileSync(join(RUNTIME, '_sync', name), text);
