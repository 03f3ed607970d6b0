import type {
  Evidence,
  Predicate,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { builtIn } from '../registry/builtIn';
import type { Member } from '../registry/Population';
import { asset, at, deployed, evidence, person } from '../testing/story';

const DAY = 24 * 60;
const day = (number: number) => at(number * DAY);
const NOW = day(100);

function judge(
  name: string,
  member: Omit<Member, 'evidence'> & { evidence?: Evidence[] },
  all: readonly Evidence[] = [],
  parameters = {},
) {
  const index = new EvidenceIndex(all, NOW);
  const [check, ...others] = builtIn.judgements
    .get(name)!
    .judge(
      { evidence: [], ...member },
      { index, asset, asOf: NOW, gaps: [], parameters },
    );
  expect(others).toEqual([]);
  return check!;
}

describe('where a running artifact comes from', () => {
  const seen = evidence('environment-observed', day(99), {
    complete: true,
    environment: { name: 'production', production: true },
    artifacts: [],
  });
  const named = { artifact: 'ledger', environment: 'production' };
  const running = (
    all: readonly Evidence[],
    more: { digest?: string } = { digest: 'sha256:a' },
  ) =>
    judge(
      'artifact.origin',
      {
        value: {
          name: 'ledger',
          environment: 'production',
          production: true,
          ...more,
        },
        evidence: [seen],
        describes: { kind: 'artifact', title: 'ledger', at: day(99) },
      },
      all,
    );
  const release = (
    minutes: number,
    artifact: Predicate<'service-deployed'>['deployment']['artifact'],
    more = {},
  ) => deployed(minutes, `c${minutes}`, { artifact, ...more });
  const first = release(50 * DAY, { name: 'ledger', digest: 'sha256:a' });

  it('is the last deployment of its digest', () => {
    expect(running([first])).toEqual({
      check: 'artifact-deployed',
      passed: true,
      cause: {
        code: 'artifact-deployed',
        params: { ...named, deployed: day(50) },
      },
      evidence: [first.id, seen.id],
    });
    const again = release(60 * DAY, { name: 'ledger', digest: 'sha256:a' });
    expect(running([first, again]).cause.params).toMatchObject({
      deployed: day(60),
    });
  });

  it('may be a rollback, which is in its place in time', () => {
    const back = evidence('service-rolled-back', day(70), {
      deployment: {
        ...first.predicate.deployment,
        id: 'back',
      },
      rolledBackAt: day(70),
    });
    const other = release(60 * DAY, { name: 'ledger', digest: 'sha256:b' });
    expect(running([first, other, back]).passed).toBe(true);
    expect(running([first, other]).passed).toBe(false);
    // Rolled back to something else afterwards.
    const elsewhere = evidence('service-rolled-back', day(70), {
      deployment: other.predicate.deployment,
      rolledBackAt: day(70),
    });
    const late = release(65 * DAY, { name: 'ledger', digest: 'sha256:a' });
    expect(running([late, elsewhere]).passed).toBe(false);
    const later = release(75 * DAY, { name: 'ledger', digest: 'sha256:a' });
    expect(running([later, elsewhere]).passed).toBe(true);
  });

  it('was replaced by a later one', () => {
    const later = release(60 * DAY, { name: 'ledger', digest: 'sha256:b' });
    expect(running([first, later])).toEqual({
      check: 'artifact-deployed',
      passed: false,
      cause: {
        code: 'artifact-replaced',
        params: { ...named, digest: 'sha256:a', deployed: day(60) },
      },
      evidence: [seen.id, later.id, first.id],
    });
  });

  it.each<[boolean | null, string | undefined, string | undefined]>([
    [false, 'ledger', 'ledger'],
    [true, 'ledger', 'other'],
    [null, 'ledger', undefined],
    [null, undefined, 'ledger'],
    [null, undefined, undefined],
  ])(
    'is replaced by what may be the same: %s, %s by %s',
    (passed, one, two) => {
      const a = release(50 * DAY, {
        ...(one && { name: one }),
        digest: 'sha256:a',
      });
      const b = release(60 * DAY, {
        ...(two && { name: two }),
        digest: 'sha256:b',
      });
      expect(running([a, b]).passed).toBe(passed);
    },
  );

  it('may still run for an hour after it was replaced', () => {
    const other = (minutes: number) =>
      release(99 * DAY - minutes, { name: 'ledger', digest: 'sha256:b' });
    expect(running([first, other(60)]).passed).toBe(false);
    expect(running([first, other(59)]).passed).toBe(true);
  });

  it('is no deployment after it was seen, or to another environment', () => {
    const now = release(99 * DAY, { name: 'ledger', digest: 'sha256:a' });
    expect(running([now]).passed).toBe(true);
    const after = release(99 * DAY + 1, { name: 'ledger', digest: 'sha256:a' });
    expect(running([after])).toMatchObject({
      passed: null,
      cause: { code: 'deployments-unheard', params: named },
    });
    const staging = { environment: { name: 'staging', production: false } };
    const elsewhere = release(
      50 * DAY,
      { name: 'ledger', digest: 'sha256:a' },
      staging,
    );
    expect(running([elsewhere]).cause.code).toBe('deployments-unheard');
  });

  it('is unknown if a deployment names no digest, and else none', () => {
    const unnamed = [
      release(40 * DAY, { name: 'ledger' }),
      release(45 * DAY, undefined),
    ];
    const other = release(50 * DAY, { name: 'ledger', digest: 'sha256:b' });
    expect(running([...unnamed, other])).toEqual({
      check: 'artifact-deployed',
      passed: null,
      cause: {
        code: 'deployments-without-digest',
        params: { ...named, count: 2 },
      },
      evidence: [seen.id, unnamed[1]!.id],
    });
    expect(running([other])).toEqual({
      check: 'artifact-deployed',
      passed: false,
      cause: {
        code: 'artifact-never-deployed',
        params: { ...named, digest: 'sha256:a' },
      },
      evidence: [seen.id],
    });
    expect(running([first], {})).toEqual({
      check: 'artifact-deployed',
      passed: null,
      cause: { code: 'artifact-without-digest', params: named },
      evidence: [seen.id],
    });
  });
});

describe('the cause of an incident', () => {
  const incident = (
    more: { artifact?: string; environment?: string } = {},
    subjects: Subject[] = [],
    title: string | undefined = 'No payments',
  ) => {
    const item = {
      ...evidence('incident-detected', day(60), {
        incident: { id: 'INC-7' },
        detectedAt: day(60),
      }),
    };
    const known = {
      ...item,
      subjects: [...item.subjects, ...subjects],
    } as Evidence;
    return {
      value: { id: 'INC-7', detectedAt: day(60), ...more },
      evidence: [known],
      describes: {
        kind: 'incident' as const,
        ...(title && { title }),
        at: day(60),
      },
    };
  };
  const digest = 'sha256:a';
  const first = deployed(50 * DAY, 'm', {
    artifact: { name: 'ledger', digest },
  });
  const commit = first.subjects.find(({ kind }) => kind === 'commit')!;
  const tell = (...of: [ReturnType<typeof incident>, Evidence[]]) => {
    const { passed, cause } = judge('incident.cause', ...of);
    return [passed, cause.code, cause.params];
  };

  it('is the last deployment before it that it names', () => {
    const member = incident({ artifact: digest });
    const later = deployed(55 * DAY, 'm', {
      artifact: { name: 'ledger', digest },
    });
    expect(judge('incident.cause', member, [first, later])).toEqual({
      check: 'incident-linked',
      passed: true,
      cause: {
        code: 'incident-linked',
        params: {
          incident: 'No payments',
          deployed: day(55),
          environment: 'production',
        },
      },
      evidence: [member.evidence[0]!.id, later.id],
    });
  });

  it.each<[boolean | null, string, object, Subject[]]>([
    [true, 'the digest', { artifact: digest }, []],
    [true, 'the name', { artifact: 'ledger' }, []],
    [true, 'the commit', {}, [commit]],
    [null, 'another artifact', { artifact: 'other' }, []],
    [
      null,
      'another commit',
      {},
      [{ ...commit, digest: `gitCommit:${'0'.repeat(40)}` } as Subject],
    ],
    [null, 'a change', {}, [{ kind: 'change', uri: 'https://c/1' }]],
    [false, 'nothing', {}, []],
    [
      false,
      'what can not cause it',
      {},
      [{ kind: 'pipeline', uri: 'https://p' }],
    ],
  ])('is known: %s, by %s', (passed, _, more, subjects) => {
    expect(tell(incident(more, subjects), [first])[0]).toBe(passed);
  });

  it('names what is not known', () => {
    expect(tell(incident({ artifact: 'other' }), [first])).toEqual([
      null,
      'incident-change-unknown',
      { incident: 'No payments', named: 'other' },
    ]);
    const change: Subject = { kind: 'change', uri: 'https://c/1' };
    expect(tell(incident({}, [change]), [first])[2]).toMatchObject({
      named: 'https://c/1',
    });
    expect(tell(incident({}, [commit]), [])[2]).toMatchObject({
      named: commit.digest,
    });
    expect(tell(incident({}, [], undefined), [])[2]).toMatchObject({
      incident: 'No payments',
    });
  });

  it('has no name where the incident has none', () => {
    expect(tell(incident({}, [], ''), [])).toEqual([
      false,
      'incident-not-linked',
      { incident: '', detected: day(60) },
    ]);
  });

  it('is a deployment up to the time of the incident', () => {
    const at60 = deployed(60 * DAY, 'm', { artifact: { digest } });
    const after = deployed(60 * DAY + 1, 'm', { artifact: { digest } });
    expect(tell(incident({ artifact: digest }), [at60])[0]).toBe(true);
    expect(tell(incident({ artifact: digest }), [after])[0]).toBeNull();
  });

  it('is in production, or in the environment that the incident names', () => {
    const staging = deployed(50 * DAY, 'm', {
      artifact: { digest },
      environment: { name: 'staging', production: false },
    });
    const named = { artifact: digest, environment: 'staging' };
    expect(tell(incident({ artifact: digest }), [staging])[0]).toBeNull();
    expect(tell(incident(named), [staging])[0]).toBe(true);
    expect(tell(incident(named), [first])[0]).toBeNull();
  });

  it('is not a deployment that names no artifact', () => {
    const bare = deployed(50 * DAY, 'm', { artifact: undefined });
    expect(tell(incident(), [bare])[0]).toBe(false);
    expect(tell(incident({ artifact: 'x' }), [bare])[0]).toBeNull();
  });
});

describe('the time to fix a finding', () => {
  const parameters = {
    fixCriticalWithin: 'P7D',
    fixHighWithin: 'P30D',
    fixMediumWithin: 'P90D',
    fixLowWithin: 'P180D',
  };
  type Changed = Predicate<'security-finding-changed'>;
  const finding = (
    more: Partial<Changed> = {},
    details: Partial<Changed['finding']> = { title: 'A hole' },
  ) => {
    const item = evidence('security-finding-changed', day(99), {
      tool: { name: 'trivy' },
      kind: 'container',
      finding: { id: '1', rule: 'CVE-1', ...details },
      severity: 'high',
      state: 'open',
      openedAt: day(80),
      changedAt: day(99),
      ...more,
    });
    const check = judge(
      'finding.remediation',
      {
        value: { openedAt: item.predicate.openedAt },
        evidence: [item],
        describes: { kind: 'finding', title: 'A hole', at: day(99) },
      },
      [],
      parameters,
    );
    expect([check.check, check.evidence]).toEqual([
      'finding-in-time',
      [item.id],
    ]);
    return [check.passed, check.cause.code, check.cause.params];
  };
  const named = { finding: 'A hole', severity: 'high' };

  it('is named with its end', () => {
    expect(finding()).toEqual([
      true,
      'finding-in-time',
      { ...named, opened: day(80), due: day(110) },
    ]);
    expect(finding({ openedAt: day(60) })).toEqual([
      false,
      'finding-overdue',
      { ...named, opened: day(60), due: day(90), days: 10 },
    ]);
    expect(finding({}, {})[2]).toMatchObject({ finding: 'CVE-1' });
  });

  it('is not known without a severity or an age', () => {
    expect(finding({ severity: 'unknown' })).toEqual([
      null,
      'finding-severity-unknown',
      { finding: 'A hole' },
    ]);
    expect(finding({ openedAt: undefined })).toEqual([
      null,
      'finding-age-unknown',
      named,
    ]);
  });

  it('is over for what somebody dismissed, which is only a claim', () => {
    const dismissed = { state: 'dismissed', openedAt: day(60) } as const;
    expect(finding(dismissed)).toEqual([
      null,
      'finding-dismissed',
      { ...named, due: day(90), person: '', why: '' },
    ]);
    const by = { changedBy: person('erik'), reason: 'false positive' };
    expect(finding({ ...dismissed, ...by })[2]).toMatchObject({
      person: 'erik',
      why: 'false positive',
    });
    expect(finding({ ...dismissed, openedAt: day(80) })[0]).toBe(true);
  });
});

describe('the length of an interval', () => {
  const interval = (from: number, to: number, open: boolean) => {
    const item = evidence('security-scan-finished', day(from), {
      tool: { name: 'trivy' },
      kind: 'container',
      finishedAt: day(from),
    });
    const check = judge(
      'interval.length',
      {
        value: { from: day(from), to: day(to), open },
        evidence: [item],
        describes: {
          kind: 'interval',
          period: { from: day(from), to: day(to) },
          at: day(to),
        },
      },
      [],
      { longestInterval: 'P7D' },
    );
    expect(check.evidence).toEqual([item.id]);
    expect(check.check).toBe('interval-short-enough');
    return check;
  };

  it('is told in days', () => {
    expect(interval(50, 57, false)).toMatchObject({
      passed: true,
      cause: {
        code: 'interval-short-enough',
        params: { from: day(50), to: day(57), days: 7, allowed: 7 },
      },
    });
    expect(interval(50, 57.1, false)).toMatchObject({
      passed: false,
      cause: { code: 'interval-too-long', params: { days: 7, allowed: 7 } },
    });
  });

  it('grows only while it is open', () => {
    const due = new Date(Date.parse(day(102)) + 1).toISOString();
    expect(interval(95, 100, true).changesAt).toBe(due);
    expect(interval(95, 100, false)).not.toHaveProperty('changesAt');
    expect(interval(90, 100, true)).not.toHaveProperty('changesAt');
  });
});
