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
  // Most objects name no system; parsing them only to refuse them takes long.
  const identity =
    'system' in content ? Identity.safeParse(content).data : undefined;
  return identity ? [identity] : Object.values(content).flatMap(identitiesIn);
}
