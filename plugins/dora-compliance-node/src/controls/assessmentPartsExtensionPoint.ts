import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  Judgement,
  PopulationType,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/**
 * Where populations and judgements of an organization are plugged in. Controls
 * name them in the same way as those of the engine.
 *
 * @public
 */
export interface AssessmentPartsExtensionPoint {
  /** The backend does not start if two populations have the same name. */
  addPopulation(population: PopulationType): void;
  /**
   * The backend does not start if two judgements have the same name, or one has a
   * sentence for a code that exists already.
   */
  addJudgement(judgement: Judgement): void;
}

/** @public */
export const assessmentPartsExtensionPoint =
  createExtensionPoint<AssessmentPartsExtensionPoint>({
    id: 'dora-compliance.assessment-parts',
  });
