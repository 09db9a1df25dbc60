import { defaultLanguage } from '../languages/data.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import { readSections } from './read.ts';
import type { Config } from './types.ts';

/** The config if there is no file: every key has its default. */
export function emptyConfig(audience: LanguageSelector = defaultLanguage): Config {
  const { file: _file, client, ...config } = readSections('', {}, audience).value;
  return { ...config, organization: {}, client: { defaultHeaders: client.defaultHeaders } };
}
