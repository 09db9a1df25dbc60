/** Methods with parameters and a body, without a document. */
import type { Content, Method, Parameter, TypeNode } from '../../generator/ir/types.ts';
import { editionRules } from '../../generator/plan/edition.ts';
import type { Shapes } from '../../generator/plan/shapes.ts';
import { text } from '../diffs/walk-support.ts';

export const shapesOf = (
  schemas: Readonly<Record<string, TypeNode>>,
  edition?: string,
  sortProperties = true,
): Shapes => ({
  schemas: new Map(Object.entries(schemas).map(([id, type]) => [id, { id, name: id, type } as never])),
  sortProperties,
  edition: editionRules(edition),
});

/** `query limit`, with `!` behind a name that is needed, and `=` before its alias. */
export const parameter = (written: string, more: object = {}): Parameter => {
  const [where = '', rest = ''] = written.split(' ');
  const [name = '', alias] = rest.replace('!', '').split('=');
  return {
    ...{ in: where, name, required: rest.includes('!'), type: text },
    ...(alias !== undefined && { alias }),
    ...more,
  } as Parameter;
};

export const json = (type: TypeNode, more: object = {}): Content =>
  ({
    kind: 'json',
    mediaType: 'application/json',
    type,
    encoding: [],
    origin: type.origin,
    ...more,
  }) as Content;

export interface Written {
  readonly verb?: string;
  /** Names in the path. */
  readonly path?: string;
  readonly parameters?: readonly (string | Parameter)[];
  readonly body?: Content;
  readonly form?: Content;
  /** Whether the body is. */
  readonly required?: boolean;
  readonly more?: object;
}

export const method = ({
  verb = 'post',
  path = '',
  parameters = [],
  body,
  form,
  required,
  more,
}: Written): Method =>
  ({
    verb,
    pathParts: [
      { kind: 'text', text: '/' },
      ...path
        .split(' ')
        .filter((name) => name !== '')
        .map((name) => ({ kind: 'parameter', name })),
    ],
    parameters: parameters.map((each) => (typeof each === 'string' ? parameter(each) : each)),
    ...(body && {
      body: {
        required: required === true,
        contents: form ? [form, body] : [body],
        chosen: form ? 1 : 0,
        ...(form && { fileForm: 0 }),
      },
    }),
    ...more,
  }) as unknown as Method;
