/** Node, Bun and Deno print an object by the method of this name. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** Prints the objects of a class in one line, by default `Servers {}`: what is inside may hold credentials. */
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

/** Keeps properties out of loops, spreads, JSON and logs. */
export function hide(object: object, ...names: readonly string[]): void {
  for (const name of names) {
    Object.defineProperty(object, name, { enumerable: false });
  }
}
