import type { ControlStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { summarise } from './summarise';

describe('summarise', () => {
  it('counts what applies, what could be assessed and what is satisfied', () => {
    const statuses: ControlStatus[] = [
      'satisfied',
      'satisfied',
      'satisfied',
      'not-satisfied',
      'risk-accepted',
      'not-assessed',
      'not-assessed',
      'not-applicable',
    ];
    expect(summarise(statuses)).toEqual({
      status: 'not-satisfied',
      statuses: {
        'not-applicable': 1,
        satisfied: 3,
        'risk-accepted': 1,
        'not-assessed': 2,
        'not-satisfied': 1,
      },
      applicable: 7,
      assessed: 5,
      satisfied: 3,
    });
  });

  it('is not applicable where nothing applies', () => {
    expect(summarise(['not-applicable'])).toMatchObject({
      status: 'not-applicable',
      applicable: 0,
      assessed: 0,
      satisfied: 0,
    });
    expect(summarise([]).applicable).toBe(0);
  });
});
