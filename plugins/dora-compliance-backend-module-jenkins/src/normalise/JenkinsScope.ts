/**
 * Which builds are deployments. Jenkins has no word for them, so that an
 * installation has to say.
 *
 * @public
 */
export type DeploymentRule = {
  /** Full name of the job; `*` stands for anything but a slash. */
  readonly job: string;
  /** The stage that deploys; the whole build where absent. */
  readonly stage?: string;
  readonly environment: string;
  readonly production: boolean;
};

/**
 * What an installation says about its jobs.
 *
 * @public
 */
export type JenkinsScope = {
  readonly deployments: readonly DeploymentRule[];
  /**
   * Full names of multibranch projects, for deliveries that do not report. `*`
   * stands for anything but a slash.
   */
  readonly multibranchProjects: readonly string[];
  /** Addresses of the controllers, without a slash at the end. */
  readonly baseUrls: readonly string[];
};
