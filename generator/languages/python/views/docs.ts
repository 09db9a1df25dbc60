/** Pages about resources: each operation with a program, its arguments, result and errors. */
import { sampleCall } from '../../../plan/samples/call.ts';
import type { FileFilter } from '../../language.ts';
import type { SampleStyle } from '../../../plan/samples/value.ts';
import { cell, codeSpan, fenced, label, prose } from '../../../text/markdown.ts';
import { type Code, code, empty, filePath, lineText } from '../code.ts';
import type { ResourceLayout } from '../layout.ts';
import { type Argument, withoutInfo } from '../methods/arguments.ts';
import { returnType } from '../methods/returns.ts';
import type { PythonMethod } from '../methods/method.ts';
import { type FileScope, createFileScope } from '../file-scope.ts';
import { type SnippetContext, snippet } from '../samples/snippet.ts';
import { overviewOf } from '../../overview.ts';
import { resourcePages } from '../../resource-pages.ts';
import { STATUS_NAMES } from '../../status-names.ts';
import { contextOf } from './resource.ts';

export interface ResourceDoc {
  readonly file: Code;
  /** Relative to `docs/README.md`. */
  readonly link: Code;
  readonly title: Code;
  readonly overview: Code;
  readonly operations: readonly OperationDoc[];
}

export interface OperationDoc {
  readonly name: Code;
  readonly anchor: Code;
  readonly summary: Code;
  readonly description: Code;
  readonly isDeprecated: boolean;
  readonly hasExample: boolean;
  readonly example: Code;
  readonly asyncExample: Code;
  readonly parameters: readonly ParameterRow[];
  readonly response: Code;
  readonly errors: readonly { readonly type: Code; readonly status: Code; readonly body: Code }[];
}

interface ParameterRow {
  readonly name: Code;
  readonly type: Code;
  readonly required: Code;
  readonly description: Code;
}

export function resourceDocs(
  context: SnippetContext,
  { style, isWanted }: { readonly style: SampleStyle; readonly isWanted: FileFilter },
): readonly ResourceDoc[] {
  const { design: sdk } = context;
  const pages = resourcePages([sdk.layout.root, ...sdk.layout.all], sdk.names.kebab);
  return [sdk.layout.root, ...sdk.layout.all].flatMap((resource) => {
    const methods = sdk.methodsOf.get(resource) ?? [];
    const page = pages.get(resource);
    if (methods.length === 0 || page === undefined || !isWanted(`docs/${page}`)) return [];
    return [
      {
        file: filePath(`docs/${page}`),
        link: filePath(page),
        title: titleOf(context, resource),
        overview: overview(context, resource),
        operations: methods.map((method) => operationDoc(context, method, style)),
      },
    ];
  });
}

/** The attribute path from the client. */
const titleOf = ({ design: sdk }: SnippetContext, resource: ResourceLayout): Code =>
  label(resource.path.length === 0 ? sdk.layout.root.className : resource.properties.join('.'));

function overview({ design: sdk }: SnippetContext, { resource, path, properties }: ResourceLayout): Code {
  const found = overviewOf(sdk.api, { ...resource, path });
  return found === undefined
    ? code`The methods of ${codeSpan(['client', ...properties].join('.'))}.`
    : prose(found);
}

function operationDoc(context: SnippetContext, item: PythonMethod, style: SampleStyle): OperationDoc {
  const { design: sdk } = context;
  const scope = createFileScope({ module: 'docs', taken: new Set() });
  const { method } = item;
  const sample = sampleCall(sdk.plan, item.planned, { extent: 'required', style });
  const example = (colour: 'sync' | 'async'): Code =>
    sample ? fenced(snippet(context, item, sample, colour), code`python`) : empty;
  return {
    name: lineText(item.layout.name),
    anchor: lineText(item.layout.name),
    summary: label(method.summary ?? `${item.planned.request.verb} ${method.path}`),
    description: prose(method.description ?? method.summary ?? ''),
    isDeprecated: method.deprecated !== undefined,
    hasExample: sample !== undefined,
    example: example('sync'),
    asyncExample: example('async'),
    parameters: [...item.arguments.positional, ...item.arguments.keywords].map((each) => row(each, scope)),
    response: codeSpan(scope.annotation(returnType(item, contextOf(sdk, 'sync', false)))),
    errors: item.errors.map(({ status, type }) => ({
      type: codeSpan(errorOf(status)),
      status: lineText(status),
      body: codeSpan(scope.annotation(type)),
    })),
  };
}

/** The error class of the runtime for a status. */
export const errorOf = (status: string): string => {
  const name = status === '5XX' ? 'InternalServer' : STATUS_NAMES.get(status);
  return name === undefined ? 'APIStatusError' : `${name}Error`;
};

const row = (argument: Argument, scope: FileScope): ParameterRow => ({
  name: codeSpan(argument.name),
  type: codeSpan(scope.annotation(withoutInfo(argument.type))),
  required: argument.required ? code`yes` : code`no`,
  description: cell(argument.doc.join(' ')),
});
