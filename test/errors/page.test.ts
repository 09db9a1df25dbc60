import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { renderPage } from '../../generator/diagnostics/page.ts';
import { projectRoot } from '../support/shared.ts';
import { matches } from './matches.ts';

test('docs/diagnostics.md is made from the catalogue', () => {
  mkdirSync(join(projectRoot, 'docs'), { recursive: true });
  matches(join(projectRoot, 'docs/diagnostics.md'), renderPage());
});
