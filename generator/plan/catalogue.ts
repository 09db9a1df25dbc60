/**
 * Describes every call of an API for a model or a person at a terminal: a name, a short title, its effect
 * and the arguments as a schema. Tool servers and command lines are generated from this alone.
 */
import type { TypeNode } from '../ir/types.ts';
import type { Origin } from '../lib/origin.ts';
import { splitWords } from '../lib/words.ts';
import {
  type CatalogueArgument,
  type PlannedArgument,
  argumentsOf,
  inputOf,
  secretsOf,
  withheldOf,
} from './catalogue-arguments.ts';
import { wholeInput } from './catalogue-whole.ts';
import { type Effect, effectsOf } from './effects.ts';
import { agentSchema } from './json-schema/agents.ts';
import { type JsonSchema, shortText } from './json-schema/types.ts';
import type { PlannedMethod } from './methods.ts';
import type { SdkPlan } from './sdk.ts';
import { toolNames } from './tool-names.ts';

export interface CatalogueEntry {
  /** `servers.list`: the keys of its resource and its own key. */
  readonly id: string;
  /** Unique, and accepted by every API of models: `servers_list`. */
  readonly tool: string;
  /** `List servers`. */
  readonly title: string;
  readonly description: string;
  readonly verb: string;
  readonly path: string;
  readonly effect: Effect;
  /** True if repeating the call does no harm. */
  readonly isRepeatable: boolean;
  readonly deprecated?: true;
  readonly tags: readonly string[];
  readonly arguments: readonly CatalogueArgument[];
  /** The arguments as a single object without further properties, in the profile `agents`. */
  readonly input: JsonSchema;
  /** The whole schema of the document, if the config asks for full schemas. */
  readonly whole?: JsonSchema;
  /** SDK names of credentials, which no caller may provide. */
  readonly withheld?: readonly string[];
  /** True if parts were removed from `input` to keep it small. */
  readonly isCut: boolean;
  /** The kind of result. */
  readonly result: 'void' | 'value' | 'page' | 'stream' | 'binary';
  /** Schema of the value, the page's item or the event, in the profile `agents`. */
  readonly output?: JsonSchema;
  /** Names of the arguments that tools add; they differ if the API uses the usual names itself. */
  readonly own: { readonly select: string; readonly limit: string };
}

export interface CatalogueMethod {
  readonly entry: CatalogueEntry;
  readonly planned: PlannedMethod;
  /** The origin of each argument in the document, and whether it has a description. */
  readonly described: readonly {
    readonly name: string;
    readonly isDescribed: boolean;
    readonly origin: Origin;
  }[];
}

const LONGEST_DESCRIPTION = 300;
const LONGEST_OUTPUT = 4000;

/** Returns the methods in the order of the resource tree; `full` adds the whole schema of the document to each. */
export function planCatalogue(
  plan: SdkPlan,
  schemas: 'agents' | 'full' = 'agents',
): readonly CatalogueMethod[] {
  const hidden = hiddenResources(plan);
  const methods = plan.resources
    .flatMap((resource) => resource.methods)
    .filter(({ resource, method }) => method.agents?.isOffered ?? !hidden.has(resource.join('.')));
  const requestedNames = new Map(methods.map((planned) => [idOf(planned), planned.method.agents?.toolName]));
  const names = toolNames([...requestedNames.keys()], requestedNames);
  const secrets = secretsOf(plan);
  const outputs = new Map<string, JsonSchema | undefined>();
  return methods.map((planned) => {
    const { method, result } = planned;
    const args = argumentsOf(plan.shapes, planned, secrets);
    const withheld = withheldOf(plan.shapes, planned, secrets);
    const own = ownNames(args);
    const { schema, isCut } = inputOf(plan.shapes, args, isOpen(planned));
    const output = outputOf(plan, planned, outputs);
    const { effect, isRepeatable } = effectsOf(method);
    const entry: CatalogueEntry = {
      id: idOf(planned),
      tool: names.get(idOf(planned)) ?? idOf(planned),
      title: titleOf(planned),
      description: descriptionOf(planned),
      verb: method.sentVerb ?? method.verb.toUpperCase(),
      path: method.path,
      effect,
      isRepeatable,
      ...(method.deprecated && { deprecated: true }),
      tags: method.agents?.tags ?? method.tags,
      arguments: args.map((arg) => arg.argument),
      input: schema,
      ...(schemas === 'full' && { whole: wholeInput(plan.shapes, args, planned.arguments, isOpen(planned)) }),
      ...(withheld.length > 0 && { withheld }),
      isCut,
      result: result.kind,
      ...(output && { output }),
      own,
    };
    const described = args.map(({ argument, description, origin }) => ({
      name: argument.name,
      isDescribed: description !== undefined && description.trim() !== '',
      origin,
    }));
    return { entry, planned, described };
  });
}

