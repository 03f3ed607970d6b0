import { z } from 'zod';
import { EvidenceType } from '../evidence/EvidenceType';
import { Verification } from '../evidence/Verification';
import { Day } from '../time/Day';
import { SourceId } from './sourceViews';

/**
 * What evidence is narrowed to. Evidence that has to match all that is given.
 *
 * @public
 */
export const EvidenceFilter = z.object({
  type: EvidenceType.optional(),
  sourceId: SourceId.optional(),
  /** The level that it is held at. */
  verification: Verification.optional(),
  /** The first and the last day, in UTC, on which it happened. */
  from: Day.optional(),
  to: Day.optional(),
});

/** @public */
export type EvidenceFilter = z.output<typeof EvidenceFilter>;
