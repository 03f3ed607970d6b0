import { Identity } from '../evidence/Identity';

/**
 * Everybody a statement names, wherever in its content.
 *
 * @public
 */
export function identitiesIn(content: unknown): Identity[] {
  if (typeof content !== 'object' || content === null) {
    return [];
  }
  const identity = Identity.safeParse(content);
  return identity.success
    ? [identity.data]
    : Object.values(content).flatMap(identitiesIn);
}
