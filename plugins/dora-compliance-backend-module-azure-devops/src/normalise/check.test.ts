import { environment } from '../__testUtils__/expectedSubjects';
import { normaliseEvent, readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('a check', () => {
  it('of an environment is a changed protection', () => {
    expect(readEvent(sample.checkEvent())).toEqual([
      {
        type: 'settings-changed',
        subjects: [environment],
        predicate: {
          setting: 'environment-protection',
          action: 'edited',
          changes: [],
          changedAt: '2026-03-02T12:00:00.123Z',
        },
        observedAt: '2026-03-02T12:00:00.123Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it('of anything else is none', () => {
    expect(readEvent(sample.checkEvent('queue'))).toEqual([]);
  });

  it('that names no organisation is rejected', () => {
    const event = { ...sample.checkEvent(), resourceContainers: undefined };
    expect(normaliseEvent(event)).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('baseUrl'),
    });
  });
});
