/** What callers of the generated SDK get wrong: clear words, and nothing sent. In Python itself. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { succeeds } from './support/generate.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';

test.skipIf(python === '')('bad input of Smithery', async () => {
  const said = await succeeds(
    python,
    ['-m', 'pytest', '-q', '--no-header', '-p', 'no:cacheprovider', '-W', 'error', 'test/python/smithery'],
    projectRoot,
    { PYTHONPATH: join(projectRoot, 'generated/smithery-python/src') },
  );
  expect(said).toMatch(/\d+ passed/);
});
