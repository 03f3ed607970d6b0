import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';

/**
 * What a scanner looks at.
 *
 * @public
 */
export const ScanKind = z.enum([
  'code',
  'dependency',
  'secret',
  'container',
  'infrastructure',
  'other',
]);

/** @public */
export type ScanKind = z.output<typeof ScanKind>;

/**
 * How serious a finding is for its scanner; `unknown` if it does not say.
 *
 * @public
 */
export const FindingSeverity = z.enum([
  'critical',
  'high',
  'medium',
  'low',
  'unknown',
]);

/** @public */
export type FindingSeverity = z.output<typeof FindingSeverity>;

const Tool = z.object({
  name: z.string().min(1),
  version: z.string().optional(),
});

/**
 * A security scan ended.
 *
 * @public
 */
export const SecurityScanFinished = z.object({
  tool: Tool,
  kind: ScanKind,
  category: z.string().optional(),
  ref: z.string().optional(),
  commit: z.string().optional(),
  /** How many results it has, if reported. */
  results: z.number().int().nonnegative().optional(),
  /** What went wrong with the scan, in the words of the source. */
  error: z.string().optional(),
  url: z.string().optional(),
  finishedAt: Instant,
});

/**
 * A finding of a scanner was opened, fixed, dismissed or opened again.
 *
 * @public
 */
export const SecurityFindingChanged = z.object({
  tool: Tool,
  kind: ScanKind,
  finding: z.object({
    /** Number or id in its repository. */
    id: z.string().min(1),
    rule: z.string().min(1),
    title: z.string().optional(),
    url: z.string().optional(),
  }),
  severity: FindingSeverity,
  state: z.enum(['open', 'fixed', 'dismissed']),
  /** Why it was dismissed, in the words of the source. */
  reason: z.string().optional(),
  changedBy: Identity.optional(),
  openedAt: Instant.optional(),
  changedAt: Instant,
});
