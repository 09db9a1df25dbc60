/** A file of a package, with the package that it is about. */
export interface RepositoryPart {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}
