/**
 * What becomes of names that two operations would have: `name-collisions.md`. A title that ends in
 * `(dogs.walks)` tells of a resource of the config.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Context } from '../../generator/ir/context.ts';
import { resolveCollisions } from '../../generator/ir/naming/collisions.ts';
import { placementOf } from './naming-support.ts';

const text = readFileSync(fileURLToPath(new URL('./name-collisions.md', import.meta.url)), 'utf8');
const documents = [...text.matchAll(/^## (.+)\n+```text\n([^`]+)```$/gm)].map(
  (match) => [match[1] ?? '', match[2] ?? ''] as const,
);

function resolved(
  title: string,
  lines: readonly ReturnType<typeof placementOf>[],
): { readonly calls: readonly string[]; readonly told: readonly unknown[] } {
  const told: unknown[] = [];
  // No more of a context is asked for.
  const context = {
    report: (...all: Parameters<Context['report']>) => void told.push(all),
  } as unknown as Context;
  const resources = [...title.matchAll(/\(([\w.]+)\)$/g)].map((match) => (match[1] ?? '').split('.'));
  const placements = lines.map((line) => line.placement);
  const result = resolveCollisions(context, placements, resources);
  expect(result.map((one) => one.operation)).toEqual(placements.map((one) => one.operation));
  return { calls: result.map((one) => [...one.resource, one.key].join('.')), told };
}

it.each(documents)('%s', (title, block) => {
  const lines = block.trim().split('\n').map(placementOf);
  expect(resolved(title, lines).calls).toEqual(lines.map(({ expected }) => expected));
});

it('each is told with the operation that keeps the name, or the resource', () => {
  const lines = [
    'cats.list get /cats',
    'cats.list get /cats#beta',
    'cats.toys get /cats/toys',
    'cats.toys.list get /toys',
  ].map(placementOf);
  expect(resolved('', lines).told).toEqual([
    [
      'method-name-collision',
      {
        call: 'cats.toys',
        entry: 'resources.cats.methods.toys_cats_toys: get /cats/toys',
        renamed: 'cats.toys_cats_toys',
        operation: 'get /cats/toys',
        other: 'a resource',
      },
      { document: 'api.yml', pointer: '/paths//cats/toys/get' },
      undefined,
    ],
    [
      'method-name-collision',
      {
        call: 'cats.list',
        entry: 'resources.cats.methods.list_beta: get /cats#beta',
        renamed: 'cats.list_beta',
        operation: 'get /cats#beta',
        other: 'get /cats',
      },
      { document: 'api.yml', pointer: '/paths//cats#beta/get' },
      [
        {
          message: 'the operation that keeps the name',
          origin: { document: 'api.yml', pointer: '/paths//cats/get' },
        },
      ],
    ],
  ]);
});
