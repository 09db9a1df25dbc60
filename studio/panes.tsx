/** What the selected method comes to: its code, its page, and what the changes do to users. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CodeView, DiskState, DocsView, EffectView } from '../generator/studio/contract.ts';
import { api } from './api.ts';

export interface PaneProps {
  readonly id: string | undefined;
  readonly language: string;
  readonly revision: number;
}

/** An answer of the server, asked for again when the project changes; the last one stays until then. */
function useAnswer<T>(
  ask: (() => Promise<T | undefined>) | undefined,
  keys: readonly unknown[],
): T | undefined | 'none' {
  const [answer, setAnswer] = useState<T | 'none'>();
  useEffect(() => {
    let isOld = false;
    if (ask === undefined) setAnswer('none');
    else void ask().then((value) => !isOld && setAnswer(value ?? 'none'));
    return () => void (isOld = true);
  }, keys);
  return answer;
}

const DISK: Readonly<Record<DiskState['kind'], string>> = {
  'no-output': 'The config names no folder for it yet.',
  new: 'Not on the disk yet.',
  same: 'The same as on the disk.',
  changed: 'Generate will change this file.',
  edited: 'You have edited this file; your edits are kept.',
  conflict: 'You have edited this file where it changes: Generate will mark a conflict.',
};

export function Code({ id, language, revision }: PaneProps) {
  const view = useAnswer<CodeView>(id === undefined ? undefined : () => api.code(id, language), [
    id,
    language,
    revision,
  ]);
  const [isCompared, setCompared] = useState(false);
  const here = useRef<HTMLDivElement>(null);
  const path = view === undefined || view === 'none' ? '' : view.path;
  const at = view === undefined || view === 'none' ? 0 : view.at;
  useEffect(() => {
    const [line, box] = [here.current, here.current?.parentElement];
    if (line && box) box.scrollTop = line.offsetTop - box.offsetTop - box.clientHeight / 2;
  }, [path, at, id]);
  if (view === undefined) return <p class="empty">Printing …</p>;
  if (view === 'none') return <p class="empty">Choose a method to see its code.</p>;
  const { disk, lines } = view;
  return (
    <>
      <div class="bar">
        <code>{view.path}</code>
        <span class={`disk ${disk.kind}`}>{DISK[disk.kind]}</span>
        {disk.changes !== undefined && disk.changes.length > 0 && (
          <label class="check">
            <input
              type="checkbox"
              checked={isCompared}
              onChange={({ currentTarget }) => setCompared(currentTarget.checked)}
            />
            against the disk
          </label>
        )}
      </div>
      {isCompared && disk.changes ? (
        <div class="code" role="region" aria-label="Changes against the disk" tabIndex={0}>
          {disk.changes.map((line, index) => (
            <div
              key={index}
              class={`line ${line.startsWith('+') ? 'plus' : line.startsWith('-') ? 'minus' : line.startsWith('@') ? 'at' : ''}`}
            >
              {line === '' ? ' ' : line}
            </div>
          ))}
        </div>
      ) : (
        <div class="code" role="region" aria-label={`Code: ${view.path}`} tabIndex={0}>
          {lines.map((line, index) => (
            <div
              key={index}
              class={index + 1 === view.at ? 'line here' : 'line'}
              ref={index + 1 === view.at ? here : null}
            >
              <span class="number" aria-hidden="true">
                {index + 1}
              </span>
              <span>
                {line.map(([text, kind], piece) =>
                  kind === undefined ? (
                    text
                  ) : (
                    <i key={piece} class={kind}>
                      {text}
                    </i>
                  ),
                )}
                {line.length === 0 && ' '}
              </span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}

const NO_PAGE = 'The SDK in this language has no page for it.';

export function Docs({
  id,
  language,
  revision,
  select,
}: PaneProps & { readonly select: (id: string) => void }) {
  const [words, setWords] = useState('');
  /** A guide that was found, over the page of the method. */
  const [guide, setGuide] = useState<{ readonly id: string; readonly anchor?: string }>();
  useEffect(() => setGuide(undefined), [id]);
  const found = useAnswer(words.trim() === '' ? undefined : () => api.search(words, language), [
    words,
    language,
    revision,
  ]);
  const asked = guide?.id ?? id;
  const view = useAnswer<DocsView>(asked === undefined ? undefined : () => api.docs(asked, language), [
    asked,
    language,
    revision,
  ]);
  const page = useRef<HTMLDivElement>(null);
  const isShown = words.trim() === '';
  const html = view === undefined || view === 'none' ? '' : view.html;
  const name = view === undefined || view === 'none' ? undefined : view.name;
  useEffect(() => {
    if (page.current) page.current.innerHTML = html;
    // Links lead to files of the SDK, which the studio does not serve.
    for (const link of page.current?.querySelectorAll('a') ?? []) {
      if (/^https?:/.test(link.getAttribute('href') ?? ''))
        Object.assign(link, { target: '_blank', rel: 'noreferrer' });
      else if (!(link.getAttribute('href') ?? '').startsWith('#')) link.removeAttribute('href');
    }
    for (const block of page.current?.querySelectorAll<HTMLElement>('pre, table') ?? []) block.tabIndex = 0;
  }, [html, isShown]);
  useEffect(() => {
    if (page.current === null) return;
    if (guide?.anchor !== undefined)
      page.current.querySelector(`#${CSS.escape(guide.anchor)}`)?.scrollIntoView({ block: 'start' });
    if (name === undefined) return;
    const heading = [...page.current.querySelectorAll('h2, h3, h4')].find((item) =>
      (item.textContent ?? '').split(/[^\w]+/).includes(name),
    );
    heading?.scrollIntoView({ block: 'start' });
  }, [html, name, isShown, guide]);
  return (
    <>
      <div class="bar">
        <input
          type="search"
          class="search"
          placeholder="Search the documentation"
          aria-label="Search the documentation"
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
        {isShown && guide && (
          <button type="button" onClick={() => setGuide(undefined)}>
            ‹ back
          </button>
        )}
        {!isShown && found !== 'none' && <span role="status">{found?.length ?? 0} found</span>}
      </div>
      {!isShown ? (
        <ul class="found" aria-label="Results" tabIndex={0}>
          {found !== 'none' &&
            found?.map((row) => (
              <li key={`${row.id}#${row.anchor}`}>
                <button
                  type="button"
                  class="take"
                  onClick={() => {
                    if (row.id.startsWith('page ')) setGuide(row);
                    else {
                      setGuide(undefined);
                      select(row.id);
                    }
                    setWords('');
                  }}
                >
                  {row.name}
                </button>
                <span class="from">{row.text}</span>
              </li>
            ))}
        </ul>
      ) : view === undefined ? (
        <p class="empty">Printing …</p>
      ) : view === 'none' ? (
        <p class="empty">{asked === undefined ? 'Choose a method to see its page.' : NO_PAGE}</p>
      ) : (
        <div class="docs" role="region" aria-label="Documentation" tabIndex={0} ref={page} />
      )}
    </>
  );
}

export function Effect({
  effect,
  base,
  setBase,
  isComparing,
  packages,
}: {
  readonly effect: EffectView | undefined;
  readonly base: string;
  readonly setBase: (base: string) => void;
  readonly isComparing: boolean;
  /** Published packages of the SDK. */
  readonly packages: readonly string[];
}) {
  const [revision, setRevision] = useState('HEAD');
  return (
    <div class="effect" role="region" aria-label="Effect on users" tabIndex={0} data-base={effect?.base}>
      <form
        class="bar"
        onSubmit={(event) => {
          event.preventDefault();
          setBase(revision.trim() || 'HEAD');
        }}
      >
        <span>Compared with</span>
        <button type="button" aria-pressed={base === 'start'} onClick={() => setBase('start')}>
          when the studio was opened
        </button>
        <label>
          <span class="hidden">Git revision, tag, or published package</span>
          <input
            value={revision}
            size={16}
            list="bases"
            placeholder="v1.2.0, npm:@acme/api@1.2.0"
            spellcheck={false}
            onInput={({ currentTarget }) => setRevision(currentTarget.value)}
          />
        </label>
        <button type="submit" aria-pressed={base !== 'start'}>
          a revision or package
        </button>
        <datalist id="bases">
          <option value="HEAD" />
          {packages.map((name) => (
            <option key={name} value={`npm:${name}`} />
          ))}
        </datalist>
        {isComparing && <span class="busy">comparing …</span>}
      </form>
      {effect?.fault !== undefined && <p class="empty">{effect.fault}</p>}
      {effect && effect.fault === undefined && (
        <p class={`bump ${effect.bump}`}>
          {effect.findings.length === 0
            ? 'Users see no difference.'
            : `${effect.findings.length} ${effect.findings.length === 1 ? 'finding' : 'findings'}: this is a ${effect.bump === 'none' ? 'change without a new version' : `${effect.bump} version`}.`}
        </p>
      )}
      <ul class="findings">
        {effect?.findings.map(({ bump, rule, subject, message, mitigation }, index) => (
          <li key={index}>
            <span class={`bump ${bump}`}>{bump}</span>
            <span>
              {message.startsWith(subject.replace(/\(\)$/, '')) ? (
                message
              ) : (
                <>
                  <code>{subject}</code> {message}
                </>
              )}
              {mitigation !== undefined && <em> {mitigation}</em>}
            </span>
            <span class="from">{rule}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
