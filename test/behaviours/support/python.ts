/** The generated Python SDK, as its users call it, in one of its colours. */
import { join } from 'node:path';
import { type PythonSdk, pythonSdk } from '../../python/support/generate.ts';
import { type Played, startPlayer } from '../../python/support/player.ts';
import type { Data } from '../../python/support/values.ts';
import type { Case, Outcome } from './case.ts';
import type { Play } from './typescript.ts';

const METHODS: Readonly<Partial<Record<Case['call'], string>>> = {
  listLinked: 'list_linked',
  listNumbered: 'list_numbered',
};

const KEYWORDS: Readonly<Partial<Record<Case['call'], Readonly<Record<string, Data>>>>> = {
  create: { name: 'New' },
};

export interface PythonPlayer {
  readonly play: (colour: 'sync' | 'async') => Play;
  readonly stop: () => void;
}

export async function pythonPlayer(python: string, config: string, isSecured = false): Promise<PythonPlayer> {
  const sdk: PythonSdk = await pythonSdk({ config });
  const player = startPlayer(python);
  return {
    play:
      (colour) =>
      async (
        { call, id, reconnect, client: { maxRetries, timeout, headers, maxResponseBytes } = {} },
        baseURL,
      ) =>
        outcomeOf(
          await player.play({
            folder: join(sdk.folder, 'src'),
            package: 'things',
            client: 'Things',
            colour,
            options: {
              base_url: baseURL,
              token: 'SECRET-token',
              ...(isSecured && { sid: 'SECRET-sid', session: 'SECRET-session' }),
              ...(headers && { default_headers: headers }),
              ...(maxResponseBytes !== undefined && { max_response_bytes: maxResponseBytes }),
              ...(maxRetries !== undefined && { max_retries: maxRetries }),
              ...(timeout !== undefined && { timeout }),
            },
            path: ['things', METHODS[call] ?? call],
            args: call === 'get' || call === 'delete' ? [id === undefined ? 't1' : { $float: id }] : [],
            kwargs: KEYWORDS[call] ?? {},
            isLoop: true,
            ...(reconnect && {
              reconnect: {
                drops: reconnect.drops ?? false,
                settings: {
                  endless: reconnect.endless ?? false,
                  delay: reconnect.delay ?? 0.001,
                  ...(reconnect.maxReconnects !== undefined && { max_reconnects: reconnect.maxReconnects }),
                },
              },
            }),
          }),
        ),
    stop: () => {
      player.stop();
      sdk.stop();
    },
  };
}

const outcomeOf = ({ value, before, error, shown }: Played): Outcome =>
  error ? { error: { ...error, kind: kindOf(error.kind) }, before, shown } : { value, shown };

/** A class below the root that users do not see. */
const kindOf = (name: string): string => (name === 'ResponseTooLong' ? 'ThingsError' : name);
