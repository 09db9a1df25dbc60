/** How a body is encoded, and how the events of a stream are decoded. */
import type { Content } from '../../../ir/types.ts';
import type { RequestEncoding, StreamReading } from '../../../plan/wire.ts';
import { code, join, stringLiteral, tupleOf, valueLiteral } from '../code.ts';
import * as part from '../fragment.ts';
import * as expr from '../types/expr.ts';

/** JSON with its usual media type needs no encoding. */
export function encodingOf(body: RequestEncoding): part.Fragment | undefined {
  const of = (name: string, holes: readonly part.Fragment[]): part.Fragment =>
    part.call(expr.runtime('_options', name), holes);
  switch (body.kind) {
    case 'json':
      return body.mediaType === 'application/json'
        ? undefined
        : of('Json', [part.plain(stringLiteral(body.mediaType))]);
    case 'multipart':
      return of('Multipart', [
        ...partsOf(body.parts),
        ...(body.forFiles ? [part.plain(code`when_files=True`)] : []),
      ]);
    case 'form':
      return of('Form', partsOf(body.styles));
    case 'raw':
      return of('Raw', [
        ...(body.mediaTypes.length === 0 ? [] : [part.plain(tupleOf(body.mediaTypes.map(stringLiteral)))]),
        ...(body.isList ? [part.plain(code`is_list=True`)] : []),
      ]);
    default:
      return body satisfies never;
  }
}

function partsOf(parts: Content['encoding']): readonly part.Fragment[] {
  const entries = parts.flatMap(({ property, contentType, style, explode }) => {
    const facts = [
      ...(contentType === undefined ? [] : [code`content_type=${stringLiteral(contentType)}`]),
      ...(style === undefined ? [] : [code`style=${stringLiteral(style)}`]),
      ...(explode === undefined ? [] : [code`explode=${valueLiteral(explode)}`]),
    ];
    return facts.length === 0
      ? []
      : [
          [
            stringLiteral(property),
            part.call(expr.runtime('_options', 'Part'), [part.plain(join(facts, ', '))]),
          ] as const,
        ];
  });
  return entries.length === 0 ? [] : [part.dictionary(entries)];
}

export function eventsOf({ format, data, rules }: StreamReading): part.Fragment {
  const list = rules.map((rule) =>
    part.call(expr.runtime('_options', 'EventRule'), [
      part.plain(stringLiteral(rule.handle)),
      ...(rule.eventType === undefined ? [] : [part.plain(code`event_type=${valueLiteral(rule.eventType)}`)]),
      ...(rule.dataPrefix === undefined
        ? []
        : [part.plain(code`data_prefix=${stringLiteral(rule.dataPrefix)}`)]),
      ...(rule.isText ? [part.plain(code`is_text=True`)] : []),
      ...(rule.errorProperty === undefined
        ? []
        : [part.plain(code`error_property=${stringLiteral(rule.errorProperty)}`)]),
    ]),
  );
  return part.call(expr.runtime('_options', 'Events'), [
    ...(format === 'event-stream' ? [] : [part.plain(code`format=${stringLiteral(format)}`)]),
    ...(data === 'json' ? [] : [part.plain(code`data=${stringLiteral(data)}`)]),
    ...(list.length === 0 ? [] : [part.keyword(code`rules`, part.list(list))]),
  ]);
}
