/** The config as text, two ways: what is typed is saved and planned, what is clicked appears here. */
import { autocompletion, closeBrackets } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { searchKeymap } from '@codemirror/search';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ActionAnswer, StudioState } from '../generator/studio/contract.ts';
import { api } from './api.ts';
import { type KeyAbout, aboutKey, completionFor } from './complete.ts';

const COLORS = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--comment)' },
  { tag: [tags.string, tags.content], color: 'var(--string)' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--keyword)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--number)' },
]);

const THEME = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'transparent', fontSize: '12.5px' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    lineHeight: '1.55',
  },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--quiet)', border: '0' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--soft)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'var(--select) !important',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--panel)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.sdkwright-about': { padding: '8px 10px', maxWidth: '34rem', font: '13px/1.45 system-ui, sans-serif' },
  '.sdkwright-about p': { margin: '4px 0' },
  '.sdkwright-about div': { color: 'var(--quiet)', fontSize: '12px' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--text)' },
});

/** Texts of the schema as text. */
function aboutElement({ key, description, facts }: KeyAbout): HTMLElement {
  const box = document.createElement('div');
  box.className = 'sdkwright-about';
  const add = (name: string, text: string): void => {
    const part = document.createElement(name);
    part.textContent = text;
    box.append(part);
  };
  add('strong', key);
  add('p', description);
  for (const [label, value] of facts) add('div', `${label}: ${value}`);
  return box;
}

/** Text that could not be saved when its tab was left. */
let draft: { readonly text: string; readonly base: string } | undefined;

/** Milliseconds after the last key until the text is saved. */
const PAUSE = 450;

