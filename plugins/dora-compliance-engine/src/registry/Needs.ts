import type {
  Duration,
  EvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How evidence is found: by what identifies the asset, by the organizations that own
 * its repositories, by the repositories of the asset, or, from its deployments on, by
 * their commits and their changes. Of organizations, only the latest is read.
 *
 * @public
 */
export type NeedKey =
  | 'asset'
  | 'organization'
  | 'repository'
  | 'commit'
  | 'change';

/**
 * Evidence that a population or a judgement reads.
 *
 * @public
 */
export type Need = {
  types: readonly EvidenceType[];
  key: NeedKey;
  /**
   * `latest`: the latest of each type. `latest-of-each`: the latest of each type
   * about each thing of the asset, such as each branch or each finding.
   * `history`: everything; of commits and changes, what deployments go back to.
   */
  read: 'latest' | 'latest-of-each' | 'history';
  /**
   * How far back evidence about the asset is read; absent if without a limit.
   */
  within?: Duration;
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
