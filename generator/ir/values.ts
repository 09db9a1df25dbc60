/** Scalars that an SDK converts, if the config of its target asks for it. */
import type { ScalarType, ValueOptions } from './types.ts';

export type { ValueOptions } from './types.ts';

/** `time` has a date and a time (RFC 3339). A date alone is not converted, because it is no instant. */
export type ValueKind = 'time' | 'int64';

export const NO_VALUES: ValueOptions = { dates: false, int64: false };

export const kindOf = (
  { scalar, format }: Pick<ScalarType, 'scalar' | 'format'>,
  options: ValueOptions,
): ValueKind | undefined => {
  if (options.dates && scalar === 'string' && format === 'date-time') return 'time';
  return options.int64 && scalar === 'integer' && /^u?int64$/.test(format ?? '') ? 'int64' : undefined;
};
