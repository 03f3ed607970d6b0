import {
  type Control,
  computeDigest,
  type IctAsset,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { syncAssets } from '../../plugins/dora-compliance-backend/src/register/syncAssets';
import { control } from '../../plugins/dora-compliance-backend/src/testing/samples';
import { assessWith } from '../../plugins/dora-compliance-backend/src/testing/assessWith';
import type { TestStores } from '../../plugins/dora-compliance-backend/src/testing/TestStores';
import { ASSETS } from './fillHistory';

type Decide = Parameters<typeof assessWith>[1]['decide'];

/** Controls on each asset, and rows of each assessment. */
const CONTROLS = 20;
const ROWS = 200;

export const controls: Control[] = Array.from({ length: CONTROLS }, (_, n) => ({
  ...control,
  id: `control-${n}`,
  code: `CTL-${n}`,
}));

export const toServiceRef = (n: number) => `component:default/service-${n}`;

function assetNumber(n: number): IctAsset {
  return {
    entityRef: toServiceRef(n),
    id: `urn:bank:${n}`,
    kind: 'component',
    title: `Service ${n}`,
    repositories: [`https://github.com/bank/${n}`],
    linked: true,
    declared: {
      pipeline: { urn: `urn:cicd:github.com:bank/${n}:ci.yml` },
    } as IctAsset['declared'],
    problems: [],
  };
}

/** Keeps the assets, and an assessment of each of them by each control. */
export async function keepBank(stores: TestStores, now: Instant) {
  const nodes = Array.from({ length: ASSETS }, (_, n) => {
    const asset = assetNumber(n);
    const { entityRef, title } = asset;
    return {
      node: { node: 'asset' as const, entityRef, title, links: [], asset },
    };
  });
  await syncAssets({
    ...stores,
    inventory: {
      async *pages() {
        yield nodes;
      },
    },
    now,
  });
  const installed = controls.map(one => ({
    control: one,
    digest: computeDigest(one.id),
    codeDigest: computeDigest(one.id),
    versions: {},
    reads: [],
  }));
  await stores.assessments.install(installed, now);
  const decide: Decide = async due =>
    due.map(({ asset, controlId }) => ({
      entityRef: asset.entityRef,
      controlId,
      controlDigest: computeDigest(controlId),
      status: 'satisfied',
      reason: { code: 'all-satisfied', params: { count: ROWS } },
      counts: { satisfied: ROWS, notAssessed: 0, notSatisfied: 0 },
      rows: Array.from({ length: ROWS }, (_, n) => ({
        member: { kind: 'deployment', title: `Deployment ${n}`, at: now },
        status: 'satisfied',
        reason: { code: 'all-satisfied', params: {} },
        checks: ['approved-by-another-person', 'tests-passed'].map(check => ({
          check,
          passed: true,
          cause: { code: 'all-satisfied', params: {} },
          evidence: [computeDigest(`${n}`)],
        })),
      })),
      asOf: now,
    })) as never;
  let worked = 1;
  while (worked > 0) {
    worked = await assessWith(stores.assessments, {
      limit: 100,
      now,
      decide,
    });
  }
}
