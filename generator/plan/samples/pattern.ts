/**
 * Finds a text that matches a regular expression: common words first, then
 * a text built from the expression.
 */
import RandExp from 'randexp';

const COMMON = [
  'x',
  'abc',
  'example',
  'a1',
  'A',
  'ABC',
  '1',
  '123',
  '12345',
  '1234567890',
  'en',
  'en-US',
  'US',
  'USD',
  '2026-01-31',
  '09:30',
  '1.0.0',
  '#3366cc',
  '+15555550100',
  'https://example.com',
  '0x1',
  'a@example.com',
];

/**
 * Undefined if no fitting text was found. Long and backtracking expressions are skipped,
 * because a sample is not worth the time.
 */
export function matchPattern(pattern: string, fits: (text: string) => boolean): string | undefined {
  const common = COMMON.find(fits);
  if (common !== undefined || pattern.length > 400) return common;
  for (const most of [0, 1, 8, 40]) {
    const text = build(pattern, most);
    if (text !== undefined && text.length < 2000 && fits(text)) return text;
  }
  return undefined;
}

/**
 * Always takes the first choice, so that every run has the same result. `most` is
 * the count for unlimited repetition.
 */
function build(pattern: string, most: number): string | undefined {
  try {
    const renderer = new RandExp(pattern);
    renderer.max = most;
    renderer.randInt = (low, high) => (most === 0 ? low : Math.min(high, low + Math.min(most, 40)));
    renderer.defaultRange.subtract(0, 31);
    return renderer.gen();
  } catch {
    return undefined;
  }
}
