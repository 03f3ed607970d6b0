import { z } from 'zod';
import { ControlStatus } from '../assessment/ControlStatus';
import { Digest } from '../evidence/Digest';
import { Instant } from '../time/Instant';
import { Explained } from './views';

/**
 * Something that a step of a chain consists of: a commit, a change, a review, a run,
 * an artifact, an approval or a deployment.
 *
 * @public
 */
export const ChainItemView = z.object({
  /** Its name in its source. */
  title: z.string(),
  uri: z.string().optional(),
  /** Who did it, as the source names them; absent if it does not. */
  by: z.string().optional(),
  at: Instant.optional(),
  /** Of a review, or of an approval of the deployment. */
  decision: z
    .enum([
      'approved',
      'changes-requested',
      'commented',
      'dismissed',
      'rejected',
    ])
    .optional(),
  /** Of a commit for which no change request is known. */
  withoutChange: z.literal(true).optional(),
});

/** @public */
export type ChainItemView = z.output<typeof ChainItemView>;

/**
 * A step on the way from a commit to production. `failed`: it is known that it did not
 * happen as it has to. `missing`: the evidence does not show it, or not all of it.
 * `none`: nothing was reported of a step that not every deployment has.
 *
 * @public
 */
export const ChainStepView = z.object({
  step: z.enum([
    'commits',
    'change',
    'review',
    'build',
    'artifact',
    'approval',
    'deployment',
  ]),
  state: z.enum(['known', 'failed', 'missing', 'none']),
  /** Why it is not known; absent if it is. */
  why: Explained.optional(),
  items: z.array(ChainItemView),
  /** Items that are counted but not listed. */
  omittedItems: z.number().int().nonnegative(),
  /** The evidence that was consulted, the deciding piece first. */
  evidence: z.array(Digest),
});

/** @public */
export type ChainStepView = z.output<typeof ChainStepView>;

/**
 * What a control says about a deployment, or about a change that it brought.
 *
 * @public
 */
export const VerdictView = z.object({
  control: z.object({ id: z.string(), code: z.string(), title: z.string() }),
  status: ControlStatus,
  /** Absent if there is no recorded result. */
  reason: Explained.optional(),
  /**
   * Why there is no recorded result: the deployment is older than the control looks
   * back, or it is not among the recorded rows, for example because they are from
   * before it.
   */
  absent: z.enum(['outside-window', 'not-recorded']).optional(),
  /** What to do; absent if there is nothing, and in lists of deployments. */
  advice: z.string().optional(),
});

/** @public */
export type VerdictView = z.output<typeof VerdictView>;

/**
 * A deployment to production, how it came about, and what controls say about it.
 *
 * @public
 */
export const ProductionChangeView = z.object({
  /** The evidence that reported it first. */
  id: Digest,
  /** As its source names it; results name it like this. */
  deployment: z.string(),
  environment: z.string(),
  at: Instant,
  /** Who or what deployed, as sources name them; empty if none does. */
  deployers: z.array(z.string()),
  uri: z.string().optional(),
  /** The worst verdict; not assessed if there is none. */
  status: ControlStatus,
  /** From the commits to the deployment. */
  steps: z.array(ChainStepView),
  /** Worst first. */
  verdicts: z.array(VerdictView),
});

/** @public */
export type ProductionChangeView = z.output<typeof ProductionChangeView>;

/**
 * The last deployments of an asset to production, latest first.
 *
 * @public
 */
export const ProductionChangesView = z.object({
  items: z.array(ProductionChangeView),
  /**
   * Environments with deployments of which nobody said whether they are production:
   * those deployments are not listed.
   */
  unclassified: z.array(z.string()),
  /** Says that evidence was not counted because its origin is not proven. */
  notCounted: z.string().optional(),
});

/** @public */
export type ProductionChangesView = z.output<typeof ProductionChangesView>;

/**
 * An alert that fired, or an incident that was detected, after a deployment.
 *
 * @public
 */
export const ProductionEventView = z.object({
  kind: z.enum(['alert', 'incident']),
  /** Its name in its tool. */
  title: z.string(),
  uri: z.string().optional(),
  /** In the words of the tool. */
  severity: z.string().optional(),
  /** When it began; absent if only its end is known. */
  from: Instant.optional(),
  acknowledgedAt: Instant.optional(),
  /** As the tool names them. */
  acknowledgedBy: z.string().optional(),
  /** Absent while it is open. */
  resolvedAt: Instant.optional(),
  evidence: z.array(Digest),
});

/** @public */
export type ProductionEventView = z.output<typeof ProductionEventView>;

/**
 * What happened in production within an hour after a deployment, as monitoring and
 * incident tools report it. What follows a deployment need not be caused by it.
 *
 * @public
 */
export const AfterDeploymentView = z.object({
  /** The end of that hour. */
  until: Instant,
  isOver: z.boolean(),
  /** Whether any alert or incident of the asset is known at all. */
  isReported: z.boolean(),
  /** Earliest first. */
  events: z.array(ProductionEventView),
  omittedEvents: z.number().int().nonnegative(),
  /** When a later deployment took this one back. */
  takenBackAt: Instant.optional(),
  /** In milliseconds: from the deployment, and from the first event. */
  timeTo: z.object({
    detect: z.number().optional(),
    respond: z.number().optional(),
    restore: z.number().optional(),
  }),
});

/** @public */
export type AfterDeploymentView = z.output<typeof AfterDeploymentView>;

/**
 * One deployment to production.
 *
 * @public
 */
export const ProductionChangeDetail = z.object({
  /** Since when deployments are read; one before then is not found. */
  since: Instant,
  /** Absent if no deployment of this name is known. */
  change: ProductionChangeView.optional(),
  /** Absent with the deployment. */
  after: AfterDeploymentView.optional(),
  /** Says that evidence was not counted because its origin is not proven. */
  notCounted: z.string().optional(),
});

/** @public */
export type ProductionChangeDetail = z.output<typeof ProductionChangeDetail>;
