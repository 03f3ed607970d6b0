import type { ErrorDetailParams } from '../explain/language/ErrorDetailParams';

/** Parameters for each detail of an error. */
export const errorSamples: {
  [K in keyof ErrorDetailParams]: readonly ErrorDetailParams[K][];
} = {
  'asset-pending': [{ entityRef: 'component:default/ledger', by: '12:00' }],
  'asset-unknown': [{ entityRef: 'component:default/ledger' }],
  'scope-unknown': [
    { of: 'group', ref: 'group:default/payments' },
    { of: 'system', ref: '' },
  ],
  'body-invalid': [{}],
  'collection-impossible': [{ source: 'cdevents' }],
  'collection-off': [
    {
      source: 'github',
      configure: 'credentials for its host under integrations.github',
    },
  ],
  'control-invalid': [
    {
      problem:
        'control.yaml:14: assess.0.assert: there is no "comit"; did you mean "commit"?',
    },
  ],
  'control-unknown': [{ controlId: 'chg-02-approval' }],
  'export-refused': [{ assets: 12, refused: 3 }],
  'method-unknown': [{ allowed: 'GET', method: 'PUT' }],
  'parameter-invalid': [{ parameter: 'query.limit', problem: 'Too big' }],
  'permission-missing': [{ permission: 'dora-compliance.source.operate' }],
  'request-failed': [{ id: '5f0c' }],
  'source-unknown': [{ source: 'circleci' }],
  'target-unknown': [{ target: 'https://github.com/bank/ledger' }],
};
