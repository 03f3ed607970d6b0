import type { EvidenceType } from './EvidenceType';

const types: readonly EvidenceType[] = ['organization-settings-observed'];

/**
 * Whether evidence of a type is about an organization and nothing else. It is found
 * for every asset whose repositories belong to the organization. Only who may read
 * the whole catalog can open it.
 *
 * @public
 */
export function isAboutOrganization(type: EvidenceType): boolean {
  return types.includes(type);
}
