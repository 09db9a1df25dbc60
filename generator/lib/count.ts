/** `1 file`, `2 files`. `nouns`: the plural, if it is not the noun with an `s`. */
export const count = (number: number, noun: string, nouns = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : nouns}`;
