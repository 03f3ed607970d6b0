import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { definition } from '../testing/controls';
import { asset, at, deployed } from '../testing/story';
import { deploymentPopulation } from './deploymentPopulation';

const DAY = 24 * 60;

function findPlaces(all: Evidence[], asOf = at(100 * DAY)) {
  const index = new EvidenceIndex(all, asOf);
  const { members, validUntil } = deploymentPopulation(
    definition.population as never,
  ).find({ asset, index, asOf, sourceHeard: true });
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
      validUntil: at(100 * DAY + 1),
    });
  });

  it('are none when all are too old, whatever time it gets', () => {
    expect(findPlaces([deployed(5 * DAY, 'm')])).toEqual({ at: [] });
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
