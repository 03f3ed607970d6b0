import {
  InventoryItemView,
  InventoryPage,
  InventorySummary,
  RecordField,
  recordFields,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { backendUrl } from './ledgerViews';

/** Whatever is asked about the inventory is asked below this address. */
export const inventoryUrl = `${backendUrl}/api/dora-compliance/inventory`;

export const ledgerItem = InventoryItemView.parse({
  entityRef: 'component:default/ledger',
  id: 'urn:backstage:component:default:ledger',
  kind: 'component',
  title: 'ledger',
  type: 'service',
  owner: { entityRef: 'group:default/payments', title: 'Payments' },
  system: { entityRef: 'system:default/core', title: 'Core' },
  functions: [
    { entityRef: 'resource:default/transfers', title: 'Transfers' },
    { entityRef: 'resource:default/deposits', title: 'Deposits' },
  ],
  criticality: 'critical-or-important',
  declared: 'standard',
  declaredBelowComputed: true,
  exposure: 'indirect',
  rto: 'PT2H',
  rpo: 'PT15M',
  missing: ['location', 'support'],
  problems: 1,
  review: { state: 'overdue', lastReview: '2025-02-11', dueOn: '2026-02-11' },
  outOfSupport: false,
  score: {
    worst: 'not-satisfied',
    statuses: {
      'not-applicable': 1,
      satisfied: 3,
      'risk-accepted': 0,
      'not-assessed': 2,
      'not-satisfied': 1,
    },
    coverage: 0.66,
    compliance: 0.75,
  },
  editUrl: 'https://github.com/bank/ledger/edit/main/catalog-info.yaml',
});

/** Nothing but what every asset has. */
export const bareItem = InventoryItemView.parse({
  entityRef: 'resource:default/queue',
  id: 'urn:backstage:resource:default:queue',
  kind: 'resource',
  title: 'queue',
  functions: [],
  declaredBelowComputed: false,
  missing: ['owner'],
  problems: 0,
  review: { state: 'never' },
  outOfSupport: false,
});

/** Reads as complete and reviewed. */
const completeItem: InventoryItemView = {
  ...ledgerItem,
  entityRef: 'component:default/gateway',
  title: 'gateway',
  declaredBelowComputed: false,
  missing: [],
  problems: 0,
  score: {
    worst: 'satisfied',
    statuses: {
      'not-applicable': 1,
      satisfied: 6,
      'risk-accepted': 0,
      'not-assessed': 0,
      'not-satisfied': 0,
    },
    coverage: 1,
    compliance: 1,
  },
  review: { state: 'due', lastReview: '2026-05-02', dueOn: '2027-05-02' },
};

export const inventory: InventoryPage = {
  items: [ledgerItem, bareItem, completeItem],
  nextCursor: 'after-gateway',
};

const facet = (value: string, title = value, count = 1) => ({
  value,
  title,
  count,
});

export const summary = InventorySummary.parse({
  total: 1234,
  complete: 200,
  fields: RecordField.options.map(field => ({
    field,
    title: recordFields[field].title,
    point: recordFields[field].point,
    complete: field === 'location' ? 1000 : 1234,
  })),
  facets: {
    kind: [facet('component'), facet('resource')],
    type: [facet('service')],
    owner: [facet('group:default/payments', 'Payments', 40)],
    system: [facet('system:default/core', 'Core')],
    function: [facet('resource:default/transfers', 'Transfers')],
    criticality: [
      facet('unclassified'),
      facet('standard'),
      facet('critical-or-important', 'critical-or-important', 7),
    ],
    exposure: [facet('unknown')],
    provider: [],
    review: [facet('overdue')],
    finding: [facet('wrong-value')],
    status: [
      facet('not-assessed', 'not-assessed', 12),
      facet('not-satisfied', 'not-satisfied', 3),
    ],
  },
});
