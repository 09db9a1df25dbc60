/** Keys of the whole page. Fields of text keep theirs. */
import { useEffect } from 'preact/hooks';
import { TABS, type Tab } from './results.tsx';

export interface PageKeys {
  readonly undo: (isUndo: boolean) => Promise<void>;
  readonly generate: () => Promise<void>;
  readonly help: () => void;
  readonly show: (tab: Tab) => void;
}

const isText = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function useKeys({ undo, generate, help, show }: PageKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isControl = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const run = (work: () => unknown): void => {
        event.preventDefault();
        work();
      };
      if (isControl && key === 'enter') return run(generate);
      if (isText(event.composedPath()[0])) return undefined;
      if (isControl && key === 'z') return run(() => undo(!event.shiftKey));
      if (isControl && key === 'y') return run(() => undo(false));
      if (isControl || event.altKey) return undefined;
      if (key === '/') return run(() => document.getElementById('filter')?.focus());
      if (key === '?') return run(help);
      const tab = TABS[Number(key) - 1];
      return tab === undefined ? undefined : show(tab);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [undo, generate]);
}
