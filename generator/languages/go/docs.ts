/** Pages about services: each method with a program, its arguments, result and errors. */
import { sampleCall } from '../../plan/samples/call.ts';
import type { FileFilter } from '../language.ts';
import type { SampleStyle } from '../../plan/samples/value.ts';
import { cell, codeSpan, fenced, label, prose } from '../../text/markdown.ts';
import { overviewOf } from '../overview.ts';
import { resourcePages } from '../resource-pages.ts';
import { code, empty, filePath, isRequired, lineText } from './code.ts';
import { resultsOf } from './method-view.ts';
import type { GoMethod } from './methods.ts';
import type { Snippets } from './samples/snippet.ts';
import type { GoSdk } from './sdk.ts';
import type { GoField } from './types.ts';
import { wireName } from './unions.ts';

export function serviceDocs(
  sdk: GoSdk,
  snippets: Snippets,
  { style, isWanted }: { readonly style: SampleStyle; readonly isWanted: FileFilter },
) {
  const pages = resourcePages(sdk.layout.all, sdk.names.kebab);
  return [...pages].flatMap(([service, page]) => {
    if (!isWanted(`docs/${page}`)) return [];
    const found = overviewOf(sdk.api, { ...service.resource, path: service.path });
    return {
      file: filePath(`docs/${page}`),
      link: filePath(page),
      title: label(service.fields.join('.') || 'Client'),
      overview:
        found === undefined
          ? code`The methods of ${codeSpan(['client', ...service.fields].join('.'))}.`
          : prose(found),
      operations: sdk.methods
        .filter((method) => method.service === service)
        .map((method) => methodDoc(sdk, snippets, method, style)),
    };
  });
}

function methodDoc(sdk: GoSdk, snippets: Snippets, item: GoMethod, style: SampleStyle) {
  const { method, request } = item.planned;
  const sample = sampleCall(sdk.plan, item.planned, { extent: 'required', style });
  return {
    name: lineText(item.name),
    anchor: lineText(item.name.toLowerCase()),
    summary: label(method.summary ?? `${request.verb} ${method.path}`),
    description: prose(method.description ?? method.summary ?? ''),
    isDeprecated: method.deprecated !== undefined,
    hasExample: sample !== undefined,
    example: sample ? fenced(snippets.program(item, sample), code`go`) : empty,
    parameters: [
      ...item.positional.map(({ name, type }) => ({
        name: codeSpan(name),
        type: codeSpan(type),
        required: code`yes`,
        description: cell(
          item.planned.arguments.positional.find(
            (each) => sdk.names.argument(each.alias ?? each.name) === name,
          )?.description ?? '',
        ),
      })),
      ...(item.struct?.fields ?? []).map((field) => parameterRow(item.params?.name ?? 'params', field)),
    ],
    hasParameters: item.positional.length + (item.struct?.fields.length ?? 0) > 0,
    response: codeSpan(resultsOf(sdk, item)),
    errors: item.errors.map(({ status, type }) => ({ status: lineText(status), body: codeSpan(type.text) })),
    hasErrors: item.errors.length > 0,
  };
}

const parameterRow = (argument: string, field: GoField) => ({
  name: codeSpan(`${argument}.${field.name}`),
  type: codeSpan(field.type.text),
  required: isRequired(field) ? code`yes` : code`no`,
  description: cell(field.doc.join(' ') || (wireName(field) === '' ? 'A form of the body.' : '')),
});
