/** The overlay `enums`. */
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generateInto, runProgram, typeCheck } from '../support/overlay.ts';

it('lists the values of each named enum, typed', async () => {
  const { dir } = await generateInto('enums');
  try {
    await typeCheck(
      dir,
      `import { orderStatusValues } from './enums.js';
import type { OrderStatus } from './resources/orders.js';
const values: readonly OrderStatus[] = orderStatusValues;
const first: 'open' = orderStatusValues[0];
export { values, first };`,
    );
    expect({ ...(await runProgram(dir)) }).toEqual({
      values: ['open', 'paid', 'shipped', 'cancelled'],
      first: 'open',
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
