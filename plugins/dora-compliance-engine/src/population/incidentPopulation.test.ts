import type {
  Evidence,
  Instant,
  Predicate,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { cutToNeeds } from '../evaluate/cutToNeeds';
import { assertingOver, assess, explainStatus, tell } from '../testing/assess';
import { at, deployed, evidence } from '../testing/story';

const DAY = 24 * 60;
const NOW = at(100 * DAY);
const day = (number: number) => at(number * DAY);
const DIGEST = `sha256:${'a'.repeat(64)}`;

const linked = assertingOver(
  { each: 'incident', within: 'P90D' },
  'incident.cause.satisfied',
);

const subject: Subject = { kind: 'incident', uri: 'https://pager/INC-7' };

function detected(
  detectedAt: Instant,
  more: Partial<Predicate<'incident-detected'>['incident']> = {},
  subjects: Subject[] = [],
) {
  return evidence(
    'incident-detected',
    detectedAt,
    { incident: { id: 'INC-7', title: 'No payments', ...more }, detectedAt },
    [subject, ...subjects],
  );
}

const resolved = (resolvedAt: Instant) =>
  evidence(
    'incident-resolved',
    resolvedAt,
    { incident: { id: 'INC-7' }, resolvedAt },
    [subject],
  );

const release = deployed(90 * DAY, 'm', {
  artifact: { name: 'ledger', digest: DIGEST },
});

describe('the incidents of an asset', () => {
  it.each<[string, Parameters<typeof detected>[1], Subject[]]>([
    ['the digest of an artifact', { artifact: DIGEST }, []],
    ['the name of an artifact', { artifact: 'ledger' }, []],
    ['a commit', {}, release.subjects.filter(one => one.kind === 'commit')],
  ])('are linked to a deployment by %s', (_, more, subjects) => {
    const item = detected(day(91), more, subjects);
    const { status, rows } = assess(linked, [item, release], NOW);
    expect(status).toBe('satisfied');
    expect(rows[0]?.checks[0]?.evidence).toEqual([item.id, release.id]);
  });

  it('fail if they name nothing', () => {
    expect(explainStatus(linked, [detected(day(91)), release], NOW)).toBe(
      'The incident "No payments", detected on 2026-05-31 00:00 UTC, names no deployment, commit, change, or artifact.',
    );
  });

  it('are not assessed if what they name was never deployed before them', () => {
    const item = detected(day(89), { artifact: DIGEST });
    expect(tell(linked, [item, release], NOW)).toBe(
      'not-assessed: incident-change-unknown',
    );
  });

  it('stay until they are resolved, however old', () => {
    const old = detected(day(1));
    expect(tell(linked, [old, release], NOW)).toBe(
      'not-satisfied: incident-not-linked',
    );
    expect(tell(linked, [old, resolved(day(2)), release], NOW)).toBe(
      'not-applicable: population-empty',
    );
    expect(
      assess(linked, [detected(day(20)), resolved(day(21))], NOW).validUntil,
    ).toBe(day(110));
  });

  it('are open again when they are detected after they were resolved', () => {
    const all = [detected(day(1)), resolved(day(2)), detected(day(3))];
    expect(tell(linked, [...all, release], NOW)).toBe(
      'not-satisfied: incident-not-linked',
    );
  });

  it('are detected when the first report says so', () => {
    const late = deployed(93 * DAY, 'fix', { artifact: { digest: DIGEST } });
    const all = [detected(day(91)), detected(day(95), { artifact: DIGEST })];
    expect(tell(linked, [...all, late], NOW)).toBe(
      'not-assessed: incident-change-unknown',
    );
    expect(tell(linked, [...all, release], NOW)).toContain('satisfied: all');
  });

  it('are not assessed if only their resolution is known', () => {
    expect(tell(linked, [resolved(day(95)), release], NOW)).toBe(
      'not-assessed: incident-not-detected',
    );
  });

  it('are not linked to a deployment elsewhere', () => {
    const staging = deployed(90 * DAY, 'm', {
      environment: { name: 'staging', production: false },
      artifact: { digest: DIGEST },
    });
    const item = detected(day(91), { artifact: DIGEST });
    expect(tell(linked, [item, staging], NOW)).toBe(
      'not-assessed: incident-change-unknown',
    );
  });

  it.each<[string, Evidence[]]>([
    ['succeeded later', [release]],
    ['is not finished', []],
    [
      'failed later',
      [
        evidence(
          'deployment-failed',
          day(90),
          {
            deployment: release.predicate.deployment,
            outcome: 'failure',
            failedAt: day(90),
          },
          [{ kind: 'deployment', uri: 'https://deploy/1' }],
        ),
      ],
    ],
  ])('are linked to a deployment that had begun and %s', (_, ends) => {
    const uri = 'https://deploy/1';
    const requested = evidence(
      'deployment-requested',
      day(88),
      { deployment: release.predicate.deployment, requestedAt: day(88) },
      [{ kind: 'deployment', uri }],
    );
    const all = ends.map(end => ({
      ...end,
      subjects: [...end.subjects, { kind: 'deployment' as const, uri }],
    })) as Evidence[];
    const named = (on: number) => detected(day(on), { artifact: DIGEST });
    expect(tell(linked, [named(89), requested, ...all], NOW)).toContain(
      'satisfied: all',
    );
    expect(tell(linked, [named(87), requested, ...all], NOW)).toBe(
      'not-assessed: incident-change-unknown',
    );
  });

  it('are linked to what was deployed any time ago', () => {
    const old = deployed(-4 * 365 * DAY, 'old', {
      artifact: { digest: DIGEST },
    });
    const { needs } = compileControl(linked);
    const item = detected(day(91), { artifact: DIGEST });
    const all = cutToNeeds([item, old], needs, {
      asOf: NOW,
      keys: new Set(),
    });
    expect(tell(linked, all, NOW)).toContain('satisfied: all');
  });

  it('leave the window one by one, the earliest first', () => {
    const other = {
      kind: 'incident' as const,
      uri: 'https://pager/INC-8',
    };
    const second = {
      ...detected(day(50)),
      id: 'sha256:b',
      subjects: [...release.subjects.slice(0, 1), other],
    } as never;
    const ended = {
      ...resolved(day(60)),
      id: 'sha256:c',
      subjects: [...release.subjects.slice(0, 1), other],
    } as never;
    const all = [detected(day(91)), resolved(day(92)), second, ended];
    expect(assess(linked, all, NOW).validUntil).toBe(day(140));
  });

  it('that are reported twice are one', () => {
    const again = detected(day(91), { url: 'https://pager/INC-7' });
    expect(assess(linked, [detected(day(91)), again], NOW).rows).toHaveLength(
      1,
    );
  });

  it('are not assessed where no incident was ever reported', () => {
    expect(tell(linked, [release], NOW)).toBe(
      'not-assessed: incidents-unheard',
    );
    expect(tell(linked, [], NOW, { linked: false })).toBe(
      'not-assessed: asset-not-linked',
    );
  });

  it('are not assessed where nothing was ever received', () => {
    expect(tell(linked, [], NOW, { sourceHeard: false })).toBe(
      'not-assessed: incidents-unheard',
    );
  });
});
