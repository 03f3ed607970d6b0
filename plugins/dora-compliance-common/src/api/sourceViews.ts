import { z } from 'zod';
import { Reason } from '../assessment/Reason';
import { EvidenceGap } from '../silence/EvidenceGap';
import { Instant } from '../time/Instant';
import { pageShape } from './Page';
import { requestText } from './RequestText';

const Count = z.number().int().nonnegative();

/** The address of a repository or pipeline. */
const Address = requestText(2000).min(1);

/** A length of time in milliseconds. */
const Milliseconds = z.number().int();

const Explained = Reason.extend({
  /** The reason as one sentence for people. */
  sentence: z.string(),
});

/**
 * The id of an evidence source, e.g. `github`.
 *
 * @public
 */
export const SourceId = z
  .string()
  .regex(/^[\w.-]{1,100}$/, 'must be the id of a source such as github');

/**
 * The state of a source, most serious first. `misconfigured`: it is off because
 * its configuration is wrong. `failing`: more than half of the documents of the
 * last day were rejected, or the collector fails. `silent`: it has been idle, or
 * has had no complete round, for too long. `incomplete`: something was not read,
 * or gaps are open. `never-heard`: nothing has been received yet. `healthy`: none
 * of these. `off`: it is not configured.
 *
 * @public
 */
export const SourceState = z.enum([
  'misconfigured',
  'failing',
  'silent',
  'incomplete',
  'never-heard',
  'healthy',
  'off',
]);

/** @public */
export type SourceState = z.output<typeof SourceState>;

/** Documents of a period by state. */
const DocumentCounts = z.object({
  received: Count,
  rejected: Count,
  partial: Count,
  waiting: Count,
});

/** @public */
export type DocumentCounts = z.output<typeof DocumentCounts>;

/** Events that the API of a CI system reports, and those it delivered. */
const Reconciliation = z.object({
  expected: Count,
  received: Count,
  /** Not delivered; the collector read them. */
  missed: Count,
});

/**
 * One evidence source: documents received, lag, and gaps.
 *
 * @public
 */
export const SourceView = z.object({
  id: z.string(),
  /** Its name for people; absent for the backend's own sources. */
  title: z.string().optional(),
  kinds: z.object({
    /** It can push documents to the backend. */
    receives: z.boolean(),
    /** It is collected on a schedule. */
    collects: z.boolean(),
    /** What to configure so that it is collected; absent if it can't be. */
    askedWith: z.string().optional(),
  }),
  state: SourceState,
  reason: Explained,
  /** Warnings about its configuration while it is on. */
  notices: z.array(z.string()).optional(),
  /** Absent for callers who may not read the whole catalog. */
  documents: z
    .object({
      /** Received since the full hour 24 hours ago. */
      lastDay: DocumentCounts,
      all: DocumentCounts,
    })
    .optional(),
  /**
   * Deliveries rejected since the full hour 24 hours ago, by error code; nothing
   * of them was stored. Absent for callers who may not read
   * the whole catalog.
   */
  refused: z.array(z.object({ code: z.string(), count: Count })).optional(),
  /**
   * Events between the last two rounds of each target, summed up; absent before
   * the first round.
   */
  reconciliation: Reconciliation.optional(),
  lastReceivedAt: Instant.optional(),
  lag: z.object({
    /** How long the oldest document has been queued; absent if none is. */
    waiting: Milliseconds.optional(),
    /** The time from the latest event until its evidence was stored. */
    recorded: Milliseconds.optional(),
  }),
  /** The latest round of any of its targets. */
  lastHeartbeat: z
    .object({
      at: Instant,
      target: z.string(),
      complete: z.boolean(),
      problem: z.string().optional(),
    })
    .optional(),
  /** Targets that are collected, and those whose last round was incomplete. */
  targets: z.object({ all: Count, incomplete: Count }),
  /** Clock of the source minus clock of the backend, in the latest round. */
  clockSkew: Milliseconds.optional(),
  /** Gaps that last, or are not closed for all targets. */
  openGaps: Count,
});

