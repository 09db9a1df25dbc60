/**
 * Why calls differ from those that experts chose, by pair: editorial where nothing in the document says so,
 * ours where something does.
 */
export const REASONS: Readonly<Record<string, readonly (readonly [operations: RegExp, why: string])[]>> = {
  lithic: [
    [/\/status$/, 'editorial: a call of the client, with a word of the summary'],
    [
      /documents|evidences/,
      'editorial: methods of the parent although the things have paths of their own; `uploadDocument` and `initiateEvidenceUpload` are their own words',
    ],
    [/\/features|\/cards$/, 'editorial: `retrieve` where the answer is a list'],
    [
      /auth_rules\/\{\}\/versions/,
      'ours: what something is made of is a resource, as `versions` and `items` are elsewhere',
    ],
    [/auth_stream/, 'editorial: `authStreamEnrollment` is the name of an earlier version'],
    [
      /balances/,
      'editorial: a resource for one list; elsewhere the same experts made a method of the parent',
    ],
    [/v2\/disputes/, 'editorial: `disputesV2` beside `authRules.v2`'],
    [/resend|send_example/, 'editorial: two ways to one thing are two names there'],
    [/v1\/transfer$/, 'ours: the path is one word that is a verb; only an expert knows the plural'],
    [
      /loan_tape_configuration|enhanced_commercial_data|extended_credit/,
      'editorial: a resource for one read; `retrieveReport` and others of the same shape are methods',
    ],
    [/account_activity|fraud/, 'editorial: the verb of the summary instead of the usual one'],
    [/three_ds/, 'editorial: `OtpEntry` for `enter_otp`, and in another resource'],
    [/reports/, 'editorial: methods of the parent although they have a parameter of their own'],
    [/prime_rates/, 'editorial: `retrieve` of a list with `has_more`'],
    [/holds/, 'editorial: at the top although only single holds have a path there'],
  ],
  'modern-treasury': [
    [/simulations/, 'ours: a noun in front of what is simulated'],
    [/ledger_account_categories\/\{\}\/ledger_account/, 'editorial: `NestedCategory` stands nowhere'],
    [/ledger_transaction_versions/, 'ours: two paths list the same, the nested one keeps the name'],
    [/validations/, 'editorial: the verb of the operationId on a GET'],
    [/ledger_entries/, 'editorial: `accountEntries` stands nowhere'],
  ],
  spotify: [
    [/top-tracks|me\/top/, 'editorial: `topTracks` beside `listTopTracks`'],
    [
      /me\/following|users\/\{\}|player$|images/,
      'editorial: words of the summary for some, the usual verb for others',
    ],
    [/player/, 'editorial: `getDevices` beside `listRecentlyPlayed`'],
    [/browse|recommendations/, 'editorial: `get` for some lists, `list` for others'],
  ],
};
