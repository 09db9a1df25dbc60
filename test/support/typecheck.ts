/** The strict type check of many SDKs in a row. */
import type { TreeFile } from '../../generator/emit/types.ts';
import { type TypecheckOptions, type TypeFault, typecheckTree } from '../../generator/verify/typecheck.ts';

/** Paths and texts of runtime files that were right in an SDK before: they are the same in all. */
const right = new Set<string>();
const runtimeKey = ({ path, text }: TreeFile): string | undefined =>
  path.startsWith('src/internal/') ? `${path}\0${text}` : undefined;

/** As `typecheckTree`; a file of the runtime is checked in the first SDK that has it with this text. */
export function typecheckNew(
  files: readonly TreeFile[],
  options: Pick<TypecheckOptions, 'limit'> = {},
): readonly TypeFault[] {
  const isChecked = (file: TreeFile): boolean => !right.has(runtimeKey(file) ?? '');
  const faults = typecheckTree(files, { ...options, isChecked });
  if (faults.length === 0)
    for (const file of files) {
      const key = runtimeKey(file);
      if (key !== undefined) right.add(key);
    }
  return faults;
}
