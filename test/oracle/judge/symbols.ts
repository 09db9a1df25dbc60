/** Names of methods and types as rules and compilers spell them, made one. */

/** Names meet across casings: the diff spells a method as words, the SDK with its initialisms. */
export const plain = (symbol: string): string => symbol.toLowerCase().replace(/[^a-z0-9. ]/g, '');

/** `type pet` for any spelling of a type's name: `identity.report`, `IdentityReport`. */
export const plainType = (name: string): string => plain(`type ${name.replaceAll('.', '')}`);
