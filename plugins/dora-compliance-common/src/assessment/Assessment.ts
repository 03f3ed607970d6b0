import { z } from 'zod';
import { Criticality } from '../asset/Criticality';
import { Digest } from '../evidence/Digest';
import { Instant } from '../time/Instant';
import { CodeVersions } from './CodeVersions';
import { ControlStatus } from './ControlStatus';
import { Reason } from './Reason';

/**
 * One question about one member. `passed` is null if the available evidence
 * can't answer it.
 *
 * @public
 */
export const Check = z.object({
  /** kebab-case name of the question, e.g. `approved-by-another-person`. */
  check: z.string(),
  passed: z.boolean().nullable(),
  cause: Reason,
  /** Evidence that the answer is based on. */
  evidence: z.array(Digest),
});

/** @public */
export type Check = z.output<typeof Check>;

/**
 * The result for one member of the population.
 *
 * @public
 */
export const Row = z.object({
  member: z.object({
    /** What it is, such as `asset`, `deployment` or `branch`. */
    kind: z.string().regex(/^[a-z][a-z-]*$/),
    /** Its name in the catalog or in its source. */
    title: z.string().optional(),
    /** A deployment as its source names it. */
    deployment: z
      .object({ id: z.string(), environment: z.string() })
      .optional(),
    /** Of a stretch of time: when it begins and ends. */
    period: z.object({ from: Instant, to: Instant }).optional(),
    uri: z.string().optional(),
    at: Instant,
  }),
  status: ControlStatus,
  reason: Reason,
  checks: z.array(Check),
});

/** @public */
export type Row = z.output<typeof Row>;

/**
 * Evaluating one control for one asset at one instant, and its result.
 *
 * @public
 */
export const Assessment = z.object({
  entityRef: z.string(),
  controlId: z.string(),
  /** Digest of the control at that time. */
  controlDigest: Digest,
  /** What decided it first; absent if it could not be assessed. */
  versions: CodeVersions.optional(),
  /**
   * The effective criticality whose parameters counted; absent if the control has
   * no parameters.
   */
  criticality: Criticality.optional(),
  status: ControlStatus,
  reason: Reason,
  /** Members by result; their sum is the size of the population. */
  counts: z.object({
    satisfied: z.number().int().nonnegative(),
    notAssessed: z.number().int().nonnegative(),
    notSatisfied: z.number().int().nonnegative(),
    /** Members whose findings are all accepted; absent if there are none. */
    riskAccepted: z.number().int().positive().optional(),
  }),
  /** Worst first, then latest first; at most {@link MAX_ROWS}. */
  rows: z.array(Row),
  /** The instant it was evaluated for. */
  asOf: Instant,
  /** When time alone may change the answer; absent when it can't. */
  validUntil: Instant.optional(),
});

/** @public */
export type Assessment = z.output<typeof Assessment>;

/**
 * How many rows an assessment keeps; counts always cover all members.
 *
 * @public
 */
export const MAX_ROWS = 200;
