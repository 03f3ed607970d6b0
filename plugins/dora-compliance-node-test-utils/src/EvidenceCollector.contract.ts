import {
  type Instant,
  toInstant,
  parseStatement,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type BackfillStep,
  COLLECTED_HEADER,
  type CollectorReading,
  collectedBody,
  type CollectedDocument,
  type CollectionTarget,
  type CollectorContext,
  type ConditionalCache,
  type EvidenceCollector,
  type EvidenceSource,
  type SourceGives,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/**
 * What may go wrong with the answers of a CI system.
 *
 * @public
 */
export const collectorFaults = [
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'server-error',
  'truncated',
  'cut-off',
  'other-shape',
] as const;

/** @public */
export type CollectorFault = (typeof collectorFaults)[number];

/**
 * What the contract needs to know of a collector.
 *
 * @public
 */
export type EvidenceCollectorSamples = {
  /** The source that reads what is collected. */
  source: EvidenceSource;
  /** What its module declares. */
  gives: SourceGives;
  /** What its source reads of answers that a healthy system does not give. */
  examples?: () => readonly Statement[];
  /** A collector that asks a healthy system with something in every part. */
  create(): Promise<EvidenceCollector> | EvidenceCollector;
  target: CollectionTarget;
  /** One that is not its to look at. */
  foreignTarget: CollectionTarget;
  /**
   * Makes every answer fail, or only those after the first page of each list
   * (`later-pages`), or makes all well again.
   */
  breakWith(
    fault: CollectorFault | undefined,
    which?: 'all' | 'later-pages',
  ): void;
  /** A time before the first thing that happened. */
  since: Instant;
};

/**
 * What holds for every `EvidenceCollector`. Call it in a test file.
 *
 * @public
 */
export function evidenceCollectorContract(
  name: string,
  samples: EvidenceCollectorSamples,
): void {
  const { source, gives, target, foreignTarget, breakWith, since } = samples;
  const { examples = () => [] } = samples;
  const create = async () => samples.create();

  describe(`${name} keeps the contract of EvidenceCollector`, () => {
    afterEach(() => breakWith(undefined));

    it('looks at its own targets alone', async () => {
      const collector = await create();
      expect(collector.covers(target)).toBe(true);
      expect(collector.covers(foreignTarget)).toBe(false);
      expect(collector.sourceId).toBe(source.id);
    });

    it('reads every part whole and ends with a heartbeat', async () => {
      const collector = await create();
      const documents = await round(collector);
      expect(documents.filter(({ complete }) => !complete)).toEqual([]);
      const parts = new Set(documents.map(({ part }) => part));
      expect([...parts].sort()).toEqual(
        [...collector.parts, 'heartbeat'].sort(),
      );
      expect(documents.at(-1)?.part).toBe('heartbeat');
    });

    it('collects what its source reads, in the vocabulary', async () => {
      const documents = await round(await create());
      const statements = documents.flatMap(readStatements);
      expect(statements.length).toBeGreaterThanOrEqual(documents.length);
      const heartbeat = statements.at(-1) as Statement<'collector-heartbeat'>;
      expect(heartbeat.type).toBe('collector-heartbeat');
      expect(heartbeat.predicate.complete).toBe(true);
    });

    it('gives each type of evidence that its module declares, and no other', async () => {
      const collector = await create();
      const documents = [
        ...(await round(collector, { lookBackTo: since })),
        ...(await backfill(collector)).flatMap(step => step.documents),
      ];
      const types = [...documents.flatMap(readStatements), ...examples()].map(
        ({ type }) => type,
      );
      expect([...new Set(types)].sort()).toEqual(
        [...(gives.collected ?? [])].sort(),
      );
    });

    it('expects of its history alone that it was told', async () => {
      const collector = await create();
      const given = { ...context(), lookBackTo: since };
      const parts = new Set<string>();
      for await (const item of collector.collect(target, given)) {
        if (item.expects?.length) {
          parts.add(item.document.part);
        }
      }
      expect(parts.size).toBeGreaterThan(0);
      expect(collector.history).toEqual(expect.arrayContaining([...parts]));
      expect(collector.parts).toEqual(
        expect.arrayContaining([...collector.history]),
      );
    });

    it('reads back as far as it must, or is not complete', async () => {
      const collector = await create();
      const happened = runsIn(
        (await backfill(collector)).flatMap(({ documents }) => documents),
      );
      expect(happened.size).toBeGreaterThan(0);
      const documents = await round(collector, { lookBackTo: since });
      const told = runsIn(documents);
      const missing = [...happened].filter(run => !told.has(run));
      expect(documents.at(-1)?.complete ? missing : []).toEqual([]);
    });

    it.each(collectorFaults)(
      'says that it is not complete when all answers are %s',
      async fault => {
        const collector = await create();
        breakWith(fault);
        const documents = await round(collector);
        const heartbeat = documents.at(-1) as CollectedDocument;
        expect(heartbeat.part).toBe('heartbeat');
        expect(heartbeat.complete).toBe(false);
        for (const part of heartbeat.parts ?? []) {
          expect({ ...part, problem: undefined }).toMatchObject({
            complete: false,
          });
          expect(part.problem).toBeTruthy();
        }
        // Nothing is made of an answer that is not there.
        for (const statement of documents.flatMap(readStatements)) {
          expect(statement.predicate).toMatchObject({ complete: false });
        }
      },
    );

    it.each(['not-found', 'server-error', 'truncated'] as const)(
      'says which lists are not complete when later pages are %s',
      async fault => {
        const collector = await create();
        breakWith(fault, 'later-pages');
        const documents = await round(collector, { lookBackTo: since });
        expect(documents.at(-1)?.complete).toBe(false);
        expect(documents.at(-1)?.problem).toBeTruthy();
      },
    );

    it('tells for how long it is to be left alone', async () => {
      const collector = await create();
      breakWith('rate-limited');
      const waits: number[] = [];
      for await (const { retryAfter } of collector.collect(target, context())) {
        waits.push(...(retryAfter === undefined ? [] : [retryAfter]));
      }
      expect(Math.max(...waits)).toBeGreaterThan(3_000_000);
      const steps = await backfill(collector);
      expect(steps.at(-1)?.retryAfter).toBeGreaterThan(3_000_000);
    });

    it('backfills the same from wherever it was stopped', async () => {
      const collector = await create();
      const whole = await backfill(collector);
      expect(whole.every(({ problem }) => !problem)).toBe(true);
      expect(whole.at(-1)?.cursor).toBeUndefined();
      const all = listIds(whole);
      expect(all.size).toBeGreaterThan(0);
      for (const [index, { cursor }] of whole.slice(0, -1).entries()) {
        expect(cursor).toBeDefined();
        const rest = await backfill(collector, cursor);
        const both = [...whole.slice(0, index + 1), ...rest];
        expect([...listIds(both)].sort()).toEqual([...all].sort());
      }
    });

    it.each(collectorFaults)(
      'does not end a backfill whose answers are %s',
      async fault => {
        const collector = await create();
        breakWith(fault);
        const steps = await backfill(collector);
        expect(steps.at(-1)?.problem).toBeTruthy();
        expect(steps.at(-1)?.cursor).toBeDefined();
      },
    );
  });

  function context(): CollectorContext {
    const { signal } = new AbortController();
    return { now: () => toInstant(new Date()), signal, cache: memoryCache() };
  }

  async function round(
    collector: EvidenceCollector,
    more: Partial<CollectorContext> = {},
  ) {
    const documents: CollectedDocument[] = [];
    const given = { ...context(), ...more };
    for await (const { document } of collector.collect(target, given)) {
      documents.push(document as CollectorReading['document']);
    }
    return documents;
  }

  async function backfill(collector: EvidenceCollector, cursor?: string) {
    const steps: BackfillStep[] = [];
    const from = { since, ...(cursor && { cursor }) };
    for await (const step of collector.backfill(target, from, context())) {
      steps.push(step);
      if (step.problem) {
        break;
      }
    }
    return steps;
  }

  /** What a document says, whatever the time it was collected at. */
  function readStatements(document: CollectedDocument): Statement[] {
    const read = source.normalise({
      headers: { [COLLECTED_HEADER]: '1' },
      body: collectedBody(document),
    });
    if (read.outcome === 'rejected') {
      throw new Error(`${document.part}: ${read.reason}`);
    }
    return read.statements.map(parseStatement);
  }

  /** The runs of pipelines that documents report the end of. */
  function runsIn(documents: readonly CollectedDocument[]): Set<string> {
    return new Set(
      documents
        .flatMap(readStatements)
        .filter(({ type }) => type === 'pipeline-run-finished')
        .flatMap(({ subjects }) => subjects)
        .flatMap(({ kind, uri }) =>
          kind === 'pipeline-run' && uri ? [uri] : [],
        ),
    );
  }

  function listIds(steps: readonly BackfillStep[]): Set<string> {
    return new Set(
      steps
        .flatMap(({ documents }) => documents)
        .flatMap(readStatements)
        .map(({ type, subjects, predicate }) =>
          JSON.stringify([type, subjects, predicate]),
        ),
    );
  }
}

function memoryCache(): ConditionalCache {
  const kept = new Map<string, { etag: string; body: unknown }>();
  return {
    get: async url => kept.get(url),
    set: async (url, answer) => {
      kept.set(url, answer);
    },
  };
}
