/** The conversions of an SDK: code for its methods, and the constants that this code refers to. */
import { type Diagnostic, diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { Shapes } from '../../../plan/shapes.ts';
import type { Code } from '../code.ts';
import { type ValueCode, valueCode, viewShapes } from './code.ts';
import type { ValueOptions } from '../../../ir/values.ts';
import { valueShapes } from '../../../plan/value-shapes.ts';

export interface SdkValues {
  readonly options: ValueOptions;
  readonly code: ValueCode;
  /** Constants for all models that the code of methods and webhooks needs. */
  readonly shapes: () => readonly { readonly name: Code; readonly shape: Code }[];
  readonly diagnostics: () => readonly Diagnostic[];
}

/** `typeName`: the name of the type of a schema. */
export function declareValues(
  shapes: Shapes,
  options: ValueOptions,
  typeName: (id: string) => string,
): SdkValues | undefined {
  if (!options.dates && !options.int64) return undefined;
  const found = valueShapes(shapes, options);
  const names = new Map<string, string>();
  const used = new Set<string>();
  const nameOf = (id: string): string => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const type = typeName(id);
    const wanted = `${type.charAt(0).toLowerCase()}${type.slice(1)}Values`;
    let name = wanted;
    for (let count = 2; used.has(name); count++) name = `${wanted}${count}`;
    used.add(name);
    names.set(id, name);
    return name;
  };
  return {
    options,
    code: valueCode(found, options, nameOf),
    shapes: () => viewShapes(found, nameOf),
    diagnostics: () =>
      found
        .ambiguous()
        .map(({ node, property }) => diagnostic('value-ambiguous', { property }, { origin: node.origin })),
  };
}
