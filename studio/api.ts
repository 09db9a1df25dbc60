/** The server as functions. Cookies carry the token; nothing of it is known here. */
import type {
  ActionAnswer,
  CodeView,
  ConfigAction,
  ConfigTextView,
  DocsView,
  EffectView,
  FoundRow,
  MethodDetail,
  ModelDetail,
  StudioEvent,
  StudioState,
} from '../generator/studio/contract.ts';

const GONE = 'The studio is not running any more: start it again.';

async function get<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T | undefined> {
  const response = await fetch(`/api/${path}?${new URLSearchParams(query)}`).catch(() => undefined);
  return response?.ok ? ((await response.json()) as T) : undefined;
}

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  const gone = { ok: false, reason: GONE, fault: GONE, base: '', bump: 'none', findings: [] };
  return (response === undefined ? gone : await response.json()) as T;
}

export const api = {
  state: () => get<StudioState>('state'),
  method: (id: string) => get<MethodDetail>('method', { id }),
  model: (id: string) => get<ModelDetail>('model', { id }),
  code: (id: string, language: string) => get<CodeView>('code', { id, language }),
  docs: (id: string, language: string) => get<DocsView>('docs', { id, language }),
  search: (words: string, language: string) => get<readonly FoundRow[]>('search', { words, language }),
  config: () => get<ConfigTextView>('config'),
  schema: () => get<object>('schema'),
  act: (action: ConfigAction, label: string) => post<ActionAnswer>('action', { action, label }),
  text: (text: string, base: string) => post<ActionAnswer>('text', { text, base }),
  undo: () => post<ActionAnswer>('undo', {}),
  redo: () => post<ActionAnswer>('redo', {}),
  effect: (base: string, language: string) => post<EffectView>('effect', { base, language }),
  generate: () => post<{ readonly ok: boolean; readonly reason?: string }>('generate', {}),
  listen: (hear: (event: StudioEvent) => void): (() => void) => {
    const source = new EventSource('/api/events');
    source.onmessage = ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as StudioEvent);
    return () => source.close();
  },
};
