import {
  isComplianceAvailable,
  isFunctionOrProvider,
} from './isComplianceAvailable';
import { ledger } from './__testUtils__/ledgerViews';

it.each([
  ['Component', 'service', 'asset'],
  ['component', 'service', 'asset'],
  ['Resource', 'database', 'asset'],
  ['Resource', undefined, 'asset'],
  ['Resource', 'business-function', 'declared'],
  ['resource', 'Business-Function', 'declared'],
  ['Resource', 'ict-third-party-provider', 'declared'],
  ['Component', 'business-function', 'asset'],
  ['API', 'openapi', 'neither'],
  ['System', 'product', 'neither'],
  ['Group', 'team', 'neither'],
])('takes %s of type %s for %s', (kind, type, expected) => {
  const entity = { ...ledger, kind, spec: { ...ledger.spec, type } };
  expect(isComplianceAvailable(entity)).toBe(expected === 'asset');
  expect(isFunctionOrProvider(entity)).toBe(expected === 'declared');
});
