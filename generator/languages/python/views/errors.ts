/** The kinds of errors that the API documents, as classes. */
import { errorKinds } from '../../../plan/error-kinds.ts';
import { nameErrorKinds } from '../../error-kinds.ts';
import { type Code, code, docstring, identifier, numberLiteral, stringLiteral, tupleOf } from '../code.ts';
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

/** Classes of `_exceptions.py`, and of Python. */
const TAKEN = new Set(
  (
    'API APIStatus APIStream APIConnection APITimeout APIResponseValidation APIWebhookValidation BadRequest Authentication ' +
    'PermissionDenied NotFound Conflict UnprocessableEntity RateLimit InternalServer Root Arithmetic Assertion Attribute ' +
    'BlockingIO BrokenPipe Buffer ChildProcess ConnectionAborted Connection ConnectionRefused ConnectionReset EOF Environment ' +
    'FileExists FileNotFound FloatingPoint IO Import Indentation Index Interrupted IsADirectory Key Lookup Memory ' +
    'ModuleNotFound Name NotADirectory NotImplemented OS Overflow Permission ProcessLookup Recursion Reference Runtime ' +
    'Syntax System Tab Timeout Type UnboundLocal UnicodeDecode UnicodeEncode Unicode UnicodeTranslate Value ZeroDivision'
  )
    .split(' ')
    .map((name) => `${name}Error`),
);

export function errorViews({ plan, names }: PythonSdk): readonly ErrorKindView[] {
  const kinds = errorKinds(plan);
  const classes = nameErrorKinds(kinds, names.pascal, (name) => TAKEN.has(name));
  return kinds.map((kind) => {
    const { match } = kind;
    const name = classes.get(kind) ?? '';
    return {
      name: identifier(name),
      quotedName: stringLiteral(name),
      doc: docstring(
        [match.by === 'status' ? `Status ${match.status}.` : `The body has the code \`${match.code}\`.`],
        '    ',
      ),
      isStatus: match.by === 'status',
      status: match.by === 'status' ? numberLiteral(match.status) : code``,
      paths:
        match.by === 'code' ? tupleOf(match.paths.map((path) => tupleOf(path.map(stringLiteral)))) : code``,
      code: match.by === 'code' ? stringLiteral(match.code) : code``,
    };
  });
}
