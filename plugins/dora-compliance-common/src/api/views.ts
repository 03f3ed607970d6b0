import { z } from 'zod';
import { IctAsset } from '../asset/IctAsset';
import { Assessment, Check, Row } from '../assessment/Assessment';
import { ControlStatus } from '../assessment/ControlStatus';
import { Reason } from '../assessment/Reason';
import { Resolution } from '../assessment/Resolution';
import { Area } from '../control/Area';
import { Control, Severity } from '../control/Control';
import { DeliveryProof } from '../evidence/DeliveryProof';
import { Digest } from '../evidence/Digest';
import { EvidenceType } from '../evidence/EvidenceType';
import { SourceDocument } from '../evidence/SourceDocument';
import { Subject } from '../evidence/Subject';
import { Verification } from '../evidence/Verification';
import { Instant } from '../time/Instant';
import { EvidenceOrigin } from './evidenceOrigins';

export const Explained = Reason.extend({
  /** The reason as a sentence. */
  sentence: z.string(),
});

/**
 * A document as it is shown. What we wrote about the catalog has no size for
 * callers who may not read the whole catalog.
 */
const DescribedDocument = SourceDocument.partial({ size: true });

/**
 * A control of the catalogue.
 *
 * @public
 */
export const ControlView = Control;

/** @public */
export type ControlView = z.output<typeof ControlView>;

/**
 * The result of one control for one asset.
 *
 * @public
 */
export const ControlResultView = z.object({
  control: z.object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    area: Area,
    severity: Severity,
  }),
  status: ControlStatus,
  reason: Explained,
  counts: Assessment.shape.counts,
  /** Absent while the control was never assessed for the asset. */
  assessedAt: Instant.optional(),
  validUntil: Instant.optional(),
});

/** @public */
export type ControlResultView = z.output<typeof ControlResultView>;

/**
 * Two numbers that are never merged: how much could be assessed, and how much
 * of that is satisfied.
 *
 * @public
 */
export const ComplianceSummary = z.object({
  /** Worst status of all controls. */
  status: ControlStatus,
  /** Controls by status. */
  statuses: z.record(ControlStatus, z.number().int().nonnegative()),
  /** Controls that apply to the asset. */
  applicable: z.number().int().nonnegative(),
  /** Applicable controls with an answer: satisfied, not satisfied, accepted. */
  assessed: z.number().int().nonnegative(),
  /** Assessed controls that are satisfied. */
  satisfied: z.number().int().nonnegative(),
});

/** @public */
export type ComplianceSummary = z.output<typeof ComplianceSummary>;

/**
 * The results of all controls for one asset.
 *
 * @public
 */
export const ComplianceView = z.object({
  asset: IctAsset,
  summary: ComplianceSummary,
  /** By area; areas and the controls within them worst first. */
  areas: z.array(
    z.object({
      area: Area,
      title: z.string(),
      controls: z.array(ControlResultView),
    }),
  ),
  /** When evidence about the asset was last received. */
  lastEvidenceAt: Instant.optional(),
  /** Whether an assessment of the asset is queued. */
  pending: z.boolean(),
});

/** @public */
export type ComplianceView = z.output<typeof ComplianceView>;

/** @public */
export const CheckView = Check.extend({
  /** The question as a sentence. */
  title: z.string(),
  cause: Explained,
  /** How many pieces of its evidence the caller may not open; absent if none. */
  withheld: z.number().int().positive().optional(),
});

/** @public */
export type CheckView = z.output<typeof CheckView>;

/** @public */
export const RowView = Row.extend({
  member: Row.shape.member.extend({
    /** What it is called, e.g. `Deployment 1234 to production`. */
    title: z.string(),
  }),
  reason: Explained,
  /** The page of the commit that the reason names; absent if it is not known. */
  commitUri: z.string().optional(),
  checks: z.array(CheckView),
});

/** @public */
export type RowView = z.output<typeof RowView>;

/**
 * What of an answer for a past instant is as it is now, because no history of it is
 * kept, or not from then on.
 *
 * @public
 */
export const NotAsOf = z.enum(['asset', 'control', 'criticality', 'people']);

/** @public */
export type NotAsOf = z.output<typeof NotAsOf>;

/**
 * One control for one asset, with the rows that its result is based on.
 *
 * @public
 */
export const ControlDetailView = z.object({
  asset: IctAsset,
  control: Control,
  result: ControlResultView,
  /**
   * What to do, in a few sentences; absent where there is nothing. About the
   * reason where the control could not be assessed, else about the control.
   */
  advice: z.string().optional(),
  /**
   * What ends the finding, who can do that, and when it ends by itself; absent if
   * there is no finding, and in answers for a past instant.
   */
  resolution: Resolution.optional(),
  /** The types of evidence that the control reads, and where they can come from. */
  reads: z.array(EvidenceOrigin),
  rows: z.array(RowView),
  /** Members that are counted but not listed. */
  omittedRows: z.number().int().nonnegative(),
  /** Only in answers for a past instant. */
  notAsOf: z.array(NotAsOf).optional(),
});

/** @public */
export type ControlDetailView = z.output<typeof ControlDetailView>;

/**
 * A piece of evidence.
 *
 * @public
 */
export const EvidenceView = z.object({
  id: Digest,
  type: EvidenceType,
  /** A short title. */
  title: z.string(),
  subjects: z.array(Subject),
  predicate: z.record(z.string(), z.unknown()),
  observedAt: Instant,
  recordedAt: Instant,
  sourceId: z.string(),
  /** The highest level of any document that reports it. */
  verification: Verification,
  /** How the sender of that document was authenticated. */
  proof: DeliveryProof,
  /** The raw document it was first read from. */
  document: DescribedDocument,
});

/** @public */
export type EvidenceView = z.output<typeof EvidenceView>;

/**
 * The state of a source document. `partial`: a part of it could not be read, and
 * the rest became evidence.
 *
 * @public
 */
export const DocumentState = z.enum([
  'waiting',
  'normalised',
  'partial',
  'rejected',
]);

/** @public */
export type DocumentState = z.output<typeof DocumentState>;

/**
 * A source document and its state.
 *
 * @public
 */
export const DocumentView = z.object({
  document: DescribedDocument,
  state: DocumentState,
  /** Why it was rejected. */
  rejection: z.string().optional(),
  /** What of a partial document could not be read. */
  flaws: z.array(z.string()).optional(),
});

/** @public */
export type DocumentView = z.output<typeof DocumentView>;

/**
 * The length of the two queues.
 *
 * @public
 */
export const ProcessingView = z.object({
  /**
   * Absent for callers who may not read the whole catalog: it is not known
   * yet which asset they are about.
   */
  documents: z
    .object({
      waiting: z.number().int().nonnegative(),
      rejected: z.number().int().nonnegative(),
    })
    .optional(),
  assessments: z.object({ due: z.number().int().nonnegative() }),
});

/** @public */
export type ProcessingView = z.output<typeof ProcessingView>;
