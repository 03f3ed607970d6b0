import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CollectorFault } from './EvidenceCollector.contract';

/**
 * A request to a fake API.
 *
 * @public
 */
export type FakeRequest = {
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
};

/**
 * What a fake API answers. Text goes out as it is, anything else as JSON.
 *
 * @public
 */
export type FakeAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
};

const STATUS: Partial<Record<CollectorFault, number>> = {
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'rate-limited': 429,
  'server-error': 500,
};

/**
 * A CI system on this machine whose answers can be made to fail.
 *
 * @public
 */
export class FakeApi {
  readonly url: string;
  /** Paths and queries asked for, in order. */
  readonly requests: string[] = [];
  readonly #server: Server;
  readonly #answer: (request: FakeRequest) => FakeAnswer;
  readonly #isLaterPage: (url: URL) => boolean;
  #fault: CollectorFault | undefined;
  #which: 'all' | 'later-pages' = 'all';

  /**
   * @param answer - what is answered while all is well
   * @param isLaterPage - whether a request is for a page after the first
   */
  static async start(
    answer: (request: FakeRequest) => FakeAnswer,
    isLaterPage: (url: URL) => boolean = url =>
      Number(url.searchParams.get('page') ?? 1) > 1,
  ): Promise<FakeApi> {
    const server = createServer();
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    return new FakeApi(server, answer, isLaterPage);
  }

  private constructor(
    server: Server,
    answer: (request: FakeRequest) => FakeAnswer,
    isLaterPage: (url: URL) => boolean,
  ) {
    const { port } = server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}`;
    this.#server = server;
    this.#answer = answer;
    this.#isLaterPage = isLaterPage;
    server.on('request', (request, response) => this.#serve(request, response));
  }

  /** Makes answers fail, or all well again. */
  breakWith(
    fault: CollectorFault | undefined,
    which: 'all' | 'later-pages' = 'all',
  ): void {
    this.#fault = fault;
    this.#which = which;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => {
      this.#server.close(done);
    });
  }

  #serve(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', this.url);
    this.requests.push(`${url.pathname}${url.search}`);
    const broken = this.#which === 'all' || this.#isLaterPage(url);
    const fault = broken ? this.#fault : undefined;
    if (fault && STATUS[fault]) {
      send(response, {
        status: STATUS[fault],
        ...(fault === 'rate-limited' && { headers: { 'retry-after': '3600' } }),
        body: { message: fault },
      });
    } else if (fault === 'other-shape') {
      send(response, { body: { message: 'something else' } });
    } else {
      const answer = this.#answer({ url, headers: request.headers });
      sendBroken(response, answer, fault);
    }
  }
}

function toBytes({ body }: FakeAnswer): Buffer {
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function send(response: ServerResponse, answer: FakeAnswer) {
  response.writeHead(answer.status ?? 200, {
    'content-type': 'application/json',
    ...answer.headers,
  });
  response.end(answer.status === 304 ? undefined : toBytes(answer));
}

function sendBroken(
  response: ServerResponse,
  answer: FakeAnswer,
  fault: CollectorFault | undefined,
) {
  const whole = toBytes(answer);
  const half = whole.subarray(0, Math.max(1, Math.floor(whole.length / 2)));
  if (fault === 'cut-off') {
    response.writeHead(200, { 'content-length': whole.length });
    response.write(half, () => response.destroy());
  } else if (fault === 'truncated') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(half.toString().replace(/(?<![\]}])[\]}]+$/, ''));
  } else {
    send(response, answer);
  }
}
