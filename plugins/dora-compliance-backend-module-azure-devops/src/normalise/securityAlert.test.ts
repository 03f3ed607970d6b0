import * as make from '../__testUtils__/azureObjects';
import { ledger } from '../__testUtils__/expectedSubjects';
import { normaliseEvent, readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('an alert', () => {
  const page = `${ledger.uri}/alerts/3`;

  it('is a finding of its repository', () => {
    expect(readEvent(sample.alertEvent())).toEqual([
      {
        type: 'security-finding-changed',
        subjects: [ledger, { kind: 'finding', uri: page }],
        predicate: {
          tool: { name: 'CodeQL' },
          kind: 'code',
          finding: {
            id: '3',
            rule: 'cs/sql-injection',
            title: 'SQL injection',
            url: page,
          },
          severity: 'high',
          state: 'open',
          openedAt: '2026-02-01T08:00:00.000Z',
          changedAt: '2026-03-02T12:00:00.123Z',
        },
        observedAt: '2026-03-02T12:00:00.123Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it('that is dismissed tells by whom and why', () => {
    const dismissal = {
      dismissalType: 'falsePositive',
      message: 'not ours',
      stateChangedBy: make.person('Ben').id,
      stateChangedByIdentity: make.person('Ben'),
    };
    const told = (change: object) =>
      readEvent(sample.alertEvent(change))[0]?.predicate;
    expect(told({ state: 'dismissed', dismissal })).toMatchObject({
      state: 'dismissed',
      reason: 'falsePositive',
      changedBy: { login: 'ben@bank.example' },
    });
    const idOnly = { ...dismissal, stateChangedByIdentity: null };
    expect(told({ state: 'autoDismissed', dismissal: idOnly })).toMatchObject({
      state: 'dismissed',
      changedBy: { id: make.person('Ben').id, kind: 'unknown' },
    });
    expect(told({ state: 'fixed', dismissal })).not.toHaveProperty('changedBy');
  });

  it.each([
    [{ alertType: 'secret', severity: 'critical' }, 'secret', 'critical'],
    [{ alertType: 'dependency', severity: 'low' }, 'dependency', 'low'],
    [{ alertType: 'license', severity: 'medium' }, 'other', 'medium'],
    [{ alertType: null, severity: 'warning' }, 'other', 'unknown'],
  ])('of %j', (change, kind, severity) => {
    expect(readEvent(sample.alertEvent(change))[0]).toMatchObject({
      predicate: { kind, severity },
    });
  });

  it.each([
    [{ state: 'unknown' }, 'resource.state unknown is unknown'],
    [{ repositoryUrl: 'ledger' }, 'repositoryUrl is no repository'],
    [{ tools: [{ name: 'CodeQL', rules: [{}] }] }, 'names no rule'],
  ])('with %j is rejected', (change, reason) => {
    expect(normaliseEvent(sample.alertEvent(change))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining(reason),
    });
  });
});
