import {
  AssetGraphView,
  AssetRecordView,
  computeDigest,
  RecordField,
  recordFields,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { asset } from './ledgerViews';

const functionRef = 'resource:default/transfers';

/** The ledger: two fields missing, one wrong, declared too low, overdue. */
export const record = AssetRecordView.parse({
  asset: {
    ...asset,
    problems: [
      {
        field: 'spec.dora.continuity.rto',
        value: '"two hours"',
        rule: 'recovery-objective',
        params: {},
      },
    ],
    editUrl: 'https://github.com/bank/ledger/edit/main/catalog-info.yaml',
  },
  digest: computeDigest('the record'),
  fields: RecordField.options.map(field => ({
    field,
    title: recordFields[field].title,
    point: recordFields[field].point,
    edit: recordFields[field].edit,
    value: ['continuity', 'support'].includes(field)
      ? undefined
      : `The ${field}`,
  })),
  criticality: {
    level: 'critical-or-important',
    declared: 'standard',
    computed: 'critical-or-important',
    because: [],
    functions: [functionRef],
  },
  because: [
    { entityRef: functionRef, title: 'Transfers' },
    {
      entityRef: 'component:default/ledger',
      title: 'ledger',
      relation: 'supported-by',
    },
  ],
  functions: [{ entityRef: functionRef, title: 'Transfers' }],
  review: { state: 'overdue', lastReview: '2025-02-11', dueOn: '2026-02-11' },
  lastReviewedBy: 'user:default/anna',
  mayReview: true,
});

export const graph = AssetGraphView.parse({
  nodes: [
    {
      entityRef: functionRef,
      title: 'Transfers',
      node: 'function',
      criticality: 'critical-or-important',
    },
    {
      entityRef: 'component:default/ledger',
      title: 'ledger',
      node: 'asset',
      type: 'service',
      criticality: 'critical-or-important',
    },
    {
      entityRef: 'resource:default/deploy',
      title: 'deploy',
      node: 'asset',
      type: 'ci-pipeline',
    },
  ],
  links: [
    {
      from: functionRef,
      to: 'component:default/ledger',
      relation: 'supported-by',
    },
    {
      from: 'component:default/ledger',
      to: 'resource:default/deploy',
      relation: 'deployed-by',
    },
    {
      from: 'component:default/ledger',
      to: 'resource:default/deploy',
      relation: 'depends-on',
    },
  ],
  cut: true,
});
