/** What is expected of many cases at once, in a file: `UPDATE_EXPECTED=1` rewrites it; then read it. */
import { matches } from '../errors/matches.ts';
import { print } from './print.ts';

export const expectStored = (file: string, actual: unknown): void =>
  matches(file, typeof actual === 'string' ? actual : `${print(actual)}\n`);
