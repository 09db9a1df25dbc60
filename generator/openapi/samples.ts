/** Reads the one call that a JavaScript or TypeScript code sample shows. */
import ts from 'typescript';

export interface SampleCall {
  /** Names from the client to the method: `servers`, `releases`, `get`. */
  readonly chain: readonly string[];
  /** How many arguments stand before the first object literal. */
  readonly positional: number;
  /** Keys of the first object literal argument. */
  readonly keys: readonly string[];
  /** The sample iterates over the result with `for await`. */
  readonly paginated: boolean;
}

export interface Sample {
  readonly call?: SampleCall;
  /** `Smithery` in `new Smithery({ … })`. */
  readonly clientName?: string;
  /** `apiKey: process.env['SMITHERY_API_KEY']` of the client's constructor. */
  readonly options: readonly { readonly name: string; readonly env: string }[];
}

export const isScriptLanguage = (language: string): boolean => /^(?:java ?script|type ?script|js|ts|node(?:\.?js)?|javascript.*sdk|typescript.*sdk)$/i.test(language.trim());

/** Longer samples are not read: a sample is a screenful. */
const LONGEST = 20_000;

/** What `source` shows. A text that is no program, or makes no call on a client, gives no call. */
export function parseSample(source: string): Sample {
  if (source.length > LONGEST || !source.includes('new ')) return { options: [] };
  const file = ts.createSourceFile('sample.ts', source, ts.ScriptTarget.Latest, true);
  const clients = new Map<string, ts.NewExpression>();
  const calls: { readonly node: ts.CallExpression; readonly chain: readonly string[]; readonly paginated: boolean }[] = [];
  visit(file, false);
  const [client] = clients.values();
  const call = calls[0];
  const clientName = client !== undefined && ts.isIdentifier(client.expression) ? client.expression.text : undefined;
  return {
    options: client === undefined ? [] : environmentOptions(client),
    ...(clientName !== undefined && { clientName }),
    ...(call !== undefined && { call: describeCall(call.node, call.chain, call.paginated) }),
  };

  function visit(node: ts.Node, iterated: boolean): void {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined && ts.isNewExpression(node.initializer)) {
      clients.set(node.name.text, node.initializer);
    }
    if (ts.isCallExpression(node)) {
      const chain = chainOf(node.expression);
      const [root, ...names] = chain ?? [];
      if (root !== undefined && names.length > 0 && clients.has(root)) calls.push({ node, chain: names, paginated: iterated });
    }
    if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) {
      visit(node.expression, true);
      visit(node.statement, false);
      return;
    }
    node.forEachChild((child) => visit(child, iterated));
  }
}

/** `client.servers.list` → `client`, `servers`, `list`; anything but plain property access is no chain. */
function chainOf(expression: ts.Expression): readonly string[] | undefined {
  const names: string[] = [];
  let node = expression;
  while (ts.isPropertyAccessExpression(node)) {
    names.unshift(node.name.text);
    node = node.expression;
  }
  return ts.isIdentifier(node) ? [node.text, ...names] : undefined;
}

function describeCall(node: ts.CallExpression, chain: readonly string[], paginated: boolean): SampleCall {
  const objects = node.arguments.map((argument) => ts.isObjectLiteralExpression(argument));
  const first = objects.indexOf(true);
  const object = node.arguments[first];
  const keys = object !== undefined && ts.isObjectLiteralExpression(object) ? object.properties.flatMap((property) => (property.name !== undefined && !ts.isComputedPropertyName(property.name) ? [property.name.text] : [])) : [];
  return { chain, positional: first < 0 ? node.arguments.length : first, keys, paginated };
}

/** `key: process.env['NAME']` and `key: process.env.NAME`, also with a default behind `??`. */
function environmentOptions(client: ts.NewExpression): Sample['options'] {
  const argument = client.arguments?.[0];
  if (argument === undefined || !ts.isObjectLiteralExpression(argument)) return [];
  return argument.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) return [];
    const env = /process\.env(?:\[\s*(['"])(\w+)\1\s*\]|\.(\w+))/.exec(property.initializer.getText());
    const name = env?.[2] ?? env?.[3];
    return name === undefined ? [] : [{ name: property.name.text, env: name }];
  });
}
