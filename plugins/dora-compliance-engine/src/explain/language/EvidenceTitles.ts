import type {
  EvidenceType,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * A title for each type of evidence, made of its content.
 *
 * @public
 */
export type EvidenceTitles = {
  readonly [T in EvidenceType]: (predicate: Predicate<T>) => string;
};
