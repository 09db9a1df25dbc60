/** Converts requests about a model to changes of the config: another name, another resource, none at all. */
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { resourcePath, writtenMethods } from './methods.ts';
import type { ModelName } from './sdk.ts';
import type { ConfigChange, ConfigPath } from './types.ts';
import { valueAt } from './value.ts';

export type ModelPlace = Pick<ModelName, 'resource' | 'key'>;

const modelPath = ({ resource, key }: ModelPlace): ConfigPath => [...resourcePath(resource), 'models', key];

export const modelNameOf = ({ resource, key }: ModelPlace): string => [...resource, key].join('.');

/** Found by its dotted name, by its key alone if that is unique, or by the name of the schema. */
export function findModel(models: readonly ModelName[], name: string): ModelName | undefined {
  const byKey = models.filter(({ key }) => key === name);
  return (
    models.find((model) => modelNameOf(model) === name) ??
    (byKey.length === 1 ? byKey[0] : undefined) ??
    models.find(({ schema, target }) => schema === name || target === name)
  );
}

export function nameModel(
  root: JsonValue,
  models: readonly ModelName[],
  { model, to }: { readonly model: ModelName; readonly to: ModelPlace },
): readonly ConfigChange[] {
  if (modelNameOf(model) === modelNameOf(to)) return [];
  const references = modelReferences(root, model, to);
  if (model.entry === undefined)
    return [
      ...othersNamed(models, model),
      { kind: 'set', path: modelPath(to), value: model.target },
      ...references,
    ];
  return [{ kind: 'move', path: model.entry, to: modelPath(to) }, ...references];
}

/** Without an entry, the schema is written out where it is used. */
export const leaveOutModel = (models: readonly ModelName[], model: ModelName): readonly ConfigChange[] =>
  model.entry === undefined ? othersNamed(models, model) : [{ kind: 'unset', path: model.entry }];

/**
 * As soon as the config names a model, it names all of them. So the first entry comes together with entries for
 * all other models, which keep their names.
 */
const othersNamed = (models: readonly ModelName[], model: ModelName): readonly ConfigChange[] =>
  models.some(({ entry }) => entry !== undefined)
    ? []
    : models
        .filter((other) => other !== model)
        .map((other) => ({ kind: 'set', path: modelPath(other), value: other.target }));

/** Methods name the model of their events in dots. */
function modelReferences(root: JsonValue, from: ModelPlace, to: ModelPlace): readonly ConfigChange[] {
  const [before, value] = [modelNameOf(from), modelNameOf(to)];
  const keys = [['streaming', 'stream_event_model'], ['event_model'], ['event_type']];
  const events = writtenMethods(root).flatMap(({ path, value: method }) =>
    keys
      .filter((key) => valueAt(method, key) === before)
      .map((key): ConfigChange => ({ kind: 'set', path: [...path, ...key], value })),
  );
  const siblings = valueAt(root, [...resourcePath(from.resource), 'models']);
  const aliases = Object.entries(isJsonObject(siblings) ? siblings : {})
    .filter(([, entry]) => valueAt(entry, ['type']) === 'alias' && valueAt(entry, ['to']) === from.key)
    .flatMap(([key]): readonly ConfigChange[] => {
      const path = [...resourcePath(from.resource), 'models', key];
      return from.resource.join('.') === to.resource.join('.')
        ? [{ kind: 'set', path: [...path, 'to'], value: to.key }]
        : [
            { kind: 'set', path: [...path, 'to'], value: to.key },
            { kind: 'move', path, to: modelPath({ resource: to.resource, key }) },
          ];
    });
  return [...events, ...aliases];
}
