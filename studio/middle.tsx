/** The middle of the page: whatever is chosen in the tree. */
import type { MethodDetail, ModelDetail, StudioState } from '../generator/studio/contract.ts';
import { Client } from './client.tsx';
import type { Act } from './act.ts';
import { Detail } from './detail.tsx';
import { CLIENT_ID, schemaOf } from './items.ts';
import { Model } from './model.tsx';
import { Scheme, Unwrap } from './scheme.tsx';

export function Middle({
  state,
  selected,
  detail,
  model,
  act,
  askMove,
  select,
}: {
  readonly state: StudioState;
  readonly selected: string | undefined;
  readonly detail: MethodDetail | undefined;
  readonly model: ModelDetail | undefined;
  readonly act: Act;
  readonly askMove: (ids: readonly string[]) => void;
  readonly select: (id: string | undefined) => void;
}) {
  const common = { state, act, close: () => select(undefined) };
  const scheme = state.schemes.find(({ name }) => selected === `scheme ${name}`);
  const unwrap = state.unwraps.find(({ name }) => selected === `unwrap ${name}`);
  if (selected === CLIENT_ID) return <Client {...common} />;
  if (scheme !== undefined) return <Scheme {...common} scheme={scheme} select={select} />;
  if (unwrap !== undefined) return <Unwrap {...common} unwrap={unwrap} />;
  if (model !== undefined && schemaOf(selected) === model.id)
    return <Model {...common} model={model} askMove={askMove} select={select} />;
  if (detail !== undefined && schemaOf(selected) === undefined)
    return <Detail {...common} isOld={detail.id !== selected} detail={detail} askMove={askMove} />;
  return (
    <section class="detail nothing" aria-label="Method">
      <p>Choose a method: its call in each language, its code, its page, and what a change does to users.</p>
      <p>
        <kbd>F2</kbd> renames, <kbd>m</kbd> moves, <kbd>Del</kbd> leaves out, <kbd>/</kbd> filters,{' '}
        <kbd>?</kbd> shows all keys.
      </p>
    </section>
  );
}
