/** What `check` says, at the foot of the page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Act } from './act.ts';
import type { DiagnosticRow, StudioState } from '../generator/studio/contract.ts';

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

export function Diagnostics({
  state,
  show,
  act,
}: {
  readonly state: StudioState;
  readonly show: (row: DiagnosticRow) => void;
  readonly act: Act;
}) {
  const [isOpen, setOpen] = useState(false);
  const [hasNotes, setNotes] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  // On a small screen the list opens below the edge.
  useEffect(() => list.current?.scrollIntoView({ block: 'nearest' }), [isOpen]);
  const countOf = (severity: string): number =>
    state.diagnostics.filter((item) => item.severity === severity).length;
  const counts = { error: countOf('error'), warning: countOf('warning'), note: countOf('note') };
  const mend = ({ fix, code }: DiagnosticRow): void =>
    void (fix && act(fix.action, `${fix.label} (${code})`));
  const ignore = (code: string): void => {
    const change = { kind: 'set' as const, path: ['diagnostics', 'ignored', code], value: true };
    void act({ kind: 'changes', changes: [change] }, `ignore ${code}`);
  };
  const rows = state.diagnostics.filter(({ severity }) => hasNotes || severity !== 'note');
  return (
    <section class="diagnostics" aria-label="Diagnostics">
      <div class="bar">
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>{' '}
          {counts.error > 0 && <b class="error">{plural(counts.error, 'error')} · </b>}
          {plural(counts.warning, 'warning')} · {plural(counts.note, 'note')}
        </button>
        {isOpen && counts.note > 0 && (
          <label class="check">
            <input
              type="checkbox"
              checked={hasNotes}
              onChange={({ currentTarget }) => setNotes(currentTarget.checked)}
            />
            show notes
          </label>
        )}
      </div>
      {isOpen && (
        <ul tabIndex={0} ref={list} aria-label="List of diagnostics">
          {rows.length === 0 && <li class="empty">Nothing is wrong.</li>}
          {rows.map((row, index) => (
            <li key={index}>
              <span class={`severity ${row.severity}`}>{row.severity}</span>
              <div>
                <p>
                  <Words text={row.message} /> <code>{row.code}</code> <span class="from">{row.place}</span>
                </p>
                {row.excerpt !== undefined && <pre>{row.excerpt}</pre>}
                <p class="from">
                  <Words text={row.help} />
                </p>
              </div>
              <span class="buttons">
                {row.fix && (
                  <button type="button" class="fix" onClick={() => mend(row)}>
                    {row.fix.label}
                  </button>
                )}
                {(row.method !== undefined || row.isConfig) && (
                  <button type="button" onClick={() => show(row)}>
                    Show
                  </button>
                )}
                {row.severity !== 'error' && (
                  <button type="button" title={`Ignore every ${row.code}`} onClick={() => ignore(row.code)}>
                    Ignore
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What stands between backticks is code. */
const Words = ({ text }: { readonly text: string }) => (
  <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
);
