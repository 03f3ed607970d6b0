import { isComplianceAvailable } from './isComplianceAvailable';
import { ledger } from './__testUtils__/ledgerViews';

it.each([
  ['Component', true],
  ['component', true],
  ['Resource', true],
  ['API', false],
  ['System', false],
  ['Group', false],
])('takes %s for an ICT asset: %s', (kind, expected) => {
  expect(isComplianceAvailable({ ...ledger, kind })).toBe(expected);
});
