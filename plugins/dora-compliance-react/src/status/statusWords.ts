import type { ControlStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How each status is called.
 *
 * @public
 */
export const statusWords: Readonly<Record<ControlStatus, string>> = {
  'not-applicable': 'Not applicable',
  satisfied: 'Satisfied',
  'risk-accepted': 'Risk accepted',
  'not-assessed': 'Not assessed',
  'not-satisfied': 'Not satisfied',
};
