/** Toy as a language of SDKs: a list of calls and types, to show what a language must fill. */
import type { Method } from '../../../generator/ir/types.ts';
import {
  type ExplainedCall,
  type ExplainedType,
  isSameMethod,
} from '../../../generator/languages/explained.ts';
import type { Language, OperationSamples } from '../../../generator/languages/language.ts';
import type { PlannedMethod } from '../../../generator/plan/methods.ts';
import { sampleCall } from '../../../generator/plan/samples/call.ts';
import type { SampleValue } from '../../../generator/plan/samples/value.ts';
import type { ResourcePlan, SdkPlan } from '../../../generator/plan/sdk.ts';
import { type Code, jsonText, lineText, trusted } from '../../../generator/text/code.ts';

/** Words in small letters with dashes between them, which is how Toy writes every name. */
const name = (wanted: string): string =>
  wanted
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
const word = (wanted: string): Code => trusted(name(wanted));
const callOf = (path: readonly string[], method: string): string => [...path, method].map(name).join('/');
const fileOf = (path: readonly string[]): string => `${['client', ...path].map(name).join('-')}.toy`;

interface ToySdk {
  readonly plan: SdkPlan;
  readonly diagnostics: SdkPlan['diagnostics'];
}

interface ToyView {
  readonly version: string;
  readonly hasDocs: boolean;
  readonly resources: readonly {
    readonly file: string;
    readonly page: string;
    readonly title: Code;
    readonly calls: readonly { readonly line: Code; readonly about: Code }[];
  }[];
  readonly types: readonly { readonly name: Code; readonly fields: readonly Code[] }[];
}

const line = (path: readonly string[], { method, arguments: args }: PlannedMethod): Code => {
  const given = [
    ...args.positional.map((parameter) => parameter.name),
    ...args.fields.map((field) => field.name),
  ];
  return trusted(`call ${[callOf(path, method.key), ...given.map(name)].join(' ')}`);
};

const fieldsOf = (plan: SdkPlan, id: string): readonly string[] => {
  const type = plan.shapes.schemas.get(id)?.type;
  return type?.kind === 'object' ? type.properties.map((property) => property.name) : [];
};

const viewOf = (plan: SdkPlan, hasDocs: boolean, version: string): ToyView => ({
  version,
  hasDocs,
  resources: plan.resources
    .filter(({ methods }) => methods.length > 0)
    .map(({ path, methods }) => ({
      file: fileOf(path),
      page: `docs/${fileOf(path).replace('.toy', '.md')}`,
      title: lineText(path.join(' ') || 'client'),
      calls: methods.map((planned) => ({
        line: line(path, planned),
        about: lineText(planned.method.summary ?? ''),
      })),
    })),
  types: plan.models.map(({ schema }) => ({
    name: word(schema.name),
    fields: fieldsOf(plan, schema.id).map(word),
  })),
});

/** Values in the order of the call; what is no text or number is JSON. */
const valueText = (value: SampleValue): string =>
  value.kind === 'literal' ? jsonText(value.value) : value.kind === 'file' ? '"a file"' : jsonText(value);

const snippet = (plan: SdkPlan, path: readonly string[], planned: PlannedMethod): string => {
  const sample = sampleCall(plan, planned, { extent: 'required' });
  const values =
    sample === undefined ? [] : [...sample.positional, sample.argument].flatMap((each) => each ?? []);
  return `call ${[callOf(path, planned.method.key), ...values.map(valueText)].join(' ')}\n`;
};

const methodsOf = (
  plan: SdkPlan,
): readonly (ResourcePlan & { readonly planned: PlannedMethod; readonly method: Method })[] =>
  plan.resources.flatMap((each) =>
    each.methods.map((planned) => ({ ...each, planned, method: planned.method })),
  );

const samplesOf = (plan: SdkPlan): readonly OperationSamples[] =>
  methodsOf(plan).map(({ path, planned, method }) => ({
    origin: method.origin,
    path: method.path,
    verb: method.verb,
    slug: callOf(path, method.key).replaceAll('/', '-'),
    call: callOf(path, method.key),
    summary: method.summary ?? '',
    description: method.description ?? '',
    samples: [{ lang: 'Toy', source: snippet(plan, path, planned) }],
  }));

const callsOf = (plan: SdkPlan): readonly ExplainedCall[] =>
  methodsOf(plan).map(({ path, resource, planned, method }) => ({
    method,
    resource,
    call: callOf(path, method.key),
    signatures: [line(path, planned)],
    className: undefined,
    types: [],
    file: fileOf(path),
  }));

const typesOf = (plan: SdkPlan): readonly ExplainedType[] =>
  plan.models.map(({ schema }) => ({
    name: name(schema.name),
    names: [name(schema.name), schema.name],
    schema,
    method: undefined,
    imported: undefined,
    file: 'types.toy',
  }));

export const toyLanguage: Language<ToySdk, ToyView> = {
  names: (api) => ({
    client: 'client',
    call: callOf,
    resource: (keys) => keys.map(name).join('/'),
    page: (keys) => fileOf(keys).replace('.toy', '.md'),
    option: name,
    property: (wire, alias) => name(alias ?? wire),
    argument: (wire, alias) => name(alias ?? wire),
    keywords: false,
    type: name,
    model: (id) => {
      const model = api.schemas.find((schema) => schema.id === id)?.model;
      return model && name(model.name);
    },
    home: () => 'types',
  }),
  declare: (plan) => ({ plan, diagnostics: plan.diagnostics }),
  viewsOf: ({ plan }, config) => ({
    forTemplates: ({ own } = {}) =>
      viewOf(plan, config.output.docs.enabled, own ?? config.target.version ?? '0.1.0'),
    forFiles: () => viewOf(plan, config.output.docs.enabled, config.target.version ?? '0.1.0'),
    samples: samplesOf(plan),
    explainCall: (method) => callsOf(plan).find((call) => isSameMethod(call.method, method)),
    explained: { calls: callsOf(plan), types: typesOf(plan) },
  }),
};
