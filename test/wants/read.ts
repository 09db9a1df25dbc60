/** Reads `wants.md`. */

export interface Block {
  /** `ts`, `sh`, `json` … */
  readonly language: string;
  /** What follows the language: `answers`, `prints`, `in sdk/api.md`, or the name of a file. */
  readonly about: string;
  readonly text: string;
}

export interface Want {
  /** Name of files and folders. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

const FENCE = /^```(\w+)(?: ([^\n]*))?\n([\s\S]*?)^```$/gm;

export const wantsIn = (markdown: string): readonly Want[] =>
  markdown
    .split(/^(?=### )/m)
    .filter((part) => part.startsWith('### '))
    .map((part) => {
      const title = part.slice(4, part.indexOf('\n')).trim();
      return {
        title,
        id: title
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, '-')
          .replaceAll(/^-|-$/g, ''),
        blocks: [...part.matchAll(FENCE)].map(([, language = '', about = '', text = '']) => ({
          language,
          about: about.trim(),
          text,
        })),
      };
    });
