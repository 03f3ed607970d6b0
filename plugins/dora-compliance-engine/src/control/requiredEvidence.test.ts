import { independence, overRecord, ownership } from '../testing/controls';
import { requiredEvidence } from './requiredEvidence';

it.each([
  ['what it is about', ownership, ['ownership-observed']],
  ['what it is about', overRecord('support'), ['asset-record-observed']],
  [
    'what its judgement consults as well',
    overRecord('classification'),
    ['asset-record-observed', 'review-completed'],
  ],
  ['nothing of a state over events', independence, []],
])('a control needs %s (%#)', (_, control, types) => {
  expect(requiredEvidence(control)).toEqual(types);
});
