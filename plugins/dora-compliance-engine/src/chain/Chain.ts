import type {
  Evidence,
  Instant,
  Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../lineage/Deployments';

/**
 * What a step of a chain is about, from the commit to production.
 *
 * @public
 */
export type ChainStepName =
  | 'commits'
  | 'change'
  | 'review'
  | 'build'
  | 'artifact'
  | 'approval'
  | 'deployment';

/**
 * One step. `failed`: it is known that it did not happen as it has to. `missing`: the
 * evidence does not show it, or not all of it. `none`: nothing was reported of a step
 * that not every deployment has.
 *
 * @public
 */
export type ChainStep = {
  step: ChainStepName;
  state: 'known' | 'failed' | 'missing' | 'none';
  /** Why it is not known; absent if it is. */
  why?: Reason;
  items: readonly ChainItem[];
  /** Everything that was consulted, the deciding piece first. */
  evidence: readonly Evidence['id'][];
};

/**
 * Something that a step consists of, such as a commit or a review.
 *
 * @public
 */
export type ChainItem = {
  /** Its name in its source. */
  title: string;
  uri?: string | undefined;
  /** Who did it, as the source names them; absent if it does not. */
  by?: string | undefined;
  at?: Instant | undefined;
  decision?:
    | Evidence<'change-reviewed'>['predicate']['decision']
    | Evidence<'deployment-reviewed'>['predicate']['decision'];
  /** Of a commit for which no change request is known. */
  withoutChange?: true;
};

/**
 * A deployment, and how it came about.
 *
 * @public
 */
export type Chain = {
  deployment: KnownDeployment;
  /** In the order of their names. */
  steps: readonly ChainStep[];
};
