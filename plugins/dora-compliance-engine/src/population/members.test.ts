import {
  type Evidence,
  evidenceTypes,
  type IctAsset,
  type Predicate,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { builtIn } from '../registry/builtIn';
import type { Needs } from '../registry/Needs';
import {
  asset,
  at,
  built,
  deployed,
  evidence,
  merged,
  recordObserved,
} from '../testing/story';
import { findLongest } from './findLongest';

const DAY = 24 * 60;
const day = (number: number) => at(number * DAY);
const NOW = day(100);
type Clause = Parameters<typeof builtIn.createPopulation>[0];

function find(
  clause: Clause,
  all: readonly Evidence[],
  more: { sourceHeard?: boolean; asset?: Partial<IctAsset> } = {},
) {
  return builtIn.createPopulation(clause).find({
    asset: { ...asset, ...more.asset },
    index: new EvidenceIndex(all, NOW),
    asOf: NOW,
    sourceHeard: more.sourceHeard ?? true,
  });
}
const without = (item: Evidence, kind: Subject['kind']) =>
  ({
    ...item,
    id: `${item.id}-bare`,
    subjects: item.subjects.filter(one => one.kind !== kind),
  } as unknown as Evidence);
const list = (...of: Parameters<typeof find>) =>
  find(...of).members.map(({ describes }) => describes);

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

describe('changes', () => {
  const overChanges: Clause = { each: 'change', within: 'P30D' };
  const change = (days: number, number = 7) =>
    merged(number, days * DAY, 'anna', 'h', `m${days}`);

  it('are those that were merged within the window, each once', () => {
    const first = change(80);
    const told = { ...first, id: 'again', observedAt: day(81) } as Evidence;
    const found = find(overChanges, [
      change(70, 1),
      told,
      first,
      change(90, 2),
    ]);
    expect(found.members[0]).toEqual({
      value: first.predicate,
      evidence: [first],
      describes: {
        kind: 'change',
        title: '#7 Change 7',
        uri: 'https://github.com/bank/ledger/pull/7',
        at: day(80),
      },
    });
    expect(found.members.map(({ describes }) => describes.at)).toEqual([
      day(80),
      day(90),
    ]);
    expect(found.validUntil).toBe(day(110));
  });

  it('are the earliest first, and have a window', () => {
    const clause = { ...overChanges, within: 'P30D' } as Clause;
    expect(builtIn.createPopulation(clause).window).toBe('P30D');
    expect(builtIn.createPopulation(clause).member).toEqual({
      name: 'change-merged',
      schema: evidenceTypes['change-merged'],
    });
  });

  it('may be those to some branches', () => {
    const { predicate, subjects } = change(80, 8);
    const elsewhere = evidence(
      'change-merged',
      day(80),
      { ...predicate, targetBranch: 'develop' },
      subjects.slice(1),
    );
    const where = { targetBranch: ['main', 'release'] };
    expect(list({ ...overChanges, where }, [elsewhere, change(90)])).toEqual([
      expect.objectContaining({ at: day(90) }),
    ]);
    expect(list(overChanges, [elsewhere, change(90)])).toHaveLength(2);
  });

  it('that name no change are one each, and a title may be missing', () => {
    const bare = without(change(80), 'change');
    const other = without(change(81), 'change');
    const untitled = {
      ...change(82, 9),
      predicate: {
        ...change(82, 9).predicate,
        change: { ...change(82, 9).predicate.change, title: '' },
      },
    } as Evidence;
    expect(
      list(overChanges, [bare, other, untitled]).map(({ title }) => title),
    ).toEqual(['#7 Change 7', '#7 Change 7', '#9']);
  });

  it.each<[string, object, Parameters<typeof find>[2]]>([
    [
      'not-applicable',
      { code: 'population-empty', params: { days: 30, kind: 'change' } },
      {},
    ],
    ['not-assessed', { code: 'source-silent' }, { sourceHeard: false }],
    [
      'not-assessed',
      { code: 'asset-not-linked' },
      { asset: { linked: false } },
    ],
  ])('are none: %s, %j', (status, reason, more) => {
    expect(find(overChanges, [], more)).toMatchObject({
      members: [],
      empty: { status, reason },
    });
  });
});

describe('incidents', () => {
  const overIncidents: Clause = { each: 'incident', within: 'P90D' };
  type Incident = Predicate<'incident-detected'>['incident'];
  const subject: Subject = { kind: 'incident', uri: 'https://pager/INC-7' };
  const detected = (days: number, more: Partial<Incident> = {}) =>
    evidence(
      'incident-detected',
      day(days),
      { incident: { id: 'INC-7', ...more }, detectedAt: day(days) },
      [subject],
    );
  const resolved = (days: number, more: Partial<Incident> = {}) =>
    evidence(
      'incident-resolved',
      day(days),
      { incident: { id: 'INC-7', ...more }, resolvedAt: day(days) },
      [subject],
    );

  it('have what any report says of them, the latest first', () => {
    const environment = { name: 'production', production: true };
    const all = [
      detected(50, { title: 'Slow', environment, url: 'https://pager/7' }),
      detected(51, { title: 'No payments', artifact: 'ledger' }),
      detected(52),
      resolved(53),
    ];
    expect(find(overIncidents, all).members).toEqual([
      {
        value: {
          id: 'INC-7',
          title: 'No payments',
          environment: 'production',
          artifact: 'ledger',
          detectedAt: day(50),
          resolvedAt: day(53),
        },
        evidence: all,
        describes: {
          kind: 'incident',
          title: 'No payments',
          uri: 'https://pager/7',
          at: day(50),
        },
      },
    ]);
  });

  it('have an id, if nothing else is said of them', () => {
    const one = detected(50);
    expect(find(overIncidents, [one]).members).toEqual([
      {
        value: { id: 'INC-7', detectedAt: day(50) },
        evidence: [one],
        describes: { kind: 'incident', title: 'INC-7', at: day(50) },
      },
    ]);
  });

  it('began with the earliest time, in whatever order it was reported', () => {
    const late = {
      ...detected(52),
      predicate: { incident: { id: 'INC-7' }, detectedAt: day(40) },
    } as Evidence;
    expect(list(overIncidents, [detected(50), late])[0]?.at).toBe(day(40));
  });

  it('are resolved if they are at the time of the last detection', () => {
    const value = (...all: Evidence[]) =>
      find(overIncidents, all).members[0]?.value;
    expect(value(detected(50), resolved(50))).toHaveProperty('resolvedAt');
    expect(value(detected(50), resolved(49))).not.toHaveProperty('resolvedAt');
  });

  it('count as long as they are open; else to the end of the window', () => {
    const at10 = [detected(10), resolved(11)];
    expect(find(overIncidents, at10).members).toEqual([]);
    expect(find(overIncidents, [detected(10)]).members).toHaveLength(1);
    expect(find(overIncidents, [detected(10)]).validUntil).toBeUndefined();
    const open = [detected(5), ...[detected(20), resolved(21)].map(rename)];
    expect(find(overIncidents, open).validUntil).toBe(day(110));
  });

  it('are not known, if only their end is', () => {
    const ends = [resolved(50), resolved(60, { title: 'Slow' })];
    expect(find(overIncidents, ends)).toEqual({
      members: [
        {
          value: {},
          evidence: [ends[1]],
          describes: { kind: 'incident', title: 'Slow', at: day(60) },
          problem: {
            code: 'incident-not-detected',
            params: { incident: 'INC-7' },
          },
        },
      ],
      validUntil: day(150),
    });
    expect(list(overIncidents, [resolved(50)])[0]?.title).toBe('INC-7');
    expect(list(overIncidents, [resolved(10)])).toEqual([]);
    expect(list(overIncidents, [detected(50), resolved(60)])).toHaveLength(1);
  });

  it('are the same by their id, where no subject names them', () => {
    const bare = [detected(50), detected(51), resolved(52)].map(one =>
      without(one, 'incident'),
    );
    expect(list(overIncidents, bare)).toHaveLength(1);
    const two = [detected(50), detected(51, { id: 'INC-8' })];
    expect(
      list(
        overIncidents,
        two.map(one => without(one, 'incident')),
      ),
    ).toHaveLength(2);
    // The subject is the same, whatever the tool calls it.
    expect(list(overIncidents, two)).toHaveLength(1);
  });

  it('are none only where an incident tool reports', () => {
    const none = (all: Evidence[]) => find(overIncidents, all).empty;
    expect(none([])).toMatchObject({
      status: 'not-assessed',
      reason: { code: 'incidents-unheard' },
    });
    expect(none([resolved(5)])).toEqual({
      status: 'not-applicable',
      reason: {
        code: 'population-empty',
        params: { days: 90, kind: 'incident' },
      },
    });
  });

  function rename(item: Evidence): Evidence {
    const other: Subject = { kind: 'incident', uri: 'https://pager/INC-8' };
    return {
      ...item,
      id: `${item.id}-8`,
      subjects: [item.subjects[0]!, other],
    } as unknown as Evidence;
  }
});

describe('open findings', () => {
  const overFindings: Clause = { each: 'open-finding' };
  type Changed = Predicate<'security-finding-changed'>;
  const finding = (
    days: number,
    id: string,
    more: Partial<Changed> = {},
    details: Partial<Changed['finding']> = {},
  ) =>
    evidence(
      'security-finding-changed',
      day(days),
      {
        tool: { name: 'trivy' },
        kind: 'container',
        finding: { id, rule: 'CVE-1', ...details },
        severity: 'high',
        state: 'open',
        changedAt: day(days),
        ...more,
      },
      [{ kind: 'finding', uri: `https://github.com/alerts/${id}` }],
    );

  it('have what their latest state says', () => {
    const url = 'https://github.com/alerts/1';
    const [old, one, bare] = [
      finding(10, '1', { severity: 'low' }),
      finding(
        50,
        '1',
        { openedAt: day(10), state: 'dismissed' },
        { title: 'A hole', url },
      ),
      finding(60, '2'),
    ];
    const shared = { rule: 'CVE-1', tool: 'trivy', kind: 'container' };
    expect(find(overFindings, [old, one, bare]).members).toEqual([
      {
        value: {
          id: '1',
          ...shared,
          severity: 'high',
          state: 'dismissed',
          openedAt: day(10),
        },
        evidence: [one, old],
        describes: { kind: 'finding', title: 'A hole', uri: url, at: day(50) },
      },
      {
        value: { id: '2', ...shared, severity: 'high', state: 'open' },
        evidence: [bare],
        describes: { kind: 'finding', title: 'CVE-1', at: day(60) },
      },
    ]);
  });

  it('are the same by repository, tool and id, where no subject names them', () => {
    const count = (...all: Evidence[]) =>
      list(
        overFindings,
        all.map(one => without(one, 'finding')),
      ).length;
    const other = { tool: { name: 'codeql' } };
    expect(count(finding(10, '1'), finding(20, '1'))).toBe(1);
    expect(count(finding(10, '1'), finding(20, '2'))).toBe(2);
    expect(count(finding(10, '1'), finding(20, '1', other))).toBe(2);
    const nameless = [finding(10, '1'), finding(20, '1')].map(one =>
      without(one, 'repository'),
    );
    expect(count(...nameless)).toBe(2);
    // A subject of its own is enough.
    expect(list(overFindings, nameless)).toHaveLength(1);
  });

  describe('of a scanner whose last scan has results', () => {
    const scan = evidence('security-scan-finished', day(99), {
      tool: { name: 'codeql' },
      kind: 'code',
      results: 3,
      finishedAt: day(99),
    });

    it('are not known if none was reported', () => {
      expect(find(overFindings, [scan]).members).toEqual([
        {
          value: {},
          evidence: [scan],
          describes: { kind: 'finding', title: 'codeql', at: day(99) },
          problem: {
            code: 'findings-not-reported',
            params: { tool: 'codeql', results: 3 },
          },
        },
      ]);
    });

    it.each<[boolean, string, number, string, object]>([
      [true, 'is open, though reported before the scan', 98, 'codeql', {}],
      [true, 'was fixed at the time', 99, 'codeql', { state: 'fixed' }],
      [false, 'was fixed before', 98, 'codeql', { state: 'fixed' }],
      [false, 'is of another scanner', 99, 'trivy', {}],
    ])('are known (%s) by one that %s', (result, _, days, name, more) => {
      const one = finding(days, '1', { tool: { name }, ...more });
      const { members } = find(overFindings, [scan, one]);
      expect(members.every(({ problem }) => !problem)).toBe(result);
    });
  });

  it.each([
    [true, 'never-scanned'],
    [false, 'asset-not-linked'],
  ])('are not known without a scan (linked: %s): %s', (linked, code) => {
    expect(find(overFindings, [], { asset: { linked } }).empty).toMatchObject({
      status: 'not-assessed',
      reason: { code },
    });
  });
});

describe('states', () => {
  const settings: Clause = {
    each: 'repository',
    from: 'pipeline-settings-observed',
    within: 'P2D',
  };
  const observed = (days: number, more = {}) =>
    evidence('pipeline-settings-observed', day(days), {
      complete: true,
      defaultTokenRights: 'read',
      ...more,
    });
  const definition: Clause = {
    each: 'pipeline',
    from: 'pipeline-definition-observed',
    within: 'P2D',
  };
  type Definition = Predicate<'pipeline-definition-observed'>;
  const defined = (days: number, more: Partial<Definition> = {}) =>
    evidence(
      'pipeline-definition-observed',
      day(days),
      {
        complete: true,
        pipeline: { name: 'Build', path: 'ci.yml' },
        triggers: ['push'],
        uses: [],
        runners: [],
        environments: [],
        ...more,
      } as Definition,
      [{ kind: 'pipeline', uri: 'https://ci/build' }],
    );

  it('of a repository are called as it is', () => {
    const one = observed(99);
    expect(find(settings, [one]).members).toEqual([
      {
        value: one.predicate,
        evidence: [one],
        describes: {
          kind: 'repository',
          title: 'https://github.com/bank/ledger',
          uri: 'https://github.com/bank/ledger',
          at: day(99),
        },
      },
    ]);
    const entity: Subject = { kind: 'entity', uri: asset.entityRef };
    const behind = { ...one, subjects: [entity, ...one.subjects] } as Evidence;
    expect(list(settings, [behind])[0]).toMatchObject({
      title: 'https://github.com/bank/ledger',
    });
    expect(list(settings, [without(one, 'repository')])[0]).toEqual({
      kind: 'repository',
      title: '',
      at: day(99),
    });
  });

  it.each<[boolean, Partial<Definition>]>([
    [true, { permissions: { '*': 'write' } }],
    [false, { permissions: { '*': 'read' } }],
    [false, { permissions: { contents: 'write' } }],
    [false, {}],
  ])(
    'of a pipeline say whether it may write everything: %s, %j',
    (may, more) => {
      const [member] = find(definition, [defined(99, more)]).members;
      expect(member?.value).toMatchObject({ writesEverything: may });
      expect(member?.describes).toEqual({
        kind: 'pipeline',
        title: 'ci.yml',
        uri: 'https://ci/build',
        at: day(99),
      });
    },
  );

  it('of a pipeline have its name where it has no path', () => {
    const runs: Clause = {
      each: 'pipeline',
      from: 'pipeline-run-finished',
      within: 'P2D',
    };
    expect(list(runs, [built(99 * DAY, 'm')])[0]?.title).toBe('Build');
  });

  it('are stale from the very end of the time that they count', () => {
    const stale = (days: number) => find(settings, [observed(days)]);
    expect(stale(98).members[0]?.problem).toEqual({
      code: 'evidence-stale',
      params: { observedAt: day(98), days: 2 },
    });
    expect(stale(98).validUntil).toBe(day(188));
    expect(stale(98.01).members[0]).not.toHaveProperty('problem');
    expect(stale(98.01).validUntil).toBe(at(100.01 * DAY));
  });

  it('are forgotten after ninety days', () => {
    expect(list(settings, [observed(10)])).toEqual([]);
    expect(list(settings, [observed(10.01)])).toHaveLength(1);
  });

  it('are missing of a repository that was not read', () => {
    const other = 'https://github.com/bank/other';
    const repositories = [...asset.repositories, other];
    const { members } = find(settings, [observed(99)], {
      asset: { repositories },
    });
    expect(members[1]).toEqual({
      value: {},
      evidence: [],
      describes: { kind: 'repository', title: other, uri: other, at: NOW },
      problem: {
        code: 'state-not-observed',
        params: { kind: 'repository', type: 'pipeline-settings-observed' },
      },
    });
    expect(find(settings, []).empty?.reason.params).toEqual({
      kind: 'repository',
      type: 'pipeline-settings-observed',
    });
  });

  const round = (days: number, complete = true) =>
    evidence('collector-heartbeat', day(days), {
      complete,
      target: 'https://github.com/bank/ledger',
      parts: [],
      startedAt: day(days),
      finishedAt: day(days),
    });

  it('may be none of a repository that was collected completely', () => {
    expect(find(definition, [round(99)]).empty).toEqual({
      status: 'not-applicable',
      reason: { code: 'none-observed', params: { kind: 'pipeline' } },
    });
    expect(find(definition, [round(99, false)]).empty?.status).toBe(
      'not-assessed',
    );
    expect(find(settings, [round(99)]).empty?.status).toBe('not-assessed');
  });

  it('are gone if a later complete collection did not find them', () => {
    expect(list(definition, [defined(99), round(99.5)])).toEqual([]);
    expect(list(definition, [defined(99), round(98)])).toHaveLength(1);
    expect(list(definition, [defined(99), round(99.5, false)])).toHaveLength(1);
    const run: Clause = {
      each: 'pipeline',
      from: 'pipeline-run-finished',
      within: 'P2D',
    };
    // A collection lists settings, not what happened.
    const happened = built(99 * DAY, 'm');
    expect(list(run, [happened, round(99.5)])).toHaveLength(1);
  });

  it('name what could not be read', () => {
    const partly = observed(99, { complete: false, problem: '403' });
    expect(find(settings, [partly]).members[0]?.doubt).toEqual({
      code: 'evidence-incomplete',
      params: { problem: '403' },
    });
    const silent = observed(99, { complete: false });
    expect(find(settings, [silent]).members[0]?.doubt?.params).toEqual({
      problem: '',
    });
  });
});

describe('running artifacts', () => {
  const running: Clause = {
    each: 'running-artifact',
    within: 'P1D',
    where: { environment: 'production' },
  };
  const production = { name: 'production', production: true };
  const seen = (
    days: number,
    more: Partial<Predicate<'environment-observed'>> = {},
    uri = 'https://k8s/production',
  ) =>
    evidence(
      'environment-observed',
      day(days),
      {
        complete: true,
        environment: production,
        artifacts: [{ name: 'ledger', digest: 'sha256:aa' }],
        ...more,
      },
      [{ kind: 'environment', uri }],
    );
  const eu = { name: 'eu', production: true };

  it('are those of the latest reading of each place', () => {
    const [old, now, other] = [
      seen(99.1, { artifacts: [{ name: 'old' }] }),
      seen(99.5),
      seen(99.6, { environment: eu }, 'https://k8s/eu'),
    ];
    const found = find(running, [old, now, other]);
    expect(found.members.map(({ describes }) => describes)).toEqual([
      { kind: 'artifact', title: 'ledger (production)', at: day(99.5) },
      { kind: 'artifact', title: 'ledger (eu)', at: day(99.6) },
    ]);
    expect(found.members[0]).toMatchObject({
      value: {
        ...{ environment: 'production', production: true },
        name: 'ledger',
      },
      evidence: [now],
    });
    expect(found.validUntil).toBe(day(100.5));
  });

  it('differ by source and name, where no subject names the place', () => {
    const bare = (...all: Evidence[]) =>
      list(
        running,
        all.map(one => without(one, 'environment')),
      ).length;
    expect(bare(seen(99.1), seen(99.5))).toBe(1);
    expect(bare(seen(99.1), seen(99.5, { environment: eu }))).toBe(2);
    const argo = { ...seen(99.5), sourceId: 'argo' } as Evidence;
    expect(bare(seen(99.1), argo)).toBe(2);
    // A subject is one place, whoever reads it.
    expect(list(running, [seen(99.1), argo])).toHaveLength(1);
  });

  it('are not known of a stale reading', () => {
    expect(find(running, [seen(99)]).members).toEqual([
      {
        value: {},
        evidence: [expect.anything()],
        describes: { kind: 'artifact', title: 'production', at: day(99) },
        problem: {
          code: 'evidence-stale',
          params: { observedAt: day(99), days: 1 },
        },
      },
    ]);
    expect(find(running, [seen(99)]).validUntil).toBe(day(189));
    expect(list(running, [seen(10)])).toEqual([]);
    expect(list(running, [seen(10.01)])).toHaveLength(1);
  });

  it('are not known of a place that is deployed to and not read', () => {
    const deployment = deployed(50 * DAY, 'm', { environment: eu });
    const ancient = deployed(10 * DAY, 'm', {
      environment: { name: 'us', production: true },
    });
    const staging = deployed(50 * DAY, 'm', {
      environment: { name: 'staging', production: false },
    });
    const { members } = find(running, [
      seen(99.5),
      deployment,
      ancient,
      staging,
    ]);
    // However long ago it was deployed to.
    expect(members.slice(1)).toEqual(
      [
        { item: ancient, title: 'us', at: day(10) },
        { item: deployment, title: 'eu', at: day(50) },
      ].map(({ item, title, at: when }) => ({
        value: {},
        evidence: [item],
        describes: { kind: 'artifact', title, at: when },
        problem: {
          code: 'state-not-observed',
          params: { kind: 'artifact', type: 'environment-observed' },
        },
      })),
    );
    expect(find(running, [deployment])).toMatchObject({
      members: [],
      empty: {
        status: 'not-assessed',
        reason: {
          code: 'state-not-observed',
          params: { kind: 'artifact', type: 'environment-observed' },
        },
      },
    });
  });

  it('are none where nothing runs, unless that was not read completely', () => {
    const empty = [
      seen(99.5, { artifacts: [] }),
      seen(99.6, { artifacts: [], environment: eu }, 'https://k8s/eu'),
    ];
    expect(find(running, empty).empty).toEqual({
      status: 'not-applicable',
      reason: {
        code: 'nothing-runs',
        params: { environments: 'production, eu' },
      },
    });
    const partly = { complete: false, problem: '403' };
    const [unknown] = find(running, [
      seen(99.5, { artifacts: [], ...partly }),
    ]).members;
    expect(unknown?.problem?.code).toBe('evidence-incomplete');
    const [doubtful] = find(running, [seen(99.5, partly)]).members;
    expect(doubtful).toMatchObject({
      value: { name: 'ledger' },
      doubt: { code: 'evidence-incomplete' },
    });
  });

  it('are not those whose names are excepted', () => {
    const artifacts = [{ name: 'istio/proxy' }, { name: 'ledger' }];
    const except = ['istio/'];
    expect(
      list({ ...running, except }, [seen(99.5, { artifacts })]),
    ).toHaveLength(1);
  });
});

describe('deployments', () => {
  const all: Clause = { each: 'deployment', within: 'P90D' };
  const production: Clause = { ...all, where: { environment: 'production' } };

  it('are named with their environment', () => {
    expect(list(production, [deployed(50 * DAY, 'm')])).toEqual([
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
    expect(list(production, two).map(one => one.at)).toEqual([day(60)]);
    expect(list(all, two)).toHaveLength(2);
  });

  it('of several repositories each have one that runs', () => {
    const other = {
      ...deployed(1 * DAY, 'm'),
      subjects: [{ kind: 'repository', uri: 'https://github.com/bank/x' }],
    } as unknown as Evidence;
    expect(list(production, [other, deployed(2 * DAY, 'm')])).toHaveLength(2);
  });

  it('that failed are no deployments, but may have changed something', () => {
    const failed = (days: number) =>
      evidence('deployment-failed', day(days), {
        deployment: deployed(1, 'm').predicate.deployment,
        outcome: 'failure',
        failedAt: day(days),
      } as unknown as Predicate<'deployment-failed'>);
    expect(find(production, [failed(20), failed(30)])).toMatchObject({
      empty: {
        status: 'not-assessed',
        reason: {
          code: 'deployments-failed-only',
          params: { count: 2, days: 90 },
        },
      },
      validUntil: day(110),
    });
    expect(find(production, [failed(10)]).empty).toEqual({
      status: 'not-applicable',
      reason: {
        code: 'population-empty',
        params: { days: 90, kind: 'deployment' },
      },
    });
  });
});

describe('an asset', () => {
  const record: Clause = {
    each: 'asset',
    from: 'asset-record-observed',
    within: 'P30D',
  };

  it('is described by its latest record, which must be new enough', () => {
    const old = recordObserved({}, 80 * DAY);
    const one = recordObserved({ missing: ['owner'] as never }, 90 * DAY);
    expect(find(record, [old, one])).toEqual({
      members: [
        {
          value: one.predicate,
          evidence: [one],
          describes: { kind: 'asset', title: 'Ledger', at: day(90) },
        },
      ],
      validUntil: day(120),
      expiries: [{ since: day(90), at: day(120) }],
    });
    expect(find(record, [recordObserved({}, 70 * DAY)])).toEqual({
      members: [],
      empty: {
        status: 'not-assessed',
        reason: {
          code: 'evidence-stale',
          params: { observedAt: day(70), days: 30 },
        },
      },
    });
    expect(find(record, [])).toEqual({
      members: [],
      empty: {
        status: 'not-assessed',
        reason: { code: 'not-yet-observed', params: {} },
      },
    });
  });
});

describe('intervals', () => {
  const weekly: Clause = {
    each: 'interval',
    between: 'security-scan-finished',
    within: 'P30D',
    before: 'P10D',
  };
  const scan = (days: number, more = {}) =>
    evidence('security-scan-finished', day(days), {
      tool: { name: 'trivy' },
      kind: 'container',
      finishedAt: day(days),
      ...more,
    });

  it('have their two ends as evidence; the last one is open', () => {
    const [a, b] = [scan(65), scan(80)];
    expect(find(weekly, [a, b]).members).toMatchObject([
      {
        value: { from: day(65), to: day(80), open: false },
        evidence: [a, b],
        describes: { kind: 'interval', at: day(80) },
      },
      {
        value: { from: day(80), open: true },
        evidence: [b],
        describes: { kind: 'interval', at: NOW },
      },
    ]);
    expect(find(weekly, [a, b]).validUntil).toBe(day(110));
  });

  it('are those that reach into the window', () => {
    const ends = (...days: number[]) =>
      list(
        weekly,
        days.map(number => scan(number)),
      ).map(one => one.at);
    expect(ends(61, 70, 90)).toEqual([day(90), NOW]);
    expect(ends(61, 70.1, 90)).toEqual([day(70.1), day(90), NOW]);
  });

  it('begin at the first event, if it is at the begin of the window', () => {
    expect(list(weekly, [scan(70)])).toHaveLength(1);
    expect(find(weekly, [scan(70)]).validUntil).toBeUndefined();
  });

  it('are not known before the first event within reach', () => {
    const first = scan(80);
    const found = find(weekly, [scan(60), first]);
    expect(found.members[0]).toEqual({
      value: { from: day(70), to: day(80), open: false },
      evidence: [first],
      describes: {
        kind: 'interval',
        period: { from: day(70), to: day(80) },
        at: day(80),
      },
      problem: {
        code: 'interval-start-unknown',
        params: { type: 'security-scan-finished', first: day(80) },
      },
    });
    expect(found.validUntil).toBe(day(110));
  });

  it('end with what succeeded', () => {
    const failed = scan(90, { error: 'no disk' });
    expect(list(weekly, [scan(65), failed])).toHaveLength(1);
    const runs: Clause = { ...weekly, between: 'pipeline-run-finished' };
    const outcomes = [
      built(65 * DAY, 'a'),
      built(80 * DAY, 'b', 'failure'),
      built(90 * DAY, 'c'),
    ];
    expect(list(runs, outcomes).map(one => one.at)).toEqual([day(90), NOW]);
  });

  it('are none where nothing happened within reach', () => {
    expect(find(weekly, [scan(60)])).toEqual({
      members: [],
      empty: {
        status: 'not-assessed',
        reason: {
          code: 'event-never-observed',
          params: { type: 'security-scan-finished', days: 40 },
        },
      },
    });
  });
});

describe('findLongest', () => {
  it.each([
    [['P7D', 'P1M', 'P30D'], 'P1M'],
    [['P1Y', 'P400D', 'P1D'], 'P400D'],
    [[], undefined],
  ])('of %j is %s', (durations, longest) => {
    expect(findLongest(durations as never)).toBe(longest);
  });
});
