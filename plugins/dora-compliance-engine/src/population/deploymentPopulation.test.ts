import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { definition } from '../testing/controls';
import { asset, at, deployed } from '../testing/story';
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

  it('do not lose a deployment to a clock that is fast', () => {
    const early = { ...deployed(101 * DAY, 'm'), recordedAt: at(99 * DAY) };
    expect(findPlaces([early as Evidence]).at).toEqual([at(101 * DAY)]);
  });
});
