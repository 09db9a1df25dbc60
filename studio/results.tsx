/** The right part of the page: code, documentation, effect and YAML as tabs. */
import type { ActionAnswer, StudioState } from '../generator/studio/contract.ts';
import { Code, Docs, Effect } from './panes.tsx';
import type { AskedEffect } from './use-answers.ts';
import { Yaml } from './yaml.tsx';

export const TABS = ['Code', 'Docs', 'Effect', 'YAML'] as const;
export type Tab = (typeof TABS)[number];

export function Results({
  state,
  shown,
  tab,
  setTab,
  setLanguage,
  select,
  asked,
  setBase,
  hear,
}: {
  readonly state: StudioState;
  /** `id`: the method or model whose code is shown. */
  readonly shown: { readonly id: string | undefined; readonly language: string; readonly base: string };
  readonly tab: Tab;
  readonly setTab: (tab: Tab) => void;
  readonly setLanguage: (name: string) => void;
  readonly select: (id: string) => void;
  readonly asked: AskedEffect;
  readonly setBase: (base: string) => void;
  readonly hear: (answer: ActionAnswer) => boolean;
}) {
  const { id, language, base } = shown;
  const pane = { id, language, revision: state.revision };
  // Only npm can be asked for published packages.
  const names = state.packages.find(({ language: own }) => own === 'typescript')?.settings ?? [];
  const packages = names.flatMap(({ path, value }) =>
    path.at(-1) === 'package_name' && value ? [value] : [],
  );
  return (
    <section class="panes" aria-label="Result">
      <div class="tabs">
        <div role="tablist" aria-label="Views">
          {TABS.map((name, index) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={tab === name}
              aria-controls="pane"
              tabIndex={tab === name ? 0 : -1}
              onClick={() => setTab(name)}
              onKeyDown={(event) => {
                const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
                const next = TABS[(index + step + TABS.length) % TABS.length];
                if (step === 0 || next === undefined) return;
                setTab(next);
                document.getElementById(`tab-${next}`)?.focus();
              }}
            >
              {name}
            </button>
          ))}
        </div>
        {state.languages.length > 1 && tab !== 'YAML' && (
          <select
            aria-label="Language"
            value={language}
            onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
          >
            {state.languages.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        )}
      </div>
      <div class="pane" role="tabpanel" id="pane" aria-labelledby={`tab-${tab}`}>
        {tab === 'Code' && <Code {...pane} />}
        {tab === 'Docs' && <Docs {...pane} select={select} />}
        {tab === 'Effect' && <Effect {...asked} base={base} setBase={setBase} packages={packages} />}
        {tab === 'YAML' && <Yaml state={state} hear={hear} />}
      </div>
    </section>
  );
}
