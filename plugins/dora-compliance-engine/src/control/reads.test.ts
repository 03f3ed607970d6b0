import {
  independence,
  overRecord,
  ownership,
  traceability,
} from '../testing/controls';

it.each([
  ['what it is about', ownership, ['ownership-observed']],
  ['what it is about', overRecord('record'), ['asset-record-observed']],
  [
    'what its judgement reads as well',
    overRecord('classification'),
    ['asset-record-observed', 'review-completed'],
  ],
  [
    'the reviews that confirm a reason',
    overRecord('support'),
    ['asset-record-observed', 'review-completed'],
  ],
  [
    'its members and what its judgement reads of them',
    independence,
    [
      'change-commits-observed',
      'change-merged',
      'change-reviewed',
      'change-updated',
      'commits-pushed',
      'deployment-failed',
      'deployment-reviewed',
      'pipeline-run-finished',
      'repository-access-observed',
      'service-deployed',
      'service-rolled-back',
    ],
  ],
  [
    'no reviews for the way of an artifact',
    traceability,
    [
      'artifact-published',
      'change-merged',
      'commits-pushed',
      'deployment-failed',
      'pipeline-run-finished',
      'provenance',
      'service-deployed',
      'service-rolled-back',
    ],
  ],
])('a control reads %s (%#)', (_, { reads }, types) => {
  expect(reads).toEqual(types);
});

it('only the control over approvals asks who people are', () => {
  expect([independence.needs.people, traceability.needs.people]).toEqual([
    true,
    false,
  ]);
});
