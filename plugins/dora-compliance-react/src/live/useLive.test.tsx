import { TestApiProvider } from '@backstage/test-utils';
import { type SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { useLive } from './useLive';

describe('what is live', () => {
  const listeners = new Set<(message: object) => void>();
  const channels: string[] = [];
  const signals: SignalApi = {
    subscribe(channel, listener) {
      const notify = listener as (message: object) => void;
      channels.push(channel);
      listeners.add(notify);
      return { unsubscribe: () => listeners.delete(notify) };
    },
  };
  const reload = jest.fn();

  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    reload.mockClear();
    listeners.clear();
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  function show(isInstalled = true) {
    const apis = isInstalled ? ([[signalApiRef, signals]] as const) : [];
    return renderHook(() => useLive({ value: 'score', reload }), {
      wrapper: ({ children }: PropsWithChildren) => (
        <TestApiProvider apis={[...apis]}>{children}</TestApiProvider>
      ),
    });
  }

  const change = (version: number) =>
    act(async () => listeners.forEach(listener => listener({ version })));
  const pass = (milliseconds: number) =>
    act(() => jest.advanceTimersByTimeAsync(milliseconds));

  function hide(hidden: boolean) {
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('is what was loaded, and loads again some seconds after a change', async () => {
    const { result } = show();
    expect(result.current.value).toBe('score');
    expect(channels).toContain('dora-compliance:changes');
    await change(1);
    await pass(4_400);
    expect(reload).not.toHaveBeenCalled();
    await pass(200);
    expect(reload).toHaveBeenCalledTimes(1);
    await pass(60_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('loads once for changes that follow each other, and again for later ones', async () => {
    show();
    for (let version = 0; version < 40; version += 1) {
      await change(version);
      await pass(100);
    }
    await pass(60_000);
    expect(reload).toHaveBeenCalledTimes(1);
    await change(100);
    await pass(60_000);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('loads when it is seen again', async () => {
    show();
    hide(true);
    await change(1);
    await pass(60_000);
    expect(reload).not.toHaveBeenCalled();
    hide(false);
    expect(reload).toHaveBeenCalledTimes(1);
    hide(false);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it.each([true, false])(
    'loads nothing after it is gone, hidden: %s',
    async hidden => {
      const { unmount } = show();
      hide(hidden);
      await change(1);
      await pass(hidden ? 60_000 : 1_000);
      unmount();
      await pass(60_000);
      hide(false);
      expect(reload).not.toHaveBeenCalled();
      expect(listeners.size).toBe(0);
    },
  );

  it('loads nothing without signals', async () => {
    const { result } = show(false);
    await pass(60_000);
    expect(result.current.value).toBe('score');
    expect(reload).not.toHaveBeenCalled();
  });
});
