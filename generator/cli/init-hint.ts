/** The hint after a run without a config. */
import type { Config } from '../config/types.ts';

export const initHint = ({ file }: Config, spec = '<document>'): string | undefined =>
  file === undefined
    ? `No config: names and pages are those that the document suggests. \`sdkwright init ${spec === '-' ? 'FILE' : spec}\` writes them down, to keep and to change.`
    : undefined;
