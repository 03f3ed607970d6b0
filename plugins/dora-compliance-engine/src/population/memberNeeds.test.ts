import { builtIn } from '../registry/builtIn';
import type { Needs } from '../registry/Needs';
import { type Clause } from '../testing/members';

const write = ({ evidence: needs }: Needs) =>
  needs.map(({ types, key, read, within }) =>
    [types.join(), key, read, within ?? 'always'].join(' '),
  );

describe('what is read to find members', () => {
  it.each<[Clause, string[]]>([
    [
      { each: 'asset', from: 'asset-record-observed', within: 'P30D' },
      ['asset-record-observed asset latest always'],
    ],
    [
      { each: 'branch', from: 'branch-protection-observed', within: 'P2D' },
      ['branch-protection-observed,collector-heartbeat asset history P90D'],
    ],
    [{ each: 'change', within: 'P30D' }, ['change-merged asset history P30D']],
    [
      { each: 'deployment', within: 'P90D' },
      [
        'deployment-failed,service-deployed,service-rolled-back repository history always',
      ],
    ],
    [
      { each: 'incident', within: 'P90D' },
      ['incident-detected,incident-resolved asset history always'],
    ],
    [
      {
        each: 'interval',
        between: 'security-scan-finished',
        within: 'P90D',
        before: 'P30D',
      },
      ['security-scan-finished asset history P120D'],
    ],
    [
      { each: 'open-finding' },
      [
        'security-finding-changed asset history always',
        'security-scan-finished asset history P90D',
      ],
    ],
    [
      { each: 'running-artifact', within: 'P1D' },
      [
        'environment-observed asset history P90D',
        'service-deployed,service-rolled-back asset history always',
      ],
    ],
  ])('%j', (clause, needs) => {
    expect(write(builtIn.createPopulation(clause).needs)).toEqual(needs);
  });
});
