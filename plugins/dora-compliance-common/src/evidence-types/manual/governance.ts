import { z } from 'zod';
import { requestText } from '../../api/RequestText';
import { Digest } from '../../evidence/Digest';
import { Day } from '../../time/Day';

const Clause = z.enum(['agreed', 'justified', 'missing']);

/**
 * The contract and the exit plan of an ICT third-party provider were assessed (DORA
 * 28(8), 30(2), 30(3)).
 */
export const ProviderAssessment = z.strictObject({
  /** The clauses that every contract needs, by the points of DORA 30(2). */
  clauses: z.strictObject({
    a: Clause,
    b: Clause,
    c: Clause,
    d: Clause,
    e: Clause,
    f: Clause,
    g: Clause,
    h: Clause,
    i: Clause,
  }),
  /**
   * The clauses for critical or important functions, by the points of DORA 30(3).
   * Absent if the provider supports none.
   */
  clausesForCritical: z
    .strictObject({
      a: Clause,
      b: Clause,
      c: Clause,
      d: Clause,
      e: Clause,
      f: Clause,
    })
    .optional(),
  /** The exit plan; absent if there is none. */
  exitPlan: requestText(500).min(1).optional(),
  /** When it was last tried out. */
  exitTestedOn: Day.optional(),
  lastAuditOn: Day.optional(),
});

/** Access rights were reviewed, one by one (RTS 2024/1774 21(e)(iv)). */
export const Recertification = z.strictObject({
  /** The system whose rights were reviewed. */
  system: requestText(200).min(1),
  /** Accounts whose rights were looked at. */
  reviewed: z.number().int().nonnegative(),
  /** Accounts that exist. */
  total: z.number().int().nonnegative(),
  /** Accounts whose rights were taken away. */
  revoked: z.number().int().nonnegative(),
  /** Whether somebody reviewed rights of their own. */
  selfReviewed: z.boolean(),
});

/** For how long logs and evidence are kept, and why (RTS 2024/1774 12(2)(a)). */
export const RetentionSchedule = z.strictObject({
  /** Days for which logs of pipelines are kept. */
  logDays: z.number().int().positive(),
  /** Days for which evidence is kept. */
  evidenceDays: z.number().int().positive(),
  rationale: requestText(2000).min(1),
});

/** How the store of evidence is protected (RTS 2024/1774 12(2)(d)). */
export const StoreCheck = z.strictObject({
  /** Whether all digests and links were verified from end to end. */
  verified: z.boolean(),
  /** Whether the store refuses deletion until the retention has ended. */
  locked: z.boolean(),
  /** Whether somebody who runs the pipelines can delete from it. */
  deletableByPipelineOwners: z.boolean(),
});

/** The yearly review of the ICT risk management framework (DORA 6(5)). */
export const FrameworkReview = z.strictObject({
  occasion: z.enum(['yearly', 'major-incident', 'after-test-or-audit']),
  /** Findings that were open at that time. */
  openFindings: z.number().int().nonnegative(),
  /** Of these, critical ones that are overdue. */
  overdueCritical: z.number().int().nonnegative(),
});

/**
 * Somebody else looked at recorded evidence, and confirms or refuses it.
 *
 * @public
 */
export const Confirmation = z.strictObject({
  /** Id of the evidence. */
  evidence: Digest,
  decision: z.enum(['approved', 'rejected']),
  note: requestText(2000).optional(),
});

/** @public */
export type Confirmation = z.output<typeof Confirmation>;
