/**
 * `child.mjs ROOT FILE…`: prints the outcome of each file as a line of JSON. With OUT in the environment the
 * tree of the last is kept there.
 */
import process from 'node:process';
import { measure } from './document.ts';

const [root, ...files] = process.argv.slice(2);
if (root === undefined) throw new Error('usage: child ROOT FILE…');
const out = process.env['OUT'];
for (const file of files) {
  const outcome = await measure({ file, root, ...(out === undefined ? {} : { out }) }).catch(
    (error: unknown) => ({
      kind: 'crashed',
      message:
        error instanceof Error
          ? (error.stack ?? error.message).split('\n').slice(0, 6).join(' ')
          : String(error),
    }),
  );
  console.log(JSON.stringify(outcome));
}
