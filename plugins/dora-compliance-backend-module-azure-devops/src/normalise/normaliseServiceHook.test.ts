import * as make from '../__testUtils__/azureObjects';
import { normaliseEvent, readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('an event', () => {
  it.each([
    'workitem.created',
    'tfvc.checkin',
    'ms.vss-code.git-pullrequest-comment-event',
    'ms.vss-endpoint.endpoint-created',
    'ms.vss-release.deployment-started-event',
    'constructor',
  ])('of the type %s is taken with nothing made of it', eventType => {
    const odd = { createdDate: 'never', message: 'none' };
    expect(normaliseEvent({ eventType, resource: {}, ...odd })).toEqual({
      outcome: 'normalised',
      statements: [],
    });
  });

  it('without a type is rejected', () => {
    expect(normaliseEvent({ resource: {} })).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('eventType'),
    });
  });

  it('may have its type as eventId', () => {
    const { eventType, ...event } = sample.pushEvent();
    expect(readEvent({ ...event, eventId: eventType })).toEqual(
      readEvent(sample.pushEvent()),
    );
    expect(
      readEvent({ eventId: 'manualintervention.pending', resource: {} }),
    ).toEqual([]);
  });

  it.each([
    ['none', undefined],
    ['none', null],
    ['minimal', { pushId: 14, url: `${make.BASE}/_apis/x` }],
  ])('with %s of its resource says what to set', (_, resource) => {
    expect(normaliseEvent({ eventType: 'git.push', resource })).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringMatching(
        /^Azure DevOps: git\.push: .* Set "Resource details to send"/,
      ),
    });
  });

  it('without a moment is read where it needs none', () => {
    expect(readEvent({ ...sample.pushEvent(), createdDate: null })).toEqual(
      readEvent(sample.pushEvent()),
    );
  });
});
