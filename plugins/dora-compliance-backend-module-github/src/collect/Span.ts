import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The time that is read, and in pages of how many things. */
export type Span = {
  readonly since: Instant;
  readonly until: Instant;
  readonly perPage: number;
};
