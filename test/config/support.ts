import { loadConfig } from '../../generator/config/load.ts';
import type { Config } from '../../generator/config/types.ts';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import { memoryIo } from '../../generator/source/io.ts';

export interface ReadText {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
  /** `severity code line:column message`, one each. */
  readonly listing: readonly string[];
}

/** A config written in a test, as if it were `sdkwright.yml`. */
export async function configOf(text: string, name = 'sdkwright.yml'): Promise<ReadText> {
  const { value, diagnostics } = await loadConfig(name, memoryIo({ [name]: text }));
  if (value === undefined) throw new Error(`no config: ${diagnostics.map((one) => one.message).join(' ')}`);
  const listing = diagnostics.map(({ severity, code, origin, message }) => {
    const { line, column } = value.source.locate(origin?.pointer ?? '');
    return `${severity} ${code} ${line}:${column} ${message}`;
  });
  return { config: value.config, diagnostics, listing };
}
