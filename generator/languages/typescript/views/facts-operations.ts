/**
 * JSON requests and responses of each operation as data, so that templates can generate one schema file per
 * operation.
 */
import type { Content, TypeNode } from '../../../ir/types.ts';
import type { Direction } from '../../../plan/shapes.ts';
import { fileStem } from '../../../lib/file-names.ts';
import { type Code, filePath, identifier, join, stringLiteral } from '../code.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { type ModelNames, type SchemaRef, refsOf, typeContext } from './facts-models.ts';
import { type TypeFacts, typeFacts } from './facts-types.ts';
import type { nameFunctions } from './function.ts';
import type { ViewContext } from './resource.ts';

export interface OperationFacts {
  /** Unique in the SDK, and the stem of a file: `books-create`. */
  readonly id: Code;
  /** The same as an identifier: `booksCreate`. */
  readonly name: Code;
  /** The name that `operationOf` returns, as a literal: `'books.create'`. */
  readonly call: Code;
  /** For example `books.create`. */
  readonly accessor: Code;
  /** The JSON body; none or one. */
  readonly requests: readonly { readonly type: TypeFacts }[];
  /** JSON bodies of successes. */
  readonly responses: readonly ResponseFacts[];
  readonly hasRequest: boolean;
  readonly hasResponses: boolean;
  /** Models that either refers to, each once. */
  readonly refs: readonly SchemaRef[];
}

export interface ResponseFacts {
  /** A literal: `'200'`, or `'2XX'` for statuses without their own entry. */
  readonly status: Code;
  readonly type: TypeFacts;
}

export function viewOperationFacts(
  { sdk }: ViewContext,
  options: { readonly names: ModelNames; readonly methodNames: ReturnType<typeof nameFunctions> },
): readonly OperationFacts[] {
  const facts = (node: TypeNode, direction: Direction): TypeFacts =>
    typeFacts(typeContext(sdk, options.names, direction), node);
  return sdk.methods.flatMap((plan) => {
    const named = options.methodNames.get(plan);
    const requests = jsonOf(plan.arguments.fileForm ? undefined : plan.arguments.content).map((type) => ({
      type: facts(type, 'request'),
    }));
    const responses = responsesOf(plan).map(({ status, type }) => ({
      status: stringLiteral(status),
      type: facts(type, 'response'),
    }));
    if (!named || requests.length + responses.length === 0) return [];
    const refs = new Map(
      [...requests, ...responses]
        .flatMap(({ type }) => refsOf(type))
        .map((schemaRef) => [schemaRef.id, schemaRef] as const),
    );
    const steps = [...plan.resource.properties, plan.layout.name];
    return [
      {
        id: filePath(fileStem(named.file, LONGEST)),
        name: identifier(named.name),
        call: stringLiteral(steps.join('.')),
        accessor: join(steps.map(identifier), '.'),
        requests,
        responses,
        hasRequest: requests.length > 0,
        hasResponses: responses.length > 0,
        refs: [...refs.values()],
      },
    ];
  });
}

const LONGEST = 190;

const jsonOf = (content: Content | undefined): readonly TypeNode[] =>
  content?.kind === 'json' ? [content.type] : [];

/** A stream has no body that can be checked as a whole. */
const responsesOf = ({ method, result }: TypescriptMethod): readonly { status: string; type: TypeNode }[] =>
  result.kind === 'stream'
    ? []
    : method.responses
        .filter(({ status }) => /^2/.test(status))
        .flatMap(({ status, contents, chosen }) =>
          jsonOf(chosen === undefined ? undefined : contents[chosen]).map((type) => ({ status, type })),
        );
