import { createHash } from 'node:crypto';
import {
  FakeApi,
  type FakeAnswer,
  type FakeRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { FakeRepository } from './FakeRepository';
import { FakeSettings } from './FakeSettings';
import { githubRoutes } from './githubRoutes';
import { buildPage } from './paging';
import type { Reply } from './route';

type Refusal = {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
};

/**
 * A GitHub that keeps one repository, `bank/ledger`: it pages its lists with
 * Link headers that name the repository by its number, answers 304 to a known
 * ETag, and can be made to refuse.
 */
export class FakeGithub {
  readonly repository = new FakeRepository();
  readonly settings = new FakeSettings();
  /** What a path, without its query, is answered instead; `times` or always. */
  readonly refusals = new Map<string, Refusal & { times?: number }>();
  /** Paths and queries that were answered 304. */
  readonly notModified: string[] = [];
  #api: FakeApi | undefined;

  get api(): FakeApi {
    if (!this.#api) {
      throw new Error('The fake GitHub is not started');
    }
    return this.#api;
  }

  async start(): Promise<this> {
    this.#api = await FakeApi.start(
      request => this.#answer(request),
      ({ searchParams }) =>
        Number(searchParams.get('page') ?? 1) > 1 || searchParams.has('after'),
    );
    return this;
  }

  async stop(): Promise<void> {
    await this.#api?.stop();
  }

  #answer({ url, headers }: FakeRequest): FakeAnswer {
    const refusal = this.#findRefusal(url.pathname);
    if (refusal) {
      return refusal;
    }
    const path = url.pathname.replace(
      /^\/(repos\/bank\/ledger|repositories\/77)(?=\/|$)/,
      '',
    );
    const reply = this.#reply(path, url);
    const { status = 200 } = reply;
    const answer =
      'items' in reply ? buildPage(reply, url, this.repository.body.id) : reply;
    const etag = createHash('sha256')
      .update(JSON.stringify(answer.body))
      .digest('hex');
    if (status === 200 && headers['if-none-match'] === `W/"${etag}"`) {
      this.notModified.push(`${url.pathname}${url.search}`);
      return { status: 304, headers: { etag: `W/"${etag}"` }, body: '' };
    }
    return {
      status,
      headers: { etag: `W/"${etag}"`, ...answer.headers },
      body: answer.body,
    };
  }

  #findRefusal(path: string): Refusal | undefined {
    const refusal = this.refusals.get(path);
    if (refusal?.times !== undefined) {
      refusal.times -= 1;
      if (refusal.times <= 0) {
        this.refusals.delete(path);
      }
    }
    return refusal;
  }

  #reply(path: string, url: URL): Reply {
    for (const [pattern, answer] of githubRoutes) {
      const match = pattern.exec(decodeURIComponent(path));
      const reply = match && answer(this, match, url.searchParams);
      if (reply) {
        return reply;
      }
    }
    return { status: 404, body: { message: 'Not Found', status: '404' } };
  }
}
