/**
 * Assigns every operation its place in the resource tree. Sources in order of precedence:
 * config, hints, samples, default.
 */
import { distance } from 'fastest-levenshtein';
import { looseOperation } from '../../lib/loose-operation.ts';
import { byCodeUnit } from '../../lib/order.ts';
import type { ReportContext } from '../context.ts';
import type { Operation } from '../operations/collect.ts';
import type { RequestedMethod, BuildOptions } from '../build-options.ts';
import { resolveCollisions } from './collisions.ts';
import { nameByDefault } from './default.ts';
import { type ReadSample, nameByHint, nameBySample } from './named.ts';
import type { DefaultName, Habits, Shape } from './surroundings.ts';
import type { Placement } from './types.ts';

export interface NamingInput {
  readonly operations: readonly Operation[];
  readonly samples: ReadonlyMap<string, readonly ReadSample[]>;
  readonly options: BuildOptions;
  readonly shapeOf: (operation: Operation) => Shape;
}

export interface NamedOperation extends Placement {
  readonly configured?: RequestedMethod;
}

/** Resources nested deeper lose their innermost keys, because a path can have thousands of segments. */
const DEEPEST = 12;

export function nameOperations(context: ReportContext, input: NamingInput): readonly NamedOperation[] {
  const configured = matchConfig(context, input);
  const mentioned = new Set(configured.map((namedOperation) => namedOperation.operation.id));
  const rest = input.operations.filter((operation) => !mentioned.has(operation.id));
  const hasTree = input.options.methods.length > 0;
  const generated =
    hasTree && input.options.unspecified === 'omit'
      ? rest.filter(({ hints }) => hints.names.some((name) => name.keyword === 'x-stainless-method'))
      : rest;
  const given = new Set(generated);
  reportOmitted(
    context,
    rest.filter((operation) => !given.has(operation) && !input.options.silenced.has(operation.id)),
  );

  const sampled = new Map<string, Placement>();
  for (const operation of generated) {
    const found = nameBySample(context, operation, input.samples.get(operation.id) ?? []);
    if (found !== undefined) sampled.set(operation.id, found);
  }
  const habits = learnHabits([...configured, ...sampled.values()]);
  const defaults = nameByDefault(input.operations, generated, { habits, shapeOf: input.shapeOf });
  const home = homesOf(defaults, sampled);
  const named = generated.map((operation): Placement => {
    const fallback = (): DefaultName =>
      defaults.get(operation.id) ?? { resource: [], key: operation.verb, detail: '' };
    const byHint = nameByHint(context, operation, fallback);
    const bySample = sampled.get(operation.id);
    if (byHint !== undefined) return bySample?.paginated ? { ...byHint, paginated: true } : byHint;
    if (bySample !== undefined) return bySample;
    const { key, detail, ...own } = fallback();
    const resource = home(own.resource);
    return {
      operation,
      resource,
      key,
      provenance: { rule: 'default', detail, origin: operation.place.origin },
    };
  });
  const shallow = [
    ...configured.filter((namedOperation) => namedOperation.configured?.skipped !== true),
    ...named,
  ].map((placement) =>
    placement.resource.length > DEEPEST
      ? { ...placement, resource: placement.resource.slice(0, DEEPEST) }
      : placement,
  );
  return resolveCollisions(
    context,
    shallow,
    input.options.resources.map((resource) => resource.path),
  );
}

/**
 * If samples place an operation in another resource than the defaults do, the other operations of that
 * resource, and those below it, move with it.
 */
function homesOf(
  defaults: ReadonlyMap<string, DefaultName>,
  sampled: ReadonlyMap<string, Placement>,
): (resource: readonly string[]) => readonly string[] {
  const homes = new Map<string, readonly string[] | undefined>();
  for (const [id, { resource }] of sampled) {
    const usual = defaults.get(id)?.resource ?? [];
    const known = usual.join('.');
    if (usual.length === 0 || resource.length < usual.length) continue;
    const isAgreed = !homes.has(known) || homes.get(known)?.join('.') === resource.join('.');
    homes.set(known, isAgreed ? resource : undefined);
  }
  return (resource) => {
    for (let length = resource.length; length > 0; length -= 1) {
      const found = homes.get(resource.slice(0, length).join('.'));
      if (found !== undefined) return [...found, ...resource.slice(length)];
    }
    return resource;
  };
}

/**
 * The config's methods with their operations. An entry whose operation is missing from the
 * document is an error at its line.
 */
function matchConfig(
  context: ReportContext,
  { operations, options }: NamingInput,
): readonly NamedOperation[] {
  const exact = new Map(operations.map((operation) => [operation.id, operation]));
  const loose = new Map<string, Operation | undefined>();
  for (const operation of operations) {
    const key = looseOperation(operation.verb, operation.pathKey);
    loose.set(key, loose.has(key) ? undefined : operation);
  }
  const placements: NamedOperation[] = [];
  for (const configured of options.methods) {
    const operation =
      exact.get(`${configured.verb} ${configured.path}`) ??
      loose.get(looseOperation(configured.verb, configured.path));
    if (operation === undefined) {
      if (configured.skipped !== true) reportUnknown(context, configured, operations);
      continue;
    }
    placements.push({
      operation,
      resource: configured.resource,
      key: configured.key,
      configured,
      provenance: {
        rule: 'config',
        detail: `resources.${[...configured.resource, configured.key].join('.')}`,
        origin: configured.origin,
      },
    });
  }
  return placements;
}

function reportUnknown(
  context: ReportContext,
  configured: RequestedMethod,
  operations: readonly Operation[],
): void {
  const wanted = `${configured.verb} ${configured.path}`;
  const nearest = operations
    .map((operation) => ({ id: operation.id, far: distance(wanted, operation.id) }))
    .sort((a, b) => a.far - b.far || byCodeUnit(a.id, b.id))[0];
  const hint = nearest !== undefined && nearest.far <= wanted.length / 2 ? nearest.id : 'one of the document';
  context.report(
    'config-operation-unknown',
    { operation: wanted, method: [...configured.resource, configured.key].join('.'), nearest: hint },
    configured.origin,
  );
}

/**
 * Reports a single diagnostic for the whole group: a config that leaves out
 * half an API does so deliberately.
 */
function reportOmitted(context: ReportContext, operations: readonly Operation[]): void {
  const first = operations[0];
  if (first === undefined) return;
  const shown = operations
    .slice(0, 5)
    .map((operation) => operation.id)
    .join(', ');
  const more = operations.length > 5 ? ` and ${operations.length - 5} more` : '';
  context.report(
    'operations-unconfigured',
    { count: operations.length, operations: shown + more },
    first.place.origin,
  );
}

/** If most named methods of the API call an action `get`, the default names do so too. */
function learnHabits(placements: readonly Placement[]): Habits {
  const onItem = (verb: string) =>
    placements
      .filter(
        (placement) =>
          placement.operation.verb === verb && placement.operation.path.parts.at(-1)?.kind === 'parameter',
      )
      .map((placement) => placement.key);
  return {
    retrieve: mostFrequent(onItem('get'), ['retrieve', 'get', 'fetch', 'show']) ?? 'retrieve',
    put: mostFrequent(onItem('put'), ['update', 'set', 'replace', 'put', 'upsert']) ?? 'update',
  };
}

function mostFrequent(keys: readonly string[], allowed: readonly string[]): string | undefined {
  const counted = allowed
    .map((name) => ({ name, count: keys.filter((key) => key === name).length }))
    .filter((item) => item.count > 0);
  return counted.sort((a, b) => b.count - a.count)[0]?.name;
}
