/** Where the config puts the SDK of a language. */
import type { Config } from '../config/types.ts';

/** Undefined if the config generates no SDK in the language. */
export const sdkFolder = (config: Config, language: string): string | undefined =>
  language === config.audience.language
    ? (config.output.out?.value ?? config.target.out)
    : config.targets.find((target) => target.name === language)?.out;
