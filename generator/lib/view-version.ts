/**
 * Version of the contract between views and template sets, which a set declares in `target.yaml`. Increase
 * it when a field changes its meaning.
 */
export const VIEW_VERSION = 1;
