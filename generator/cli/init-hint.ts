/** What a run without a config says about it. */
import type { Config } from '../config/types.ts';

/** A config always has an edition: without one there is none, or an empty one. */
export const initHint = ({ edition }: Config, spec = '<document>'): string | undefined =>
  edition === undefined ? `No config: names and pages are those that the document suggests. \`sdkwright init ${spec}\` writes them down, to keep and to change.` : undefined;
