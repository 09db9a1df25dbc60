/**
 * What is not mutated. The wording of errors: people judge it, and a test that pins every word judges
 * nothing. The words of long lists
 * (verbs that make a method's name): a list is data, and a test that repeats it judges nothing either; what
 * is done with it is mutated.
 */
import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

/** Lists with more members are data. */
const LONG = 8;

interface Node {
  readonly type: string;
  readonly callee?: { readonly name?: string };
  readonly elements?: readonly { readonly type: string }[];
}

interface Visited {
  readonly node: Node;
  readonly parent: Node | null;
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'wording', {
    shouldIgnore({ node, parent }: Visited): string | undefined {
      if (node.type !== 'StringLiteral' && node.type !== 'TemplateLiteral') return undefined;
      if (parent?.type === 'NewExpression' && /Error$/.test(parent.callee?.name ?? ''))
        return 'the wording of an error';
      const isData =
        parent?.elements?.every((one) => one.type === 'StringLiteral') === true &&
        parent.elements.length > LONG;
      return isData ? 'a word of a long list' : undefined;
    },
  }),
];
