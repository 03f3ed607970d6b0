import type { Entity } from '@backstage/catalog-model';

const TEAMS = 200;
const CRITICALITIES = ['critical-or-important', 'important', 'standard'];

/**
 * A bank of a given number of assets as its catalog would describe it: for
 * every ten of them six services in one of many systems, three pipelines that
 * deploy them and one store they depend on; fifty functions on the systems,
 * four providers. Three links an asset. The same number gives the same bank.
 */
export function* generateBank(assets: number): Generator<Entity> {
  const systems = Math.max(1, Math.floor(assets / 100));
  for (let n = 0; n < 50; n++) {
    yield resource(`function-${n}`, 'business-function', {
      functionId: `F${n + 1}`,
      critical: n % 3 === 0 ? 'yes' : 'no',
    });
  }
  for (let n = 0; n < 4; n++) {
    yield resource(`provider-${n}`, 'ict-third-party-provider', {
      services: ['S19'],
      contract: `CTR-${n}`,
    });
  }
  for (let n = 0; n < systems; n++) {
    const dora = { functions: [`function-${n % 50}`] };
    yield entity('System', `system-${n}`, { owner: team(n), dora });
  }
  for (let n = 0; n < assets; n++) {
    yield asset(n, systems);
  }
}

function asset(n: number, systems: number): Entity {
  const group = Math.floor(n / 10);
  const place = n % 10;
  if (place < 6) {
    return component(n, group, systems);
  }
  if (place < 9) {
    const service = `service-${group * 10 + place - 6}`;
    return resource(
      `pipeline-${n}`,
      'ci-pipeline',
      {
        ...record(n),
        provider: `provider-${n % 4}`,
        pipeline: {
          urn: `urn:cicd:github.com:bank/${service}:.github/workflows/${n}.yml`,
          canDeploy: true,
          deploys: [service, `service-${group * 10 + ((place - 5) % 6)}`],
        },
      },
      [['dependsOn', `resource:default/store-${group * 10 + 9}`]],
      n,
    );
  }
  return resource(`store-${n}`, 'database', record(n), [], n);
}

function component(n: number, group: number, systems: number): Entity {
  const relations: [string, string][] = [
    ['partOf', `system:default/system-${Math.floor(group / 10) % systems}`],
    ['dependsOn', `resource:default/store-${group * 10 + 9}`],
    ['dependsOn', `component:default/service-${neighbour(n)}`],
  ];
  return entity(
    'Component',
    `service-${n}`,
    {
      type: 'service',
      lifecycle: 'production',
      owner: team(n),
      dora: record(n),
    },
    relations,
  );
}

/** Another service of the same hundred. */
function neighbour(n: number): number {
  const place = ((n % 100) * 3 + 10) % 100;
  return n - (n % 100) + place - (place % 10) + (place % 6);
}

/** Every third record has a gap. */
function record(n: number) {
  return {
    location: 'aws:eu-central-1',
    classification: { criticality: CRITICALITIES[n % 3] },
    ...(n % 3 !== 0 && { continuity: { rto: 'PT4H', rpo: 'PT1H' } }),
    exposure: { level: n % 2 === 0 ? 'none' : 'internet' },
    support: { notApplicable: 'written by ourselves' },
    lastReview: n % 5 === 0 ? '2024-06-01' : '2026-06-01',
  };
}

function team(n: number): string {
  return `team-${n % TEAMS}`;
}

function resource(
  name: string,
  type: string,
  dora: unknown,
  relations: [string, string][] = [],
  n = 0,
): Entity {
  return entity('Resource', name, { type, owner: team(n), dora }, relations);
}

function entity(
  kind: string,
  name: string,
  spec: Record<string, unknown>,
  relations: [string, string][] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, title: `${kind} ${name}` },
    spec: spec as Entity['spec'],
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}
