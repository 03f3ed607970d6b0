import { DiscoveryError, type DiscoveryFailure } from '../DiscoveryError';
import type { PipelineSource } from '../PipelineSource';
import type { BreakableServer, Fault } from './BreakableServer';
import { holdTimeouts } from '../holdTimeouts.contract';

/** And in how many tens of seconds one may ask again, where it reports. */
const FAILURES: [Fault, DiscoveryFailure, number?][] = [
  ['unauthorized', 'forbidden'],
  ['forbidden', 'forbidden'],
  ['signed-out', 'forbidden'],
  ['not-found', 'not-found'],
  ['rate-limited', 'rate-limited', 1],
  ['rate-limited-until', 'rate-limited', 6],
  ['server-error', 'unavailable'],
  ['slow', 'unavailable'],
  ['truncated', 'truncated'],
  ['cut-off', 'truncated'],
  ['other-shape', 'unexpected'],
];

/** Milliseconds that sources are to wait for; the server decides when they are over. */
const PATIENCE = 12_345;

/** The clock stands still, so that dates in headers are reported exactly. */
const NOW = 1_800_000_000_000;

/** Requests of one kind, and where they are the first to fail. */
type KindOfAnswer = {
  on: RegExp;
  cursor?: () => Promise<string | undefined>;
  /** Faults that are no failure of this kind of answer. */
  except?: Fault[];
};

/**
 * Whatever is asked of a CI system, an answer that is missing, cut or of
 * another shape is an error that says which, and never a page.
 */
export function failsOnBrokenAnswers(
  start: () => Promise<{
    server: BreakableServer;
    create(timeout: number): PipelineSource;
  }>,
  kinds: Record<string, KindOfAnswer>,
) {
  const cases = Object.entries(kinds).flatMap(([kind, { except }]) =>
    FAILURES.filter(([fault]) => !except?.includes(fault)).map(
      ([fault, failure, tens]) => ({ kind, fault, failure, tens }),
    ),
  );
  describe('an answer that is no answer', () => {
    const askedFor = holdTimeouts();
    let clock: jest.SpyInstance;
    let system: Awaited<ReturnType<typeof start>>;

    beforeAll(async () => {
      system = await start();
    });
    beforeEach(() => {
      clock = jest.spyOn(Date, 'now').mockReturnValue(NOW);
    });
    afterEach(() => {
      clock.mockRestore();
      system.server.breakWith(undefined);
    });
    afterAll(() => system.server.stop());

    it.each(cases)('$kind, $fault: $failure', async expected => {
      const { kind, fault, failure, tens } = expected;
      const { on, cursor } = kinds[kind]!;
      const from = await cursor?.();
      system.server.requests.length = 0;
      system.server.breakWith(fault, on);
      askedFor();
      const error = await system
        .create(PATIENCE)
        .read(from)
        .catch(thrown => thrown);
      expect(system.server.requests.at(-1)).toMatch(on);
      expect(error).toBeInstanceOf(DiscoveryError);
      expect(error.failure).toBe(failure);
      expect(Math.ceil(error.retryAfter / 10_000) || undefined).toBe(tens);
      expect(new Set(askedFor())).toEqual(new Set([PATIENCE]));
    });
  });
}
