import type { EvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectionTarget } from '../collect/CollectionTarget';

/**
 * Web pages of a system, for people who fix something there. Only of hosts that are
 * configured as that system: for all others, the answer is undefined.
 *
 * @public
 */
export type SourcePages = {
  /** Where that is set which evidence of a type reports. */
  settings(target: CollectionTarget, type: EvidenceType): string | undefined;
  /** The page of a commit of a repository. Absent if the system has no commits. */
  commit?(repository: string, commit: string): string | undefined;
};

/**
 * Where each type of evidence is set, as the end of an address.
 *
 * @public
 */
export type SettingsPaths = Readonly<Partial<Record<EvidenceType, string>>>;
