import type {
  AssetScoreView,
  DoraComplianceApi,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Assets of a request, and the length of their names: both are limited. */
const MOST = 100;
const LONGEST = 6_000;

/** Rows that are shown within this time are asked for together, in milliseconds. */
const WAIT = 20;

/** A score is used again for this time, in milliseconds. */
const MAX_AGE = 30_000;

type Answer = Promise<AssetScoreView | undefined>;
type Waiting = {
  ref: string;
  resolve: (score: AssetScoreView | undefined) => void;
  reject: (error: unknown) => void;
};

/** Loads the scores of the rows of a table with one request for all of them. */
export class ScoreBatches {
  readonly #api: Pick<DoraComplianceApi, 'listScores'>;
  readonly #known = new Map<string, { answer: Answer; at: number }>();
  #waiting: Waiting[] = [];

  constructor(api: Pick<DoraComplianceApi, 'listScores'>) {
    this.#api = api;
  }

  /** The score of an asset; undefined if it is in no inventory that may be read. */
  load(ref: string, now: number = Date.now()): Answer {
    const known = this.#known.get(ref);
    if (known && now - known.at < MAX_AGE) {
      return known.answer;
    }
    const answer: Answer = new Promise((resolve, reject) =>
      this.#add({ ref, resolve, reject }),
    );
    this.#known.set(ref, { answer, at: now });
    // A failure is asked for again with the next row.
    answer.catch(() => this.#known.delete(ref));
    return answer;
  }

  #add(waiting: Waiting): void {
    this.#waiting.push(waiting);
    if (this.#waiting.length === 1) {
      setTimeout(() => {
        const all = this.#waiting;
        this.#waiting = [];
        splitBatches(all).forEach(batch => this.#send(batch));
      }, WAIT);
    }
  }

  async #send(batch: readonly Waiting[]): Promise<void> {
    try {
      const { items } = await this.#api.listScores(batch.map(({ ref }) => ref));
      const byRef = new Map(items.map(item => [item.entityRef, item]));
      batch.forEach(({ ref, resolve }) => resolve(byRef.get(ref)));
    } catch (error) {
      batch.forEach(({ reject }) => reject(error));
    }
  }
}

function splitBatches(all: readonly Waiting[]): Waiting[][] {
  const batches: Waiting[][] = [];
  let length = Infinity;
  for (const one of all) {
    length += one.ref.length;
    const last = batches.at(-1);
    if (last && last.length < MOST && length <= LONGEST) {
      last.push(one);
    } else {
      batches.push([one]);
      length = one.ref.length;
    }
  }
  return batches;
}
