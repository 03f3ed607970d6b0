import {
  type Control,
  type Duration,
  type Evidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assertingOver } from '../testing/assess';
import { look } from '../testing/look';
import { at, deployed, evidence, recordObserved } from '../testing/story';
import { listExpiries } from './listExpiries';

const HOUR = 60;
const hour = (hours: number) => at(hours * HOUR);

describe('when readings become stale', () => {
  const list = (...hours: number[]) =>
    listExpiries(
      hours.map(one => ({ observedAt: hour(one) })),
      { since: hour(0), within: 'P2D' as Duration },
    );

  it('is that of the oldest that is not stale yet', () => {
    expect(list(5, -1, 0, 3, 4)).toEqual([{ since: hour(3), at: hour(51) }]);
  });

  it('is nothing if there are none, or all are stale', () => {
    expect([...list(), ...list(0, -1)]).toEqual([]);
  });
});

const onTwoFactors = assertingOver(
  {
    each: 'organization',
    from: 'organization-settings-observed',
    within: 'P2D',
  },
  'member.requiresTwoFactor == true',
);
const organization = {
  ...evidence('organization-settings-observed', hour(0), {
    complete: true,
    name: 'bank',
    account: 'organization',
    requiresTwoFactor: true,
  }),
  subjects: [{ kind: 'organization', uri: 'https://github.com/bank' }],
} as Evidence;

const onOrigin = assertingOver(
  { each: 'running-artifact', within: 'P2D' },
  'artifact.origin.satisfied',
);
const digest = `sha256:${'a'.repeat(64)}`;
const environment = { name: 'production', production: true };
const runs = evidence(
  'environment-observed',
  hour(0),
  {
    complete: true,
    environment,
    artifacts: [{ name: 'ledger', digest, workload: 'Deployment ledger' }],
  },
  [{ kind: 'environment', uri: 'https://k8s/production' }],
);
const release = deployed(-60, 'a', {
  environment,
  artifact: { name: 'ledger', digest },
} as never);

/** No pipeline was found, and the record is there. */
const onPipelines: Control = {
  ...assertingOver(
    { each: 'asset', from: 'asset-record-observed', within: 'P30D' },
    'member.missing == []',
  ),
};
const onBoth: Control = {
  ...onPipelines,
  assess: [
    ...onPipelines.assess,
    {
      id: 'pipelines',
      text: 'Pipelines.',
      population: {
        each: 'pipeline',
        from: 'pipeline-definition-observed',
        within: 'P2D',
      },
      assert: 'member.writesEverything == false',
    },
  ],
};
const round = evidence('collector-heartbeat', hour(0), {
  complete: true,
  target: 'https://github.com/bank/ledger',
  parts: [],
  startedAt: hour(0),
  finishedAt: hour(0),
});

describe.each([
  ['organizations', onTwoFactors, [organization]],
  ['artifacts', onOrigin, [runs, release]],
  ['things that a round did not find', onBoth, [round, recordObserved()]],
] as const)('a satisfied control over %s', (_, control, all) => {
  it('is about to be lost after three quarters of the time', () => {
    expect(look(control, all, hour(36 - 1))).toMatchObject({
      status: 'satisfied',
      noticeAt: hour(36),
      at: undefined,
    });
    expect(look(control, all, hour(36))).toMatchObject({
      status: 'satisfied',
      at: hour(48),
    });
  });
});

it('a control over findings is about to be lost when the last scan is too old', () => {
  const control = assertingOver(
    { each: 'open-finding' },
    "member.state == 'dismissed'",
  );
  const scan = evidence('security-scan-finished', hour(0), {
    tool: { name: 'trivy' },
    kind: 'dependency',
    finishedAt: hour(0),
  });
  expect(look(control, [scan], hour((90 - 14) * 24 - 1))).toMatchObject({
    status: 'satisfied',
    noticeAt: hour((90 - 14) * 24),
    at: undefined,
  });
  expect(look(control, [scan], hour((90 - 14) * 24))).toMatchObject({
    at: hour(90 * 24),
    why: 'never-scanned',
  });
});
