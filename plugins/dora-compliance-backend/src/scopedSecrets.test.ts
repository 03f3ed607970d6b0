import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import {
  asset,
  base,
  deliver,
  waitUntilProcessed,
  start,
} from './__testUtils__/GithubBackend';
import { push } from './__testUtils__/githubPayloads';

const OTHER = 'the-secret-of-another-team';
const OWN = 'the-secret-of-this-team';

it('a secret proves nothing outside its scope, and does not affect senders within theirs', async () => {
  const backend = await start(AuthorizeResult.ALLOW, [
    { secret: OTHER, scope: ['github.com/another-team/*'] },
    { secret: OWN, scope: ['github.com/codertocat/*'] },
  ]);
  const { server } = backend;
  const body = JSON.stringify(push());
  const sendWith = async (secret: string) => {
    const headers = { 'x-github-event': 'push', 'x-github-delivery': 'd-1' };
    const { status } = await deliver(server, body, headers, secret);
    expect(status).toBe(202);
    await waitUntilProcessed(server);
  };
  const pushes = async () => {
    const { body: page } = await request(server)
      .get(`${asset}/evidence`)
      .query({ limit: 100 });
    return page.items.filter(
      ({ type }: { type: string }) => type === 'commits-pushed',
    ).length;
  };
  const rejected = async () => {
    const { body: page } = await request(server)
      .get(`${base}/documents`)
      .query({ state: 'rejected' });
    return page.items.map(({ rejection }: { rejection: string }) => rejection);
  };
  await sendWith(OTHER);
  expect(await pushes()).toBe(0);
  expect(await rejected()).toEqual([
    'The secret of the sender is valid only for evidence about github.com/another-team/*. The statement "commits-pushed" is about the repository https://github.com/Codertocat/Hello-World.',
  ]);
  await sendWith(OWN);
  expect(await pushes()).toBe(1);
  expect(await rejected()).toEqual([]);
  await backend.stop();
}, 120_000);
