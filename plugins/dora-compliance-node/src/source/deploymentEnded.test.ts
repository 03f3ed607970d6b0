import {
  type Deployment,
  type Instant,
  parseStatement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { deploymentEnded } from './deploymentEnded';

const deployment: Deployment = {
  id: '1',
  url: 'https://ci.example/1',
  environment: { name: 'live', production: true },
};
const at = '2026-03-01T00:00:00.000Z' as Instant;
const subjects = [{ kind: 'deployment' as const, uri: deployment.url }];

it.each([
  ['deployed', 'service-deployed', { deployment, deployedAt: at }],
  [
    'failure',
    'deployment-failed',
    { deployment, outcome: 'failure', failedAt: at },
  ],
  [
    'error',
    'deployment-failed',
    { deployment, outcome: 'error', failedAt: at },
  ],
] as const)('%s is %s', (outcome, type, predicate) => {
  const end = { outcome, at, subjects, sourceId: 'ci' };
  const statement = deploymentEnded(deployment, end);
  expect(statement).toEqual({
    type,
    subjects,
    predicate,
    observedAt: at,
    sourceId: 'ci',
  });
  expect(parseStatement(statement)).toEqual(statement);
});
