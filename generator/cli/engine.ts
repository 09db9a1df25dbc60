/**
 * How V8 is to spend its time. A run is over in seconds, and most functions that its optimising compiler
 * works on are done before that pays: with a higher mark a run takes less of the CPU, and no longer. To be
 * imported before what does the work.
 */
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

const [major = 0] = process.versions.v8.split('.').map(Number);

setFlagsFromString(major < 12 ? '--interrupt-budget=500000' : '--invocation-count-for-turbofan=30000');
