import type { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SourceSecret } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { JenkinsScope } from './normalise/JenkinsScope';

/**
 * A Jenkins that is asked.
 *
 * @public
 */
export type JenkinsController = {
  /** Its Jenkins URL, e.g. `https://ci.bank.example/jenkins`. */
  readonly baseUrl: string;
  /** Who reads; nobody in particular when left out. */
  readonly username?: string;
  readonly apiKey?: string;
};

/**
 * How a Jenkins source is set up.
 *
 * @public
 */
export type JenkinsOptions = JenkinsScope & {
  /** Any of these may come with a delivery, so that they can be rotated. */
  readonly webhookTokens: readonly SourceSecret[];
  readonly controllers: readonly JenkinsController[];
  /** A build that takes longer may be missed by the rounds. */
  readonly longestBuild: Duration;
};
