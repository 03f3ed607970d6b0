import { HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { documented } from '../__testUtils__/documented';
import { normalise, onEnterprise, read, readOne } from '../__testUtils__/read';

describe('code_scanning_alert', () => {
  const created = () => readPayload('code_scanning_alert.created.2.json');

  it('opens a finding at a commit', () => {
    expect(readOne('code_scanning_alert', created())).toMatchObject({
      type: 'security-finding-changed',
      observedAt: '2021-02-11T03:10:43.000Z',
      subjects: [
        { kind: 'repository' },
        {
          kind: 'finding',
          uri: 'https://github.com/Codertocat/Hello-World/security/code-scanning/10',
        },
        { digest: 'gitCommit:788437584c2522f27feab10d8e631bab3e9e783a' },
      ],
      predicate: {
        tool: { name: 'CodeQL' },
        kind: 'code',
        finding: {
          id: '10',
          rule: 'java/sql-injection',
          title: 'Query built from user-controlled sources',
        },
        severity: 'unknown',
        state: 'open',
        openedAt: '2021-02-11T03:10:43.000Z',
      },
    });
  });

  it('has the severity of its rule, where told', () => {
    const payload = created();
    payload.alert.rule.security_severity_level = 'critical';
    payload.alert.tool.version = '2.4.0';
    expect(readOne('code_scanning_alert', payload).predicate).toMatchObject({
      severity: 'critical',
      tool: { name: 'CodeQL', version: '2.4.0' },
    });
  });

  it('may not tell when it began', () => {
    const payload = created();
    payload.alert.created_at = null;
    const statement = readOne('code_scanning_alert', payload);
    expect(statement.observedAt).toBe(HAPPENED_AT);
    expect(statement.predicate).not.toHaveProperty('openedAt');
  });

  it.each([null, undefined])('may not name the tool: %s', tool => {
    const payload = created();
    payload.alert.tool = tool;
    expect(readOne('code_scanning_alert', payload).predicate).toMatchObject({
      tool: { name: 'GitHub code scanning' },
      finding: { id: '10' },
    });
  });

  it('is closed by somebody with a reason', () => {
    const { predicate, subjects } = readOne(
      'code_scanning_alert',
      readPayload('code_scanning_alert.closed_by_user.1.json'),
    );
    expect(predicate).toMatchObject({
      state: 'dismissed',
      reason: 'false positive',
      changedBy: { login: 'Codertocat', kind: 'human' },
      changedAt: '2021-02-11T02:59:08.000Z',
    });
    expect(subjects).toHaveLength(2);
  });

  it('closed by a deleted account is closed by somebody unknown', () => {
    const payload = readPayload('code_scanning_alert.closed_by_user.1.json');
    payload.alert.dismissed_by = null;
    expect(readOne('code_scanning_alert', payload).predicate).toMatchObject({
      changedBy: { name: 'ghost', kind: 'unknown' },
    });
  });

  it('is fixed by an analysis, not by the one who pushed', () => {
    const payload = readPayload('code_scanning_alert.fixed.3.json');
    const { predicate, observedAt } = readOne('code_scanning_alert', payload);
    expect(predicate).toMatchObject({ state: 'fixed' });
    expect(predicate).not.toHaveProperty('changedBy');
    expect(observedAt).toBe(HAPPENED_AT);
    payload.alert.fixed_at = '2021-02-12T00:00:00Z';
    expect(readOne('code_scanning_alert', payload).observedAt).toBe(
      '2021-02-12T00:00:00.000Z',
    );
  });

  it('is opened again by the sender', () => {
    const { predicate, subjects } = readOne(
      'code_scanning_alert',
      documented['code_scanning_alert.reopened_by_user'],
    );
    expect(predicate).toMatchObject({
      state: 'open',
      changedBy: { login: 'Codertocat' },
      changedAt: HAPPENED_AT,
    });
    expect(subjects).toHaveLength(2);
  });

  it('may be of no commit', () => {
    const payload = { ...created(), commit_oid: '0'.repeat(40) };
    expect(readOne('code_scanning_alert', payload).subjects).toHaveLength(2);
  });

  it('changes nothing by appearing in one more branch', () => {
    expect(
      read(
        'code_scanning_alert',
        documented['code_scanning_alert.appeared_in_branch'],
      ),
    ).toEqual([]);
  });

  it('names a server of its own', () => {
    expect(
      readOne('code_scanning_alert', onEnterprise(created())).subjects[1]?.uri,
    ).toMatch(/^https:\/\/github\.bank\.example\//);
  });
});

describe('dependabot_alert', () => {
  it('opens a finding', () => {
    expect(
      readOne(
        'dependabot_alert',
        readPayload('dependabot_alert.created.1.json'),
      ),
    ).toMatchObject({
      observedAt: '2023-06-24T13:57:12.000Z',
      subjects: [{ kind: 'repository' }, { kind: 'finding' }],
      predicate: {
        tool: { name: 'Dependabot' },
        kind: 'dependency',
        finding: { id: '20', rule: 'GHSA-c2qf-rxjj-qqgw' },
        severity: 'medium',
        state: 'open',
      },
    });
  });

  it.each([
    ['dismissed', 'dismissed', 'tolerable_risk', '2023-07-01T09:00:00.000Z'],
    [
      'auto_dismissed',
      'dismissed',
      'auto_dismissed',
      '2023-07-02T09:00:00.000Z',
    ],
    ['reopened', 'open', undefined, HAPPENED_AT],
    ['reintroduced', 'open', undefined, HAPPENED_AT],
  ] as const)('%s is %s', (action, state, reason, changedAt) => {
    const { predicate } = readOne(
      'dependabot_alert',
      documented[`dependabot_alert.${action}`],
    );
    expect(predicate).toMatchObject({ state, changedAt });
    expect('reason' in predicate ? predicate.reason : undefined).toBe(reason);
  });

  it('is as grave as it is for this package', () => {
    const payload = readPayload('dependabot_alert.created.1.json');
    payload.alert.security_vulnerability.severity = 'high';
    expect(readOne('dependabot_alert', payload).predicate).toMatchObject({
      severity: 'high',
    });
    delete payload.alert.security_vulnerability;
    expect(readOne('dependabot_alert', payload).predicate).toMatchObject({
      severity: 'medium',
    });
  });

  it('tells who dismissed it, and that nobody did when a rule did', () => {
    expect(
      readOne('dependabot_alert', documented['dependabot_alert.dismissed'])
        .predicate,
    ).toMatchObject({ changedBy: { login: 'Codertocat' } });
    expect(
      readOne('dependabot_alert', documented['dependabot_alert.auto_dismissed'])
        .predicate,
    ).not.toHaveProperty('changedBy');
  });

  it('changes nothing by being assigned', () => {
    expect(
      read(
        'dependabot_alert',
        documented['dependabot_alert.assignees_changed'],
      ),
    ).toEqual([]);
  });

  it('is rejected when the advisory is missing', () => {
    const payload = readPayload('dependabot_alert.created.1.json');
    delete payload.alert.security_advisory;
    expect(normalise('dependabot_alert', payload)).toMatchObject({
      reason: expect.stringContaining('alert.security_advisory'),
    });
  });
});

describe('repository_vulnerability_alert', () => {
  const event = 'repository_vulnerability_alert';

  it('without a number has no page', () => {
    const { subjects, predicate } = readOne(
      event,
      readPayload('repository_vulnerability_alert.create.0.json'),
    );
    expect(subjects).toMatchObject([{ kind: 'repository' }]);
    expect(predicate).toMatchObject({
      finding: {
        id: '91095730',
        rule: 'GHSA-hg78-4f6x-99wq',
        title: 'CVE-2018-16470 in rack',
      },
      severity: 'medium',
      state: 'open',
    });
  });

  it('is dismissed by somebody', () => {
    const { subjects, predicate } = readOne(
      event,
      readPayload('repository_vulnerability_alert.dismiss.3.json'),
    );
    expect(subjects[1]?.uri).toMatch(/\/security\/dependabot\/2$/);
    expect(predicate).toMatchObject({
      state: 'dismissed',
      reason: 'No bandwidth to fix this',
      changedBy: { login: 'octocat' },
      changedAt: '2017-10-25T00:00:00.000Z',
    });
  });

  it('may not tell when it was found', () => {
    const created = readPayload('repository_vulnerability_alert.create.0.json');
    delete created.alert.created_at;
    const { predicate } = readOne(event, created);
    expect(predicate).toMatchObject({ state: 'open', changedAt: HAPPENED_AT });
    expect(predicate).not.toHaveProperty('openedAt');
    const dismissed = readPayload(
      'repository_vulnerability_alert.dismiss.3.json',
    );
    delete dismissed.alert.created_at;
    expect(readOne(event, dismissed).observedAt).toBe(
      '2017-10-25T00:00:00.000Z',
    );
  });

  it('is resolved', () => {
    const { predicate } = readOne(
      event,
      documented['repository_vulnerability_alert.resolve'],
    );
    expect(predicate).toMatchObject({
      state: 'fixed',
      changedAt: '2017-10-26T00:02:00.000Z',
    });
    expect(predicate).not.toHaveProperty('reason');
  });
});
