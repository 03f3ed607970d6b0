import type { None } from './None';

/**
 * Why it is not known what a deployment contains, with the parameters of each
 * sentence.
 *
 * @public
 */
export type LineageReasons = {
  /** The first known deployment to an environment. */
  'baseline-unknown': { environment: string; commit: string };
  'push-incomplete': {
    commit: string;
    branch: string;
    listed: number;
    /** Absent if the source does not report it. */
    total?: number;
  };
  'release-range-incomplete': { commit: string };
  'release-range-unknown': None;
  'commit-unknown': None;
  /** Only of a chain: controls on deployments judge what was decided. */
  'deployment-approval-unreported': { environment: string };
};
