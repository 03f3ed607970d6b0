import { mockServices } from '@backstage/backend-test-utils';
import type { SignalPayload } from '@backstage/plugin-signals-node';
import { at } from '../testing/samples';
import { ChangeSignal } from './ChangeSignal';

describe('the signal that scores changed', () => {
  const published: SignalPayload[] = [];
  const logger = mockServices.logger.mock();
  let failure: Error | undefined;
  let signal: ChangeSignal;

  beforeEach(() => {
    jest.useFakeTimers();
    published.length = 0;
    logger.warn.mockClear();
    failure = undefined;
    signal = new ChangeSignal({
      signals: {
        publish: async message => {
          if (failure) {
            throw failure;
          }
          published.push(message);
        },
      },
      logger,
      now: () => at(0),
    });
  });
  afterEach(() => jest.useRealTimers());

  it('is one for a burst, and names nothing', async () => {
    for (let change = 0; change < 1000; change += 1) {
      signal.note();
    }
    await jest.advanceTimersByTimeAsync(10_000);
    expect(published).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'dora-compliance:changes',
        message: { version: Date.parse(at(0)) },
      },
    ]);
  });

  it('follows each later change', async () => {
    signal.note();
    await jest.advanceTimersByTimeAsync(2_000);
    signal.note();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(published).toHaveLength(2);
  });

  it('is not sent after the end', async () => {
    signal.note();
    signal.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(published).toEqual([]);
  });

  it('logs a failure once, until it works again', async () => {
    const publish = async () => {
      signal.note();
      await jest.advanceTimersByTimeAsync(2_000);
    };
    failure = new Error('no bus');
    await publish();
    await publish();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    failure = undefined;
    await publish();
    expect(published).toHaveLength(1);
    failure = new Error('no bus');
    await publish();
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });
});
