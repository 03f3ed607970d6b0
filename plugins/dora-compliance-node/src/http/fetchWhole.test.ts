import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchWhole } from './fetchWhole';

let server: Server;
let url: string;
let respond: (response: ServerResponse) => void;

beforeEach(async () => {
  server = createServer((_, response) => respond(response));
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => {
    server.close(resolve);
  });
});

const fetchFailure = async (...given: Parameters<typeof fetchWhole>) =>
  fetchWhole(...given).catch(error => error.failure);

describe('fetchWhole', () => {
  it('reads the whole answer', async () => {
    respond = response => response.writeHead(200, { a: 'b' }).end('zwölf');
    const answer = await fetchWhole(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('a')).toBe('b');
    expect(answer.text()).toBe('zwölf');
  });

  it('reads no more than the limit', async () => {
    respond = response => response.end('x'.repeat(101));
    expect(await fetchFailure(url, { maxBytes: 100 })).toBe('too-large');
    expect((await fetchWhole(url, { maxBytes: 101 })).bytes).toHaveLength(101);
  });

  it('reads a refusal as far as it is short', async () => {
    respond = response => response.writeHead(403).end('no');
    expect((await fetchWhole(url)).looseText()).toBe('no');
    respond = response => response.writeHead(500).end('x'.repeat(1_000_000));
    expect(await fetchWhole(url)).toMatchObject({ status: 500 });
    expect((await fetchWhole(url)).bytes).toHaveLength(0);
  });

  it('follows no redirect', async () => {
    respond = response => response.writeHead(302, { location: url }).end();
    expect((await fetchWhole(url)).status).toBe(302);
  });

  it('tells an answer that breaks off', async () => {
    respond = response => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('half', () => response.destroy());
    };
    expect(await fetchFailure(url)).toBe('truncated');
  });

  it('tells a server that can not be reached', async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
    expect(await fetchFailure(url)).toBe('unavailable');
    server.listen(0);
  });

  it('tells when the time is over, also within an answer', async () => {
    const original = AbortSignal.timeout;
    const controller = new AbortController();
    const over = () =>
      controller.abort(new DOMException('The time is over', 'TimeoutError'));
    AbortSignal.timeout = () => controller.signal;
    try {
      respond = response => {
        response.writeHead(200, { 'content-length': '10' });
        response.write('half', over);
      };
      expect(await fetchFailure(url)).toBe('unavailable');
    } finally {
      AbortSignal.timeout = original;
    }
  });

  it('knows what is no UTF-8', async () => {
    respond = response => response.end(Buffer.from([0x61, 0xff]));
    const answer = await fetchWhole(url);
    expect(() => answer.text()).toThrow('not valid');
    expect(answer.looseText()).toBe('a\uFFFD');
  });
});
