/** The kinds of errors that the API documents. Types are printed for a file directly below `src/`. */
import { errorKinds, type ErrorKind } from '../../../plan/error-kinds.ts';
import { nameErrorKinds } from '../../error-kinds.ts';
import { type Code, code, docComment, identifier, join, numberLiteral, stringLiteral } from '../code.ts';
import { type FileScope, createFileScope } from '../file-scope.ts';
import { isReservedType } from '../reserved.ts';
import type { TypescriptSdk } from '../sdk.ts';
import * as expr from '../types/expr.ts';
import { statusKey } from './facts-mocks.ts';

export interface ErrorsFacts {
  readonly imports: readonly Code[];
  readonly kinds: readonly ErrorKindFacts[];
  readonly hasKinds: boolean;
  /** Whether a kind is decided by a status, and whether by a code in the body. */
  readonly hasStatuses: boolean;
  readonly hasCodes: boolean;
}

export interface ErrorKindFacts {
  /** `CardDeclinedError` */
  readonly name: Code;
  /** The error that it stands for: `APIError<402, Headers, PaymentErrors[402]>`. */
  readonly type: Code;
  readonly doc: Code;
  /** Whether a status decides, not a code in the body. */
  readonly isStatus: boolean;
  /** `402`; empty for a code. */
  readonly status: Code;
  /** Places of the code as literals: `['error', 'code']`; empty for a status. */
  readonly paths: Code;
  /** `'card_declined'`; empty for a status. */
  readonly code: Code;
}

/** Classes of `error.ts`, and of ECMAScript. */
const TAKEN = new Set(
  (
    'API APIUserAbort APIConnection APIConnectionTimeout APIParse SDK BadRequest Authentication PermissionDenied NotFound Conflict ' +
    'UnprocessableEntity RateLimit InternalServer Aggregate Eval Range Reference Suppressed Syntax Type URI'
  )
    .split(' ')
    .map((name) => `${name}Error`),
);

export function viewErrors(sdk: TypescriptSdk, aliasOf: (module: string) => string): ErrorsFacts {
  const kinds = errorKinds(sdk.plan);
  const names = nameErrorKinds(kinds, sdk.names.pascal, (name) => TAKEN.has(name) || isReservedType(name));
  const scope = createFileScope({ module: 'errors', declarations: [], names: [...names.values()], aliasOf });
  return {
    kinds: kinds.map((kind) => ({
      name: identifier(names.get(kind) ?? ''),
      type: typeOf(sdk, scope, kind),
      doc: docComment([
        kind.match.by === 'status'
          ? `Status ${kind.match.status}.`
          : `The body has the code \`${kind.match.code}\`.`,
      ]),
      isStatus: kind.match.by === 'status',
      status: kind.match.by === 'status' ? numberLiteral(kind.match.status) : code``,
      paths:
        kind.match.by === 'code'
          ? join(
              kind.match.paths.map((path) => code`[${join(path.map(stringLiteral), ', ')}]`),
              ', ',
            )
          : code``,
      code: kind.match.by === 'code' ? stringLiteral(kind.match.code) : code``,
    })),
    hasKinds: kinds.length > 0,
    hasStatuses: kinds.some(({ match }) => match.by === 'status'),
    hasCodes: kinds.some(({ match }) => match.by === 'code'),
    imports: scope.imports(),
  };
}

function typeOf(sdk: TypescriptSdk, scope: FileScope, { match, documented }: ErrorKind): Code {
  const bodies = documented.flatMap(({ method, status }) => {
    const errors = sdk.methods.find((item) => item.method === method)?.errors;
    return errors ? [code`${scope.print(expr.declared(errors))}[${statusKey(status)}]`] : [];
  });
  const body = join([...new Set(bodies)], ' | ');
  return match.by === 'status'
    ? code`APIError<${numberLiteral(match.status)}, Headers, ${body}>`
    : code`APIError<number | undefined, Headers | undefined, ${body}>`;
}
