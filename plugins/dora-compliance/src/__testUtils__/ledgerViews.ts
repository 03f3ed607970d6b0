import type { Entity } from '@backstage/catalog-model';
import {
  ComplianceView,
  ControlResultView,
  computeDigest,
  EvidenceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Where test apps of Backstage have their backend. */
export const backendUrl = 'http://localhost:7007';

/** Whatever is asked about the ledger is asked below this address. */
export const ledgerUrl = `${backendUrl}/api/dora-compliance/assets/component/default/ledger`;

/** The component all views are about. */
export const ledger: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ledger' },
  spec: { type: 'service', owner: 'group:default/payments' },
};

export const asset = {
  entityRef: 'component:default/ledger',
  id: 'urn:backstage:component:default:ledger',
  kind: 'component',
  title: 'ledger',
  repositories: ['https://github.com/bank/ledger'],
  linked: true,
  declared: {},
  problems: [],
};

export const approval = ControlResultView.parse({
  control: {
    id: 'chg-02-independent-approval',
    code: 'CHG-02',
    title: 'Independent approval',
    area: 'access-and-segregation',
    severity: 'critical',
  },
  status: 'not-satisfied',
  reason: {
    code: 'some-fail',
    params: {},
    sentence: '1 of 2 deployments was approved by nobody else.',
  },
  counts: { satisfied: 1, notAssessed: 0, notSatisfied: 1 },
  assessedAt: '2026-03-01T10:00:00.000Z',
  validUntil: '2026-05-30T10:00:00.000Z',
});

const traceability = ControlResultView.parse({
  control: {
    id: 'chg-05-traceability',
    code: 'CHG-05',
    title: 'Traceability',
    area: 'change-and-integrity',
    severity: 'critical',
  },
  status: 'not-assessed',
  reason: { code: 'nothing', params: {}, sentence: 'Nothing was received.' },
  counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
});

const rollback = ControlResultView.parse({
  ...traceability,
  control: {
    ...traceability.control,
    id: 'chg-01-rollback',
    code: 'CHG-01',
    title: 'Way back',
  },
  status: 'satisfied',
  assessedAt: '2026-03-01T10:00:00.000Z',
  validUntil: '2026-03-05T10:00:00.000Z',
  reason: { code: 'all-pass', params: {}, sentence: 'There is a way back.' },
});

/** Three controls in two areas, worst first and not by name. */
export const compliance = ComplianceView.parse({
  asset,
  summary: {
    status: 'not-satisfied',
    statuses: {
      'not-applicable': 0,
      satisfied: 1,
      'risk-accepted': 0,
      'not-assessed': 1,
      'not-satisfied': 1,
    },
    applicable: 3,
    assessed: 2,
    satisfied: 1,
  },
  areas: [
    {
      area: 'access-and-segregation',
      title: 'Access and segregation of duties',
      controls: [approval],
    },
    {
      area: 'change-and-integrity',
      title: 'Change and integrity',
      controls: [traceability, rollback],
    },
  ],
  lastEvidenceAt: '2026-03-01T09:00:00.000Z',
  pending: false,
});

/** What an installation without controls answers. */
export const complianceOfNothing: ComplianceView = {
  ...compliance,
  summary: {
    status: 'not-applicable',
    statuses: {
      'not-applicable': 0,
      satisfied: 0,
      'risk-accepted': 0,
      'not-assessed': 0,
      'not-satisfied': 0,
    },
    applicable: 0,
    assessed: 0,
    satisfied: 0,
  },
  areas: [],
  lastEvidenceAt: undefined,
};

/** A review as it was received, and what was read from it. */
export const reviewBytes = new TextEncoder().encode('{"action":"submitted"}');

export const review = EvidenceView.parse({
  id: computeDigest('the review'),
  type: 'change-reviewed',
  title: 'Change 7 approved by anna',
  subjects: [{ kind: 'change', uri: 'https://github.com/bank/ledger/pull/7' }],
  predicate: {},
  observedAt: '2026-03-01T08:00:00.000Z',
  recordedAt: '2026-03-01T08:00:05.000Z',
  sourceId: 'github',
  verification: 'authenticated',
  proof: 'signed-body',
  document: {
    digest: computeDigest(reviewBytes),
    sourceId: 'github',
    mediaType: 'application/json',
    size: reviewBytes.byteLength,
    receivedAt: '2026-03-01T08:00:01.000Z',
    verification: 'authenticated',
    proof: 'signed-body',
    origin: 'pushed',
    redactions: [],
  },
});
