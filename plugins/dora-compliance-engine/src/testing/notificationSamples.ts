import type { NotificationParams } from '../explain/language/NotificationParams';

const one = { control: 'Independent approval', asset: 'Payments API' };
const some = { count: 12, assets: 3 };
const ofAsset = { count: 2, asset: 'Payments API' };
const ofControl = { control: 'Independent approval', assets: 12 };
const until = { ...one, at: '2026-12-11T00:00:00.000Z' };
const statuses = { notSatisfied: 4, notAssessed: 1 };

/** Parameters for each sentence of notifications. */
export const notificationSamples: {
  [K in keyof NotificationParams]: readonly NotificationParams[K][];
} = {
  'not-satisfied': [one],
  'not-assessed': [one],
  satisfied: [one],
  'not-satisfied-controls': [ofAsset],
  'not-assessed-controls': [ofAsset],
  'satisfied-controls': [ofAsset],
  'not-satisfied-assets': [ofControl],
  'not-assessed-assets': [ofControl],
  'satisfied-assets': [ofControl],
  'not-satisfied-many': [some],
  'not-assessed-many': [some],
  'satisfied-many': [some],
  expiring: [one],
  'expiring-controls': [ofAsset],
  'expiring-assets': [ofControl],
  'expiring-many': [some],
  'expiring-at': [{ at: '2026-12-11T00:00:00.000Z' }],
  'expiring-why': [
    {
      reason:
        'The last review was on 2025-12-10. The next one was due by 2026-12-10.',
    },
  ],
  'expiring-first': [
    { pairs: [until, { ...until, asset: 'Ledger' }], others: 0 },
    { pairs: [until], others: 1 },
    { pairs: [until], others: 10 },
  ],
  'expiring-advice': [{}],
  'not-satisfied-advice': [{}],
  'not-assessed-advice': [{}],
  worst: [
    { pairs: [one], others: 0 },
    { pairs: [one], others: 1 },
    { pairs: [one, { ...one, asset: 'Ledger' }], others: 10 },
  ],
  summary: [{ ...statuses, owner: 'Payments Core' }],
  'summary-before': [statuses],
  'summary-first': [{}],
  'summary-reviews': [
    { assets: ['Payments API'], others: 0, days: 30 },
    { assets: ['Payments API', 'Ledger'], others: 4, days: 30 },
  ],
  'summary-expiring': [
    { pairs: [until], others: 0 },
    { pairs: [until], others: 4 },
  ],
  'summary-assets': [{ assets: ['Payments API', 'Ledger'] }],
};
