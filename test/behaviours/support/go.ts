/** The generated Go SDK, as its users call it. */
import { type GoPlayed, goPlayer, goSdk } from '../../go/support/generate.ts';
import { join } from 'node:path';
import type { Case, Outcome } from './case.ts';
import type { Play } from './typescript.ts';

const METHODS: Readonly<Record<Case['call'], string>> = {
  get: 'Get',
  delete: 'Delete',
  create: 'New',
  list: 'ListAutoPaging',
  listLinked: 'ListLinkedAutoPaging',
  listNumbered: 'ListNumberedAutoPaging',
  events: 'EventsStreaming',
  lines: 'LinesStreaming',
};

export async function goPlays(
  go: string,
  config: string,
  isSecured: boolean,
): Promise<{ readonly play: Play; readonly stop: () => void }> {
  const sdk = await goSdk({ config });
  const reconnects = join(import.meta.dirname, 'reconnect.go.txt');
  const player = await goPlayer(go, sdk, ...(isSecured ? [] : [reconnects]));
  const play: Play = async (
    { call, id, reconnect, client: { maxRetries, timeout, headers, maxResponseBytes } = {} },
    baseURL,
  ) =>
    outcomeOf(
      await player.play({
        Path: ['Things'],
        Method: METHODS[call],
        Args:
          call === 'get' || call === 'delete'
            ? [id !== undefined ? { $float: id } : isSecured ? 1 : 't1']
            : [],
        ...(call === 'create' && { Fields: { json: { name: 'New' } } }),
        Values: { token: 'SECRET-token', ...(isSecured && { sid: 'SECRET-sid', session: 'SECRET-session' }) },
        BaseURL: baseURL,
        ...(reconnect && {
          Reconnect: {
            Endless: reconnect.endless ?? false,
            MaxReconnects: reconnect.maxReconnects ?? 0,
            Delay: reconnect.delay ?? 0.001,
            Drops: reconnect.drops ?? false,
          },
        }),
        ...(headers && { Headers: headers }),
        ...(maxRetries !== undefined && { MaxRetries: maxRetries }),
        ...(timeout !== undefined && { Timeout: timeout }),
        ...(maxResponseBytes !== undefined && { MaxBytes: maxResponseBytes }),
      }),
    );
  return {
    play,
    stop: () => {
      player.stop();
      sdk.stop();
    },
  };
}

const outcomeOf = ({ value, before, error, shown }: GoPlayed): Outcome =>
  error ? { error, before: before ?? undefined, shown } : { value, shown };
