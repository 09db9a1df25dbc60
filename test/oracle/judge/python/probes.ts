/** Code of users, one line or one block each: what type-checks with an SDK, and may not with the next. */
import { stringLiteral } from '../../../../generator/languages/python/code.ts';
import { optionName } from '../../../../generator/languages/python/layout.ts';
import type { PythonMethod } from '../../../../generator/languages/python/methods/method.ts';
import type { PythonSdk } from '../../../../generator/languages/python/sdk.ts';
import type { Declaration } from '../../../../generator/languages/python/types/declaration.ts';
import type { TypeExpression } from '../../../../generator/languages/python/types/expr.ts';
import type { PythonProbe } from './probe.ts';
import { type Value, readsOf } from './reads.ts';
import { callWith, callsOf } from './sent.ts';
import { type IsNamed, importOf } from './told.ts';
import { isSent } from './values.ts';

/** Names of the package are `sdk`'s. */
export const PROBE_HEADER: readonly string[] = [
  'from __future__ import annotations',
  'import datetime',
  'from typing import Any, Callable, Dict, List, Literal, Optional, TypeVar, Union, cast',
  'from typing_extensions import assert_never',
  'import sdk',
  'any_: Any = None',
  'T = TypeVar("T")',
  'def some(value: Optional[T]) -> T: raise NotImplementedError',
  'def result(method: Callable[..., T]) -> T: raise NotImplementedError',
];

const NAMED = '_Named';

export function probesOf(design: PythonSdk): readonly PythonProbe[] {
  const { layout, api, names } = design;
  const found: PythonProbe[] = [];
  const client = layout.root.className;
  const isNamed: IsNamed = (one) => isModel(design, one);
  const say = (symbol: string, kind: PythonProbe['kind'], ...lines: readonly string[]): void =>
    void found.push({ symbol, kind, lines });
  for (const one of [client, `Async${client}`]) say(`type ${client}`, 'name', `sdk.${one}`);
  for (const one of api.client.options) {
    const type = one.values ? 'str' : { string: 'str', number: 'float', boolean: 'bool' }[one.type];
    say('client', 'call', `sdk.Client(${optionName(names, one.key)}=cast("${type}", any_))`);
  }
  if (api.client.environments.length > 1)
    for (const one of api.client.environments)
      say('client', 'call', `sdk.Client(environment=${stringLiteral(one.name)})`);
  for (const [resource, methods] of design.methodsOf)
    for (const one of methods) {
      const symbol = ['client', ...resource.properties, one.layout.name].join('.');
      const steps = [...resource.properties, one.layout.name].map((name) => `.${name}`).join('');
      const path = `cast("sdk.Client", any_)${steps}`;
      for (const line of callsOf(one, path)) say(symbol, 'call', line);
      const [first] = callsOf(one, `cast("sdk.AsyncClient", any_)${steps}`);
      if (first !== undefined) say(symbol, 'call', `_ = ${first}`);
      for (const value of resultsOf(one, path)) found.push(...readsOf(symbol, value, isNamed));
      found.push(...errorsOf(symbol, one, isNamed));
    }
  for (const one of design.unwraps) found.push(...unwrapsOf(design, one, isNamed));
  for (const module of design.types) {
    const declaration = module.root;
    if (!declaration || !isNamed(declaration)) continue;
    const symbol = `type ${declaration.name}`;
    const naming = importOf(declaration, NAMED);
    say(symbol, 'name', naming);
    const type: TypeExpression = { kind: 'declaration', declaration };
    if (isSent(type)) continue;
    found.push(
      ...[...readsOf(symbol, { path: `cast("${NAMED}", any_)`, type }, isNamed)].map((one) => ({
        ...one,
        lines: [naming, ...one.lines],
        naming: (one.naming ?? 0) + 1,
      })),
    );
  }
  return found;
}

/** Bodies of errors, as code reads them once it has asked for their class. Nobody makes them by hand. */
function* errorsOf(symbol: string, { errors }: PythonMethod, isNamed: IsNamed): Generator<PythonProbe> {
  for (const { type } of errors) {
    if (type.kind !== 'declaration' || type.declaration.body.kind !== 'model') continue;
    const naming = [
      importOf(type.declaration, NAMED),
      `_data = cast("sdk.APIStatusError", any_).data`,
      `assert isinstance(_data, ${NAMED})`,
    ];
    yield { symbol, kind: 'name', lines: naming, naming: naming.length };
    for (const one of readsOf(symbol, { path: '_data', type }, isNamed))
      if (one.kind !== 'fake')
        yield { ...one, lines: [...naming, ...one.lines], naming: naming.length + (one.naming ?? 0) };
  }
}

/** Named by the document; classes of arguments and of results without a name are their methods' own. */
const isModel = ({ api, names }: PythonSdk, { name }: Declaration): boolean =>
  api.schemas.some(({ model, usedIn }) => {
    if (model === undefined || usedIn === 'none') return false;
    const wanted = names.pascal(model.name);
    return name === (usedIn === 'request' ? `${wanted}Param` : wanted);
  });

/** How events of webhooks are asked for, and what code reads of them. */
function* unwrapsOf(
  { layout }: PythonSdk,
  { resource, name, signing, event }: PythonSdk['unwraps'][number],
  isNamed: IsNamed,
): Generator<PythonProbe> {
  const steps = [...(layout.byPath.get(resource.join('.'))?.properties ?? []), name];
  const symbol = ['client', ...steps].join('.');
  const given = signing.kind === 'none' ? '' : `, headers={}${signing.kind === 'given' ? ', key=""' : ''}`;
  for (const client of ['Client', 'AsyncClient'])
    for (const payload of ['b""', '""'])
      yield {
        symbol,
        kind: 'call',
        lines: [`_ = cast("sdk.${client}", any_).${steps.join('.')}(${payload}${given})`],
      };
  const path = `result(cast("sdk.Client", any_).${steps.join('.')})`;
  yield* readsOf(symbol, { path, type: event }, isNamed);
}

function resultsOf(design: PythonMethod, path: string): readonly Value[] {
  const { result, streamFlag } = design;
  const given = `result(${path})`;
  switch (result.kind) {
    case 'value':
      return [{ path: given, type: result.type }];
    case 'page':
      return [{ path: `next(iter(${given}))`, type: result.item }];
    case 'stream': {
      const { event, plain } = result;
      if (!plain) return [{ path: `next(iter(${given}))`, type: event }];
      const whole = callWith(design, path, []);
      const streamed = streamFlag && callWith(design, path, [`${streamFlag.name}=True`]);
      return [
        ...(whole === undefined || plain.isBinary ? [] : [{ path: whole, type: plain.type }]),
        ...(streamed === undefined ? [] : [{ path: `next(iter(${streamed}))`, type: event }]),
      ];
    }
    default:
      return [];
  }
}
