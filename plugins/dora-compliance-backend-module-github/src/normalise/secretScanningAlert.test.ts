import { HAPPENED_AT } from '../__testUtils__/payloads';
import { documented } from '../__testUtils__/documented';
import { read, readOne } from '../__testUtils__/read';

describe('secret_scanning_alert', () => {
  const event = 'secret_scanning_alert';

  it('opens a finding of unknown severity', () => {
    expect(
      readOne(event, documented['secret_scanning_alert.created']),
    ).toMatchObject({
      observedAt: '2023-03-17T15:42:05.000Z',
      predicate: {
        kind: 'secret',
        finding: {
          id: '1',
          rule: 'mailchimp_api_key',
          title: 'Mailchimp API Key',
        },
        severity: 'unknown',
        state: 'open',
      },
    });
  });

  it.each([
    ['revoked', 'fixed'],
    ['false_positive', 'dismissed'],
    ['used_in_tests', 'dismissed'],
    ['wont_fix', 'dismissed'],
    ['pattern_deleted', 'dismissed'],
    [null, 'dismissed'],
  ])('resolved as %s is %s', (resolution, state) => {
    const payload = structuredClone(
      documented['secret_scanning_alert.resolved'],
    );
    Object.assign(payload.alert, { resolution });
    const { predicate } = readOne(event, payload);
    expect(predicate).toMatchObject({
      state,
      changedBy: { login: 'Codertocat' },
      changedAt: '2023-03-18T08:00:00.000Z',
    });
    expect('reason' in predicate ? predicate.reason : null).toBe(resolution);
  });

  it('is opened again by the sender', () => {
    const payload = structuredClone(
      documented['secret_scanning_alert.reopened'],
    );
    Object.assign(payload.alert, { resolution: 'wont_fix' });
    const { predicate } = readOne(event, payload);
    expect(predicate).toMatchObject({
      state: 'open',
      changedBy: { login: 'Codertocat' },
      changedAt: HAPPENED_AT,
    });
    expect(predicate).not.toHaveProperty('reason');
  });

  it.each(['created', 'reopened'] as const)(
    'that was %s may lack its page and its beginning, as on older servers',
    action => {
      const payload = documented[`secret_scanning_alert.${action}`];
      const { html_url, created_at, ...alert } = payload.alert;
      const page = `${payload.repository.html_url}/security/secret-scanning/1`;
      const { predicate, observedAt } = readOne(event, { ...payload, alert });
      expect(predicate).toMatchObject({
        state: 'open',
        finding: { url: page },
      });
      expect(predicate).not.toHaveProperty('openedAt');
      expect(observedAt).toBe(HAPPENED_AT);
    },
  );

  it('never repeats the secret', () => {
    const payload = structuredClone(
      documented['secret_scanning_alert.created'],
    );
    Object.assign(payload.alert, { secret: 'hunter2' });
    expect(JSON.stringify(read(event, payload))).not.toContain('hunter2');
  });

  it('changes nothing by being validated', () => {
    expect(read(event, documented['secret_scanning_alert.validated'])).toEqual(
      [],
    );
  });
});
