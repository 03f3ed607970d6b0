import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DiscoveryFault } from '../PipelineSource.contract';
import { leftUnanswered } from '../holdTimeouts.contract';

/** What may go wrong with one answer. */
export type Fault =
  | DiscoveryFault
  | 'unauthorized'
  /** HTTP 302 to a page to sign in. */
  | 'signed-out'
  /** HTTP 429 with a date in `Retry-After`. */
  | 'rate-limited-until'
  /** The connection ends before the announced length. */
  | 'cut-off'
  /** HTTP 200 and JSON, but of something else. */
  | 'other-shape';

export type ReceivedRequest = { url: URL; headers: IncomingMessage['headers'] };

export type Answer = {
  status?: number;
  headers?: Record<string, string>;
  /** Text as it is, anything else as JSON. */
  body: unknown;
};

const STATUS: Partial<Record<Fault, number>> = {
  forbidden: 403,
  unauthorized: 401,
  'signed-out': 302,
  'not-found': 404,
  'rate-limited': 429,
  'rate-limited-until': 429,
  'server-error': 500,
};

/** A server on this machine whose answers can be made to fail. */
export class BreakableServer {
  readonly url: string;
  /** Paths and queries asked for, in order. */
  readonly requests: string[] = [];
  private fault?: { kind: Fault; on: RegExp };

  static async start(answer: (requests: ReceivedRequest) => Answer) {
    const server = createServer();
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    return new BreakableServer(server, answer);
  }

  private constructor(
    private readonly server: Server,
    private readonly answer: (requests: ReceivedRequest) => Answer,
  ) {
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => this.serve(request, response));
  }

  /** Answers to what is asked of such paths fail; or all are well again. */
  breakWith(kind: Fault | undefined, on: RegExp = /^/) {
    this.fault = kind && { kind, on };
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }

  private serve(request: IncomingMessage, response: ServerResponse) {
    const path = request.url ?? '/';
    this.requests.push(path);
    const { kind } = (this.fault?.on.test(path) && this.fault) || {};
    const answer = this.answer({
      url: new URL(path, this.url),
      headers: request.headers,
    });
    if (kind === 'slow') {
      leftUnanswered();
      return;
    }
    const status = (kind && STATUS[kind]) ?? answer.status ?? 200;
    const headers = { ...answer.headers, ...faultHeaders(kind) };
    const whole = Buffer.from(
      buildBody(kind ? { ...answer, status } : answer, kind),
    );
    const half = whole.subarray(0, Math.floor(whole.length / 2));
    if (kind === 'cut-off') {
      response.writeHead(status, {
        ...headers,
        'content-length': whole.length,
      });
      response.write(half, () => response.destroy());
      return;
    }
    response.writeHead(status, headers);
    response.end(kind === 'truncated' ? half : whole);
  }
}

function buildBody({ body }: Answer, kind?: Fault): string {
  if (kind === 'other-shape') {
    return JSON.stringify({ message: 'something else' });
  }
  if (kind && STATUS[kind]) {
    return JSON.stringify({ message: kind });
  }
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function faultHeaders(kind?: Fault): Record<string, string> {
  switch (kind) {
    case 'rate-limited':
      return { 'retry-after': '7' };
    case 'rate-limited-until':
      return { 'retry-after': new Date(Date.now() + 60_000).toUTCString() };
    case 'signed-out':
      return { location: 'https://sign-in.example/' };
    default:
      return {};
  }
}
