import { person, PROJECT } from './azureObjects';

/** A text that must not be stored or logged, wherever an answer has it. */
export const CANARY = 'c4n4ry-of-the-bank';

const variables = {
  PASSWORD: { value: CANARY, isSecret: true },
  REGION: { value: CANARY },
};

export const VARIABLE_GROUPS = [
  {
    id: 1,
    type: 'Vsts',
    name: 'payments',
    description: CANARY,
    isShared: false,
    createdBy: person('Cora'),
    modifiedOn: '2026-01-12T06:35:51.6933333Z',
    variables,
  },
  {
    id: 2,
    type: 'AzureKeyVault',
    name: 'vault',
    providerData: { vault: 'bank', serviceEndpointId: CANARY },
    variables: { SIGNING: { value: null, isSecret: true, enabled: true } },
  },
];

export const DEFINITIONS = [
  {
    id: 7,
    name: 'ledger',
    path: '\\',
    process: { yamlFilename: 'ci/azure-pipelines.yml', type: 2 },
    variables: {
      TOKEN: { value: CANARY, isSecret: true, allowOverride: true },
    },
  },
  { id: 8, name: 'classic', path: '\\', process: { phases: [], type: 1 } },
];

export const CONNECTIONS = [
  {
    id: '5e47a0d8-c745-44f8-8f93-784f18ff31c4',
    name: 'production',
    type: 'azurerm',
    url: 'https://management.azure.com/',
    description: CANARY,
    authorization: {
      scheme: 'ServicePrincipal',
      parameters: { tenantid: CANARY, serviceprincipalkey: CANARY },
    },
    data: { subscriptionId: CANARY },
    createdBy: person('Cora'),
    isShared: false,
    isReady: true,
    owner: 'Library',
    serviceEndpointProjectReferences: [
      { projectReference: { id: PROJECT, name: 'payments' } },
    ],
  },
];