/** @public */
export type SourceView = z.output<typeof SourceView>;

/**
 * Documents that could not be read, or only in part.
 *
 * @public
 */
export const FlawedState = z.enum(['rejected', 'partial']);

/** @public */
export type FlawedState = z.output<typeof FlawedState>;

/**
 * A repository or pipeline that is collected, and its last round.
 *
 * @public
 */
export const TargetView = z.object({
  kind: z.enum(['repository', 'pipeline']),
  /** Its address in the catalog. */
  target: z.string(),
  /** Its assets that the caller may read. */
  entityRefs: z.array(z.string()),
  /** When its next round is due. */
  dueAt: Instant,
  /** When the last round ended; absent before the first. */
  lastAt: Instant.optional(),
  /** Until when all events were read. */
  lastCompleteAt: Instant.optional(),
  /** Whether the last round read everything, settings included. */
  complete: z.boolean().optional(),
  problem: z.string().optional(),
  parts: z.array(
    z.object({
      part: z.string(),
      complete: z.boolean(),
      problem: z.string().optional(),
    }),
  ),
  reconciliation: Reconciliation.optional(),
  clockSkew: Milliseconds.optional(),
});

/** @public */
export type TargetView = z.output<typeof TargetView>;

/**
 * One source with a page of its targets, in order of their address.
 *
 * @public
 */
export const SourceDetailView = z.object({
  source: SourceView,
  targets: pageShape(TargetView),
});

/** @public */
export type SourceDetailView = z.output<typeof SourceDetailView>;

/**
 * A gap of a source, and whether it is closed.
 *
 * @public
 */
export const GapView = EvidenceGap.extend({
  id: z.string(),
  /** The one repository or pipeline it is about; absent when about all. */
  target: z.string().optional(),
  /** When it was closed for all targets. */
  madeGoodAt: Instant.optional(),
  reason: Explained,
  /** What closes it, in a few sentences; absent if it is closed. */
  advice: z.string().optional(),
});

/** @public */
export type GapView = z.output<typeof GapView>;

/**
 * Requests a round for targets of a source now.
 *
 * @public
 */
export const CollectRequest = z.strictObject({
  /** One of its targets; all of them if absent. */
  target: Address.optional(),
});

/** @public */
export type CollectRequest = z.output<typeof CollectRequest>;

/**
 * Requests backfills.
 *
 * @public
 */
export const BackfillRequest = z.strictObject({
  days: z.number().int().min(1).max(400),
  /** One of its targets; all of them if absent. */
  target: Address.optional(),
});

/** @public */
export type BackfillRequest = z.output<typeof BackfillRequest>;

/**
 * How many items an action queued.
 *
 * @public
 */
export const QueuedView = z.object({
  queued: Count,
  /** Whether one call was not enough; call again then. */
  more: z.boolean(),
});

/** @public */
export type QueuedView = z.output<typeof QueuedView>;

/**
 * `waiting`: for its turn or for a retry. `running`. `done`: all was read.
 * `incomplete`: finished, but something could not be read. `failed`: given up.
 *
 * @public
 */
export const BackfillState = z.enum([
  'waiting',
  'running',
  'done',
  'incomplete',
  'failed',
]);

/** @public */
export type BackfillState = z.output<typeof BackfillState>;

/**
 * A backfill of one target and its progress.
 *
 * @public
 */
export const BackfillView = z.object({
  id: z.string(),
  target: z.string(),
  since: Instant,
  state: BackfillState,
  /** Items read so far. */
  done: Count,
  /** Why it waits, or what could not be read. */
  problem: z.string().optional(),
  /** When it resumes; absent if it has ended. */
  nextAt: Instant.optional(),
  requestedAt: Instant,
  startedAt: Instant.optional(),
  finishedAt: Instant.optional(),
});

/** @public */
export type BackfillView = z.output<typeof BackfillView>;
