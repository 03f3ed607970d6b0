import { isAboutOrganization } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ControlProblem } from '../control/ControlProblem';
import type { Needs } from './Needs';

/**
 * Evidence about organizations is no evidence of an asset: read in any other way, it
 * would not be found, and new evidence would not make the control due.
 *
 * @throws a ControlProblem that names the field and the type
 */
export function checkNeeds(field: string, { evidence }: Needs): void {
  for (const { types, key, read } of evidence) {
    const wrong = types.find(type =>
      isAboutOrganization(type)
        ? key !== 'organization' || read !== 'latest'
        : key === 'organization',
    );
    if (wrong && isAboutOrganization(wrong)) {
      throw new ControlProblem(
        field,
        `evidence of the type "${wrong}" is about organizations: read it by the population "organization", or as the latest by the key "organization"`,
      );
    }
    if (wrong) {
      throw new ControlProblem(
        field,
        `evidence of the type "${wrong}" is not about organizations: read it by another key than "organization"`,
      );
    }
  }
}
