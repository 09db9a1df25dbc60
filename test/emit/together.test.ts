/** Overlays that come with the generator, named together. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generateInto, typeCheck } from '../support/overlay.ts';

it('zod and tanstack-query make one package that compiles and exports what both have', async () => {
  const { dir, paths } = await generateInto('zod,tanstack-query');
  try {
    const { exports } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as {
      readonly exports: object;
    };
    expect(Object.keys(exports)).toEqual(expect.arrayContaining(['./schemas', './query']));
    expect(paths).toEqual(expect.arrayContaining(['src/internal/schemas.ts', 'src/internal/next-page.ts']));
    await typeCheck(
      dir,
      `import * as query from './query/index.js'; import * as schemas from './schemas/index.js'; export const used = [query, schemas];`,
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
