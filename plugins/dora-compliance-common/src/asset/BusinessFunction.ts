import { z } from 'zod';
import { Day } from '../time/Day';
import { RecoveryObjective } from '../time/Duration';
import { Criticality } from './Criticality';
import { declaredReason, declaredText } from './declaredText';
import { schemaMessage } from '../rules/schemaMessage';

/** `spec.type` of business functions. @public */
export const FUNCTION_TYPE = 'business-function';

/**
 * What a Resource of type `business-function` declares under `spec.dora`
 * (ITS 2024/2956 template B_06.01).
 *
 * @public
 */
export const FunctionDeclaration = z.strictObject({
  functionId: z
    .string()
    .regex(/^F[1-9]\d*$/, schemaMessage('function-id', {}))
    .describe('Function identifier (B_06.01.0010)'),
  licensedActivity: declaredText().describe(
    'Licensed activity, or "support functions" (B_06.01.0020)',
  ),
  critical: z
    .enum(['yes', 'no', 'assessment-not-performed'])
    .describe('Whether it is critical or important (B_06.01.0060)'),
  reasons: declaredReason()
    .max(300)
    .describe('Why it is or is not (B_06.01.0070)'),
  assessedOn: Day.describe('Date of the last assessment (B_06.01.0080)'),
  rto: RecoveryObjective.describe('Recovery time objective (B_06.01.0090)'),
  rpo: RecoveryObjective.describe('Recovery point objective (B_06.01.0100)'),
  impactOfDiscontinuing: z
    .enum(['low', 'medium', 'high', 'assessment-not-performed'])
    .describe('Impact of discontinuing the function (B_06.01.0110)'),
});

/** @public */
export type FunctionDeclaration = Partial<z.output<typeof FunctionDeclaration>>;

/**
 * The criticality a function gives to what supports it. One that was not
 * assessed counts as critical or important until it is.
 *
 * @public
 */
export function criticalityOfFunction(
  declaration: FunctionDeclaration,
): Criticality {
  return declaration.critical === 'no' ? 'standard' : 'critical-or-important';
}
