/** The state of the project as the server has it, and what changes it: actions, undo, Generate. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ActionAnswer, StudioState } from '../generator/studio/contract.ts';
import type { Act } from './act.ts';
import { api } from './api.ts';

export interface Notice {
  readonly text: string;
  readonly isFault: boolean;
}

export interface Project {
  readonly state: StudioState | undefined;
  readonly notice: Notice | undefined;
  readonly act: Act;
  /** Takes up the answer to a change; false if it was refused. */
  readonly hear: (answer: ActionAnswer) => boolean;
  readonly undo: (isUndo: boolean) => Promise<void>;
  readonly generate: () => Promise<void>;
  /** What Generate has written so far; undefined while nobody looks. */
  readonly progress: { readonly lines: readonly string[]; readonly isDone: boolean } | undefined;
  readonly closeProgress: () => void;
}

/** Milliseconds that a notice is shown. */
const SHOWN = { fault: 9000, done: 3500 };

export function useProject(): Project {
  const [state, setState] = useState<StudioState>();
  const [notice, setNotice] = useState<Notice>();
  const [lines, setLines] = useState<readonly string[]>();
  const [isDone, setDone] = useState(false);
  const revision = useRef(0);
  /** The last revision that the server named, and the number of own actions under way. */
  const newest = useRef(0);
  const waiting = useRef(0);

  const take = useCallback((next: StudioState | undefined): void => {
    if (next === undefined || next.revision < revision.current) return;
    revision.current = next.revision;
    setState(next);
  }, []);
  const hear = useCallback(
    (answer: ActionAnswer): boolean => {
      if (answer.ok) take(answer.state);
      else {
        setNotice({ text: answer.reason, isFault: true });
        if (answer.conflict === true) void api.state().then(take);
      }
      return answer.ok;
    },
    [take],
  );
  const answered = useCallback(
    async (action: Promise<ActionAnswer>): Promise<ActionAnswer> => {
      waiting.current += 1;
      const answer = await action;
      waiting.current -= 1;
      if (waiting.current === 0 && answer.ok && newest.current > answer.state.revision)
        void api.state().then(take);
      return answer;
    },
    [take],
  );
  const act: Act = useCallback(
    async (action, label) => {
      const isOk = hear(await answered(api.act(action, label)));
      if (isOk) setNotice({ text: `Done: ${label}.`, isFault: false });
      return isOk;
    },
    [hear],
  );
  const undo = useCallback(
    async (isUndo: boolean): Promise<void> => {
      const answer = await answered(isUndo ? api.undo() : api.redo());
      if (hear(answer)) setNotice({ text: isUndo ? 'Undone.' : 'Done again.', isFault: false });
    },
    [hear],
  );
  const generate = useCallback(async (): Promise<void> => {
    setLines([]);
    setDone(false);
    const answer = await api.generate();
    if (answer.ok) return;
    setLines([answer.reason ?? 'It did not begin.']);
    setDone(true);
  }, []);

  useEffect(() => {
    void api.state().then(take);
    return api.listen((event) => {
      if (event.kind === 'changed') {
        // The answer to an own action contains the state.
        newest.current = Math.max(newest.current, event.revision);
        if (event.revision > revision.current && waiting.current === 0) void api.state().then(take);
        if (event.outside) setNotice({ text: 'A file was changed outside of the studio.', isFault: false });
      }
      if (event.kind === 'progress') setLines((before) => [...(before ?? []), event.text]);
      if (event.kind === 'generated') {
        setLines(event.lines);
        setDone(true);
      }
    });
  }, [take]);

  useEffect(() => {
    if (notice === undefined) return undefined;
    const timer = setTimeout(() => setNotice(undefined), notice.isFault ? SHOWN.fault : SHOWN.done);
    return () => clearTimeout(timer);
  }, [notice]);

  return {
    state,
    notice,
    act,
    hear,
    undo,
    generate,
    progress: lines && { lines, isDone },
    closeProgress: () => setLines(undefined),
  };
}
