/** The tree and the lists next to it, from the plan. */
import { aliasNames, methodNamesOf } from '../editable-config.ts';
import { methodEntries } from '../config/rewrite/methods.ts';
import { schemeIndex } from '../config/rewrite/client.ts';
import { fixOf } from '../config/rewrite/fix.ts';
import { valueOf } from '../config/rewrite/rewrite.ts';
import { valueAt } from '../config/rewrite/value.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type LocatedDiagnostic, placeDiagnostics } from '../diagnostics/print/placed.ts';
import { methodsOf, operationOf } from '../init/methods.ts';
import { proposedName } from '../init/propose.ts';
import type { Api, Resource } from '../ir/types.ts';
import { rolesOf } from '../ir/security/options.ts';
import { languageData } from '../languages/data.ts';
import { looseOperation } from '../lib/loose-operation.ts';
import { type JsonValue, isJsonObject } from '../lib/json.ts';
import type {
  ClientSummary,
  DiagnosticRow,
  EnvironmentRow,
  LeftOutRow,
  MethodRow,
  ModelRow,
  ResourceRow,
  SchemeRow,
  StudioState,
  UnwrapRow,
} from './contract.ts';
import { packageRows } from './packages.ts';
import type { Plan } from './plan.ts';
import type { Session } from './session.ts';

/** `before`: operation → name when the studio was opened. */
export function stateOf(session: Session, before: ReadonlyMap<string, string>): StudioState {
  const plan = session.plan();
  const { api, project } = plan;
  const { text, hash, exists, isGone } = session.text();
  const { undo, redo } = session.history();
  const diagnostics = diagnosticRows(plan, session.file, valueOf(text) ?? {});
  const warnings = new Map<string, number>();
  for (const { method, severity } of diagnostics)
    if (method !== undefined && severity !== 'note') warnings.set(method, (warnings.get(method) ?? 0) + 1);
  return {
    revision: plan.revision,
    title: api.info.title,
    document: project.documents.originOf(project.documents.root).document,
    config: { file: session.file, exists, isGone, hash },
    languages: plan.languages.map((name) => ({ name, title: languageData(name)?.title ?? name })),
    root: resourceRow(api.root, [], { warnings, before, aliases: aliasNames(project.config) }),
    leftOut: leftOutRows(plan, text),
    models: modelRows(api),
    client: clientView(api, valueOf(text) ?? {}),
    packages: packageRows(valueOf(text) ?? {}, proposedName(api)),
    unwraps: unwrapRows(api),
    schemes: schemeRows(api, valueOf(text) ?? {}),
    diagnostics,
    isStale: plan.isStale,
    ...(undo !== undefined && { undo }),
    ...(redo !== undefined && { redo }),
  };
}

/** Operation → name. */
export const namesOf = ({ api, project }: Plan): ReadonlyMap<string, string> =>
  new Map(
    methodNamesOf(api, project.config).map(({ operation, resource, key }) => [
      operation,
      [...resource, key].join('.'),
    ]),
  );

interface RowMarks {
  readonly warnings: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, string>;
  readonly aliases: ReadonlySet<string>;
}

function resourceRow(resource: Resource, path: readonly string[], marks: RowMarks): ResourceRow {
  return {
    path: path.join('.'),
    key: resource.key,
    methods: resource.methods.map((method): MethodRow => {
      const name = [...path, method.key].join('.');
      const isAlias = marks.aliases.has(name);
      const id = isAlias ? `alias ${name}` : operationOf(method);
      const count = marks.warnings.get(id);
      return {
        id,
        name,
        key: method.key,
        verb: method.verb,
        path: method.path,
        rule: method.provenance.rule,
        ...(method.pagination && { pages: method.pagination.scheme }),
        ...(method.deprecated && { isDeprecated: true }),
        ...(isAlias && { isAlias: true }),
        ...(!isAlias && marks.before.get(id) !== name && { isChanged: true }),
        ...(count !== undefined && { warnings: count }),
      };
    }),
    children: resource.children.map((child) => resourceRow(child, [...path, child.key], marks)),
  };
}

const looseIdOf = (operation: string): string => {
  const [verb = '', ...path] = operation.split(' ');
  return looseOperation(verb, path.join(' '));
};

/** Excluded entries with their names, then operations that the config does not mention. */
function leftOutRows(plan: Plan, text: string): readonly LeftOutRow[] {
  const { project } = plan;
  const present = new Set([...namesOf(plan).keys()].map(looseIdOf));
  const entries = new Map(
    methodEntries(valueOf(text) ?? {}).map(({ operation, path }) => [
      looseIdOf(operation),
      path.filter((key, at) => at % 2 === 1 && key !== '$client').join('.'),
    ]),
  );
  const { paths } = project.documents.root;
  const all = isJsonObject(paths)
    ? Object.entries(paths).flatMap(([path, item]) =>
        isJsonObject(item)
          ? VERBS.filter((verb) => isJsonObject(item[verb])).map((verb) => `${verb} ${path}`)
          : [],
      )
    : [];
  return all
    .filter((id) => !present.has(looseIdOf(id)))
    .map((id) => {
      const name = entries.get(looseIdOf(id));
      return name === undefined ? { id } : { id, name };
    });
}

