import { RecordRequest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { listManualRecords } from './manualRecords';

const records = listManualRecords('2026-11-24');

it('is what the API takes', () => {
  for (const { request } of records) {
    expect(RecordRequest.safeParse(request).error?.issues ?? []).toEqual([]);
  }
});

it('is the same for the same day, and nothing is done after it', () => {
  expect(listManualRecords('2026-11-24')).toEqual(records);
  for (const { request } of records) {
    expect(request.performedOn <= '2026-11-24').toBe(true);
  }
});

it('is confirmed by somebody else, except one risk and one emergency', () => {
  const alone = records.filter(
    ({ confirmedBy, recordedBy }) => !confirmedBy || confirmedBy === recordedBy,
  );
  expect(
    alone.map(({ entityRef, request }) => [entityRef, request.type]),
  ).toEqual([
    ['component:default/ledger', 'risk-accepted'],
    ['component:default/payment-gateway', 'emergency-declared'],
  ]);
});
