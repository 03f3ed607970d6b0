/**
 * Annotation of a user entity with the accounts of the person in other
 * systems, as `<host>/<login>` or `<host>#<id>`, separated by commas or lines.
 *
 * @public
 */
export const ANNOTATION_ACCOUNTS = 'dora-compliance.io/accounts';

/**
 * Annotation of a user entity with the accounts of machines this person
 * answers for, written like those of {@link ANNOTATION_ACCOUNTS}.
 *
 * @public
 */
export const ANNOTATION_BOTS = 'dora-compliance.io/bots';
