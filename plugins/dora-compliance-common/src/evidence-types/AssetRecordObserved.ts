import { z } from 'zod';
import { RecordField } from '../asset/AssetRecord';
import { Criticality } from '../asset/Criticality';
import { ProviderFact } from '../asset/ProviderFact';
import { DeclarationProblem } from '../asset/readDeclaration';
import { Digest } from '../evidence/Digest';
import { Day } from '../time/Day';

/**
 * The record of an ICT asset (RTS 2024/1774 Art 4(2)(b)) at one time, and its
 * computed criticality.
 *
 * @public
 */
export const AssetRecordObserved = z.object({
  entityRef: z.string(),
  /** Digest of the record. */
  record: Digest,
  missing: z.array(RecordField),
  /** Values that can't be used. */
  problems: z.array(DeclarationProblem),
  /**
   * Names of pipelines that ran in its repositories lately and belong to no asset.
   * Absent if it has no repository, or is a pipeline itself.
   */
  uninventoriedPipelines: z.array(z.string()).optional(),
  declared: Criticality.optional(),
  computed: Criticality.optional(),
  /** What was declared before, and since when less is declared. */
  lowered: z.object({ from: Criticality, on: Day }).optional(),
  /**
   * Titles from what gives it its criticality down to the asset. Only in
   * evidence of earlier versions: a title can't be checked against what its
   * reader may read. The record of the asset shows the path.
   */
  because: z.array(z.string()).optional(),
  lastReview: Day.optional(),
  lastMajorChange: Day.optional(),
  support: z
    .object({
      regularEnd: Day.optional(),
      extendedEnd: Day.optional(),
      customEnd: Day.optional(),
      notApplicable: z.string().optional(),
      until: Day.optional(),
    })
    .optional(),
  legacyAssessment: Day.optional(),
  /** Why it comes from no provider, and until when that holds. */
  noProvider: z
    .object({ reason: z.string(), until: Day.optional() })
    .optional(),
  /** What suggests that it comes from a provider. */
  providerFacts: z.array(ProviderFact).optional(),
  provider: z
    .object({
      entityRef: z.string(),
      /** Whether the catalog has it as an ICT third-party provider. */
      registered: z.boolean(),
      identified: z.boolean(),
      services: z.array(z.string()),
      contract: z.string().optional(),
      subcontractors: z.number().int().nonnegative().optional(),
    })
    .optional(),
});
