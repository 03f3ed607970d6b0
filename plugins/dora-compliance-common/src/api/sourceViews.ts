import { z } from 'zod';
import { Reason } from '../assessment/Reason';
import { EvidenceGap } from '../silence/EvidenceGap';
import { Instant } from '../time/Instant';
import { pageOf } from './Page';
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
 * How a source is, the gravest first: `misconfigured` it is off because its
 * configuration is wrong; `failing` more than half of what came
 * on the last day was rejected, or the collector breaks; `silent` nobody was
 * heard for too long; `incomplete` something was not read or gaps are not
 * made good; `never-heard` nothing came yet; `healthy` none of these; `off` it
 * is not configured.
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

/** Documents of a time by what became of them. */
const DocumentCounts = z.object({
  received: Count,
  rejected: Count,
  partial: Count,
  waiting: Count,
});

/** @public */
export type DocumentCounts = z.output<typeof DocumentCounts>;

/** What a CI system says happened, against what reached us by itself. */
const Reconciliation = z.object({
  expected: Count,
  received: Count,
  /** Not told to us; read by the collector instead. */
  missed: Count,
});

/**
 * One evidence source: what came of it, how late, and what is not known.
 *
 * @public
 */
export const SourceView = z.object({
  id: z.string(),
  title: z.string().optional(),
  kinds: z.object({
    /** It may push documents to us. */
    receives: z.boolean(),
    /** It is asked on a schedule. */
    collects: z.boolean(),
    /** What to configure so that it is asked; absent where it can't be. */
    askedWith: z.string().optional(),
  }),
  state: SourceState,
  reason: Explained,
  /** What of its configuration needs attention though it is on. */
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
   * Deliveries turned away since the full hour 24 hours ago, by the code of
   * the error; nothing of them was kept. Absent for callers who may not read
   * the whole catalog.
   */
  refused: z.array(z.object({ code: z.string(), count: Count })).optional(),
  /**
   * Of what happened before the last round of each target and after the one
   * before, summed up; absent before the first.
   */
  reconciliation: Reconciliation.optional(),
  lastReceivedAt: Instant.optional(),
  lag: z.object({
    /** How long the oldest document waits to be read; absent if none does. */
    waiting: Milliseconds.optional(),
    /** From when the latest evidence happened until it was kept. */
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
  /** Targets that are looked at, and those whose last round was not whole. */
  targets: z.object({ all: Count, incomplete: Count }),
  /** Clock of the source minus ours, of the latest round. */
  clockSkew: Milliseconds.optional(),
  /** Gaps that last, or are not made good for all targets. */
  openGaps: Count,
});

/** @public */
export type SourceView = z.output<typeof SourceView>;

/**
 * Documents nothing could be read from, or not all of them.
 *
 * @public
 */
export const FlawedState = z.enum(['rejected', 'partial']);

/** @public */
export type FlawedState = z.output<typeof FlawedState>;

/**
 * A repository or pipeline a collector looks at, and how its last round went.
 *
 * @public
 */
export const TargetView = z.object({
  kind: z.enum(['repository', 'pipeline']),
  /** Its address as the catalog names it. */
  target: z.string(),
  /** Assets of it that the caller may read. */
  entityRefs: z.array(z.string()),
  /** When it is looked at next. */
  dueAt: Instant,
  /** When the last round ended; absent before the first. */
  lastAt: Instant.optional(),
  /** Until when all that happened was read. */
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
  targets: pageOf(TargetView),
});

/** @public */
export type SourceDetailView = z.output<typeof SourceDetailView>;

/**
 * A gap of a source, and whether it was made good.
 *
 * @public
 */
export const GapView = EvidenceGap.extend({
  id: z.string(),
  /** The one repository or pipeline it is about; absent when about all. */
  target: z.string().optional(),
  /** When what lay in it had been asked for, for all targets. */
  madeGoodAt: Instant.optional(),
  reason: Explained,
  /** What closes it, in a few sentences; absent when it was made good. */
  advice: z.string().optional(),
});

/** @public */
export type GapView = z.output<typeof GapView>;

/**
 * Asks that targets of a source are looked at at once.
 *
 * @public
 */
export const CollectRequest = z.strictObject({
  /** One of its targets; all of them where absent. */
  target: Address.optional(),
});

/** @public */
export type CollectRequest = z.output<typeof CollectRequest>;

/**
 * Asks for what happened in the past.
 *
 * @public
 */
export const BackfillRequest = z.strictObject({
  days: z.number().int().min(1).max(400),
  /** One of its targets; all of them where absent. */
  target: Address.optional(),
});

/** @public */
export type BackfillRequest = z.output<typeof BackfillRequest>;

/**
 * How many things an action set in motion.
 *
 * @public
 */
export const QueuedView = z.object({
  queued: Count,
  /** Whether there is more than one call takes; call again then. */
  more: z.boolean(),
});

/** @public */
export type QueuedView = z.output<typeof QueuedView>;

/**
 * `waiting` its turn or to try again; `running`; `done` all was read;
 * `incomplete` at its end, but something could not be read; `failed` given up.
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
 * A back-fill of one target and how far it is.
 *
 * @public
 */
export const BackfillView = z.object({
  id: z.string(),
  target: z.string(),
  since: Instant,
  state: BackfillState,
  /** Things read so far, and of how many where known. */
  done: Count,
  total: Count.optional(),
  /** Why it stands still, or what could not be read. */
  problem: z.string().optional(),
  /** When it goes on; absent when it is over. */
  nextAt: Instant.optional(),
  requestedAt: Instant,
  startedAt: Instant.optional(),
  finishedAt: Instant.optional(),
});

/** @public */
export type BackfillView = z.output<typeof BackfillView>;
