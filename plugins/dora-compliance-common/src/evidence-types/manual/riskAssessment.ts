import { z } from 'zod';
import { requestText } from '../../api/RequestText';
import { Day } from '../../time/Day';

/**
 * What can go wrong with a CI/CD system.
 *
 * @public
 */
export const RiskScenario = z.enum([
  'credential-theft',
  'poisoned-pipeline',
  'dependency-attack',
  'runner-compromise',
  'provider-outage',
  'insider',
]);

/** @public */
export type RiskScenario = z.output<typeof RiskScenario>;

/** The risk of an ICT asset was assessed (DORA 8(2), 8(3)). */
export const RiskAssessment = z.strictObject({
  occasion: z.enum(['periodic', 'major-change']),
  /** The scenarios that were assessed. */
  scenarios: z.array(RiskScenario),
  /** Others, in the words of the entity. */
  otherScenarios: z.array(requestText(200).min(1)).max(50).optional(),
  /** Whether the risk is within the tolerance of the entity. */
  outcome: z.enum(['within-tolerance', 'treatment-needed']),
});

/**
 * A risk is accepted for a limited time (RTS 2024/1774 3(d)). It counts when another
 * person has confirmed it.
 */
export const AcceptedRisk = z.strictObject({
  /** The id of the control whose finding it is about. */
  control: requestText(200).min(1),
  /** The requirement; absent if it is about all of the control. */
  requirement: requestText(200).min(1).optional(),
  justification: requestText(2000).min(1),
  /** What reduces the risk until then. */
  compensatingMeasure: requestText(2000).optional(),
  /** The last day on which it counts. */
  until: z.iso.date(),
  /** The day on which the finding was remedied, so that nothing is accepted any more. */
  closedOn: Day.optional(),
});
