/**
 * Version of the contract between views and template sets, which a set names in `target.yaml`. Raised when a
 * field changes its meaning.
 */
export const VIEW_VERSION = 1;
