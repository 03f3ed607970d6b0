import type { EvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How evidence is found: by what identifies the asset, by the repositories of the
 * asset, or, from its deployments on, by their commits and their changes.
 *
 * @public
 */
export type NeedKey = 'asset' | 'repository' | 'commit' | 'change';

/**
 * Evidence that a population or a judgement reads.
 *
 * @public
 */
export type Need = {
  types: readonly EvidenceType[];
  key: NeedKey;
  /**
   * `latest`: the latest of each type is enough. `history`: everything within the
   * window of the control, and what it goes back to.
   */
  read: 'latest' | 'history';
};

/**
 * Everything that a population, a judgement or a control reads. Loading and
 * marking as due follow from it.
 *
 * @public
 */
export type Needs = {
  evidence: readonly Need[];
  /** Whether the answer depends on who is behind accounts. */
  people?: boolean;
};

/** All that some parts need together. */
export function joinNeeds(parts: readonly Needs[]): Needs {
  return {
    evidence: parts.flatMap(({ evidence }) => evidence),
    people: parts.some(({ people }) => people),
  };
}
