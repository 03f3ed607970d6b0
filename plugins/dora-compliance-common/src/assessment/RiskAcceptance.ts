import { z } from 'zod';
import { Instant } from '../time/Instant';

/**
 * The member that an acceptance is about, as rows name it.
 *
 * @public
 */
export const AcceptedMember = z
  .strictObject({
    kind: z.string().min(1),
    uri: z.string().optional(),
    title: z.string().optional(),
    /** Of a deployment, its id in its source. */
    deployment: z.string().optional(),
  })
  .refine(
    ({ uri, title, deployment }) =>
      [uri, title, deployment].some(one => one !== undefined),
    { message: 'must have uri, title or deployment' },
  );

/** @public */
export type AcceptedMember = z.output<typeof AcceptedMember>;

/**
 * A decision to live with a finding for a limited time (RTS 2024/1774 Art
 * 3(d)). It accepts what is known to fail, never what is unknown.
 *
 * @public
 */
export const RiskAcceptance = z.strictObject({
  id: z.string().min(1),
  controlId: z.string().min(1),
  /** Absent if it is about every member that fails. */
  member: AcceptedMember.optional(),
  /** The id of the requirement; absent if it is about all of them. */
  requirement: z.string().min(1).optional(),
  /** Who accepted the risk, e.g. `user:default/anna`. */
  acceptedBy: z.string().min(1),
  /** The other person who confirmed it; absent if nobody had to. */
  confirmedBy: z.string().min(1).optional(),
  /** Why. */
  rationale: z.string().min(1),
  from: Instant,
  /** From then on it no longer counts. At most the first year counts. */
  until: Instant,
  /** When it was recorded. It does not count for earlier instants. */
  recordedAt: Instant,
});

/** @public */
export type RiskAcceptance = z.output<typeof RiskAcceptance>;
