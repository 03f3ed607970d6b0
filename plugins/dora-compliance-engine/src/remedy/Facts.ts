/**
 * What is known about who can act, from the catalog and the evidence. What is not
 * known, or hidden from the reader, is absent.
 *
 * @public
 */
export type RemedyFacts = {
  /** Reference of the owner of the asset. */
  owner?: string | undefined;
  /** Addresses of its repositories. */
  repositories?: readonly string[] | undefined;
  /** Number of the change. */
  change?: string | undefined;
  /** Code of the control. */
  control?: string | undefined;
  environment?: string | undefined;
  /** Who may approve deployments to it, as its settings say. */
  reviewers?: readonly string[] | undefined;
  incident?: string | undefined;
  /** Who did it. */
  person?: string | undefined;
  /** Reference of the provider. */
  provider?: string | undefined;
  source?: string | undefined;
};
