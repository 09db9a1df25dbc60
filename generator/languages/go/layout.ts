/** Services for resources: their names and files, and the names of their methods. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Method, Resource } from '../../ir/types.ts';
import type { ResourcePlan, SdkPlan } from '../../plan/sdk.ts';
import { memberNamer, type MemberNamer } from '../member-names.ts';
import type { PlannedMethod } from '../../plan/methods.ts';
import { type GoNames, type NameScope, createScope } from './names.ts';

export interface Service {
  /** Keys from the root; empty for the client itself. */
  readonly path: readonly string[];
  readonly resource: Resource;
  /** For example `ServerReleaseService`. */
  readonly name: string;
  /** Prefix of the types of its methods: `ServerRelease`. */
  readonly prefix: string;
  /** Name of its field in the parent. */
  readonly field: string;
  /** Fields from the client to the service. */
  readonly fields: readonly string[];
  /** File name without extension: `serverrelease`. */
  readonly file: string;
  readonly children: Service[];
  readonly methods: readonly {
    readonly planned: PlannedMethod;
    readonly method: Method;
    readonly name: string;
  }[];
}

export interface GoLayout {
  readonly root: Service;
  /** The client first, parents before children. */
  readonly all: readonly Service[];
  readonly byPath: ReadonlyMap<string, Service>;
  readonly diagnostics: readonly Diagnostic[];
}

const VERBS: ReadonlyMap<string, string> = new Map([
  ['create', 'New'],
  ['retrieve', 'Get'],
]);

/** Methods of the client, and fields that services have besides their methods. */
const CLIENT_MEMBERS = new Set(['Execute', 'Get', 'Post', 'Put', 'Patch', 'Delete', 'Options']);

const FILES = ['client', 'aliases', 'field', 'errors', 'shared', 'webhooks', 'package', 'usage_test'];

export function layOut(plan: SdkPlan, names: GoNames, scope: NameScope): GoLayout {
  const diagnostics: Diagnostic[] = [];
  const isReserved = (name: string, on: 'client' | 'resource'): boolean =>
    on === 'client' ? CLIENT_MEMBERS.has(name) : name === 'Options';
  const namer: MemberNamer = memberNamer(
    (key) => VERBS.get(key) ?? names.pascal(key),
    isReserved,
    diagnostics,
  );
  const fieldNamer = memberNamer(names.pascal, isReserved, diagnostics);
  const files = createScope(FILES);
  const byPath = new Map<string, Service>();
  const taken = new Map<Service, Set<string>>();
  const all = plan.resources.map(({ path, resource, methods }: ResourcePlan): Service => {
    const parent = path.length === 0 ? undefined : byPath.get(path.slice(0, -1).join('.'));
    const members = new Set<string>();
    const kind = parent === undefined ? 'client' : 'resource';
    const prefix = path.map(names.pascalSingular).join('');
    const above = parent && taken.get(parent);
    const on = parent?.path.length === 0 ? 'client' : 'resource';
    const field =
      parent === undefined
        ? ''
        : fieldNamer.free(names.pascal(path.at(-1) ?? ''), { kind: on, taken: above ?? new Set() }, resource);
    const placed = namer.placeMethods(
      methods.map((planned) => planned.method),
      { kind, taken: members },
    );
    const service: Service = {
      path,
      resource,
      name: parent === undefined ? 'Client' : scope.free(`${prefix}Service`),
      prefix,
      field,
      fields: parent === undefined ? [] : [...parent.fields, field],
      file: parent === undefined ? 'client' : files.free(fileName(prefix)),
      children: [],
      methods: placed.map(({ method, name }, index) => ({
        method,
        name,
        planned: methods[index] as PlannedMethod,
      })),
    };
    scope.free(`New${service.name}`);
    taken.set(service, members);
    parent?.children.push(service);
    byPath.set(path.join('.'), service);
    return service;
  });
  const [root] = all;
  if (root === undefined) throw new Error('a plan without a root');
  return { root, all, byPath, diagnostics };
}

/** Lowercase letters only, because Go interprets suffixes such as `_linux` and `_test`. */
const fileName = (prefix: string): string =>
  prefix
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 100) || 'resource';
