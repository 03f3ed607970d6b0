import { BreakableServer } from '../__testUtils__/BreakableServer';
import { GitlabGroup } from './GitlabGroup';

/** The first page of a group that has no project, and what it says follows. */
async function groupNaming(next: string) {
  const server = await BreakableServer.start(() => ({
    headers: { 'x-next-page': next },
    body: [],
  }));
  const group = new GitlabGroup('bank', path => ({
    name: 'GitLab',
    url: `${server.url}${path}`,
    headers: {},
  }));
  const page = group.page();
  const read = await page.catch((error: unknown) => error);
  await server.stop();
  return read;
}

it('ends where GitLab says so', async () => {
  expect(await groupNaming('')).toEqual({
    projects: [],
    nextCursor: undefined,
  });
});

it.each(['x', '0', '1', '3', '-2', '2.5', 'https://evil.example'])(
  'is not whole where "%s" is to follow the first page',
  async next => {
    expect(await groupNaming(next)).toMatchObject({
      failure: 'unexpected',
      message: expect.stringContaining(`"${next}"`),
    });
  },
);

it('is not whole where an empty page is not the last', async () => {
  expect(await groupNaming('2')).toMatchObject({ failure: 'truncated' });
});
