/** Anchors of operations on the pages of resources, taking into account all headings before them. */
import type { ResourceLayout } from '../layout.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import type { TypescriptSdk } from '../sdk.ts';
import { anchorOf, prose } from '../../../text/markdown.ts';

/** Headings of `templates/typescript/docs/resource.md.hbs` and of each operation on the page. */
const HEAD = ['Overview', 'Available Operations'];
const SECTIONS = ['Example Usage', 'Standalone function', 'Parameters', 'Response', 'Errors'];

export const resourceTitle = (sdk: Pick<TypescriptSdk, 'names'>, layout: ResourceLayout): string =>
  layout.path.length === 0 ? 'Client' : sdk.names.pascal(layout.resource.key);

/** Operations in the order of the page. */
export function operationsOf(sdk: TypescriptSdk, layout: ResourceLayout): readonly TypescriptMethod[] {
  const order = (plan: TypescriptMethod): number => layout.resource.methods.indexOf(plan.method);
  return [...(sdk.methodsOf.get(layout) ?? [])].sort((a, b) => order(a) - order(b));
}

/** Anchors as GitHub creates them: repeated headings get a number. */
export function operationAnchors(
  sdk: TypescriptSdk,
  layouts: Iterable<ResourceLayout>,
): ReadonlyMap<TypescriptMethod, string> {
  const anchors = new Map<TypescriptMethod, string>();
  for (const layout of layouts) {
    const count = new Map<string, number>();
    const take = (heading: string): string => {
      const anchor = anchorOf(heading);
      const before = count.get(anchor) ?? 0;
      count.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    };
    for (const heading of [resourceTitle(sdk, layout), ...HEAD]) take(heading);
    for (const plan of operationsOf(sdk, layout)) {
      anchors.set(plan, take(plan.layout.name));
      for (const heading of [...headingsIn(plan.method.description), ...SECTIONS]) take(heading);
    }
  }
  return anchors;
}

const headingsIn = (text: string | undefined): readonly string[] =>
  text !== undefined && /^ {0,3}[#=-]/m.test(text)
    ? [...prose(text).matchAll(/^#{1,6} (.*)$/gm)].map((match) => match[1] ?? '')
    : [];
