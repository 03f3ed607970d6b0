import {
  commitSubject,
  computeDigest,
  type Evidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { isGood, judgeStory, listGood } from '../laws/__testUtils__/judgeStory';
import { delayFact, forgeFact } from '../laws/__testUtils__/mutations';
import { definition } from '../testing/controls';
import { at, attested, evidence, release, sha } from '../testing/story';

const production = { name: 'production', production: true };

const scanned = (kind: 'code' | 'dependency') =>
  evidence(
    'security-scan-finished',
    at(1),
    {
      tool: { name: 'Scanner' },
      kind,
      commit: sha('head 1'),
      finishedAt: at(1),
    },
    [commitSubject(sha('head 1'))],
  );

/** A release at minute 14 with all that the judgements of releases ask for. */
const story: Evidence[] = [
  ...release(1, 10).filter(({ type }) => type !== 'provenance'),
  attested(13, 'main 1', { signatureChecked: true }),
  scanned('code'),
  scanned('dependency'),
  evidence('sbom', at(13), {
    complete: true,
    format: 'cyclonedx',
    components: 3,
    artifact: { digest: computeDigest('main 1') },
  }),
  evidence('test-suite-finished', at(20), {
    suite: { id: 'smoke' },
    outcome: 'success',
    environment: production,
    finishedAt: at(20),
  }),
  evidence('alert-changed', at(2), {
    alert: { id: '1', name: 'Watchdog' },
    state: 'resolved',
    changedAt: at(2),
  }),
];

const parameter = (value: string | number) => ({
  'critical-or-important': value,
  important: value,
  standard: value,
  basis: 'policy' as const,
});

const names = [
  'artifact.sbom',
  'artifact.signature',
  'change.emergency',
  'change.scans',
  'deployment.evidence',
  'deployment.verification',
];

const controls = names.map(name => ({
  name,
  control: compileControl({
    ...definition,
    evidence: { verification: 'authenticated' },
    parameters: {
      verifyWithin: parameter('PT30M'),
      watchFor: parameter('PT1H'),
      reviewWorkingDays: parameter(2),
      mostEmergencies: parameter(3),
    },
    assess: [{ id: 'it', text: 'It.', assert: `${name}.satisfied` }],
  }),
}));

/** They show who had a hand in a change, whenever they are told. */
const PEOPLE = ['change-commits-observed', 'change-updated', 'commits-pushed'];

const supporting = story.filter(({ type }) => type !== 'service-deployed');

describe.each(controls)('laws of $name', ({ control }) => {
  const isFine = (all: readonly Evidence[]) => {
    const result = judgeStory(control, all);
    return isGood(result.status) || listGood(result).length > 0;
  };

  it('the story is good, and without any support it is not', () => {
    expect(judgeStory(control, story).reason.code).toBe(
      'all-members-satisfied',
    );
    const bare = story.filter(({ type }) => type === 'service-deployed');
    expect(isFine(bare)).toBe(false);
  });

  it('less is never more', () => {
    for (const first of supporting) {
      const less = story.filter(one => one !== first);
      for (const second of supporting) {
        const least = less.filter(one => one !== second);
        expect([
          first.type,
          second.type,
          isFine(least) && !isFine(less),
        ]).toEqual([first.type, second.type, false]);
      }
    }
  });

  it('what is needed and happens long after it authorizes nothing', () => {
    const needed = supporting.filter(
      one =>
        !PEOPLE.includes(one.type) &&
        !isFine(story.filter(other => other !== one)),
    );
    expect(needed.length).toBeGreaterThan(0);
    for (const one of needed) {
      const late = story.map(other =>
        other === one ? delayFact(other, at(500)) : other,
      );
      expect([one.type, isFine(late)]).toEqual([one.type, false]);
    }
  });

  it('what anybody could have sent clears nothing', () => {
    const needed = supporting.filter(
      one => !isFine(story.filter(other => other !== one)),
    );
    for (const one of needed) {
      const forged = story.map(other =>
        other === one ? forgeFact(other) : other,
      );
      expect([one.type, judgeStory(control, forged).status]).not.toEqual([
        one.type,
        'satisfied',
      ]);
    }
  });
});
