import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_REPOSITORY } from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Relation = { type: string; targetRef: string };

function entity(
  ref: string,
  options: {
    spec?: Entity['spec'];
    repository?: string;
    relations?: Relation[];
  } = {},
): Entity {
  const [kind = '', name = ''] = ref.split(':default/');
  const { spec, repository, relations = [] } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      namespace: 'default',
      name,
      title: `The ${name}`,
      ...(repository && {
        annotations: { [ANNOTATION_REPOSITORY]: repository },
      }),
    },
    spec: { owner: 'team', ...spec },
    relations,
  };
}

const usesLedger = { type: 'dependsOn', targetRef: 'component:default/ledger' };
const partOfCore = { type: 'partOf', targetRef: 'system:default/core' };
const classification = { criticality: 'critical-or-important' };

/** The pipeline of the ledger. */
export const pipelineUrn = 'urn:cicd:github.com:bank/ledger:deploy.yml';

/**
 * A bank whose ledger is used by a portal and a vault, and supports payments
 * and treasury. Whatever of the others is left out, the ledger has the same
 * level and lacks the same fields.
 */
export const bankEntities: readonly Entity[] = [
  entity('resource:default/payments', {
    spec: { type: 'business-function', dora: { functionId: 'F1' } },
  }),
  entity('resource:default/treasury', {
    spec: { type: 'business-function', dora: { functionId: 'F2' } },
  }),
  entity('resource:default/acme', {
    spec: { type: 'ict-third-party-provider', dora: { legalName: 'Acme' } },
  }),
  entity('system:default/core'),
  entity('component:default/ledger', {
    repository: 'https://github.com/bank/ledger',
    relations: [partOfCore],
    spec: {
      type: 'service',
      system: 'core',
      dora: {
        classification,
        functions: ['payments', 'treasury'],
        provider: 'acme',
        exposure: { level: 'none' },
        lastReview: '2026-01-10',
      },
    },
  }),
  entity('component:default/portal', {
    repository: 'https://github.com/bank/portal',
    relations: [usesLedger, partOfCore],
    spec: {
      type: 'website',
      system: 'core',
      dora: {
        classification,
        functions: ['treasury'],
        exposure: { level: 'internet' },
        support: { regularEnd: '2025-01-01' },
      },
    },
  }),
  entity('component:default/vault', {
    repository: 'https://github.com/secret/vault',
    relations: [usesLedger],
    spec: {
      type: 'safe',
      owner: 'guards',
      lifecycle: 'hidden',
      dora: {
        classification,
        functions: ['treasury'],
        exposure: { level: 'indirect' },
        location: 5,
      },
    },
  }),
  entity('resource:default/deploy', {
    spec: {
      type: 'ci-pipeline',
      dora: {
        classification,
        pipeline: {
          urn: pipelineUrn,
          canDeploy: true,
          deploys: ['ledger', 'vault'],
        },
      },
    },
  }),
];

/** Groups that own something, with their members. */
export const bankOwners: ReadonlyMap<string, number> = new Map([
  ['group:default/team', 3],
  ['group:default/guards', 2],
]);
