/** `docs/`: pages for resources and types, and pages about errors, functions, runtimes and retries. */
import { byFoldedCase } from '../../../lib/order.ts';
import { type Code, code, identifier, lineText } from '../code.ts';
import { documentedBodies } from '../docs/error-rows.ts';
import { overviewOf } from '../../overview.ts';
import { operationsOf, resourceTitle } from '../docs/anchors.ts';
import { cell, codeSpan, label, link, prose, relativePath } from '../../../text/markdown.ts';
import { type ModelDoc, viewModel } from '../docs/model.ts';
import { type DocsContext, type OperationDoc, operationLink, viewOperation } from '../docs/operation.ts';
import type { PageKind } from '../docs/pages.ts';
import { markdownType } from '../docs/types.ts';
import type { FileFilter } from '../../language.ts';
import type { ResourceLayout } from '../layout.ts';

export interface DocsView {
  readonly resources: readonly ResourceDoc[];
  readonly models: readonly ModelDoc[];
  readonly index: {
    readonly title: Code;
    readonly description: Code;
    readonly resources: readonly { readonly link: Code; readonly description: Code }[];
    readonly hasModels: boolean;
    readonly hasFunctions: boolean;
  };
  readonly modelIndex: readonly {
    readonly title: Code;
    readonly about: Code;
    readonly links: readonly Code[];
  }[];
  readonly errors: ErrorsDoc;
  readonly functions: readonly { readonly name: Code; readonly from: Code; readonly method: Code }[];
  readonly hasFunctions: boolean;
}

export const NO_DOCS: DocsView = {
  resources: [],
  models: [],
  modelIndex: [],
  functions: [],
  hasFunctions: false,
  index: { title: code``, description: code``, resources: [], hasModels: false, hasFunctions: false },
  errors: { rootName: code``, packageName: code``, rows: [], hasRows: false },
};

export interface ResourceDoc {
  readonly file: Code;
  readonly title: Code;
  readonly overview: Code;
  readonly operations: readonly OperationDoc[];
}

export interface ErrorsDoc {
  readonly rootName: Code;
  readonly packageName: Code;
  readonly rows: readonly { readonly operation: Code; readonly statuses: Code; readonly type: Code }[];
  readonly hasRows: boolean;
}

/** Pages that are not wanted are left out of `resources` and `models`. */
export function viewDocs(context: DocsContext, isWanted: FileFilter): DocsView {
  const { sdk, pages } = context;
  const inUse = new Set(sdk.methods.map((plan) => plan.resource));
  const layouts = [sdk.layout.root, ...sdk.layout.all].filter((layout) => inUse.has(layout));
  const functions = sdk.methods.flatMap((plan) => {
    const named = context.snippets.functionOf(plan);
    return named
      ? [
          {
            name: codeSpan(named.name),
            from: codeSpan(`${context.snippets.packageName}/funcs/${named.file}`),
            method: operationLink(context, plan, 'functions.md'),
          },
        ]
      : [];
  });
  return {
    resources: layouts
      .filter((layout) => isWanted(`docs/${pages.resourcePath(layout)}`))
      .map((layout) => viewResourceDoc(context, layout)),
    models: pages.models
      .filter((page) => isWanted(`docs/${page.path}`))
      .map((page) => viewModel(context, page)),
    index: {
      title: label(sdk.api.info.title),
      description: prose(sdk.api.info.description),
      resources: layouts.map((layout) => ({
        link: link(
          layout.path.length === 0 ? code`client` : label(layout.properties.join('.')),
          pages.resourcePath(layout),
        ),
        description: cell(overviewOf(context.sdk.api, { ...layout.resource, path: layout.path }) ?? ''),
      })),
      hasModels: pages.models.length > 0,
      hasFunctions: functions.length > 0,
    },
    modelIndex: KINDS.flatMap(({ kind, title, about }) => {
      const own = pages.models
        .filter((page) => page.kind === kind)
        .sort((a, b) => byFoldedCase(a.title, b.title));
      return own.length === 0
        ? []
        : [
            {
              title,
              about,
              links: own.map((page) =>
                link(label(`${kind}.${page.title}`), relativePath('models/README.md', page.path)),
              ),
            },
          ];
    }),
    errors: viewErrors(context),
    functions,
    hasFunctions: functions.length > 0,
  };
}

const KINDS: readonly { readonly kind: PageKind; readonly title: Code; readonly about: Code }[] = [
  { kind: 'components', title: code`Components`, about: code`The models of the API.` },
  { kind: 'operations', title: code`Operations`, about: code`Arguments and results of single methods.` },
  { kind: 'errors', title: code`Errors`, about: code`Error bodies, in \`err.error\`.` },
];

function viewResourceDoc(context: DocsContext, layout: ResourceLayout): ResourceDoc {
  const { sdk, pages } = context;
  const path = pages.resourcePath(layout);
  const overview = overviewOf(sdk.api, { ...layout.resource, path: layout.path });
  const calls = codeSpan([context.snippets.variable, ...layout.properties].join('.'));
  return {
    file: lineText(`docs/${path}`),
    title: identifier(resourceTitle(sdk, layout)),
    overview: overview === undefined ? code`The methods of ${calls}.` : prose(overview),
    operations: operationsOf(sdk, layout).map((plan) => viewOperation(context, plan, path)),
  };
}

function viewErrors(context: DocsContext): ErrorsDoc {
  const { sdk, pages, snippets } = context;
  const rows = sdk.methods.flatMap((plan) => {
    const byType = new Map<Code, string[]>();
    for (const { member } of documentedBodies(plan)) {
      const type = markdownType(member.type, { pages, from: 'errors.md' });
      byType.set(type, [...(byType.get(type) ?? []), member.name]);
    }
    return [...byType].map(([type, statuses]) => ({
      operation: operationLink(context, plan, 'errors.md'),
      statuses: lineText(statuses.join(', ')),
      type,
    }));
  });
  return {
    rootName: identifier(snippets.client.errorName),
    packageName: lineText(snippets.packageName),
    rows,
    hasRows: rows.length > 0,
  };
}
