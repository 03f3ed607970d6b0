/**
 * Annotation that ties an entity to a repository by its web address, for
 * hosts that have no annotation of their own in Backstage.
 *
 * @public
 */
export const ANNOTATION_REPOSITORY = 'dora-compliance.io/repository';

/**
 * Annotation that holds the block of `spec.dora` as JSON, for entities whose
 * spec can't be extended.
 *
 * @public
 */
export const ANNOTATION_DECLARATION = 'dora-compliance.io/declaration';

/**
 * Annotation of a Group: the User who is accountable for the assets that the group
 * owns, e.g. `user:default/anna`.
 *
 * @public
 */
export const ANNOTATION_ACCOUNTABLE = 'dora-compliance.io/accountable';

/**
 * Label with the effective criticality of an ICT asset, as this suite
 * computed it. It is never declared.
 *
 * @public
 */
export const LABEL_CRITICALITY = 'dora-compliance.io/criticality';

/**
 * Annotations other integrations set, with the host their project slug
 * belongs to.
 *
 * @internal
 */
export const PROJECT_SLUG_HOSTS: Readonly<Record<string, string>> = {
  'github.com/project-slug': 'https://github.com',
  'gitlab.com/project-slug': 'https://gitlab.com',
};
