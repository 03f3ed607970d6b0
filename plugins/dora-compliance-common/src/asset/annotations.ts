/**
 * Annotation that ties an entity to a repository by its web address, for
 * hosts that have no annotation of their own in Backstage.
 *
 * @public
 */
export const ANNOTATION_REPOSITORY = 'dora-compliance.io/repository';

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
