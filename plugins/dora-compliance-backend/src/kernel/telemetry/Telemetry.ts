import type {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';

/** The length and age of the two queues. */
export type QueueFigures = {
  documents: { length: number; age: number };
  assessments: { length: number; age: number };
};

/**
 * What the backend reports through Backstage's metrics and traces
 * (OpenTelemetry). Names of sources are attributes; values that senders choose
 * freely are not, which limits the number of series.
 */
export class Telemetry {
  readonly #tracing: TracingService;
  readonly #received;
  readonly #refused;
  readonly #worked;
  readonly #wait;
  readonly #delay;
  readonly #rounds;

  constructor(metrics: MetricsService, tracing: TracingService) {
    this.#tracing = tracing;
    this.#received = metrics.createCounter<{ source: string }>(
      'dora_compliance.deliveries.received',
      { description: 'Deliveries that were kept' },
    );
    this.#refused = metrics.createCounter<{ source: string; code: string }>(
      'dora_compliance.deliveries.refused',
      { description: 'Rejected deliveries, by error code' },
    );
    this.#worked = metrics.createCounter<{ source: string; state: string }>(
      'dora_compliance.documents.worked',
      { description: 'Documents normalised, partial or rejected' },
    );
    this.#wait = metrics.createHistogram<{ source: string }>(
      'dora_compliance.documents.wait',
      { description: 'From receipt to evidence', unit: 's' },
    );
    this.#delay = metrics.createHistogram('dora_compliance.assessments.delay', {
      description: 'From receipt of evidence to status',
      unit: 's',
    });
    this.#rounds = metrics.createCounter<{ source: string; complete: string }>(
      'dora_compliance.rounds',
      { description: 'Rounds of collectors, by whether all was read' },
    );
  }

  received(source: string): void {
    this.#received.add(1, { source });
  }

  refused(source: string, code: string): void {
    this.#refused.add(1, { source, code });
  }

  /** A document left the queue. @param wait - seconds since it was due */
  worked(source: string, state: string, wait: number): void {
    this.#worked.add(1, { source, state });
    this.#wait.record(Math.max(0, wait), { source });
  }

  /** A collector processed a target. */
  round(source: string, complete: boolean): void {
    this.#rounds.add(1, { source, complete: String(complete) });
  }

  /** A pair was assessed. @param delay - seconds since it was due */
  decided(delay: number): void {
    this.#delay.record(Math.max(0, delay));
  }

  /** Runs a step in a span of its own. */
  span<T>(name: string, run: () => Promise<T>): Promise<T> {
    return this.#tracing.startActiveSpan(name, run);
  }
}

/** Registers the function that reads the length and age of the queues. */
export function observeQueues(
  metrics: MetricsService,
  read: () => Promise<QueueFigures>,
): void {
  const length = metrics.createObservableGauge<{ queue: string }>(
    'dora_compliance.queue.length',
    { description: 'What is due in each queue' },
  );
  const age = metrics.createObservableGauge<{ queue: string }>(
    'dora_compliance.queue.age',
    { description: 'How long the oldest has been due', unit: 's' },
  );
  const observe =
    (figure: 'length' | 'age') =>
    async (result: { observe(value: number, at: { queue: string }): void }) => {
      const { documents, assessments } = await read();
      result.observe(documents[figure], { queue: 'documents' });
      result.observe(assessments[figure], { queue: 'assessments' });
    };
  length.addCallback(observe('length'));
  age.addCallback(observe('age'));
}
