import {
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

export const now = (): Instant => toInstant(new Date());
