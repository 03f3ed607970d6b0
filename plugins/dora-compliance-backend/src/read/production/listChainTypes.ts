import { lineageTypes } from '../../assess/catalogueNeeds';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { LineageTypes } from '../../assess/EvidenceLoader';

/** What a chain consists of, whatever controls are installed. */
const TYPES: LineageTypes = {
  deployment: ['service-deployed', 'service-rolled-back'],
  commit: [
    'artifact-published',
    'change-merged',
    'commits-pushed',
    'deployment-reviewed',
    'pipeline-run-finished',
    'provenance',
  ],
  change: ['change-commits-observed', 'change-reviewed', 'change-updated'],
};

/** What is read of deployments: for their chains, and as the controls read them. */
export function listChainTypes(controls: ControlCatalogue): LineageTypes {
  return joinTypes(lineageTypes(controls), TYPES);
}

function joinTypes(one: LineageTypes, other: LineageTypes): LineageTypes {
  const join = (key: keyof LineageTypes) => [
    ...new Set([...one[key], ...other[key]]),
  ];
  return {
    deployment: join('deployment'),
    commit: join('commit'),
    change: join('change'),
  };
}
