import { listManualFields } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { cleanContent } from './cleanContent';

it('leaves out what was not filled in, and takes untouched required lists for empty', () => {
  expect(
    cleanContent(listManualFields('emergency-declared'), {
      why: ' Outage ',
      startedAt: '2026-11-30T12:00:00Z',
      deployments: ['7', '', ' 8 '],
      incident: '  ',
    }),
  ).toEqual({
    why: 'Outage',
    startedAt: '2026-11-30T12:00:00.000Z',
    deployments: ['7', '8'],
    commits: [],
    changes: [],
  });
});

it('keeps a group only if something in it was filled in', () => {
  const fields = listManualFields('provider-assessed');
  expect(cleanContent(fields, { clauses: { a: 'agreed' } })).toEqual({
    clauses: { a: 'agreed' },
  });
});
