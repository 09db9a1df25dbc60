/** Node, Bun and Deno call this method to print an object. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** Prints objects of a class without their properties, which may contain credentials: `Servers {}`. */
export function printAs<T extends object>(
  Class: { readonly prototype: T },
  text: (object: T) => string = ({ constructor }) => `${constructor.name} {}`,
): void {
  Object.defineProperty(Class.prototype, INSPECT, {
    value(this: T): string {
      return text(this);
    },
  });
}

/** Makes properties non-enumerable, so that loops, spreads, JSON and logs skip them. */
export function hide(object: object, ...names: readonly string[]): void {
  for (const name of names) {
    Object.defineProperty(object, name, { enumerable: false });
  }
}