export function Yaml({
  state,
  hear,
}: {
  readonly state: StudioState;
  readonly hear: (answer: ActionAnswer) => boolean;
}) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const base = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isTyping = useRef(false);
  const eol = useRef('\n');
  const [fault, setFault] = useState<string>();
  /** About the key at the cursor, for those who use no mouse. */
  const [about, setAbout] = useState<KeyAbout>();
  const take = useRef(hear);
  take.current = hear;

  const underline = (
    rows: readonly {
      readonly line: number;
      readonly message: string;
      readonly severity: 'error' | 'warning' | 'info';
    }[],
  ): void => {
    const editor = view.current;
    if (editor === undefined) return;
    const { doc } = editor.state;
    const found = rows
      .filter(({ line }) => line >= 1 && line <= doc.lines)
      .map(({ line, message, severity }): Diagnostic => {
        const { from, to, text } = doc.line(line);
        return { from: from + (/^\s*/.exec(text)?.[0].length ?? 0), to, message, severity };
      });
    editor.dispatch(setDiagnostics(editor.state, found));
  };
  const save = async (): Promise<void> => {
    const editor = view.current;
    if (editor === undefined) return;
    const text = editor.state.doc.toString();
    const answer = await api.text(text.replaceAll('\n', eol.current), base.current);
    if (!answer.ok) {
      setFault(answer.reason);
      underline([{ line: answer.line ?? 1, message: answer.reason, severity: 'error' }]);
      if (answer.conflict !== true) return;
      take.current(answer);
      return;
    }
    setFault(undefined);
    draft = undefined;
    isTyping.current = editor.state.doc.toString() !== text;
    take.current(answer);
  };

  useEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' });
    if (root === undefined) return undefined;
    let isGone = false;
    void Promise.all([api.config(), api.schema()]).then(([config, schema]) => {
      if (config === undefined || isGone) return;
      const kept = draft;
      base.current = kept?.base ?? config.hash;
      isTyping.current = kept !== undefined;
      eol.current = config.text.includes('\r\n') ? '\r\n' : '\n';
      view.current = new EditorView({
        parent: root,
        root,
        state: EditorState.create({
          doc: kept?.text ?? config.text,
          extensions: [
            lineNumbers(),
            history(),
            highlightActiveLine(),
            closeBrackets(),
            indentUnit.of('  '),
            yaml(),
            syntaxHighlighting(COLORS),
            lintGutter(),
            hoverTooltip((editor, position) => {
              const line = editor.state.doc.lineAt(position);
              const found = aboutKey(schema ?? {}, editor.state.doc.toString().split('\n'), line.number - 1);
              const start = line.from + (found === undefined ? 0 : line.text.indexOf(found.key));
              const isOver = found !== undefined && position >= start && position <= start + found.key.length;
              return isOver
                ? { pos: start, end: start + found.key.length, create: () => ({ dom: aboutElement(found) }) }
                : null;
            }),
            autocompletion({ override: [completionFor(schema ?? {})] }),
            keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
            EditorView.contentAttributes.of({
              'aria-label': 'The config as YAML',
              spellcheck: 'false',
              tabindex: '0',
            }),
            EditorView.lineWrapping,
            THEME,
            EditorView.updateListener.of((update) => {
              if (update.docChanged || update.selectionSet) {
                const { doc, selection } = update.state;
                const line = doc.lineAt(selection.main.head).number - 1;
                setAbout(aboutKey(schema ?? {}, doc.toString().split('\n'), line));
              }
              const isOurs = update.transactions.some(
                (transaction) => transaction.annotation(Transaction.remote) === true,
              );
              if (!update.docChanged || isOurs) return;
              isTyping.current = true;
              clearTimeout(timer.current);
              timer.current = setTimeout(() => void save(), PAUSE);
            }),
          ],
        }),
      });
      mark();
      if (kept) void save();
    });
    return () => {
      isGone = true;
      clearTimeout(timer.current);
      if (isTyping.current && view.current) {
        draft = { text: view.current.state.doc.toString(), base: base.current };
        void save();
      }
      view.current?.destroy();
      view.current = undefined;
    };
  }, []);

  const mark = (): void =>
    underline(
      state.diagnostics.flatMap(({ isConfig, line, message, severity }) =>
        isConfig === true && line !== undefined
          ? [{ line, message, severity: severity === 'note' ? ('info' as const) : severity }]
          : [],
      ),
    );

  useEffect(() => {
    if (view.current === undefined || isTyping.current || base.current === state.config.hash) return mark();
    renew();
    return undefined;
  }, [state.revision, state.config.hash]);

  /** Shows the text of the file. */
  const renew = (): void =>
    void api.config().then((config) => {
      const editor = view.current;
      if (config === undefined || editor === undefined || isTyping.current) return;
      base.current = config.hash;
      const before = editor.state.doc.toString();
      const after = config.text.replaceAll('\r\n', '\n');
      let from = 0;
      while (from < Math.min(before.length, after.length) && before[from] === after[from]) from += 1;
      let end = 0;
      const most = Math.min(before.length, after.length) - from;
      while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
      const isSame = before === after;
      if (!isSame)
        editor.dispatch({
          changes: { from, to: before.length - end, insert: after.slice(from, after.length - end) },
          effects: EditorView.scrollIntoView(from, { y: 'center' }),
          annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
        });
      mark();
    });
  const discard = (): void => {
    clearTimeout(timer.current);
    draft = undefined;
    isTyping.current = false;
    setFault(undefined);
    renew();
  };

  return (
    <div class="yaml">
      <div class="bar">
        <code>{state.config.file}</code>
        {fault === undefined ? (
          <span>
            {state.config.exists
              ? 'Saved as you type.'
              : state.config.isGone
                ? 'Gone from the disk: a change of this text writes it again.'
                : 'A proposal: the first change writes it.'}
          </span>
        ) : (
          <span class="fault" role="alert">
            Not saved. {fault}{' '}
            <button type="button" onClick={discard}>
              Discard my text
            </button>
          </span>
        )}
      </div>
      <div class="editor" ref={host} />
      {about && (
        <p class="about">
          <code>{about.key}</code> {about.description}{' '}
          <span class="from">{about.facts.map(([label, value]) => `${label}: ${value}`).join(' · ')}</span>
        </p>
      )}
    </div>
  );
}
