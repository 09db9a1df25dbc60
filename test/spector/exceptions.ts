/** Scenarios that a generated SDK does not pass, each with the reason. One that passes must leave the list. */
export const EXCEPTIONS: readonly { readonly scenario: string; readonly reason: string }[] = [];
