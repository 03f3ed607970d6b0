import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  DAY,
  day,
  type Clause,
  findMembers,
  listMembers,
} from '../testing/members';
import { deployed, evidence } from '../testing/story';

describe('deployments', () => {
  const all: Clause = { each: 'deployment', within: 'P90D' };
  const production: Clause = { ...all, where: { environment: 'production' } };

  it('are named with their environment', () => {
    expect(listMembers(production, [deployed(50 * DAY, 'm')])).toEqual([
      {
        kind: 'deployment',
        deployment: { id: String(50 * DAY), environment: 'production' },
        uri: `https://deploy/${50 * DAY}`,
        at: day(50),
      },
    ]);
  });

  it('to an environment that nobody classified count while they run', () => {
    const live = { name: 'live', production: false };
    const two = [
      deployed(50 * DAY, 'a', { environment: live }),
      deployed(60 * DAY, 'b', { environment: live }),
    ];
    expect(listMembers(production, two).map(one => one.at)).toEqual([day(60)]);
    expect(listMembers(all, two)).toHaveLength(2);
  });

  it('of several repositories each have one that runs', () => {
    const other = {
      ...deployed(1 * DAY, 'm'),
      subjects: [{ kind: 'repository', uri: 'https://github.com/bank/x' }],
    } as unknown as Evidence;
    expect(
      listMembers(production, [other, deployed(2 * DAY, 'm')]),
    ).toHaveLength(2);
  });

  it('that failed are no deployments, but may have changed something', () => {
    const failed = (days: number) =>
      evidence('deployment-failed', day(days), {
        deployment: deployed(1, 'm').predicate.deployment,
        outcome: 'failure',
        failedAt: day(days),
      } as unknown as Predicate<'deployment-failed'>);
    expect(findMembers(production, [failed(20), failed(30)])).toMatchObject({
      empty: {
        status: 'not-assessed',
        reason: {
          code: 'deployments-failed-only',
          params: { count: 2, days: 90 },
        },
      },
      validUntil: day(110),
    });
    expect(findMembers(production, [failed(10)]).empty).toEqual({
      status: 'not-applicable',
      reason: {
        code: 'population-empty',
        params: { days: 90, kind: 'deployment' },
      },
    });
  });
});