/**
 * Resources that the config hides from agents. Their children are hidden too,
 * unless the config shows them again.
 */
function hiddenResources({ resources }: SdkPlan): ReadonlySet<string> {
  const hidden = new Set<string>();
  // Parents come before their children.
  for (const { path, resource } of resources) {
    const isAround = path.length > 1 && hidden.has(path.slice(0, -1).join('.'));
    if (!(resource.agents?.isOffered ?? !isAround)) hidden.add(path.join('.'));
  }
  return hidden;
}

const idOf = ({ resource, method }: PlannedMethod): string => [...resource, method.key].join('.');

function ownNames(args: readonly PlannedArgument[]): CatalogueEntry['own'] {
  const taken = new Set(args.map((arg) => arg.argument.name));
  const free = (names: readonly string[]): string =>
    names.find((name) => !taken.has(name)) ?? `${names.at(-1)}_${taken.size}`;
  return { select: free(['select', 'select_fields']), limit: free(['limit', 'max_items']) };
}

/** `List servers`, or the summary if it is short enough for a title. */
function titleOf({ resource, method }: PlannedMethod): string {
  const summary = shortText(method.summary, 80).replace(/\.$/, '');
  if (summary !== '' && summary.length <= 60) return summary;
  const words = [method.key, ...resource.slice(-1)].flatMap((key) => splitWords(key)).join(' ');
  return shortText(words.charAt(0).toUpperCase() + words.slice(1), 60);
}

/** The document's description, followed by a clause with facts from the plan. Nothing is invented. */
function descriptionOf(planned: PlannedMethod): string {
  const { method, result } = planned;
  const given = method.agents?.description;
  if (given !== undefined) return shortText(given, LONGEST_DESCRIPTION);
  const [paragraph = ''] = (method.description ?? '').trim().split(/\n\s*\n/);
  const texts = [method.summary ?? '', paragraph].map((text) => text.trim()).filter((text) => text !== '');
  const [first = '', second = ''] = texts;
  const isSaid = second.toLowerCase().startsWith(first.toLowerCase().replace(/\.$/, ''));
  const described = isSaid ? [second] : texts;
  const clauses = [
    ...(method.deprecated ? ['Deprecated.'] : []),
    ...(effectsOf(method).effect === 'destroy' ? ['Removes.'] : []),
    ...(result.kind === 'page' ? ['Pages.'] : result.kind === 'stream' ? ['Streams.'] : []),
  ].join(' ');
  const room = LONGEST_DESCRIPTION - clauses.length - 1;
  const text = shortText(described.map(asSentence).join(' ') || titleOf(planned), room);
  return [text, clauses].filter((part) => part !== '').join(' ');
}

const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Schema of the result. `known` caches named schemas, because many calls return them. */
function outputOf(
  { shapes }: SdkPlan,
  { result }: PlannedMethod,
  known: Map<string, JsonSchema | undefined>,
): JsonSchema | undefined {
  const type: TypeNode | undefined =
    result.kind === 'value'
      ? result.type
      : result.kind === 'page'
        ? result.item
        : result.kind === 'stream'
          ? result.event
          : undefined;
  if (type === undefined) return undefined;
  if (type.kind !== 'ref') return smallOutput(shapes, type);
  if (!known.has(type.id)) known.set(type.id, smallOutput(shapes, type));
  return known.get(type.id);
}

function smallOutput(shapes: SdkPlan['shapes'], type: TypeNode): JsonSchema | undefined {
  for (let depth = 4; depth >= 0; depth--) {
    const limits = { shapes, direction: 'response', depth, longest: depth > 2 ? 100 : 0 } as const;
    const schema = agentSchema(limits, type);
    if (schema === undefined || JSON.stringify(schema).length <= LONGEST_OUTPUT) return schema;
  }
  return { type: 'object' };
}

/** True if the body accepts properties that the document does not name. */
const isOpen = ({ arguments: { body } }: PlannedMethod): boolean =>
  body.kind === 'object' && body.additional !== undefined && body.additional !== false;
