import {
  type ChangePath,
  ChangePathGap,
  ChangePathsView,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { teamScorecard } from './teamScorecard';

const score = { ...teamScorecard.score, worst: 'not-satisfied' as const };

const transfers = {
  entityRef: 'resource:default/transfers',
  title: 'transfers',
};

/** An asset of a function, of which nothing more is known. */
export function buildPath(
  name: string,
  more: Partial<ChangePath> = {},
): ChangePath {
  const entityRef = `component:default/${name}`;
  return {
    entityRef,
    title: `The ${name}`,
    because: [transfers, { entityRef, title: name, relation: 'supported-by' }],
    pipelines: [],
    pipelineCount: 0,
    notInInventory: [],
    notInInventoryCount: 0,
    ...more,
  };
}

/** An asset that is deployed by a pipeline, beside another one of its repository. */
export const ledgerPath = buildPath('ledger', {
  type: 'service',
  criticality: 'critical-or-important',
  ownerRef: 'group:default/ledger',
  score,
  pipelines: [
    {
      entityRef: 'resource:default/release',
      title: 'Release Ledger',
      type: 'ci-pipeline',
      criticality: 'critical-or-important',
      ownerRef: 'group:default/ledger',
      score,
      link: 'deployed-by',
      canDeploy: true,
    },
    {
      entityRef: 'resource:default/check',
      title: 'Check Ledger',
      link: 'same-repository',
      canDeploy: false,
    },
    {
      entityRef: 'resource:default/build',
      title: 'Build Ledger',
      link: 'same-repository',
    },
  ],
  pipelineCount: 5,
});

/** A page with it, and all that can be unknown. */
export const changePaths = ChangePathsView.parse({
  isPartial: false,
  items: [
    ledgerPath,
    ...ChangePathGap.options.map(gap =>
      buildPath(gap, {
        gap,
        because: [],
        notInInventory: [
          {
            name: 'Print',
            lastSeen: Instant.parse('2026-11-24T17:21:00.000Z'),
          },
        ],
        notInInventoryCount: 3,
      }),
    ),
  ],
});
