/** Leaves the wording of errors alone: what they say is judged by people, and a test that pins every word of it judges nothing. */
import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

const NAMED_ERROR = /Error$/;

interface Visited {
  isStringLiteral(): boolean;
  isTemplateLiteral(): boolean;
  readonly parent: { readonly type: string; readonly callee?: { readonly name?: string } };
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'messages', {
    shouldIgnore(path: Visited): string | undefined {
      if (!path.isStringLiteral() && !path.isTemplateLiteral()) return undefined;
      return path.parent.type === 'NewExpression' && NAMED_ERROR.test(path.parent.callee?.name ?? '') ? 'the wording of an error' : undefined;
    },
  }),
];
