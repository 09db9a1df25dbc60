/** Adds the compressed API document to the package, for tools that compare versions of this package. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

for (const name of ['openapi.documented.yml', 'openapi.config.json']) {
  const file = new URL(`../${name}`, import.meta.url);
  if (existsSync(file)) {
    writeFileSync(new URL(`../dist/${name}.gz`, import.meta.url), gzipSync(readFileSync(file), { level: 9 }));
  }
}
