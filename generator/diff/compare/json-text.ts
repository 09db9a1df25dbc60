import { byCodeUnit } from '../../lib/order.ts';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';

/**
 * Canonical JSON with sorted keys, so that equal values give equal text. Iterative, because the document
 * determines the depth.
 */
export function jsonText(root: JsonValue): string {
  const out: string[] = [];
  const stack: (JsonValue | (() => string))[] = [root];
  const raw = (text: string) => (): string => text;
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value === 'function') out.push(value());
    else if (Array.isArray(value)) {
      stack.push(raw(']'));
      for (let i = value.length - 1; i >= 0; i -= 1) {
        stack.push(value[i] ?? null);
        if (i > 0) stack.push(raw(','));
      }
      out.push('[');
    } else if (isJsonObject(value)) {
      const keys = Object.keys(value).sort(byCodeUnit);
      stack.push(raw('}'));
      for (let i = keys.length - 1; i >= 0; i -= 1) {
        const key = keys[i] ?? '';
        stack.push(value[key] ?? null, raw(`${i > 0 ? ',' : ''}${JSON.stringify(key)}:`));
      }
      out.push('{');
    } else {
      out.push(JSON.stringify(value));
    }
  }
  return out.join('');
}
