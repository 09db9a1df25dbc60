/** The kinds of errors that the API documents. Types are printed for a file directly below `src/`. */
import type { ErrorKind } from '../../../plan/error-kinds.ts';
import { namedErrorKinds } from '../../error-kinds.ts';
import {
  type Code,
  code,
  docComment,
  empty,
  identifier,
  join,
  numberLiteral,
  stringLiteral,
} from '../code.ts';
import { type FileScope, createFileScope } from '../file-scope.ts';
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

/** Other classes of `error.ts`, and those of ECMAScript. */
const TAKEN = new Set(
  (
    'API APIUserAbort APIConnection APIConnectionTimeout APIParse SDK ' +
    'Aggregate Eval Range Reference Suppressed Syntax Type URI'
  )
    .split(' ')
    .map((name) => `${name}Error`),
);

export function viewErrors(sdk: TypescriptSdk, aliasOf: (module: string) => string): ErrorsFacts {
  const kinds = namedErrorKinds(sdk.plan, sdk.names.pascal, (name) => TAKEN.has(name));
  const names = kinds.map(({ name }) => name);
  const scope = createFileScope({ module: 'errors', declarations: [], names, aliasOf });
  return {
    kinds: kinds.map((kind) => ({
      name: identifier(kind.name),
      type: typeOf(sdk, scope, kind),
      doc: docComment([kind.about]),
      ...matchView(kind),
    })),
    hasKinds: kinds.length > 0,
    hasStatuses: kinds.some(({ match }) => match.by === 'status'),
    hasCodes: kinds.some(({ match }) => match.by === 'code'),
    imports: scope.imports(),
  };
}

const matchView = ({ match }: ErrorKind): Pick<ErrorKindFacts, 'isStatus' | 'status' | 'paths' | 'code'> =>
  match.by === 'status'
    ? { isStatus: true, status: numberLiteral(match.status), paths: empty, code: empty }
    : {
        isStatus: false,
        status: empty,
        paths: join(
          match.paths.map((path) => code`[${join(path.map(stringLiteral), ', ')}]`),
          ', ',
        ),
        code: stringLiteral(match.code),
      };

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
