/** An expected value as the caller of an SDK writes it: of the type that the document gives. */
import type { Parameter, TypeNode } from '../../../generator/ir/types.ts';
import { type Shapes, resolveNode } from '../../../generator/plan/shapes.ts';
import type { ExpectedFile } from './install.ts';

/** What stands in a query, a header or a path, read by the parameter's style and type. */
export function parameterValue(shapes: Shapes, parameter: Parameter, raw: unknown): unknown {
  if (parameter.mediaType !== undefined) return typeof raw === 'string' ? JSON.parse(raw) : raw;
  return textValue(shapes, parameter.type, raw, DELIMITERS.get(parameter.style) ?? ',');
}

const DELIMITERS = new Map([
  ['spaceDelimited', ' '],
  ['pipeDelimited', '|'],
]);

function textValue(shapes: Shapes, type: TypeNode, raw: unknown, delimiter: string): unknown {
  const node = resolveNode(shapes, type);
  switch (node.kind) {
    case 'nullable':
      return raw === 'null' ? null : textValue(shapes, node.type, raw, delimiter);
    case 'array': {
      const items = Array.isArray(raw) ? raw : String(raw).split(delimiter);
      return items.map((item) => textValue(shapes, node.items, item, delimiter));
    }
    case 'union': {
      const literal = node.members.find(
        (member) => member.kind === 'literal' && String(member.value) === String(raw),
      );
      return literal?.kind === 'literal'
        ? literal.value
        : textValue(shapes, node.members[0] ?? node, raw, delimiter);
    }
    case 'scalar':
      if (node.scalar === 'boolean') return String(raw).toLowerCase() === 'true';
      return node.scalar === 'number' || node.scalar === 'integer' ? Number(raw) : String(raw);
    case 'literal':
      return node.value;
    default:
      return raw;
  }
}

/** Parts of a form, with those that stand under one name together. */
export function formValue(
  parts: Readonly<Record<string, unknown>>,
  files: readonly ExpectedFile[],
): Readonly<Record<string, unknown>> {
  const all = new Map<string, unknown[]>(Object.entries(parts).map(([name, value]) => [name, [value]]));
  for (const file of files) {
    const part = new File([Buffer.from(file.buffer.$bytes, 'base64')], file.originalname, {
      type: file.mimetype,
    });
    all.set(file.fieldname, [...(all.get(file.fieldname) ?? []), part]);
  }
  return Object.fromEntries(
    [...all].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

/** One file where the document wants a list of them. */
export function asDeclared(shapes: Shapes, type: TypeNode, value: unknown): unknown {
  const node = resolveNode(shapes, type);
  return node.kind === 'array' && value !== null && !Array.isArray(value) ? [value] : value;
}
