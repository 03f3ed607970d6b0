import { z } from 'zod';
import { Digest } from '../evidence/Digest';
import { Day } from '../time/Day';

/**
 * A clause of a policy or a standard, and what enforces it.
 *
 * @public
 */
export const PolicyClauseView = z.object({
  /** As the document numbers it, such as `4.2`. */
  id: z.string(),
  /** What it asks, in words of the organization. */
  text: z.string(),
  /** The controls that enforce it; nothing does if there are none. */
  controls: z.array(
    z.object({ id: z.string(), code: z.string(), title: z.string() }),
  ),
  /** Controls that it names and that are not of the regime of the organization. */
  notInstalled: z.array(z.string()),
});

/** @public */
export type PolicyClauseView = z.output<typeof PolicyClauseView>;

/**
 * A policy or a standard of the organization, as the configuration declares it.
 *
 * @public
 */
export const PolicyView = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  /** Absent if the caller may not read it. */
  ownerRef: z.string().optional(),
  approvedBy: z.string().optional(),
  approvedOn: Day,
  /** When it was reviewed last. */
  reviewedOn: Day.optional(),
  /** By when it has to be reviewed again. */
  reviewDue: Day,
  /** Where the document is. */
  link: z.string().optional(),
  /** Of the approved document. */
  digest: Digest.optional(),
  /** Those that nothing enforces first. */
  clauses: z.array(PolicyClauseView),
});

/** @public */
export type PolicyView = z.output<typeof PolicyView>;
