import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { leftUnanswered } from '../../holdTimeouts.contract';
import type { DiscoveryFault } from '../../PipelineSource.contract';
import type { FakeRepository } from './FakeRepository';
import { repositoryBody, workflowBody } from './githubBodies';

type Answer = (
  match: RegExpExecArray,
  query: URLSearchParams,
) => { status?: number; body: unknown; pages?: [page: number, last: number] };

/**
 * A small GitHub that keeps one organization: repositories, workflows, the
 * contents of their definitions. It can be made to fail.
 */
export class FakeGithub {
  readonly organization = 'bank';
  repositories: FakeRepository[] = [];
  /** What the listing of repositories answers instead. */
  fault: DiscoveryFault | undefined;
  /** Statuses that paths are answered with instead, with their headers. */
  readonly refusals = new Map<
    string,
    { status: number; headers?: Record<string, string>; body?: unknown }
  >();
  /** Paths asked for, with their queries. */
  readonly requests: string[] = [];
  readonly #server: Server = createServer((request, response) =>
    this.#handle(request, response),
  );

  async start(): Promise<string> {
    await new Promise<void>(resolve =>
      this.#server.listen(0, '127.0.0.1', resolve),
    );
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  readonly #routes: [RegExp, Answer][] = [
    [
      /^\/orgs\/bank\/repos$/,
      (_, query) => {
        const { items, pages } = paged(this.repositories, query);
        return { body: items.map(repositoryBody), pages };
      },
    ],
    [
      /^\/repos\/bank\/([^/]+)\/actions\/workflows$/,
      ([, name = ''], query) => {
        const workflows = Object.keys(this.#repository(name).workflows);
        const { items, pages } = paged(workflows, query);
        return {
          body: {
            total_count: workflows.length,
            workflows: items.map(path => workflowBody(name, path)),
          },
          pages,
        };
      },
    ],
    [
      /^\/repos\/bank\/([^/]+)\/actions\/permissions$/,
      () => ({ body: { enabled: true, allowed_actions: 'all' } }),
    ],
    [
      /^\/repos\/bank\/([^/]+)\/contents\/(.+)$/,
      ([, name = '', path = '']) => {
        const text = this.#repository(name).workflows[path];
        if (text === undefined) {
          throw new Error('Not Found');
        }
        const bytes = Buffer.from(text);
        const content = bytes.toString('base64').replace(/.{60}/g, '$&\n');
        const { byteLength: size } = bytes;
        return {
          body: { type: 'file', path, size, encoding: 'base64', content },
        };
      },
    ],
  ];

  #repository(name: string): FakeRepository {
    const found = this.repositories.find(
      repository => repository.name === name,
    );
    if (!found) {
      throw new Error('Not Found');
    }
    return found;
  }

  #handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    this.requests.push(`${url.pathname}${url.search}`);
    const refusal = this.refusals.get(url.pathname);
    if (refusal) {
      send(response, refusal.status, refusal.body ?? {}, refusal.headers);
    } else if (this.fault && url.pathname.startsWith('/orgs/')) {
      answerWithFault(this.fault, response);
    } else {
      this.#answer(url, response);
    }
  }

  #answer(url: URL, response: ServerResponse) {
    try {
      for (const [pattern, answer] of this.#routes) {
        const match = pattern.exec(decodeURIComponent(url.pathname));
        if (match) {
          const { body, pages } = answer(match, url.searchParams);
          send(response, 200, body, pages && linkHeader(url, ...pages));
          return;
        }
      }
      throw new Error('Not Found');
    } catch (error) {
      send(response, 404, { message: (error as Error).message });
    }
  }
}

function paged<T>(all: T[], query: URLSearchParams) {
  const perPage = Number(query.get('per_page') ?? 30);
  const page = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const items = all.slice((page - 1) * perPage, page * perPage);
  return { items, pages: [page, last] as [number, number] };
}

function linkHeader(url: URL, page: number, last: number) {
  const to = (number: number, rel: string) => {
    const other = new URL(url);
    other.searchParams.set('page', String(number));
    return `<${other}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [to(page - 1, 'prev'), to(1, 'first')] : []),
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
  ];
  return links.length > 0 ? { Link: links.join(', ') } : undefined;
}

const STATUS: Partial<Record<DiscoveryFault, number>> = {
  forbidden: 403,
  'not-found': 404,
  'server-error': 500,
};

function answerWithFault(fault: DiscoveryFault, response: ServerResponse) {
  if (fault === 'truncated') {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end('[{"id": 1, "name": "led');
  } else if (fault === 'rate-limited') {
    send(response, 429, { message: 'Slow down' }, { 'Retry-After': '7' });
  } else if (fault === 'slow') {
    leftUnanswered();
  } else {
    send(response, STATUS[fault] ?? 500, { message: fault });
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    ...headers,
  });
  response.end(JSON.stringify(body));
}
