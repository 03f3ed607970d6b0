import {
  type Instant,
  instantOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

export const now = (): Instant => instantOf(new Date());
