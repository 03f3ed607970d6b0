import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  CollectionTarget,
  Delivery,
  DeliveryLog,
  DeliveryLogAnswer,
  DeliveryLogRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { collectorFaults } from './EvidenceCollector.contract';
import type { FakeApi } from './FakeApi';

/**
 * A delivery log over a CI system that a test can break.
 *
 * @public
 */
export type DeliveryLogSubject = {
  api: FakeApi;
  log: DeliveryLog;
  target: CollectionTarget;
  /** Where we receive, by the hooks of the fake system. */
  address: string;
  since: Instant;
  now: Instant;
  /** The ids of the deliveries in the log since then. */
  ids: readonly string[];
  readId(delivery: Delivery): string | undefined;
};

/**
 * Reads a log to its end.
 *
 * @public
 */
export async function readLog(
  subject: DeliveryLogSubject,
  changes: Partial<DeliveryLogRequest> = {},
): Promise<{ deliveries: Delivery[]; answers: DeliveryLogAnswer[] }> {
  const deliveries: Delivery[] = [];
  const answers: DeliveryLogAnswer[] = [];
  const { log, target, address, since, now } = subject;
  for await (const step of log.read({
    targets: [target],
    address,
    since,
    kept: async () => new Set(),
    now: () => now,
    signal: new AbortController().signal,
    ...changes,
  })) {
    deliveries.push(...step.deliveries);
    answers.push(...step.answers);
  }
  return { deliveries, answers };
}

/**
 * What holds for every DeliveryLog. The fake system must be one whose log
 * answers for the target.
 *
 * @public
 */
export function deliveryLogContract(
  create: () => Promise<DeliveryLogSubject>,
): void {
  describe('DeliveryLog', () => {
    let subject: DeliveryLogSubject;

    beforeEach(async () => {
      subject = await create();
    });
    afterEach(() => subject.api.stop());

    const listIds = (deliveries: readonly Delivery[]) =>
      deliveries.map(delivery => subject.readId(delivery)).sort();

    it('reads what was sent and is not kept', async () => {
      const { deliveries } = await readLog(subject);
      expect(subject.ids.length).toBeGreaterThan(1);
      expect(listIds(deliveries)).toEqual([...subject.ids].sort());
      const [first, ...rest] = subject.ids;
      const others = await readLog(subject, {
        kept: async ids => new Set(ids.filter(id => id === first)),
      });
      expect(listIds(others.deliveries)).toEqual([...rest].sort());
    });

    it('reads nothing that another address was sent', async () => {
      const { deliveries, answers } = await readLog(subject, {
        address: 'https://other.example/ingest',
      });
      expect(deliveries).toEqual([]);
      expect(answers.filter(({ complete }) => complete)).toEqual([]);
    });

    it.each(collectorFaults)(
      'answers for nothing when the system fails with %s',
      async fault => {
        subject.api.breakWith(fault);
        const { answers } = await readLog(subject);
        expect(answers.filter(({ complete }) => complete)).toEqual([]);
        expect(answers.map(({ problem }) => problem ?? '').join()).not.toBe('');
      },
    );

    it('throws when it is told to stop', async () => {
      const signal = AbortSignal.abort(new Error('stopped'));
      await expect(readLog(subject, { signal })).rejects.toThrow('stopped');
    });
  });
}
