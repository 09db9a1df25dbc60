/** Programs over files that are in memory alone, with the options of a careful user. */
import ts from 'typescript';
import { CONSUMER } from '../../generator/verify/program.ts';
import type { Workshop } from '../../generator/upgrade/project/sdk-program.ts';

let known: Workshop | undefined;

export function memoryWorkshop(): Workshop {
  if (known !== undefined) return known;
  const options: ts.CompilerOptions = { ...CONSUMER, allowJs: true, checkJs: true, jsx: ts.JsxEmit.Preserve };
  const disk = ts.createCompilerHost(options);
  const libraries = new Map<string, ts.SourceFile | undefined>();
  const inside = (name: string): boolean => /\/lib\.[^/]*\.d\.ts$/.test(name);
  known = {
    options,
    ambient: [],
    host: {
      ...disk,
      getCurrentDirectory: () => '/app',
      fileExists: (name) => inside(name) && disk.fileExists(name),
      readFile: (name) =>
        name.endsWith('/package.json') ? '{"type":"module"}' : inside(name) ? disk.readFile(name) : undefined,
      directoryExists: () => true,
      getSourceFile: (name, version) => {
        if (!inside(name)) return undefined;
        if (!libraries.has(name)) libraries.set(name, disk.getSourceFile(name, version));
        return libraries.get(name);
      },
      realpath: (name) => name,
    },
  };
  return known;
}
