/** The kinds of errors that the API documents, as classes. */
import { namedErrorKinds } from '../../error-kinds.ts';
import { type Code, docstring, empty, identifier, numberLiteral, stringLiteral, tupleOf } from '../code.ts';
import type { PythonSdk } from '../sdk.ts';

export interface ErrorKindView {
  /** `CardDeclinedError` */
  readonly name: Code;
  readonly quotedName: Code;
  readonly doc: Code;
  /** Whether a status decides, not a code in the body. */
  readonly isStatus: boolean;
  /** `402`; empty for a code. */
  readonly status: Code;
  /** Places of the code as a tuple of tuples; empty for a status. */
  readonly paths: Code;
  /** `"card_declined"`; empty for a status. */
  readonly code: Code;
}

/** Other classes of `_exceptions.py`, and those of Python. */
const TAKEN = new Set(
  (
    'API APIStatus APIStream APIConnection APITimeout APIResponseValidation APIWebhookValidation Root ' +
    'Arithmetic Assertion Attribute BlockingIO BrokenPipe Buffer ChildProcess ConnectionAborted ' +
    'Connection ConnectionRefused ConnectionReset EOF Environment FileExists FileNotFound FloatingPoint ' +
    'IO Import Indentation Index Interrupted IsADirectory Key Lookup Memory ModuleNotFound Name ' +
    'NotADirectory NotImplemented OS Overflow Permission ProcessLookup Recursion Reference Runtime ' +
    'Syntax System Tab Timeout Type UnboundLocal UnicodeDecode UnicodeEncode Unicode UnicodeTranslate ' +
    'Value ZeroDivision'
  )
    .split(' ')
    .map((name) => `${name}Error`),
);

export const errorViews = ({ plan, names }: PythonSdk): readonly ErrorKindView[] =>
  namedErrorKinds(plan, names.pascal, (name) => TAKEN.has(name)).map(({ name, about, match }) => ({
    name: identifier(name),
    quotedName: stringLiteral(name),
    doc: docstring([about], '    '),
    ...(match.by === 'status'
      ? { isStatus: true, status: numberLiteral(match.status), paths: empty, code: empty }
      : {
          isStatus: false,
          status: empty,
          paths: tupleOf(match.paths.map((path) => tupleOf(path.map(stringLiteral)))),
          code: stringLiteral(match.code),
        }),
  }));
