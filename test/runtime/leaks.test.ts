/**
 * A signal that outlives many requests must not collect their listeners, also where the caller takes the
 * response.
 */
import { getEventListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { TestClient } from './support.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

it.each(['asResponse', 'parsed'] as const)('%s leaves no listeners on a long-lived signal', async (way) => {
  const controller = new AbortController();
  const client = new TestClient({ fetch: async () => Response.json({}) });
  for (let call = 0; call < 40; call++) {
    const promise = client.get('/x', { signal: controller.signal });
    await (way === 'asResponse' ? promise.asResponse() : promise);
  }
  for (let round = 0; round < 50 && getEventListeners(controller.signal, 'abort').length > 2; round++) {
    collect();
    await pause(10);
  }
  expect(getEventListeners(controller.signal, 'abort').length).toBeLessThanOrEqual(2);
});
