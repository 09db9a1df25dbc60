/**
 * Scenarios that a generated SDK does not pass, each with the reason. One that passes must leave the list.
 */
export const EXCEPTIONS: readonly { readonly scenario: string; readonly reason: string }[] = [
  {
    scenario: 'Parameters_Path_optional',
    reason:
      'The document writes `/optional{name}` for a segment that may be absent; OpenAPI has no such path parameter, and none that is not required.',
  },
];
