/**
 * What a collector looks at: a repository by its web address, or a pipeline by
 * its URN, as ICT assets of the catalog name them.
 *
 * @public
 */
export type CollectionTarget = {
  readonly kind: 'repository' | 'pipeline';
  readonly uri: string;
};