const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

const modelRows = (api: Api): readonly ModelRow[] =>
  api.schemas.flatMap(({ id, name: schema, model }) =>
    model === undefined
      ? []
      : [
          {
            id,
            name: [...model.resource, model.name].join('.'),
            key: model.name,
            resource: model.resource.join('.'),
            schema,
          },
        ],
  );

const clientView = ({ client, securitySchemes }: Api, root: JsonValue): ClientSummary => ({
  name: client.name,
  envPrefix: client.envPrefix,
  ...(client.timeoutMs !== undefined && { timeoutMs: client.timeoutMs }),
  ...(client.maxRetries !== undefined && { maxRetries: client.maxRetries }),
  environments: client.environments.map(({ name, url }) => environmentRow(root, name, url)),
  credentials: securitySchemes.flatMap((scheme) =>
    rolesOf(scheme).map((role) => ({ scheme: scheme.name, role })),
  ),
  options: client.options.map(({ key, type, required, readEnv, description, auth, ...option }) => ({
    key,
    type,
    isRequired: required,
    ...(readEnv !== undefined && { readEnv }),
    ...(option.default !== undefined && { default: option.default }),
    ...(description !== undefined && { description }),
    ...(auth && { auth }),
  })),
});

function environmentRow(root: JsonValue, name: string, url: string): EnvironmentRow {
  const path = ['environments', name];
  const written = valueAt(root, path);
  if (written === undefined) return { name, url };
  return { name, url, path: isJsonObject(written) ? [...path, 'url'] : path };
}

const unwrapRows = (api: Api): readonly UnwrapRow[] =>
  (api.unwrapMethods ?? []).map(({ resource, key, keyOption }) => ({
    name: [...resource, key].join('.'),
    key,
    ...(keyOption !== undefined && { option: keyOption }),
  }));

const schemeRows = (api: Api, written: JsonValue): readonly SchemeRow[] => {
  const methods = methodsOf(api.root);
  return api.paginationSchemes.map(({ name, type, purposes, topLevelArray }) => ({
    name,
    type,
    methods: methods.filter(({ method }) => method.pagination?.scheme === name).map((item) => item.name),
    isWritten: schemeIndex(written, name) >= 0,
    purposes: [
      ...(topLevelArray ? [{ purpose: 'items', at: 'the response itself' }] : []),
      ...purposes
        .filter(({ path, header }) => path.length > 0 || header !== undefined)
        .map(({ purpose, path, header }) => ({ purpose, at: header ?? path.join('.') })),
    ],
  }));
};

/** Maximum number of diagnostics sent to the page. */
const MOST_DIAGNOSTICS = 500;

function diagnosticRows(
  { diagnostics, texts, api }: Plan,
  file: string,
  root: JsonValue,
): readonly DiagnosticRow[] {
  const places = methodsOf(api.root).map(({ method }) => ({
    id: operationOf(method),
    origin: method.origin,
  }));
  const byPointer = new Map(places.map(({ id, origin }) => [`${origin.document}#${origin.pointer}`, id]));
  const methodOf = ({ origin }: Diagnostic): string | undefined => {
    if (origin === undefined) return undefined;
    const parts = origin.pointer.split('/');
    return byPointer.get(`${origin.document}#${parts.slice(0, 4).join('/')}`);
  };
  const excerptOf = ({ place }: LocatedDiagnostic): string | undefined =>
    place?.line === undefined
      ? undefined
      : texts.get(place.file)?.text.split('\n', place.line)[place.line - 1];
  return placeDiagnostics(diagnostics, texts)
    .slice(0, MOST_DIAGNOSTICS)
    .map((item): DiagnosticRow => {
      const { diagnostic, place } = item;
      const method = methodOf(diagnostic);
      const isConfig = place?.file === file;
      const fix = fixOf(diagnostic, root, file);
      const excerpt = diagnostic.severity === 'note' ? undefined : excerptOf(item);
      return {
        severity: diagnostic.severity,
        code: diagnostic.code,
        message: diagnostic.message,
        help: diagnostic.help,
        ...(place && { place: place.line === undefined ? place.file : `${place.file}:${place.line}` }),
        ...(place?.line !== undefined && { line: place.line }),
        ...(excerpt !== undefined && { excerpt: excerpt.trim().slice(0, 160) }),
        ...(isConfig && { isConfig: true }),
        ...(method !== undefined && { method }),
        ...(fix && { fix }),
      };
    });
}
