/** Samples as their readers find them: in the document, in Markdown and in doc comments. */
import ts from 'typescript';
import { parse } from 'yaml';
import type { TreeFile } from '../../../generator/emit/types.ts';

export interface Sample {
  /** Where it stands: `docs/errors.md:12`. */
  readonly name: string;
  readonly code: string;
}

const VERBS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace', 'query'];

/** `x-codeSamples` of a document in TypeScript or JavaScript. */
export function documentSamples(text: string): readonly Sample[] {
  const root = parse(text);
  return Object.entries<any>(root.paths ?? {}).flatMap(([path, item]) =>
    VERBS.flatMap((verb) =>
      ((item[verb]?.['x-codeSamples'] ?? []) as readonly { readonly lang: string; readonly source: string }[])
        .filter((one) => /^(java|type)script$/i.test(one.lang))
        .map((one) => ({ name: `${verb.toUpperCase()} ${path}`, code: one.source })),
    ),
  );
}

/** Fenced blocks of Markdown. */
export const markdownSamples = (file: TreeFile): readonly Sample[] =>
  [...file.text.matchAll(/^(`{3,})(?:typescript|ts)\n([\s\S]*?)^\1$/gm)].map((match) => ({
    name: `${file.path}:${file.text.slice(0, match.index).split('\n').length}`,
    code: match[2] ?? '',
  }));

/** The blocks of `@example` in doc comments, as programs around the call. */
export function commentSamples(file: TreeFile, preamble: string): readonly Sample[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const samples: Sample[] = [];
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== 'example' || tag.parent.parent !== node) continue;
      const code = /```ts\n([\s\S]*?)```/.exec(ts.getTextOfJSDocComment(tag.comment) ?? '')?.[1];
      if (code !== undefined)
        samples.push({
          name: `${file.path}:${source.getLineAndCharacterOfPosition(tag.pos).line + 1}`,
          code: `${preamble}\n${code}`,
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return samples;
}
