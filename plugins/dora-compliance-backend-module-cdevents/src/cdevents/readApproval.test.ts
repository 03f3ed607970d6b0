import { buildEvent } from '../__testUtils__/events';
import { read, readEvent } from '../__testUtils__/readEvent';

describe('an approval', () => {
  const approval = (status: string, dora: unknown) =>
    readEvent(
      buildEvent('approval.closed', event => {
        event.subject.content.status = status;
        event.customData = { dora };
      }),
    ).statements[0];

  it('is one of a deployment where its environment is told', () => {
    expect(approval('approved', { environment: 'production' })).toMatchObject({
      type: 'deployment-reviewed',
      predicate: {
        environment: { name: 'production', production: true },
        decision: 'approved',
        reviewer: { system: 'approve.bank.example', login: 'urn:user:ann' },
      },
    });
    expect(approval('rejected', { environment: 'x' })).toMatchObject({
      predicate: { decision: 'rejected' },
    });
  });

  it('says nothing otherwise', () => {
    expect(read('approval.closed')).toBeUndefined();
    expect(approval('expired', { environment: 'x' })).toBeUndefined();
    expect(approval('cancelled', { environment: 'x' })).toBeUndefined();
  });
});
