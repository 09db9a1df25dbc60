/** Scalars that the SDK converts, if the config asks for it: times to `Date`, 64-bit integers to `bigint`. */
import type { TargetConfig } from '../../../config/types.ts';
import type { ScalarType } from '../../../ir/types.ts';

export interface ValueOptions {
  readonly dates: boolean;
  readonly int64: boolean;
}

/** `time` is text with the date and time (RFC 3339); a date alone stays text, because it is no instant. */
export type ValueKind = 'time' | 'int64';

export const valueOptions = (target: TargetConfig | undefined): ValueOptions => ({
  dates: target?.options['dates'] === 'date',
  int64: target?.options['int64'] === 'bigint',
});

export const kindOf = (
  { scalar, format }: Pick<ScalarType, 'scalar' | 'format'>,
  options: ValueOptions,
): ValueKind | undefined => {
  if (options.dates && scalar === 'string' && format === 'date-time') return 'time';
  return options.int64 && scalar === 'integer' && /^u?int64$/.test(format ?? '') ? 'int64' : undefined;
};
