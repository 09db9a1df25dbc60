/** What the server says about the chosen row, and about the effect on users. */
import { useEffect, useState } from 'preact/hooks';
import type { EffectView, MethodDetail, ModelDetail } from '../generator/studio/contract.ts';
import { api } from './api.ts';
import { isItem, schemaOf } from './items.ts';

export interface Selected {
  readonly detail: MethodDetail | undefined;
  readonly model: ModelDetail | undefined;
}

/** Asked again with every revision; the last answer stays until the next. */
export function useSelected(id: string | undefined, revision: number | undefined): Selected {
  const [detail, setDetail] = useState<MethodDetail>();
  const [model, setModel] = useState<ModelDetail>();
  useEffect(() => {
    const schema = schemaOf(id);
    if (schema === undefined) setModel(undefined);
    if (id === undefined || isItem(id)) setDetail(undefined);
    let isOld = false;
    if (schema !== undefined) void api.model(schema).then((next) => !isOld && setModel(next));
    else if (id !== undefined && !isItem(id)) void api.method(id).then((next) => !isOld && setDetail(next));
    return () => void (isOld = true);
  }, [id, revision]);
  return { detail, model };
}

/** Milliseconds without a change before the effect is asked for. */
const PAUSE = 600;

export interface AskedEffect {
  readonly effect: EffectView | undefined;
  readonly isComparing: boolean;
}

/** The effect takes longer than a click. */
export function useEffectView(
  isWanted: boolean,
  {
    base,
    language,
    revision,
  }: { readonly base: string; readonly language: string; readonly revision: number | undefined },
): AskedEffect {
  const [effect, setEffect] = useState<EffectView>();
  const [isComparing, setComparing] = useState(false);
  useEffect(() => {
    if (!isWanted || language === '') return undefined;
    let isOld = false;
    const timer = setTimeout(() => {
      setComparing(true);
      void api.effect(base, language).then((next) => {
        if (isOld || next.isOutdated) return;
        setEffect(next);
        setComparing(false);
      });
    }, PAUSE);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [isWanted, revision, base, language]);
  return { effect, isComparing };
}
