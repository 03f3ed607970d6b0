import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evaluateControl } from '../evaluate/evaluateControl';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { definition, independence } from '../testing/controls';
import { asset, at, deployed, evidence, release } from '../testing/story';
import { deploymentPopulation } from './deploymentPopulation';

const DAY = 24 * 60;

function findPlaces(all: Evidence[], asOf = at(100 * DAY)) {
  const index = new EvidenceIndex(all, asOf);
  const { members, validUntil } = deploymentPopulation
    .create(definition.population)
    .find({ asset, index, asOf, sourceHeard: true });
  return {
    at: members.map(({ describes }) => describes.at),
    ...(validUntil && { validUntil }),
  };
}

const judge = (all: Evidence[]) =>
  evaluateControl(independence, {
    asset,
    evidence: all,
    asOf: at(100 * DAY),
    sourceHeard: true,
    gaps: [],
    people: [],
  });

const again = (minutes: number) => {
  const item = deployed(minutes, 'm');
  const subject = { kind: 'deployment' as const, uri: 'https://deploy/1' };
  return { ...item, subjects: [...item.subjects, subject] } as Evidence;
};

describe('deploymentPopulation', () => {
  it('are the deployments within the window, which is open at its start', () => {
    const all = [
      deployed(10 * DAY, 'exactly 90 days ago'),
      deployed(10 * DAY + 1, 'a minute less'),
      deployed(50 * DAY, 'within'),
    ];
    expect(findPlaces(all)).toEqual({
      at: [at(10 * DAY + 1), at(50 * DAY)],
      // The later one is running, and stays.
      validUntil: at(100 * DAY + 1),
    });
  });

  it('always have what is running, in each environment', () => {
    const to = (name: string) => ({ environment: { name, production: true } });
    const all = [
      deployed(DAY, 'replaced'),
      deployed(2 * DAY, 'running', to('eu')),
      deployed(3 * DAY, 'replaced'),
      deployed(5 * DAY, 'running'),
    ];
    expect(findPlaces(all)).toEqual({ at: [at(2 * DAY), at(5 * DAY)] });
    const more = [...all, deployed(50 * DAY, 'now')];
    expect(findPlaces(more)).toEqual({ at: [at(2 * DAY), at(50 * DAY)] });
  });

  it('are none when nothing was ever deployed to production', () => {
    const environment = { name: 'staging', production: false };
    expect(findPlaces([deployed(50 * DAY, 'm', { environment })])).toEqual({
      at: [],
    });
  });

  it('count a deployment once, however often its success is told', () => {
    const all = [again(50 * DAY + 5), again(50 * DAY), again(50 * DAY + 9)];
    expect(findPlaces(all).at).toEqual([at(50 * DAY)]);
  });

  it('have a deployment that a fast clock dates ahead from that time on', () => {
    const early = { ...deployed(101 * DAY, 'm'), recordedAt: at(99 * DAY) };
    const all = [early as Evidence];
    expect(findPlaces(all).at).toEqual([]);
    expect(findPlaces(all, at(101 * DAY)).at).toEqual([at(101 * DAY)]);
    const { validUntil } = evaluateControl(independence, {
      asset,
      evidence: all,
      asOf: at(100 * DAY),
      sourceHeard: true,
      gaps: [],
      people: [],
    });
    expect(validUntil).toBe(at(101 * DAY));
  });

  describe('to environments that may be production', () => {
    const to = (name: string, production = false) => ({
      environment: { name, production },
    });

    it.each(['live', 'prd-eu', 'blue', 'Staging 2024', 'pre-live'])(
      '%s is named, until somebody says what it is',
      name => {
        const told = deployed(50 * DAY, 'm', to(name));
        const { status, reason } = judge([told]);
        const isClear = name === 'Staging 2024';
        expect(`${status} ${reason.code}`).toBe(
          isClear
            ? 'not-applicable population-empty'
            : 'not-assessed environment-unclassified',
        );
        const said = deployed(50 * DAY, 'm', {
          environment: { name, production: false, classified: true },
        });
        expect(judge([said]).status).toBe('not-applicable');
      },
    );

    it('keeps the control from being satisfied beside sound releases', () => {
      const all = [...release(1, 10), deployed(50, 'm', to('live'))];
      expect(judge(release(1, 10)).status).toBe('satisfied');
      const { status, reason, rows } = judge(all);
      expect([status, reason.code]).toEqual([
        'not-assessed',
        'environment-unclassified',
      ]);
      expect(reason.params).toMatchObject({ environment: 'live' });
      expect(rows).toHaveLength(2);
    });
  });

  it('do not vanish when all of them failed', () => {
    const { deployment } = deployed(50 * DAY, 'm').predicate;
    const failed = evidence('deployment-failed', at(50 * DAY), {
      deployment,
      outcome: 'failure',
      failedAt: at(50 * DAY),
    });
    const { status, reason, validUntil } = judge([failed]);
    expect([status, reason.code, validUntil]).toEqual([
      'not-assessed',
      'deployments-failed-only',
      at(140 * DAY),
    ]);
    const staging = { name: 'staging', production: false };
    const elsewhere = {
      ...failed,
      predicate: {
        ...failed.predicate,
        deployment: { ...deployment, environment: staging },
      },
    } as Evidence;
    expect(judge([elsewhere]).status).toBe('not-applicable');
    const live = {
      ...failed,
      predicate: {
        ...failed.predicate,
        deployment: {
          ...deployment,
          environment: { name: 'live', production: false },
        },
      },
    } as Evidence;
    expect(judge([live]).reason).toEqual({
      code: 'environment-unclassified',
      params: { environment: 'live' },
    });
  });

  it('are rollbacks, too', () => {
    const { deployment } = deployed(50 * DAY, 'm').predicate;
    const back = evidence('service-rolled-back', at(51 * DAY), {
      deployment,
      rolledBackAt: at(51 * DAY),
    });
    expect(findPlaces([deployed(50 * DAY, 'n'), back]).at).toEqual([
      at(50 * DAY),
      at(51 * DAY),
    ]);
  });

  it('are told by two systems and yet are one', () => {
    const argo = (minutes: number) =>
      ({ ...deployed(minutes, 'm'), sourceId: 'cdevents' } as Evidence);
    const ci = deployed(50 * DAY, 'm');
    expect(findPlaces([ci, argo(50 * DAY + 14)]).at).toEqual([at(50 * DAY)]);
    const apart = [at(50 * DAY), at(50 * DAY + 16)];
    expect(findPlaces([ci, argo(50 * DAY + 16)]).at).toEqual(apart);
    // One system does not report one deployment under two numbers.
    const twice = deployed(50 * DAY + 5, 'm');
    expect(findPlaces([ci, twice]).at).toHaveLength(2);
  });
});
