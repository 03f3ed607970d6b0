import { z } from 'zod';
import { Day } from '../time/Day';
import { RecoveryObjective } from '../time/Duration';
import { Criticality } from './Criticality';
import { declaredReason, declaredText } from './declaredText';
import { EntityRefText } from './EntityRefText';
import { PipelineDeclaration } from './PipelineDeclaration';
import { schemaMessage } from '../rules/schemaMessage';

const Impact = z.enum(['high', 'medium', 'low']);

/**
 * What an entity declares of its ICT asset under `spec.dora`: the fields of
 * RTS 2024/1774 Art 4(2)(b) that the catalog does not know by itself (it
 * knows the owner, and most links), and when it was last reviewed.
 *
 * @public
 */
export const AssetDeclaration = z.strictObject({
  /** Art 4(2)(b)(i). Default: a URN made from the entity reference. */
  id: z
    .string()
    .max(500)
    .regex(/^urn:[a-z0-9][a-z0-9-]{1,31}:\S+$/i, schemaMessage('urn', {}))
    .describe('Unique identifier (i); default: a URN of the entity reference'),
  location: declaredText().describe(
    'Location, physical or logical (ii), e.g. aws:eu-central-1',
  ),
  classification: z
    .strictObject({
      criticality: Criticality,
      confidentiality: Impact.optional(),
      integrity: Impact.optional(),
      availability: Impact.optional(),
    })
    .describe('Classification (iii)'),
  functions: z
    .array(EntityRefText)
    .describe(
      'Business functions supported (v), default kind Resource; those of its system and of what depends on it are added. An empty list says none',
    ),
  continuity: z
    .strictObject({
      rto: RecoveryObjective.describe('Recovery time objective'),
      rpo: RecoveryObjective.describe('Recovery point objective'),
    })
    .describe('ICT continuity requirements (vi)'),
  exposure: z
    .strictObject({
      level: z.enum(['internet', 'indirect', 'none']),
      reason: declaredReason().optional(),
    })
    .describe('Exposure to external networks, including the internet (vii)'),
  standalone: z
    .literal(true)
    .describe('Says that there are no links to other assets (viii)'),
  support: z
    .strictObject({
      regularEnd: Day.optional(),
      extendedEnd: Day.optional(),
      customEnd: Day.optional(),
      notApplicable: declaredReason()
        .optional()
        .describe('Why there are no end dates, e.g. written by ourselves'),
      until: Day.optional().describe(
        'Until when that holds, at most a year ahead; default: a year after the last review',
      ),
    })
    .refine(
      support => Object.keys(support).some(key => key !== 'until'),
      schemaMessage('support-date', {}),
    )
    .describe('End of regular, extended and custom support (ix)'),
  provider: EntityRefText.describe(
    'ICT third-party provider it comes from, default kind Resource',
  ),
  noProvider: z
    .strictObject({
      reason: declaredReason(),
      until: Day.optional().describe(
        'Until when that holds, at most a year ahead; default: a year after the last review',
      ),
    })
    .describe('Why it comes from no ICT third-party provider'),
  lastReview: Day.describe('When the record was last reviewed (DORA 8(1))'),
  lastMajorChange: Day.describe('When it last changed majorly (DORA 8(6))'),
  legacyAssessment: Day.describe(
    'Last specific risk assessment of a legacy system (DORA 8(7))',
  ),
  pipeline: PipelineDeclaration,
});

/**
 * The declaration as far as it was made and could be read: every field may be
 * missing.
 *
 * @public
 */
export type AssetDeclaration = Partial<z.output<typeof AssetDeclaration>>;
