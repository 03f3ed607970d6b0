import { pipelineUrn } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { DiscoveryError, type DiscoveryFailure } from './DiscoveryError';
import { holdTimeouts } from './holdTimeouts.contract';
import type { PipelinePage, PipelineSource } from './PipelineSource';

/** What a CI system can do instead of answering. */
export type DiscoveryFault =
  | 'forbidden'
  | 'not-found'
  /** HTTP 429 with `Retry-After: 7`. */
  | 'rate-limited'
  | 'server-error'
  /** A body that ends in the midst. */
  | 'truncated'
  /** No answer at all; the server calls `leftUnanswered`. */
  | 'slow';

/** A CI system to read, of at least three pages. */
type DiscoveredSystem = {
  /** A new instance, as another process would make it. */
  create(): PipelineSource;
  /** Makes it answer all listings with a fault, or well again. */
  breakWith(fault: DiscoveryFault | undefined): void;
  /** URNs of all pipelines there are, in any order. */
  urns: readonly string[];
  stop(): Promise<void>;
};

const FAILURES: [DiscoveryFault, DiscoveryFailure][] = [
  ['forbidden', 'forbidden'],
  ['not-found', 'not-found'],
  ['rate-limited', 'rate-limited'],
  ['server-error', 'unavailable'],
  ['truncated', 'truncated'],
  ['slow', 'unavailable'],
];

/** What every pipeline source keeps, and the discovery relies on. */
export function pipelineSourceContract(
  name: string,
  start: () => Promise<DiscoveredSystem>,
) {
  describe(`${name} is a pipeline source`, () => {
    holdTimeouts();
    let system: DiscoveredSystem;
    let pages: PipelinePage[];
    let cursors: (string | undefined)[];

    beforeAll(async () => {
      system = await start();
      pages = await readAll(system.create());
      cursors = [undefined, ...pages.map(({ nextCursor }) => nextCursor)];
      cursors.pop();
    });
    afterEach(() => system.breakWith(undefined));
    afterAll(() => system.stop());

    it('reads every pipeline once, over several pages', () => {
      const urns = pages.flatMap(page => page.pipelines.map(pipelineUrn));
      expect(pages.length).toBeGreaterThanOrEqual(3);
      expect([...urns].sort()).toEqual([...system.urns].sort());
    });

    it('has an id that is the same in every instance', () => {
      const { id } = system.create();
      expect(id).toMatch(/^[\w-]+:\S+$/);
      expect(system.create().id).toBe(id);
    });

    it('resumes from any cursor in a new instance', async () => {
      for (const [index, cursor] of cursors.entries()) {
        const rest = await readAll(system.create(), cursor);
        expect(rest).toEqual(pages.slice(index));
      }
    });

    it.each(FAILURES)(
      'says of %s that it is %s, at any page, and then goes on',
      async (fault, failure) => {
        const alsoSaid = fault === 'rate-limited' && { retryAfter: 7000 };
        for (const [index, cursor] of cursors.entries()) {
          const source = system.create();
          system.breakWith(fault);
          const error = await source.read(cursor).catch(thrown => thrown);
          expect(error).toBeInstanceOf(DiscoveryError);
          expect(error).toMatchObject({ failure, ...alsoSaid });
          expect(error.message).toMatch(/\S/);
          system.breakWith(undefined);
          expect(await source.read(cursor)).toEqual(pages[index]);
        }
      },
    );
  });
}

async function readAll(
  source: PipelineSource,
  from?: string,
): Promise<PipelinePage[]> {
  const pages: PipelinePage[] = [];
  let cursor = from;
  do {
    const page = await source.read(cursor);
    pages.push(page);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return pages;
}
