import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  day,
  type Clause,
  findMembers,
  listMembers,
  without,
} from '../testing/members';
import { evidence } from '../testing/story';

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
    expect(findMembers(overFindings, [old, one, bare]).members).toEqual([
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
      listMembers(
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
    expect(listMembers(overFindings, nameless)).toHaveLength(1);
  });

  describe('of a scanner whose last scan has results', () => {
    const scan = evidence('security-scan-finished', day(99), {
      tool: { name: 'codeql' },
      kind: 'code',
      results: 3,
      finishedAt: day(99),
    });

    it('are not known if none was reported', () => {
      expect(findMembers(overFindings, [scan]).members).toEqual([
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
      const { members } = findMembers(overFindings, [scan, one]);
      expect(members.every(({ problem }) => !problem)).toBe(result);
    });
  });

  it.each([
    [true, 'never-scanned'],
    [false, 'asset-not-linked'],
  ])('are not known without a scan (linked: %s): %s', (linked, code) => {
    expect(
      findMembers(overFindings, [], { asset: { linked } }).empty,
    ).toMatchObject({
      status: 'not-assessed',
      reason: { code },
    });
  });
});
