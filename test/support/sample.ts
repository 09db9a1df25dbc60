/** Every `n`th item; all of them with `vitest run --mode <whole>`, as the scripts of package.json call it. */
export const everyNth = <T>(
  items: readonly T[],
  n: number,
  whole: 'pairs' | 'corpus' = 'pairs',
): readonly T[] => (process.env['MODE'] === whole ? items : items.filter((_item, index) => index % n === 0));
