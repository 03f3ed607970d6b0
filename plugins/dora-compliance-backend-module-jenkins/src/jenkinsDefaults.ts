/** How much is read from Jenkins at a time, and how far back. */
export const jenkinsDefaults = {
  /** The longest a build takes; `collect.longestBuild`. */
  longestBuild: 'P1D',
  /** How far rounds overlap, as the clock of a controller may be behind. */
  overlap: 'PT15M',
  /** Builds of a job, and branches of a project, per request. */
  pageSize: 25,
} as const;
